import { normalized } from '@kl01/rules/reading';
import { words } from '../strings/document-words.js';

/** Whether a name begins with one of these, however it is spelled and written. */
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
