import { sumOfFilled } from '@kl01/rules';
import { pointer } from '../../base/pointer.js';
import type { DataColumn, DataTable, ValueAt } from './data-table.js';

/**
 * What a total shows: the sum of the filled cells (of ticks: how many there are), null if all are blank or the
 * column has no total.
 */
export function totalDown(table: DataTable, column: DataColumn, valueAt: ValueAt): number | null {
  if (!column.totalled) return null;
  return sumOfFilled(table.rows.map((row) => numberIn(table, row.id, column, valueAt)));
}

/** The number in a cell: typed, or computed from others of the row; null while blank. */
export function numberIn(table: DataTable, row: string, column: DataColumn, valueAt: ValueAt): number | null {
  if (column.sumOf) return sumOfFilled(column.sumOf.map((id) => asNumber(valueAt(cellPath(table, row, id)))));
  return asNumber(valueAt(cellPath(table, row, column.id)));
}

export function cellPath({ path }: DataTable, row: string, column: string): string {
  return path + pointer(row, column);
}

function asNumber(value: unknown): number | null {
  if (value === true) return 1;
  return typeof value === 'number' ? value : null;
}
