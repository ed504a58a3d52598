import { pointer, percentOfSums, sumOfFilled } from '@kl01/rules';
import { cellCodecs } from './cell-type.js';
import type { DataColumn, DataTable, ValueAt } from './data-table.js';

/** Shown instead of a sum while one of its numbers cannot be read: a sum without it would be wrong. */
export const UNREAD = '—';

/**
 * The value of a total: the sum of the filled cells (ticks: their number; percentages: computed from the totals of
 * their counts, in hundredths); null if all are blank, one cannot be read, or the column has no total.
 */
export function totalDown(table: DataTable, column: DataColumn, valueAt: ValueAt): number | null {
  if (!column.totalled || isTotalUnread(table, column, valueAt)) return null;
  if (column.shareOf) {
    const [part, whole] = column.shareOf;
    const read = (row: string, id: string): unknown => valueAt(cellPath(table, row, id));
    return percentOfSums(table.rows.map(({ id }) => [read(id, part), read(id, whole)] as const));
  }
  return sumOfFilled(table.rows.map((row) => numberIn(table, row.id, column, valueAt)));
}

/** The number in a cell: typed, or computed from others of the row; null if blank, or if one of them cannot be read. */
export function numberIn(table: DataTable, row: string, column: DataColumn, valueAt: ValueAt): number | null {
  if (isUnread(table, row, column, valueAt)) return null;
  if (column.sumOf) return sumOfFilled(column.sumOf.map((id) => asNumber(valueAt(cellPath(table, row, id)))));
  return asNumber(valueAt(cellPath(table, row, column.id)));
}

/** A total as it is shown. */
export function showTotal(table: DataTable, column: DataColumn, valueAt: ValueAt): string {
  if (column.totalled && isTotalUnread(table, column, valueAt)) return UNREAD;
  // The total of ticks is a count.
  return cellCodecs[column.type === 'tick' ? 'count' : column.type].show(totalDown(table, column, valueAt));
}

/** A computed cell as it is shown. */
export function showComputed(table: DataTable, row: string, column: DataColumn, valueAt: ValueAt): string {
  return isUnread(table, row, column, valueAt)
    ? UNREAD
    : cellCodecs[column.type].show(numberIn(table, row, column, valueAt));
}

/** Whether some sum of a table is missing because of an unreadable number. */
export function hasUnreadSums(table: DataTable, columns: readonly DataColumn[], valueAt: ValueAt): boolean {
  return columns.some(
    (column) =>
      (table.totalRow !== undefined && column.totalled && isTotalUnread(table, column, valueAt)) ||
      (column.sumOf !== undefined && table.rows.some(({ id }) => isUnread(table, id, column, valueAt))),
  );
}

export function cellPath({ path }: DataTable, row: string, column: string): string {
  return path + pointer(row, column);
}

function isTotalUnread(table: DataTable, column: DataColumn, valueAt: ValueAt): boolean {
  const { shareOf } = column;
  // The total of percentages is computed from their counts.
  const added = shareOf ? { ...column, sumOf: shareOf } : column;
  return table.rows.some(({ id }) => isUnread(table, id, added, valueAt));
}

/** A doubtful number is stored as the text that was typed. */
function isUnread(table: DataTable, row: string, column: DataColumn, valueAt: ValueAt): boolean {
  if (column.type === 'text' || column.type === 'tick') return false;
  return (column.sumOf ?? [column.id]).some((id) => typeof valueAt(cellPath(table, row, id)) === 'string');
}

function asNumber(value: unknown): number | null {
  if (value === true) return 1;
  return typeof value === 'number' ? value : null;
}
