import { columnLeaves } from './columns.js';
import type { ColumnView, RowView, TableView } from './rulebook.js';

/** The typed value of a cell; anything else is blank. */
export type CellAt = (row: string, column: string) => unknown;

/**
 * A table with the rows that a submission holds: those of open rows are named by their index, and called by their
 * number. Other tables are returned unchanged.
 *
 * @param stored the table in the submission; untrusted
 * @param spare blank rows below, as long as there may be so many
 */
export function withRows(view: TableView, stored: unknown, spare = 0): TableView {
  if (!view.open) return view;
  const count = Array.isArray(stored) ? stored.length : 0;
  const length = Math.max(count, Math.min(count + spare, view.open.atMost));
  const rows = Array.from({ length }, (_, index): RowView => ({
    id: String(index),
    label: String(index + 1),
    required: false,
  }));
  return { ...view, rows };
}

type Rows = Pick<TableView, 'rows'>;
type Table = Pick<TableView, 'rows' | 'columns'>;

/** Rows with cells to fill in: neither headings nor groups that are computed. */
export const typedRows = <Row extends RowView>({ rows }: { readonly rows: readonly Row[] }): Row[] =>
  rows.filter(({ cells }) => cells === undefined);

/** Columns with cells to fill in. */
export const typedColumns = (columns: readonly ColumnView[]): ColumnView[] =>
  columnLeaves(columns).filter(({ computed }) => !computed);

/**
 * The rows whose numbers add up to a total, none counted twice: those of a group, or of the whole table.
 *
 * @param within id of a group; the whole table if omitted
 */
export const addedRows = ({ rows }: Rows, within?: string): RowView[] =>
  rows.filter((row) => row.cells !== 'heading' && row.within === within);

/** Whether rows of its own follow a row. */
export const isGroupAt = ({ rows }: { readonly rows: readonly Pick<RowView, 'level'>[] }, index: number): boolean =>
  (rows[index + 1]?.level ?? 0) > (rows[index]?.level ?? 0);

/** The columns that a computed column is made of. */
export function partsOf({ computed }: ColumnView): readonly string[] {
  if (!computed) return [];
  if ('sum' in computed) return computed.sum;
  return 'minus' in computed ? computed.minus : computed.percent;
}

/** Cached because they are looked up cell by cell; safe because tables are immutable. */
const leavesById = new WeakMap<readonly ColumnView[], ReadonlyMap<string, ColumnView>>();
const rowsById = new WeakMap<readonly RowView[], ReadonlyMap<string, RowView>>();

function leafOf({ columns }: Pick<TableView, 'columns'>, id: string): ColumnView | undefined {
  let leaves = leavesById.get(columns);
  if (!leaves) leavesById.set(columns, (leaves = new Map(columnLeaves(columns).map((column) => [column.id, column]))));
  return leaves.get(id);
}

function rowOf({ rows }: Rows, id: string): RowView | undefined {
  let known = rowsById.get(rows);
  if (!known) rowsById.set(rows, (known = new Map(rows.map((row) => [row.id, row]))));
  return known.get(id);
}

/** The part and the whole of a percentage, typed or computed. */
export function shareOf(
  table: Pick<TableView, 'columns'>,
  { type, of, computed }: ColumnView,
): [part: ColumnView, whole: ColumnView] | null {
  const ids = computed && 'percent' in computed ? computed.percent : type === 'percent' ? of : undefined;
  const [part, whole] = (ids ?? []).map((id) => leafOf(table, id));
  return part && whole ? [part, whole] : null;
}

/** Whether a column has totals: a difference or a share if those it is made of have, percentages only if they are shares. */
export function hasTotal(table: Pick<TableView, 'columns'>, column: ColumnView): boolean {
  const share = shareOf(table, column);
  if (share) return share.every((part) => hasTotal(table, part));
  const { computed, down } = column;
  if (computed && 'minus' in computed) {
    return computed.minus.every((id) => {
      const part = leafOf(table, id);
      return part !== undefined && hasTotal(table, part);
    });
  }
  return down !== undefined && down !== 'none';
}

