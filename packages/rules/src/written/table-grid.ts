import { normalized } from '../reading/normalized.js';
import { textOfBlocks, type WrittenTable } from './block.js';

/** A wider table is none of a form. */
const MAX_COLUMNS = 80;
/** Rows above the cells. */
export const MAX_HEAD = 8;

/** The text of every place, that of a merged cell in each place that it covers. */
export type Grid = readonly (readonly string[])[];

/** Null if there is no row below a head, or the table is wider than any of a form. */
export function gridOf({ rows }: WrittenTable): Grid | null {
  const shown = rows.filter(({ apart }) => apart === undefined);
  const grid: string[][] = shown.map(() => []);
  let isWide = false;
  shown.forEach(({ cells }, at) => {
    for (const { column, across, down, blocks } of cells) {
      if (column + across > MAX_COLUMNS) isWide = true;
      if (isWide) return;
      const text = normalized(textOfBlocks(blocks)).replaceAll('\n', ' ').trim();
      for (let row = at; row < Math.min(at + down, shown.length); row += 1)
        for (let place = column; place < column + across; place += 1) grid[row]![place] = text;
    }
  });
  return isWide || grid.length < 2 ? null : grid;
}

/** Rows above the first one that is numbered from 1, or below a head merged downwards; the numbers of columns are no row. */
export function headDepth(grid: Grid): number {
  let depth = 1;
  const top = grid[0]!;
  while (depth < Math.min(grid.length, MAX_HEAD) && top.some((text, at) => text !== '' && grid[depth]![at] === text))
    depth += 1;
  const numbers = grid[depth] ?? [];
  const isNumbers = numbers.length > 1 && numbers.every((text) => /^(?:\(?\d{1,2}\)?|[A-Z]|\d+\s*=.*)?$/.test(text));
  const inTurn = numbers.filter((text) => /^\(?\d{1,2}\)?$/.test(text)).map((text) => Number(text.replace(/\D/g, '')));
  return isNumbers && inTurn.length > 1 && inTurn.every((number, at) => number === inTurn[0]! + at) ? depth + 1 : depth;
}
