import { knownSigns, normalized } from '@kl01/rules/reading';

/**
 * Makes every text within a value fit to print: composed Unicode (NFC), no half surrogate pairs, no control characters,
 * no marks that turn the direction of writing. XML admits none of the former; the latter could show a name reversed.
 *
 * @param given plain data; not changed
 * @param lines keeps the ends of lines and tabs, as cells do; left out: whatever parts words or lines becomes one space,
 *   since every line of a text is a paragraph of its own by now
 * @returns the same data with clean texts, how many characters were left out or replaced, and those left that mean
 *   something in one font only (U+E000–F8FF), of which other fonts print a gap
 */
export function printable<T>(given: T, { lines = false } = {}): { value: T; dropped: number; unseen: string[] } {
  let dropped = 0;
  const unseen: string[] = [];
  const unfit = lines ? NOT_IN_CELLS : NOT_PRINTABLE;
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') {
      if (PLAIN.test(part) && (lines || !part.includes('  '))) return part;
      const known = knownSigns(part);
      const spaced = lines ? known.replace(/\r\n?/g, '\n') : known.replace(/\s+/g, ' ');
      for (const [sign] of spaced.matchAll(/[\ue000-\uf8ff]/g)) unseen.push(sign);
      dropped += spaced.match(unfit)?.length ?? 0;
      return normalized(spaced.replace(unfit, (found) => (/\p{Surrogate}/u.test(found) ? '\ufffd' : '')));
    }
    if (typeof part !== 'object' || part === null) return part;
    // What is clean already, as nearly everything is, is not copied.
    if (Array.isArray(part)) return cleanList(part);
    let copy: Record<string, unknown> | undefined;
    for (const name of Object.keys(part)) {
      const value = (part as Record<string, unknown>)[name];
      const cleaned = clean(value);
      if (cleaned !== value) (copy ??= { ...part })[name] = cleaned;
    }
    return copy ?? part;
  };
  const cleanList = (list: readonly unknown[]): readonly unknown[] => {
    let copy: unknown[] | undefined;
    for (let at = 0; at < list.length; at++) {
      const cleaned = clean(list[at]);
      if (cleaned !== list[at]) (copy ??= [...list])[at] = cleaned;
    }
    return copy ?? list;
  };
  return { value: clean(given) as T, dropped, unseen };
}

/** What most texts are: composed letters and signs, nothing to look at twice. */
const PLAIN = /^[ -~\u00a1-\u024f\u1ea0-\u1ef9\u2010-\u2026]*$/;

/** Controls, half surrogate pairs, marks of direction, and what XML 1.0 forbids beside them. */
const NOT_PRINTABLE = /[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
/** The same, but for the ends of lines and tabs. */
const NOT_IN_CELLS = new RegExp(`(?![\\n\\t])${NOT_PRINTABLE.source}`, 'gu');
