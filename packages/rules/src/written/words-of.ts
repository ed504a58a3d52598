import { normalized } from '../reading/normalized.js';

/** Lower case without diacritics, one letter for each letter: spellings of a title differ mostly in tone placement. */
export function bare(text: string): string {
  return [...normalized(text)]
    .map(
      (letter) =>
        normalized(letter, 'NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .replace(/[\u0111\u0110]/, 'd') || letter,
    )
    .join('')
    .toLowerCase();
}

export function wordsOf(text: string): string[] {
  return bare(text).match(/[a-z0-9]+/g) ?? [];
}

/** Similarity of two texts by their words, in any order: 1 if they are the same. */
export function alike(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of one) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}
