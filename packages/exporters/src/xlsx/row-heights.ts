import type { Sheet, SheetCell } from '../workbook.js';

const LINE_PT = 16;
const LEAST_PT = 18;
/** Excel's highest row. */
const MOST_PT = 409;
/** Letters of the sheet's font are on average this much of a digit, by which widths are counted; bold ones are wider. */
const LETTER = { plain: 0.95, bold: 1.1 };
const BOLD: readonly SheetCell['role'][] = ['title', 'head', 'total'];

/**
 * Heights that show every line of every cell, in points: programs fit rows to their texts by themselves only when somebody
 * types, and never where cells are merged.
 */
export function rowHeights({ rows, columns }: Sheet): readonly number[] {
  const heights = rows.map(({ cells }) =>
    Math.max(LEAST_PT, ...cells.map((cell, at) => ((cell?.down ?? 1) === 1 ? heightOf(cell, widthAt(at, cell)) : 0))),
  );
  for (const [row, { cells }] of rows.entries()) {
    for (const [at, cell] of cells.entries()) {
      const down = cell?.down ?? 1;
      if (down === 1) continue;
      const there = heights.slice(row, row + down).reduce((sum, each) => sum + each, 0);
      const last = row + down - 1;
      heights[last] = Math.max(
        heights[last] ?? LEAST_PT,
        (heights[last] ?? 0) + heightOf(cell, widthAt(at, cell)) - there,
      );
    }
  }
  return heights.map((height) => Math.min(MOST_PT, height));

  function widthAt(at: number, cell: SheetCell | null | undefined): number {
    const covered = columns.slice(at, at + (cell?.across ?? 1)).filter(({ hidden }) => !hidden);
    return covered.reduce((sum, { letters }) => sum + letters, 0);
  }
}

function heightOf(cell: SheetCell | null | undefined, width: number): number {
  if (typeof cell?.value !== 'string' || width === 0) return 0;
  const size = cell.role === 'title' ? 7 / 6 : 1;
  const letter = (BOLD.includes(cell.role) ? LETTER.bold : LETTER.plain) * size;
  const lines = cell.value.split('\n').map((line) => Math.max(1, Math.ceil((line.length * letter) / (width - 1))));
  return lines.reduce((sum, each) => sum + each, 0) * LINE_PT * size + 2;
}
