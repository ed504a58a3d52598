import { normalized } from '@kl01/rules/reading';

/** Parts of a name as a file's: ASCII letters, digits and hyphens; a part that leaves nothing is left out. */
export const fileStem = (...parts: readonly string[]): string => parts.flatMap(slug).join('-');

function slug(name: string): string[] {
  const ascii = normalized(name, 'NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0111/gi, 'd')
    .toLowerCase();
  const text = ascii
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_LETTERS)
    .replace(/^-|-$/g, '');
  return text ? [text] : [];
}

const MOST_LETTERS = 60;
