import { normalized } from '@kl01/rules/reading';
import type { PageParagraph, PagesPart, PageText } from '../model/pages.js';

const MM_PER_POINT = 25.4 / 72;
/** Line height of Times New Roman, as a multiple of the font size. */
const LINE_HEIGHT = 1.15;

/**
 * The printed height of a part's paragraphs, without tables, with lines broken between words as in word processors.
 * Uses the character widths of Times New Roman, the font of all official layouts, whichever font is set.
 */
export function heightMm({ blocks, paperMm, marginsMm }: PagesPart): number {
  const roomMm = paperMm.width - marginsMm.left - marginsMm.right;
  return blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? paragraphMm(block, roomMm) : 0), 0);
}

/** The printed height of one paragraph at this width. */
export function paragraphMm(paragraph: PageParagraph, roomMm: number): number {
  const { texts, lineAtLeastPt, lineExactly, beforePt, afterPt } = paragraph;
  const size = Math.max(0, ...texts.map(({ sizePt }) => sizePt));
  const line = lineExactly ? lineAtLeastPt : Math.max(lineAtLeastPt, size * LINE_HEIGHT);
  return (linesOf(paragraph, roomMm) * line + beforePt + afterPt) * MM_PER_POINT;
}

/** The number of lines of a paragraph at this width. */
export const linesOf = (paragraph: PageParagraph, roomMm: number): number => layLines(paragraph, roomMm, () => {});

/** The start of a line in a paragraph. */
export interface LineStart {
  /** index of the text, and of the character in it */
  readonly text: number;
  readonly letter: number;
  /** free space at the end of the previous line */
  readonly freeMm: number;
}

/** The starts of all lines of a paragraph except the first. */
export function lineStarts(paragraph: PageParagraph, roomMm: number): LineStart[] {
  const starts: LineStart[] = [];
  layLines(paragraph, roomMm, (start) => starts.push(start));
  return starts;
}

/** @returns the number of lines */
function layLines(
  { texts, leftMm, rightMm, firstLineMm }: PageParagraph,
  roomMm: number,
  begin: (start: LineStart) => void,
): number {
  const room = (roomMm - leftMm - rightMm) / MM_PER_POINT;
  let lines = 1;
  let used = firstLineMm / MM_PER_POINT;
  let lastSpace = 0;
  for (const [index, text] of texts.entries()) {
    let letter = 0;
    for (const { width, space, letters } of words(text)) {
      if (used + width > room && used > 0) {
        begin({ text: index, letter, freeMm: (room - used + lastSpace) * MM_PER_POINT });
        lines++;
        used = 0;
      }
      // A word longer than a line is split at the end of the line.
      lines += Math.floor(width / room);
      used += (width % room) + space;
      lastSpace = space;
      letter += letters;
    }
  }
  return lines;
}

function words({ text, sizePt, bold }: PageText): { width: number; space: number; letters: number }[] {
  const widthOf = (part: string) => textMm(part, { sizePt, bold }) / MM_PER_POINT;
  return text.split(/(?<= )/).map((part) => {
    const word = part.trimEnd();
    return { width: widthOf(word), space: widthOf(part.slice(word.length)), letters: part.length };
  });
}

/** Bold characters are slightly wider on average. */
const BOLD = 1.05;

/** The printed width of a text without its line breaks, in millimetres. */
export const textMm = (text: string, { sizePt, bold = false }: { sizePt: number; bold?: boolean }): number =>
  ((lettersWidth(text) * sizePt * (bold ? BOLD : 1)) / 1000) * MM_PER_POINT;

/** In thousandths of the font size; diacritics add no width, the horn of ư and ơ does. */
function lettersWidth(text: string): number {
  let width = 0;
  let base = '';
  for (const letter of normalized(text, 'NFD')) {
    if (letter === HORN) width += HORN_WIDTHS[base] ?? 0;
    if (/\p{M}/u.test(letter)) continue;
    width += WIDTHS.get(letter) ?? OTHER;
    base = letter;
  }
  return width;
}

const HORN = '\u031b';
const HORN_WIDTHS: Readonly<Record<string, number>> = { u: 42, o: 29, U: 54 };

const OTHER = 500;

/** Advance widths of Times New Roman, characters grouped by width. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    250: ' ,.|',
    278: 'ijlt:;/\\',
    333: '()-!\'"frI[]`\u2018\u2019',
    389: 'sJ',
    444: 'acez?\u201c\u201d',
    500: 'bdghknopquvxy0123456789$_*#\u0111\u2013',
    556: 'PSF',
    564: '+=<>~',
    611: 'ELTZ',
    667: 'BCR',
    722: 'ADGHKNOQUVwXY\u0110',
    778: 'm&',
    833: '%',
    889: 'M',
    921: '@',
    944: 'W',
    1000: '\u2026\u2014',
  }).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
);
