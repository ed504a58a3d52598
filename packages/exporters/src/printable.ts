/**
 * Makes every text within a value fit to print: composed Unicode (NFC), no half surrogate pairs, no control characters,
 * no marks that turn the direction of writing. XML admits none of the former; the latter could show a name reversed.
 * Whatever parts words or lines becomes a space: by now every line of a text is a paragraph of its own.
 *
 * @param given plain data; not changed
 * @returns the same data with clean texts, and how many characters were left out or replaced
 */
export function printable<T>(given: T): { value: T; dropped: number } {
  let dropped = 0;
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const spaced = part.replace(/\s/g, ' ');
      dropped += spaced.match(NOT_PRINTABLE)?.length ?? 0;
      return spaced.replace(NOT_PRINTABLE, (found) => (/\p{Surrogate}/u.test(found) ? '\ufffd' : '')).normalize('NFC');
    }
    if (Array.isArray(part)) return part.map(clean);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, clean(value)]));
  };
  return { value: clean(given) as T, dropped };
}

/** Controls, half surrogate pairs, marks of direction, and what XML 1.0 forbids beside them. */
const NOT_PRINTABLE = /[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
