import type { RowRange, Sheet } from '../model/workbook.js';

/** A4 (ECMA-376 part 1, 18.3.1.63: paper size 9), in points. */
const PAPER = { short: 595, long: 842 };
const MARGIN = { sides: 36, ends: 43 };
/** Digit width of the workbook's font, the unit of column widths: 8 of 96 per inch. */
const DIGIT_POINTS = 6;
/** Programs differ slightly in how much fits on a page. */
const ROOM = 0.97;

/**
 * Print settings of a sheet: A4, all columns on one page width, page numbers from the second page on as in documents.
 */
export interface PageSetup {
  /** `sheetPr`, the first element of a sheet */
  readonly properties: string;
  /** from `pageMargins` to `rowBreaks`, in the order of ECMA-376 part 1, 18.3.1.99 */
  readonly xml: string;
}

/**
 * If blocks of rows should stay on one page, the sheet is scaled by a fixed factor, so that the page size is known:
 * programs that fit a sheet to the width ignore manual breaks.
 *
 * @param heights of all rows, in points
 */
export function pageSetup(sheet: Sheet, heights: readonly number[]): PageSetup {
  const orientation = sheet.landscape ? 'landscape' : 'portrait';
  const scale = sheet.blocks && scaleOf(sheet);
  const breaks = scale && sheet.blocks ? breaksBetween(sheet.blocks, { sheet, heights, scale }) : [];
  const size = scale ? `scale="${Math.floor(scale * 100)}"` : 'fitToWidth="1" fitToHeight="0"';
  return {
    properties: scale ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    xml:
      `<pageMargins left="${inches(MARGIN.sides)}" right="${inches(MARGIN.sides)}" top="${inches(MARGIN.ends)}"` +
      ` bottom="${inches(MARGIN.ends)}" header="0.3" footer="0.3"/>` +
      `<pageSetup paperSize="9" orientation="${orientation}" ${size}/>` +
      '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>' +
      breaksXml(breaks),
  };
}

/** The factor that fits the columns to the page width; at most 1. */
function scaleOf({ columns, landscape }: Sheet): number {
  const letters = columns.reduce((sum, { letters, hidden }) => sum + (hidden ? 0 : letters), 0);
  const width = (landscape ? PAPER.long : PAPER.short) - 2 * MARGIN.sides;
  return Math.min(1, Math.max(0.1, (width * ROOM) / (letters * DIGIT_POINTS)));
}

/** Rows that start a page: the first rows of blocks that would otherwise be split but fit on one page. */
function breaksBetween(
  blocks: readonly RowRange[],
  { sheet, heights, scale }: { sheet: Sheet; heights: readonly number[]; scale: number },
): number[] {
  const heightOf = (first: number, last: number): number => {
    let sum = 0;
    for (let row = first; row <= last; row++) sum += sheet.rows[row]?.hidden ? 0 : (heights[row] ?? 0);
    return sum;
  };
  const repeated = sheet.fixed ? heightOf(...sheet.fixed.headRows) : 0;
  const page = (((sheet.landscape ? PAPER.short : PAPER.long) - 2 * MARGIN.ends) * ROOM) / scale;
  const breaks: number[] = [];
  let [used, next] = [0, 0];
  for (const [first, last] of blocks) {
    used += heightOf(next, first - 1);
    const block = heightOf(first, last);
    if (used + block > page && used > repeated) {
      breaks.push(first);
      used = repeated;
    }
    // Blocks longer than a page continue on the next ones.
    used = used + block <= page ? used + block : repeated + ((used + block - repeated) % (page - repeated));
    next = last + 1;
  }
  return breaks;
}

function breaksXml(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const elements = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${elements.join('')}</rowBreaks>`;
}

const inches = (points: number) => String(Math.round((points / 72) * 100) / 100);
