import { columnInTable, columnLeaves } from '../columns.js';
import { grouped } from '../grouped.js';
import type { ColumnView, TableView } from '../rulebook.js';
import { inSentence, type Lang } from '../text.js';
import { listed, quote } from './conditions.js';

/** What a cell is compared with. A column without `row` is that of the row judged, a row without `column` the column. */
export type Operand =
  | number
  | string
  | { column: string; row?: string | undefined; table?: string | undefined }
  | { row: string; table?: string | undefined }
  | { total: string; table?: string | undefined }
  | { fact: string }
  | { sum: Operand[] }
  | { minus: Operand[] }
  | { ticks: string[] }
  | { share: number[]; of: Operand }
  | { percent: number; of: Operand };

/** What the cells of a table are compared with, in words; for findings and for the officer who signs the pack off. */
export interface OperandStrings {
  number: (value: number) => string;
  members: string;
  /** the name of a table inside a sentence */
  table: (number: string | undefined, title: string) => string;
  /** @param column already quoted; `row` and `table` may be empty */
  cell: (column: string, row: string, table: string) => string;
  /** the number of another row in the column that is judged */
  row: (row: string, table: string) => string;
  total: (column: string, table: string) => string;
  ticks: (columns: readonly string[]) => string;
  /** sums that would be long with plus signs */
  rows: (rows: readonly string[], table: string) => string;
  columns: (columns: readonly string[]) => string;
  otherColumns: string;
  /** @param isNamed whether what it is a share of is one thing with a name */
  share: (part: string, of: string, isNamed: boolean) => string;
  times: (count: number, of: string) => string;
}

/** A table may be numbered "1" or "V", or "Biểu mẫu số 01". */
export const isNamedTable = (number: string): boolean => /^(biểu|mẫu|phụ lục|bảng) /i.test(number);

const of = (word: string, table: string): string => (table === '' ? '' : ` ${word} ${table}`);

export const operands: Record<Lang, OperandStrings> = {
  vi: {
    number: grouped,
    members: 'Số đảng viên, hội viên của đơn vị',
    table: (number, title) =>
      number ? (isNamedTable(number) ? inSentence(number) : `biểu ${number}`) : `biểu ${quote(title)}`,
    cell: (column, row, table) => `${column}${row === '' ? '' : ` dòng ${quote(row)}`}${of('của', table)}`,
    row: (row, table) => `số ở dòng ${quote(row)}${of('của', table)}`,
    total: (column, table) => `tổng cột ${column}${of('của', table)}`,
    ticks: (columns) => `số ô được đánh dấu trong ${columns.map(quote).join(', ')}`,
    rows: (rows, table) => `tổng các dòng ${listed(' và ')(rows.map(quote))}${of('của', table)}`,
    columns: (columns) => `tổng các cột ${listed(' và ')(columns.map(quote))}`,
    otherColumns: 'tổng các cột số còn lại',
    share: (part, base, isNamed) => `${part} ${isNamed ? '' : 'của '}${base}`,
    times: (count, base) => `${count} lần ${base}`,
  },
  en: {
    number: String,
    members: 'the unit’s members',
    table: (number, title) => (number ? `table ${number}` : `table ${quote(title)}`),
    cell: (column, row, table) => `${column}${row === '' ? '' : ` of row ${quote(row)}`}${of('of', table)}`,
    row: (row, table) => `the number of row ${quote(row)}${of('of', table)}`,
    total: (column, table) => `the total of ${column}${of('of', table)}`,
    ticks: (columns) => `the number of ticks in ${columns.map(quote).join(', ')}`,
    rows: (rows, table) => `the sum of rows ${listed(' and ')(rows.map(quote))}${of('of', table)}`,
    columns: (columns) => `the sum of columns ${listed(' and ')(columns.map(quote))}`,
    otherColumns: 'the sum of all other number columns',
    share: (part, base) => `${part} of ${base}`,
    times: (count, base) => `${count} times ${base}`,
  },
};

/** What operands read of the form around their table. */
export interface OperandNames {
  readonly tables: readonly TableView[];
  readonly facts: readonly { readonly id: string; readonly label: string }[];
}

/** The cells that are compared with an operand: of one column or, told in one sentence, of several. */
export interface JudgedCells {
  readonly view: TableView;
  readonly columns: readonly ColumnView[];
}

/** A row's label inside a sentence, without the dash of a printed list. */
export const rowName = (label: string): string => label.replace(/^[-–—+•*]\s*/u, '');

/** As many terms as are told with plus signs; more are listed. */
const PLUS_SIGNS = 3;

/**
 * An operand as people write arithmetic: whatever is itself computed stands in brackets, so that the sentence means what
 * is judged and nothing else: `“Tổng” − (“Nhất” + “Nhì”)`.
 */
