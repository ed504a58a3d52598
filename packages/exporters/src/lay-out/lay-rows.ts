import type { Cell } from '../model/document.js';

/** Finds the column in which each cell begins: row spans from above shift later cells to the right. */
export function layRows<T>(
  rows: readonly (readonly Cell[])[],
  lay: (cell: Cell, place: number, row: number) => T,
): T[][] {
  const takenUntil: number[] = [];
  return rows.map((cells, row) => {
    let place = 0;
    return cells.map((cell) => {
      while ((takenUntil[place] ?? 0) > row) place++;
      const first = place;
      for (let covered = 0; covered < (cell.across ?? 1); covered++) takenUntil[place++] = row + (cell.down ?? 1);
      return lay(cell, first, row);
    });
  });
}
