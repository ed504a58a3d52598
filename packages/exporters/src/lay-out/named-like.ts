import { normalized } from '@kl01/rules/reading';
import { words } from '../strings/document-words.js';

/** Whether a name has one of these prefixes, ignoring differences of spelling and case. */
export function isNamedLike(name: string, beginnings: readonly string[]): boolean {
  const own = folded(name);
  return beginnings.some((beginning) => `${own} `.startsWith(`${folded(beginning)} `));
}

const folded = (text: string) =>
  normalized(text)
    .toLocaleLowerCase('vi')
    .replaceAll(...words.sameSpelling)
    .replace(/\s+/g, ' ')
    .trim();
