import { words } from '../strings/document-words.js';

/**
 * Penalty of a line end: high within a multi-syllable word or before a dash, which a typist would avoid in the name of
 * an office; lower after a dash, or between the type of a unit and its name.
 *
 * @param before text before the end of the line; `after` follows it
 * @returns 0: good
 */
export function torn(before: string, after: string): number {
  const [last = '', first = ''] = [before.trimEnd().split(' ').at(-1), after.trimStart().split(' ', 1)[0]].map(folded);
  if (first === DASH) return WORD_TORN;
  if (last === DASH) return 1;
  if (INSEPARABLE.has(`${last} ${first}`)) return WORD_TORN;
  return words.beforeName.some((kind) => kind === last) ? 1 : 0;
}

/** Higher than for only separating what belongs together. */
export const WORD_TORN = 2;

const DASH = '-';

const folded = (text = '') => text.toLocaleLowerCase('vi').replaceAll(...words.sameSpelling);

const INSEPARABLE: ReadonlySet<string> = new Set(words.inseparable);
