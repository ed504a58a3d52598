import { cellNumber, cellsRead, pointer, type CellAt } from '@kl01/rules';
import { cellCodecs } from './cell-type.js';
import type { DataColumn, DataRow, DataTable, ValueAt } from './data-table.js';

/** Shown instead of a number while one of those it is made of cannot be read: without that one it would be wrong. */
export const UNREAD = '—';

/** The row below all others. */
export const TOTAL = null;

/** Whether a cell is filled in, rather than computed or left out. */
export function isTyped(row: Pick<DataRow, 'cells'>, column: Pick<DataColumn, 'computed'>): boolean {
  return row.cells === undefined && !column.computed;
}

/**
 * The number in a cell: typed, or computed from others; null if blank, or if one of them cannot be read. Percentages in
 * hundredths, ticks as 1.
 *
 * @param row id of a row, or `TOTAL`
 */
export function numberIn(
  table: DataTable,
  row: string | typeof TOTAL,
  column: DataColumn,
  valueAt: ValueAt,
): number | null {
  return isUnread(table, row, column, valueAt)
    ? null
    : cellNumber(table.view, cellsOf(valueAt(table.path)), row, column.view);
}

/** A computed cell as it is shown. */
export function showComputed(
  table: DataTable,
  row: string | typeof TOTAL,
  column: DataColumn,
  valueAt: ValueAt,
): string {
  if (isUnread(table, row, column, valueAt)) return UNREAD;
  // The total of ticks is a count.
  const type = column.type === 'percent' ? 'percent' : 'count';
  return cellCodecs[type].show(numberIn(table, row, column, valueAt));
}

/** Whether some computed number of a table is missing because one that was typed cannot be read. */
export function hasUnreadSums(table: DataTable, columns: readonly DataColumn[], valueAt: ValueAt): boolean {
  return columns.some(
    (column) =>
      (table.totalRow !== undefined && isUnread(table, TOTAL, column, valueAt)) ||
      table.rows.some((row) => !isTyped(row, column) && isUnread(table, row.id, column, valueAt)),
  );
}

export function cellPath({ path }: DataTable, row: string, column: string): string {
  return path + pointer(row, column);
}

/** The cells of a stored table: it is looked up once, since a total may be of ten thousand rows. */
export const cellsOf =
  (stored: unknown): CellAt =>
  (row, column) =>
    ownOf(ownOf(stored, row), column);

const ownOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** A doubtful number is stored as the text that was typed. */
function isUnread(table: DataTable, row: string | typeof TOTAL, column: DataColumn, valueAt: ValueAt): boolean {
  if (row === TOTAL && !column.totalled) return false;
  const at = cellsOf(valueAt(table.path));
  return cellsRead(table.view, row, column.view).some(
    ([of, { id, type }]) => (type === 'count' || type === 'percent') && typeof at(of, id) === 'string',
  );
}
