import type { Kind } from '@kl01/rules';
import type { Members } from './sources.js';
import { textOf } from './text.js';

/**
 * People by given name, the last word; then by the words before it, from the last to the first. Bodies by their whole
 * name. Equal names keep the order in which they came.
 *
 * Tones in the order of today's dictionaries, which the collation of the language gives: a, a grave, hook, tilde, acute,
 * dot below. Both ways of placing a tone on oa, oe and uy count as one.
 */
export function byGivenName(nominees: readonly Members[], kind: Kind): Members[] {
  const isPerson = kind === 'individual' || kind === 'household';
  return nominees
    .map((nominee) => ({ nominee, words: wordsOf(nominee['name'], isPerson) }))
    .sort((one, other) => compareWords(one.words, other.words))
    .map(({ nominee }) => nominee);
}

function wordsOf(name: unknown, isPerson: boolean): string[] {
  const words = placedAlike(textOf(name) ?? '').split(/\s+/);
  return isPerson ? words.reverse() : words;
}

const collator = new Intl.Collator('vi', { numeric: true });

function compareWords(one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const order = collator.compare(one[at] ?? '', other[at] ?? '');
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** The tone of oa, oe and uy on the first vowel, where the old way puts it: for comparing only. */
const placedAlike = (name: string) =>
  name
    .normalize('NFD')
    .replace(/(o)([ae])(\p{M})(?!\p{L})/giu, '$1$3$2')
    .replace(/(u)(y)(\p{M})(?!\p{L})/giu, '$1$3$2')
    .normalize('NFC');
