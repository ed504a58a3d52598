import type { PageParagraph } from '../pages.js';
import { linesOf } from './height.js';

/**
 * Narrows a paragraph that takes several lines until they are about equally long, as a typist parts the name of an
 * office or the matter of a letter: not one word alone on its last line.
 */
export function balanced(paragraph: PageParagraph, roomMm: number): PageParagraph {
  const lines = linesOf(paragraph, roomMm);
  if (lines < 2 || lines > MOST_LINES) return paragraph;
  let fits = roomMm;
  let tooNarrow = 0;
  while (fits - tooNarrow > 0.5) {
    const tried = (fits + tooNarrow) / 2;
    if (linesOf(paragraph, tried) > lines) tooNarrow = tried;
    else fits = tried;
  }
  const sideMm = (roomMm - fits * SPARE) / 2;
  if (sideMm <= 0) return paragraph;
  return { ...paragraph, leftMm: paragraph.leftMm + sideMm, rightMm: paragraph.rightMm + sideMm };
}

/** Longer ones are no longer a heading. */
const MOST_LINES = 6;
/** Programs measure letters a little differently; a word more on a line than counted must still fit. */
const SPARE = 1.05;
