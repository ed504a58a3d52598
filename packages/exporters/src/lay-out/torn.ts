import { words } from '../strings/document-words.js';

/**
 * How badly a line ends: within a word of several syllables or before a dash, as no typist parts the name of an office;
 * less badly after a dash, or between what an office governs and its name.
 *
 * @param before what stands before the end of the line, and `after` behind it
 * @returns 0: well
 */
export function torn(before: string, after: string): number {
  const [last = '', first = ''] = [before.trimEnd().split(' ').at(-1), after.trimStart().split(' ', 1)[0]].map(folded);
  if (first === DASH) return WORD_TORN;
  if (last === DASH) return 1;
  if (INSEPARABLE.has(`${last} ${first}`)) return WORD_TORN;
  return words.beforeName.some((kind) => kind === last) ? 1 : 0;
}

/** Worse than one that only parts what belongs together. */
export const WORD_TORN = 2;

const DASH = '-';

const folded = (text = '') => text.toLocaleLowerCase('vi').replaceAll(...words.sameSpelling);

const INSEPARABLE: ReadonlySet<string> = new Set(words.inseparable);