export function operandInWords(
  shape: Operand,
  { view, columns: judged }: JudgedCells,
  { tables, facts }: OperandNames,
  lang: Lang,
): string {
  const words = operands[lang];
  const tableOf = (table: string | undefined): TableView => tables.find((each) => each.id === table) ?? view;
  const tableName = (table: string | undefined): string =>
    table === undefined ? '' : words.table(tableOf(table).number, tableOf(table).title);
  const title = (column: string, table?: string): string => columnInTable(tableOf(table).columns, column);
  const rowLabel = (row: string, table?: string): string =>
    rowName(tableOf(table).rows.find((each) => each.id === row)?.label ?? row);

  const within = (part: Operand): string => (isComputed(part) ? `(${told(part)})` : told(part));
  const told = (part: Operand): string => {
    if (typeof part === 'number') return `${words.number(part)}${judged[0]?.type === 'percent' ? '%' : ''}`;
    if (typeof part === 'string') return `“${title(part)}”`;
    if ('column' in part) {
      const row = part.row === undefined ? '' : rowLabel(part.row, part.table);
      return words.cell(`“${title(part.column, part.table)}”`, row, tableName(part.table));
    }
    if ('row' in part) return words.row(rowLabel(part.row, part.table), tableName(part.table));
    if ('total' in part) return words.total(`“${title(part.total, part.table)}”`, tableName(part.table));
    if ('fact' in part) return `“${facts.find(({ id: fact }) => fact === part.fact)?.label ?? words.members}”`;
    if ('ticks' in part) return words.ticks(part.ticks.map((column) => title(column)));
    if ('sum' in part) return sum(part);
    if ('minus' in part) {
      const [one, other] = part.minus as [Operand, Operand];
      // What is subtracted from comes first anyway: a − b − c is (a − b) − c.
      return `${isSigned(one) ? told(one) : within(one)} − ${within(other)}`;
    }
    const [count, base] = 'share' in part ? (part.share as [number, number]) : [part.percent, undefined];
    if (base === 1) return words.times(count, within(part.of));
    const isNamed = !isComputed(part.of) && typeof part.of !== 'number';
    return words.share(base === undefined ? `${count}%` : `${count}/${base}`, within(part.of), isNamed);
  };

  const sum = (part: { sum: Operand[] }): string => {
    const terms = termsOf(part);
    if (terms.length === 1) return told(terms[0]!);
    const [first, ...rest] = terms as [Operand, ...Operand[]];
    const signed = (term: Operand): string =>
      typeof term === 'number' && term < 0 ? ` − ${told(-term)}` : ` + ${within(term)}`;
    return listOf(terms) ?? [within(first), ...rest.map(signed)].join('');
  };
  /** Null unless all terms are rows, or columns, and more than plus signs can be read for. */
  const listOf = (terms: readonly Operand[]): string | null => {
    const rows = terms.flatMap((term) =>
      typeof term === 'object' && 'row' in term && !('column' in term) ? [term] : [],
    );
    const [first] = rows;
    if (first && rows.length === terms.length && rows.every(({ table }) => table === first.table)) {
      const labels = rows.map(({ row, table }) => rowLabel(row, table));
      return words.rows(labels, tableName(first.table));
    }
    const columns = terms.map(ownColumn);
    if (terms.length <= PLUS_SIGNS || !columns.every((column) => column !== undefined)) return null;
    const others = columnLeaves(view.columns).filter(
      ({ id: column, type }) => column !== judged[0]?.id && type === 'count',
    );
    const isAllOthers =
      judged.length === 1 && others.length === columns.length && others.every((column) => columns.includes(column.id));
    return isAllOthers ? words.otherColumns : words.columns(columns.map((column) => title(column)));
  };
  /** Terms told one by one, with plus or minus signs. */
  const isSigned = (part: Operand): boolean => {
    if (typeof part !== 'object') return false;
    if ('minus' in part) return true;
    return 'sum' in part && termsOf(part).length > 1 && listOf(termsOf(part)) === null;
  };
  return told(shape);
}

/** A sum of sums is one sum. */
const termsOf = ({ sum }: { sum: Operand[] }): Operand[] =>
  sum.flatMap((term) => (typeof term === 'object' && 'sum' in term ? termsOf(term) : [term]));

/** Whether an operand has to stand in brackets beside a sign. */
function isComputed(shape: Operand): boolean {
  if (typeof shape !== 'object') return typeof shape === 'number' && shape < 0;
  if ('sum' in shape) return termsOf(shape).length > 1 || isComputed(termsOf(shape)[0]!);
  return 'minus' in shape || 'ticks' in shape || 'share' in shape || 'percent' in shape;
}

/** The column of the row judged that an operand is. */
const ownColumn = (shape: Operand): string | undefined => {
  if (typeof shape === 'string') return shape;
  return typeof shape === 'object' && 'column' in shape && shape.row === undefined && shape.table === undefined
    ? shape.column
    : undefined;
};
