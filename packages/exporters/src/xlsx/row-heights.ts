import type { CellRole, Sheet, SheetCell } from '../model/workbook.js';

const LINE_POINTS = 16;
const LEAST_POINTS = 18;
/** Excel's maximum row height. */
const MOST_POINTS = 409;
/** Average character width relative to a digit, the unit of column widths; bold characters are wider. */
const PLAIN_LETTER = 0.95;
const BOLD_LETTER = 1.1;
const BOLD: readonly CellRole[] = ['title', 'head', 'total'];
const TITLE_SIZE = 7 / 6;

/**
 * Row heights in points that show every line of every cell: programs adjust rows only on input, and never for merged
 * cells.
 */
export function rowHeights({ rows, columns }: Sheet): readonly number[] {
  const shown = columns.map(({ letters, hidden }) => (hidden ? 0 : letters));
  const heights = rows.map(({ cells }) => {
    let height = LEAST_POINTS;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at];
      if (cell && (cell.down ?? 1) === 1) height = Math.max(height, heightOf(cell, widthAt(at, cell)));
    }
    return height;
  });
  rows.forEach(({ cells }, row) => {
    cells.forEach((cell, at) => {
      if (cell && (cell.down ?? 1) > 1) stretch(cell, row, at);
    });
  });
  return heights.map((height) => Math.round(Math.min(MOST_POINTS, height) * 100) / 100);

  function widthAt(at: number, { across = 1 }: SheetCell): number {
    if (across === 1) return shown[at] ?? 0;
    return shown.slice(at, at + across).reduce((sum, letters) => sum + letters, 0);
  }

  /** Adds the missing height of a merged cell to its last row. */
  function stretch(cell: SheetCell, row: number, at: number): void {
    const last = row + (cell.down ?? 1) - 1;
    const above = heights.slice(row, last).reduce((sum, each) => sum + each, 0);
    heights[last] = Math.max(heights[last] ?? LEAST_POINTS, heightOf(cell, widthAt(at, cell)) - above);
  }
}

function heightOf({ value, role }: SheetCell, width: number): number {
  if (typeof value !== 'string' || width === 0) return 0;
  const size = role === 'title' ? TITLE_SIZE : 1;
  const letter = (BOLD.includes(role) ? BOLD_LETTER : PLAIN_LETTER) * size;
  return linesOf(value, (width - 1) / letter) * LINE_POINTS * size + 2;
}

/** The number of lines of a text in a column of this many characters. */
function linesOf(text: string, letters: number): number {
  let lines = 0;
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    lines += Math.max(1, Math.ceil((to - from) / letters));
    from = to + 1;
  }
  return lines;
}
