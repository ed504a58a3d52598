import { syllables, type Syllable } from './same-name.js';

const ALPHABET = 'a\u0103\u00e2bcd\u0111e\u00eafghijklmno\u00f4\u01a1pqrstu\u01b0vwxyz';
/** none, huyền, sắc, hỏi, ngã, nặng: the order of office lists; dictionaries have another. */
const TONES = '\u0300\u0301\u0309\u0303\u0323';

/** A name made ready for comparing: worth keeping where a long list is sorted. */
export type OfficeKey = readonly { readonly ranks: readonly number[]; readonly tone: number }[];

/**
 * Orders people as office lists do: by the given name, which comes last, then the middle names, then the surname.
 * Syllable by syllable letters count first (a ă â … d đ … o ô ơ … u ư), then the tone: none, huyền, sắc, hỏi, ngã, nặng.
 */
export const comparePeople = (left: string, right: string): number =>
  compareOfficeKeys(peopleKey(left), peopleKey(right));

/** Orders collectives, households' and models' names from their first syllable, by the same letters and tones. */
export const compareNames = (left: string, right: string): number => compareOfficeKeys(namesKey(left), namesKey(right));

/** What `comparePeople` compares. */
export const peopleKey = (name: string): OfficeKey => givenNameFirst(syllables(name)).map(rankOf);

/** What `compareNames` compares. */
export const namesKey = (name: string): OfficeKey => syllables(name).map(rankOf);

export function compareOfficeKeys(left: OfficeKey, right: OfficeKey): number {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [one, other] = [left[at]!, right[at]!];
    const order = compareRanks(one.ranks, other.ranks) || one.tone - other.tone;
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

const rankOf = ({ letters, tone }: Syllable) => ({ ranks: ranks(letters), tone: toneRank(tone) });

function givenNameFirst(parts: readonly Syllable[]): Syllable[] {
  const [surname, ...rest] = parts;
  const given = rest.pop();
  return given ? [given, ...rest, surname!] : [...parts];
}

const toneRank = (tone: string): number => (tone === '' ? -1 : TONES.indexOf(tone));

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
