import type { ColumnView, TableView } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import { pointer } from '../base/pointer.js';

/** One column of cells with the headings above it, outermost first; its own is the last. */
export interface Leaf {
  readonly column: ColumnView;
  readonly headings: readonly string[];
}

/** One cell of the head. */
export interface HeadCell {
  readonly id: string;
  readonly label: string;
  readonly columns: number;
  readonly rows: number;
}

export interface TableShape {
  readonly leaves: readonly Leaf[];
  /** the head from top to bottom, without the corner */
  readonly head: readonly (readonly HeadCell[])[];
}

export function tablesAsked(form: FormContext): readonly TableView[] {
  return form.view.report?.tables.filter(({ groups }) => isOf(form, groups)) ?? [];
}

/** What is printed above a table: the heading of the part of the annex that begins with it, or with one left out before it. */
export function partHeadings(form: FormContext, table: TableView): readonly string[] {
  const tables = form.view.report?.tables ?? [];
  const asked = tablesAsked(form);
  const before = asked[asked.indexOf(table) - 1];
  const from = before === undefined ? 0 : tables.indexOf(before) + 1;
  return tables.slice(from, tables.indexOf(table) + 1).flatMap(({ heading }) => heading ?? []);
}

export function tablePath({ id }: TableView): string {
  return pointer('tables', id);
}

export function tableName({ number, title }: TableView): string {
  return number === '' ? title : `${number}. ${title}`;
}

/** The columns this unit fills in, and the head above them. */
export function tableShape(form: FormContext, table: TableView): TableShape {
  const columns = columnsAsked(form, table.columns);
  const depth = Math.max(...columns.map(levels));
  const leaves: Leaf[] = [];
  const head: HeadCell[][] = Array.from({ length: depth }, () => []);
  const place = (column: ColumnView, level: number, above: readonly string[]): number => {
    // Ids of headings may repeat under different ones; the way down to them does not.
    const id = `${above.at(-1) ?? `${tablePath(table)}~column`}~${column.id}`;
    const headings = [...above, id];
    const below = column.columns ?? [];
    if (below.length === 0) leaves.push({ column, headings });
    const width = below.reduce((sum, each) => sum + place(each, level + 1, headings), 0) || 1;
    const rows = below.length === 0 ? depth - level : 1;
    head[level]?.push({ id, label: columnLabel(form, column), columns: width, rows });
    return width;
  };
  for (const column of columns) place(column, 0, []);
  return { leaves, head };
}

/**
 * What a total shows: the sum of the filled cells (of ticks: how many there are), null if all are blank or the
 * column has no total.
 */
export function totalDown(form: FormContext, table: TableView, column: ColumnView): number | null {
  if (column.down === undefined || column.down === 'none') return null;
  return sumOfFilled(table.rows.map((row) => cellValue(form, table, row.id, column)));
}

/** The number in a cell: typed, or computed from others of the row; null while blank. */
export function cellValue(form: FormContext, table: TableView, row: string, column: ColumnView): number | null {
  if (column.sumOf) return sumOfFilled(column.sumOf.map((id) => numberAt(form, table, row, id)));
  return numberAt(form, table, row, column.id);
}

function numberAt(form: FormContext, table: TableView, row: string, column: string): number | null {
  const value = form.valueAt(cellPath(table, row, column));
  if (value === true) return 1;
  return typeof value === 'number' ? value : null;
}

export function cellPath(table: TableView, row: string, column: string): string {
  return pointer('tables', table.id, row, column);
}

function sumOfFilled(values: readonly (number | null)[]): number | null {
  const filled = values.filter((value) => value !== null);
  return filled.length === 0 ? null : filled.reduce((sum, value) => sum + value, 0);
}

function columnsAsked(form: FormContext, columns: readonly ColumnView[]): readonly ColumnView[] {
  return columns.flatMap((column) => {
    if (!isOf(form, column.groups)) return [];
    if (!column.columns) return [column];
    const below = columnsAsked(form, column.columns);
    return below.length > 0 ? [{ ...column, columns: below }] : [];
  });
}

function levels({ columns }: ColumnView): number {
  return 1 + (columns ? Math.max(...columns.map(levels)) : 0);
}

/** Words of a column, which may follow an answer. */
function columnLabel(form: FormContext, { label }: ColumnView): string {
  if (typeof label === 'string') return label;
  const answer = form.valueAt(pointer('answers', label.by));
  const words =
    typeof answer === 'string' && answer !== 'by' && Object.hasOwn(label, answer) ? label[answer] : undefined;
  return words ?? label.else;
}

function isOf({ submission }: FormContext, groups: readonly string[] | undefined): boolean {
  return groups === undefined || groups.includes(submission.unit.group ?? '');
}
