import type { PageParagraph } from '../pages.js';
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
  const usual = leastTorn(paragraph, lines, roomMm);
  const longer = usual.torn >= WORD_TORN ? leastTorn(paragraph, lines + 1, roomMm) : usual;
  const { widthMm } = longer.torn < usual.torn ? longer : usual;
  const sideMm = (roomMm - widthMm * SPARE) / 2;
  if (sideMm <= 0) return paragraph;
  return { ...paragraph, leftMm: paragraph.leftMm + sideMm, rightMm: paragraph.rightMm + sideMm };
}

interface Width {
  readonly widthMm: number;
  readonly torn: number;
}

/** The least width of so many lines at which they end best; a program that measures a little otherwise included. */
function leastTorn(paragraph: PageParagraph, lines: number, roomMm: number): Width {
  let fits = roomMm;
  let tooNarrow = 0;
  while (fits - tooNarrow > 0.5) {
    const tried = (fits + tooNarrow) / 2;
    if (linesOf(paragraph, tried) > lines) tooNarrow = tried;
    else fits = tried;
  }
  const tornAt = (widthMm: number) =>
    Math.max(tornOf(paragraph, widthMm), tornOf(paragraph, Math.min(roomMm, widthMm * SPARE)));
  let best: Width = { widthMm: fits, torn: tornAt(fits) };
  for (let widthMm = fits; widthMm * SPARE <= roomMm && best.torn > 0; widthMm++) {
    const tried = { widthMm, torn: tornAt(widthMm) };
    if (tried.torn < best.torn) best = tried;
  }
  return best;
}

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
