import type { ColumnView } from '@kl01/rules';
import { cellName, columnName, type CellLimit, type SheetCell, type SheetColumn, type SheetRow } from '../workbook.js';
import { columnCodec } from './codec.js';
import { idCell, openCell } from './cells.js';
import { MARK } from './marks.js';
import type { OfflineTable } from './offline-form.js';

/** Rows of a table's place in a sheet. */
export interface TableRows {
  readonly rows: readonly SheetRow[];
  readonly limits: readonly CellLimit[];
  /** the rows of its head, for print */
  readonly head: readonly [first: number, last: number];
}

export interface TableCells {
  /** row of the sheet where the table begins */
  readonly at: number;
  /** words of a column that follow an answer */
  readonly answers: Readonly<Record<string, unknown>>;
  /** what stands in a cell of an own row and column */
  readonly cell: (row: string, column: ColumnView, place: { row: number; column: number }) => SheetCell;
  readonly note?: string | undefined;
}

/** Column 0 holds the ids of the rows, column 1 their heads. */
export const FIRST_LEAF = 2;

/**
 * A statistical table: a hidden row of ids, its head over as many levels as the directive prints, its rows, totals and
 * computed columns as formulas, its note.
 */
export function tableRows(
  { table, columns, leaves }: OfflineTable,
  { at, answers, cell, note }: TableCells,
): TableRows {
  const head = headRows(columns, table.rowHeader, answers);
  const first = at + 1 + head.length;
  const places = new Map(leaves.map(({ id }, index) => [id, FIRST_LEAF + index]));
  const rows = table.rows.map(({ id, label }, index): SheetRow => {
    const row = first + index;
    return {
      cells: [
        idCell(id),
        { value: label, role: 'label' },
        ...leaves.map((column, place) =>
          column.sumOf
            ? total(sumOf(column.sumOf.map((part) => cellName(row, places.get(part) ?? 0))))
            : cell(id, column, { row, column: FIRST_LEAF + place }),
        ),
      ],
    };
  });
  const last = first + rows.length - 1;
  const totals: SheetRow[] = table.totalRow
    ? [
        {
          cells: [
            null,
            { value: table.totalRow.label, role: 'total' },
            ...leaves.map((column, place) => totalDown(column, FIRST_LEAF + place, { first, last })),
          ],
        },
      ]
    : [];
  const words = note ?? table.note;
  const below: SheetRow[] = words ? [{ cells: [null, { value: words, role: 'note', across: leaves.length + 1 }] }] : [];
  return {
    rows: [
      { hidden: true, cells: [`${MARK}${table.id}`, 'row', ...leaves.map(({ id }) => id)].map(idCell) },
      ...head,
      ...rows,
      ...totals,
      ...below,
    ],
    head: [at + 1, first - 1],
    limits: leaves.flatMap((column, place): CellLimit[] => {
      const { takes } = columnCodec(column);
      return takes && !column.sumOf && rows.length > 0
        ? [{ rows: [first, last], column: FIRST_LEAF + place, takes }]
        : [];
    }),
  };
}

/** A cell to be filled in, with what the submission says. */
export const filledCell = (column: ColumnView, value: unknown): SheetCell => {
  const codec = columnCodec(column);
  return { ...openCell(codec.toCell(value), codec.format), align: column.type === 'text' ? 'left' : 'center' };
};

/** Widths of the columns of a table. */
export const tableColumns = (leaves: readonly ColumnView[]): SheetColumn[] => [
  { letters: 10, hidden: true },
  { letters: 26 },
  ...leaves.map((column) => ({ letters: columnCodec(column).letters + 2 })),
];

/** The head from top to bottom; a heading of the lowest level reaches down to the rows. */
function headRows(
  columns: readonly ColumnView[],
  rowHeader: string,
  answers: Readonly<Record<string, unknown>>,
): SheetRow[] {
  const depth = Math.max(1, ...columns.map(levels));
  const rows: (SheetCell | null)[][] = Array.from({ length: depth }, () => [null, null]);
  rows[0]![1] = { value: rowHeader, role: 'head', down: depth };
  const place = (column: ColumnView, level: number, at: number): number => {
    const below = column.columns ?? [];
    const width = below.reduce((sum, each) => sum + place(each, level + 1, at + sum), 0) || 1;
    for (let covered = 0; covered < width; covered++) rows[level]![at + covered] ??= null;
    rows[level]![at] = {
      value: wordsOf(column, answers),
      role: 'head',
      across: width,
      down: below.length === 0 ? depth - level : 1,
    };
    return width;
  };
  columns.reduce((at, column) => at + place(column, 0, at), FIRST_LEAF);
  return rows.map((cells) => ({ cells: Array.from(cells, (cell) => cell ?? null) }));
}

const levels = ({ columns }: ColumnView): number => 1 + (columns ? Math.max(...columns.map(levels)) : 0);

function wordsOf({ label }: ColumnView, answers: Readonly<Record<string, unknown>>): string {
  if (typeof label === 'string') return label;
  const answer = answers[label.by];
  return (
    (typeof answer === 'string' && answer !== 'by' && Object.hasOwn(label, answer) ? label[answer] : undefined) ??
    label.else
  );
}

/** A total is the sum of the filled cells, blank if all are; of ticks, how many there are. */
function totalDown(column: ColumnView, at: number, { first, last }: { first: number; last: number }): SheetCell {
  const range = `${columnName(at)}${first + 1}:${columnName(at)}${last + 1}`;
  if (column.down === 'sum') return total(`IF(COUNT(${range})=0,"",SUM(${range}))`);
  if (column.down === 'count') return total(`IF(COUNTA(${range})=0,"",COUNTA(${range}))`);
  return { value: '–', role: 'total', align: 'center' };
}

const sumOf = (cells: readonly string[]) => `IF(COUNT(${cells.join(',')})=0,"",SUM(${cells.join(',')}))`;

const total = (formula: string): SheetCell => ({
  value: null,
  formula,
  role: 'total',
  format: 'count',
  align: 'center',
});
