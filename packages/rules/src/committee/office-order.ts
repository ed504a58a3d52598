import { syllables, type Syllable } from './same-name.js';
import { compareText } from '../text.js';

const ALPHABET = 'a\u0103\u00e2bcd\u0111e\u00eafghijklmno\u00f4\u01a1pqrstu\u01b0vwxyz';
/** None, huyền, sắc, hỏi, ngã, nặng: the order used in office lists; dictionaries differ. */
const TONES = '\u0300\u0301\u0309\u0303\u0323';

/**
 * Compares names of people as office lists order them: by the given name, which comes last, then the middle names, then
 * the surname. Within a syllable, letters come first (a ă â … d đ … o ô ơ … u ư), then the tone: none, huyền, sắc, hỏi,
 * ngã, nặng.
 */
export const comparePeople = (left: string, right: string): number => compareText(peopleKey(left), peopleKey(right));

/** Compares names of collectives and models from their first syllable, by the same letters and tones. */
export const compareNames = (left: string, right: string): number => compareText(namesKey(left), namesKey(right));

/** A sort key whose code-unit order is the order of names; worth caching when sorting a long list. */
export type OfficeKey = string;

/** Compares two keys of `peopleKey` or `namesKey`: negative, 0 or positive, as `Array.sort` expects. */
export const compareOfficeKeys: (left: OfficeKey, right: OfficeKey) => number = compareText;

/** The sort key used by `comparePeople`. */
export function peopleKey(name: string | readonly Syllable[]): OfficeKey {
  const [surname, ...rest] = syllablesOf(name);
  const given = rest.pop();
  return sortKey(given ? [given, ...rest, surname!] : surname ? [surname] : []);
}

/** The sort key used by `compareNames`. */
export const namesKey = (name: string | readonly Syllable[]): OfficeKey => sortKey(syllablesOf(name));

const syllablesOf = (name: string | readonly Syllable[]): readonly Syllable[] =>
  typeof name === 'string' ? syllables(name) : name;

/** Letters, then a syllable terminator that sorts below every letter, then the tone. */
const sortKey = (parts: readonly Syllable[]): string =>
  parts.reduce((key, { letters, tone }) => `${key}${lettersKey(letters)}\u0001${toneKey(tone)}`, '');

const toneKey = (tone: string): string => String.fromCharCode(2 + (tone === '' ? 0 : 1 + TONES.indexOf(tone)));

/** Numbers sort by value and before letters: "Chi bộ 2" before "Chi bộ 10". */
function lettersKey(letters: string): string {
  let key = '';
  for (const part of /\d/.test(letters) ? letters.match(/\d+|\D/gu)! : letters)
    key += LETTER_KEYS.get(part) ?? otherKey(part);
  return key;
}

const LETTER_KEYS = new Map(Array.from(ALPHABET, (letter, at) => [letter, String.fromCharCode(0x1000 + at)]));

function otherKey(part: string): string {
  if (!/^\d/.test(part)) return `\u2000${part}`;
  const digits = part.replace(/^0+(?=\d)/, '');
  return `\u0010${String.fromCharCode(0x20 + digits.length)}${digits}`;
}
