import { fileStem } from '../text/file-stem.js';
import type { Names } from './names.js';

/**
 * The name that looks most like what was written, without regard to case and marks; undefined if none does. Within a list its
 * names are written without it.
 */
export function nearestName({ values, lists }: Names, written: string): string | undefined {
  const given = fileStem(written);
  if (given === '') return undefined;
  let [best, least] = [undefined as string | undefined, Math.min(6, Math.floor(given.length / 3)) + 1];
  const consider = (text: string, name: string) => {
    const known = fileStem(text);
    if (Math.abs(known.length - given.length) >= least) return;
    const distance = distanceBetween(given, known, least);
    if (distance < least) [best, least] = [name, distance];
  };
  for (const { name, label, prints, list } of values.values()) {
    // Thousands of cells are told apart by their table.
    if (prints === 'cell' && list === '' && !given.startsWith('tables')) continue;
    consider(name, name);
    if (list !== '') consider(name.slice(list.length + 3), name);
    if (label) consider(label, name);
  }
  for (const { name, label } of lists.values()) {
    consider(name, name);
    consider(label, name);
  }
  return best;
}

/** How many letters must be put in, left out or changed; counting ends at the limit. */
function distanceBetween(one: string, other: string, limit: number): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const changed = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
    if (Math.min(...row) >= limit) return limit;
  }
  return row[other.length] ?? limit;
}
