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
    : cellNumber(table.view, cellsOf(table, valueAt), row, column.view);
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

const cellsOf =
  (table: DataTable, valueAt: ValueAt): CellAt =>
  (row, column) =>
    valueAt(cellPath(table, row, column));

/** A doubtful number is stored as the text that was typed. */
function isUnread(table: DataTable, row: string | typeof TOTAL, column: DataColumn, valueAt: ValueAt): boolean {
  if (row === TOTAL && !column.totalled) return false;
  return cellsRead(table.view, row, column.view).some(
    ([at, { id, type }]) =>
      (type === 'count' || type === 'percent') && typeof valueAt(cellPath(table, at, id)) === 'string',
  );
}