/**
 * The number in a cell: typed, or computed from those of its row, its group or the table.
 *
 * @param row id of a row; null for the total row
 * @returns null if blank, or if the row or column has no number there; a tick counts as 1; percentages in hundredths
 */
export function cellNumber(table: Table, at: CellAt, row: string | null, column: ColumnView): number | null {
  const added = rowsAdded(table, row);
  const { computed } = column;
  if (added) {
    if (!hasTotal(table, column)) return null;
    const share = shareOf(table, column);
    if (share) return percentOfSums(added.map(({ id }) => numbers(table, at, id, share)));
    if (!computed || !('minus' in computed)) {
      return sumOfFilled(added.map(({ id }) => cellNumber(table, at, id, column)));
    }
  } else if (row !== null && rowOf(table, row)?.cells === 'heading') return null;
  if (!computed) return row === null ? null : asNumber(at(row, column.id));
  const parts = numbers(
    table,
    at,
    row,
    partsOf(column).map((id) => leafOf(table, id)),
  );
  if ('sum' in computed) return sumOfFilled(parts);
  if ('percent' in computed) return percentOfSums([parts]);
  const [first, second] = parts;
  return typeof first === 'number' && typeof second === 'number' ? first - second : null;
}

/**
 * The typed cells that a number is made of, itself if it is typed: if one of them cannot be read, neither can the number.
 *
 * @param row id of a row; null for the total row
 */
export function cellsRead(
  table: Table,
  row: string | null,
  column: ColumnView,
): readonly (readonly [row: string, column: ColumnView])[] {
  const added = rowsAdded(table, row);
  // A percentage over several rows is that of its counts, whatever was typed.
  const made = added ? (shareOf(table, column)?.map(({ id }) => id) ?? partsOf(column)) : partsOf(column);
  const columns = made.length > 0 ? made.flatMap((id) => leafOf(table, id) ?? []) : [column];
  if (added) return added.flatMap(({ id }) => columns.flatMap((each) => cellsRead(table, id, each)));
  if (row === null) return [];
  return made.length > 0 ? columns.flatMap((each) => cellsRead(table, row, each)) : [[row, column]];
}

/** The rows that a computed row adds up; null for a row with cells of its own, or none. */
function rowsAdded(table: Rows, row: string | null): RowView[] | null {
  if (row === null) return addedRows(table);
  return rowOf(table, row)?.cells === 'sum' ? addedRows(table, row) : null;
}

const numbers = (table: Table, at: CellAt, row: string | null, columns: readonly (ColumnView | undefined)[]) =>
  columns.map((column) => (column ? cellNumber(table, at, row, column) : null));

function asNumber(value: unknown): number | null {
  if (value === true) return 1;
  return typeof value === 'number' ? value : null;
}

/**
 * A percentage in hundredths: the sum of the parts over the sum of the wholes, for rows that give both.
 *
 * @returns null if no row gives both, or all wholes are 0
 */
export function percentOfSums(counted: readonly (readonly unknown[])[]): number | null {
  let [parts, wholes] = [0, 0];
  for (const [part, whole] of counted) {
    if (typeof part !== 'number' || typeof whole !== 'number') continue;
    parts += part;
    wholes += whole;
  }
  return wholes > 0 ? Math.round((parts * 10_000) / wholes) : null;
}

/** A total: the sum of the filled cells; null if none is filled. */
export function sumOfFilled(values: readonly unknown[]): number | null {
  const filled = values.map(asNumber).filter((value) => value !== null);
  return filled.length === 0 ? null : filled.reduce((sum, value) => sum + value, 0);
}

/** What is printed in the row of column numbers: letters for the columns before the cells, then the numbers of these. */
export function columnNumbers(view: TableView, leaves: readonly ColumnView[]): string[] {
  const before = [view.numbered !== undefined, true, hasMeasures(view)].filter(Boolean);
  return [...before.map((_, index) => String.fromCharCode(65 + index)), ...leaves.map(({ number = '' }) => number)];
}

/** Whether the rows' units of measure are printed, in a column after the labels. */
export const hasMeasures = ({ rows }: Rows): boolean => rows.some(({ measure }) => measure !== undefined);
