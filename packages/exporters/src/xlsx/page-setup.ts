import type { RowRange, Sheet } from '../model/workbook.js';

/** A4 (ECMA-376 part 1, 18.3.1.63: paper size 9), in points. */
const PAPER = { short: 595, long: 842 };
const MARGIN = { sides: 36, ends: 43 };
/** A digit of the workbook's font, by which widths of columns are counted: 8 of 96 to an inch. */
const DIGIT_POINTS = 6;
/** Programs differ a little in what they fit on a page. */
const ROOM = 0.97;

/** How a sheet is printed: A4, all columns on one page's width, numbered from the second page on as documents are. */
export interface PageSetup {
  /** `sheetPr`, which begins a sheet */
  readonly properties: string;
  /** from `pageMargins` to `rowBreaks`, in the order of ECMA-376 part 1, 18.3.1.99 */
  readonly xml: string;
}

/**
 * Where blocks of rows should stay on one page the sheet is scaled by a number, so that we know what fits: programs that
 * fit a sheet to the width by themselves leave out breaks that they were told.
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

/** How much smaller than itself a sheet is printed so that its columns fit the width of a page; never larger. */
function scaleOf({ columns, landscape }: Sheet): number {
  const letters = columns.reduce((sum, { letters, hidden }) => sum + (hidden ? 0 : letters), 0);
  const width = (landscape ? PAPER.long : PAPER.short) - 2 * MARGIN.sides;
  return Math.min(1, Math.max(0.1, (width * ROOM) / (letters * DIGIT_POINTS)));
}

/** Rows that begin a page: those of a block that would else be cut and fits on a page of its own. */
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
    // What is longer than a page goes on over the next ones.
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
