import { knownSigns, normalized } from '@kl01/rules/reading';

/**
 * Makes all texts within a value printable: composed Unicode (NFC), without unpaired surrogates, control characters and
 * bidirectional marks. The first two are invalid in XML; the marks could reverse a name.
 *
 * @param given plain data; not changed
 * @param lines keeps line ends and tabs, for cells; by default, white space is collapsed, since texts have already been
 *   split into paragraphs
 * @returns a cleaned copy, the number of characters removed or replaced, and the remaining private-use characters
 *   (U+E000–F8FF), which only one font can display
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
    // Clean data, which is the usual case, is not copied.
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

/** Most texts: composed characters that need no cleaning. */
const PLAIN = /^[ -~\u00a1-\u024f\u1ea0-\u1ef9\u2010-\u2026]*$/;

/** Control characters, unpaired surrogates, bidirectional marks and other characters invalid in XML 1.0. */
const NOT_PRINTABLE = /[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
/** The same except line ends and tabs. */
const NOT_IN_CELLS = new RegExp(`(?![\\n\\t])${NOT_PRINTABLE.source}`, 'gu');
