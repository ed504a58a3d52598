import { cellName } from '../model/workbook.js';
import type { ReadSheet, ReadValue } from '../xlsx/read-sheet.js';
import { MARK } from '../tables/marks.js';

/** Where the columns of a sheet stand, by their ids, and where its rows begin. */
export interface FoundColumns {
  readonly sheet: ReadSheet;
  /** what the hidden row says the sheet is: a kind of nominee, a table, the single values */
  readonly of: string;
  /** column of the mark itself: the ids of the rows */
  readonly marked: number;
  readonly byId: ReadonlyMap<string, number>;
  /** first row below the hidden one */
  readonly below: number;
}

/** Lines above the hidden row that a user may have put there. */
const SEARCHED_ROWS = 60;

/** Finds every hidden row of ids of a sheet: columns may have been moved since. */
export function findColumns(sheet: ReadSheet): FoundColumns | undefined {
  for (const [row, cells] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    const marked = cells.findIndex((cell) => typeof cell === 'string' && cell.startsWith(MARK));
    if (marked < 0) continue;
    const byId = new Map(cells.flatMap((cell, column) => (typeof cell === 'string' ? [[cell, column] as const] : [])));
    return { sheet, of: String(cells[marked]).slice(MARK.length), marked, byId, below: row + 1 };
  }
  return undefined;
}

export const cellAt = ({ rows }: ReadSheet, row: number, column: number): ReadValue => rows[row]?.[column] ?? null;

/** `Cá nhân!C7` */
export const cellRef = ({ name }: ReadSheet, row: number, column: number) => `${name}!${cellName(row, column)}`;

export const isBlank = (cell: ReadValue | undefined) =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
