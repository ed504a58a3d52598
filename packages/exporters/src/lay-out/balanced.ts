import type { PageParagraph } from '../model/pages.js';
import { lineStarts, linesOf } from './height.js';
import { torn, WORD_TORN } from './torn.js';

/**
 * Narrows a paragraph of several lines until they are about equally long, as a typist breaks the name of an office or
 * the matter of a letter: no single word on the last line, and no break within a multi-syllable word if another width
 * or one more line avoids it.
 */
export function balanced(paragraph: PageParagraph, roomMm: number): PageParagraph {
  const lines = linesOf(paragraph, roomMm);
  if (lines < 2 || lines > MOST_LINES) return paragraph;
  const usual = best(paragraph, lines, roomMm);
  const longer = usual.torn >= WORD_TORN ? best(paragraph, lines + 1, roomMm) : usual;
  const { widthMm } = longer.torn < usual.torn ? longer : usual;
  const sideMm = (roomMm - widthMm * SPARE) / 2;
  if (sideMm <= 0) return paragraph;
  return { ...paragraph, leftMm: paragraph.leftMm + sideMm, rightMm: paragraph.rightMm + sideMm };
}

interface Width {
  readonly widthMm: number;
  readonly torn: number;
}

/** Finds the width for this number of lines that best balances good line ends against equal lengths. */
function best(paragraph: PageParagraph, lines: number, roomMm: number): Width {
  let fits = roomMm;
  let tooNarrow = 0;
  while (fits - tooNarrow > 0.5) {
    const tried = (fits + tooNarrow) / 2;
    if (linesOf(paragraph, tried) > lines) tooNarrow = tried;
    else fits = tried;
  }
  // Allows for programs that measure slightly differently.
  const at = (widthMm: number): Width => {
    const wider = Math.min(roomMm, widthMm * SPARE);
    return { widthMm, torn: Math.max(tornOf(paragraph, widthMm), tornOf(paragraph, wider)) };
  };
  const costOf = ({ widthMm, torn: ends }: Width) => ends + (widthMm / fits - 1) * COST_OF_TWICE_AS_WIDE;
  let found = at(fits);
  // Stop once the cost of the width alone exceeds the best total.
  for (let widthMm = fits + 1; widthMm * SPARE <= roomMm; widthMm++) {
    if (costOf({ widthMm, torn: 0 }) >= costOf(found)) break;
    const tried = at(widthMm);
    if (costOf(tried) < costOf(found)) found = tried;
  }
  return found;
}

/**
 * Allows a third more width to avoid ending a line after a dash, two thirds to keep a word whole; beyond that, the last
 * line would be a single word.
 */
const COST_OF_TWICE_AS_WIDE = 3;

/** Sum of the penalties of all line ends at this width. */
function tornOf(paragraph: PageParagraph, widthMm: number): number {
  const text = paragraph.texts.map((one) => one.text).join('');
  return lineStarts(paragraph, widthMm).reduce((sum, start) => {
    const before = paragraph.texts.slice(0, start.text).reduce((letters, one) => letters + one.text.length, 0);
    const at = before + start.letter;
    return sum + torn(text.slice(0, at), text.slice(at));
  }, 0);
}

/** Longer paragraphs are not headings. */
const MOST_LINES = 6;
/** Programs measure text slightly differently; a line must fit even if it is wider than computed. */
const SPARE = 1.05;
