import type { PageParagraph } from '../model/pages.js';
import { lineStarts, linesOf } from './height.js';
import { torn, WORD_TORN } from './torn.js';

/**
 * Narrows a paragraph that takes several lines until they are about equally long, as a typist parts the name of an
 * office or the matter of a letter: not one word alone on its last line, and no line that ends within a word of several
 * syllables where another width has none that does, or one line more.
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

/** Of so many lines the width at which they end well and are about equally long; each of the two has its price. */
function best(paragraph: PageParagraph, lines: number, roomMm: number): Width {
  let fits = roomMm;
  let tooNarrow = 0;
  while (fits - tooNarrow > 0.5) {
    const tried = (fits + tooNarrow) / 2;
    if (linesOf(paragraph, tried) > lines) tooNarrow = tried;
    else fits = tried;
  }
  // A program that measures a little otherwise included.
  const at = (widthMm: number): Width => {
    const wider = Math.min(roomMm, widthMm * SPARE);
    return { widthMm, torn: Math.max(tornOf(paragraph, widthMm), tornOf(paragraph, wider)) };
  };
  const costOf = ({ widthMm, torn: ends }: Width) => ends + (widthMm / fits - 1) * COST_OF_TWICE_AS_WIDE;
  let found = at(fits);
  // Beyond the width whose own price is higher nothing better comes.
  for (let widthMm = fits + 1; widthMm * SPARE <= roomMm; widthMm++) {
    if (costOf({ widthMm, torn: 0 }) >= costOf(found)) break;
    const tried = at(widthMm);
    if (costOf(tried) < costOf(found)) found = tried;
  }
  return found;
}

/** Up to a third wider to end no line after a dash, two thirds to part no word; then the last line is a word alone. */
const COST_OF_TWICE_AS_WIDE = 3;

/** How badly the lines of this width end, all in all. */
function tornOf(paragraph: PageParagraph, widthMm: number): number {
  const text = paragraph.texts.map((one) => one.text).join('');
  return lineStarts(paragraph, widthMm).reduce((sum, start) => {
    const before = paragraph.texts.slice(0, start.text).reduce((letters, one) => letters + one.text.length, 0);
    const at = before + start.letter;
    return sum + torn(text.slice(0, at), text.slice(at));
  }, 0);
}

/** Longer ones are no longer a heading. */
const MOST_LINES = 6;
/** Programs measure letters a little differently; a word more on a line than counted must still fit. */
const SPARE = 1.05;
