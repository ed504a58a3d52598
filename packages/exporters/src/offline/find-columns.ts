import { cellName } from '../model/workbook.js';
import type { CellMarks, ReadSheet, ReadValue } from '../xlsx/read-sheet.js';
import { MARK } from '../tables/marks.js';

/** Column positions of a sheet, by id, and where its rows begin. */
export interface FoundColumns {
  readonly sheet: ReadSheet;
  /** what the sheet contains, by its hidden row: a kind of nominee, a table, or the single values */
  readonly of: string;
  /** column of the mark, which holds the ids of the rows */
  readonly marked: number;
  readonly byId: ReadonlyMap<string, number>;
  /** first row below the hidden row */
  readonly below: number;
}

/** Searches this many rows, since users may insert rows above the hidden one. */
const SEARCHED_ROWS = 60;

/** Finds the hidden row of column ids, since columns may have been moved. */
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

/** A cell with its address. */
export interface PlacedCell {
  readonly given: ReadValue;
  readonly cell: string;
  readonly marks: CellMarks;
  readonly dayOf: ReadSheet['dayOf'];
}

export const placedAt = (sheet: ReadSheet, row: number, column: number): PlacedCell => ({
  given: cellAt(sheet, row, column),
  cell: cellRef(sheet, row, column),
  marks: sheet.marks.get(cellName(row, column)) ?? {},
  dayOf: sheet.dayOf,
});

/** `Cá nhân!C7` */
export const cellRef = ({ name }: ReadSheet, row: number, column: number) => `${name}!${cellName(row, column)}`;

export const isBlank = (cell: ReadValue | undefined) =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
