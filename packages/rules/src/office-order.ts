import { syllables, type Syllable } from './same-name.js';

const ALPHABET = 'a\u0103\u00e2bcd\u0111e\u00eafghijklmno\u00f4\u01a1pqrstu\u01b0vwxyz';
/** none, huyền, sắc, hỏi, ngã, nặng: the order of office lists; dictionaries have another. */
const TONES = '\u0300\u0301\u0309\u0303\u0323';

/**
 * Orders people as office lists do: by the given name, which comes last, then the middle names, then the surname.
 * Syllable by syllable letters count first (a ă â … d đ … o ô ơ … u ư), then the tone: none, huyền, sắc, hỏi, ngã, nặng.
 */
export const comparePeople = (left: string, right: string): number =>
  compareSyllables(givenNameFirst(syllables(left)), givenNameFirst(syllables(right)));

/** Orders collectives, households' and models' names from their first syllable, by the same letters and tones. */
export const compareNames = (left: string, right: string): number =>
  compareSyllables(syllables(left), syllables(right));

function givenNameFirst(parts: readonly Syllable[]): Syllable[] {
  const [surname, ...rest] = parts;
  const given = rest.pop();
  return given ? [given, ...rest, surname!] : [...parts];
}

function compareSyllables(left: readonly Syllable[], right: readonly Syllable[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order =
      compareRanks(ranks(left[at]!.letters), ranks(right[at]!.letters)) || toneRank(left[at]!) - toneRank(right[at]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

const toneRank = ({ tone }: Syllable): number => (tone === '' ? -1 : TONES.indexOf(tone));

function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    if (left[at] !== right[at]) return left[at]! - right[at]!;
  }
  return left.length - right.length;
}

/** Digits before letters, and numbers by their value: "Chi bộ 2" before "Chi bộ 10". */
const ranks = (text: string): number[] =>
  (text.match(/\d+|\D/gu) ?? []).map((part) => {
    if (/^\d/.test(part)) return Number(part) - 1e9;
    const at = ALPHABET.indexOf(part);
    return at < 0 ? 1000 + part.codePointAt(0)! : at;
  });
