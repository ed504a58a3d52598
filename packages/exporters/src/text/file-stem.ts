import { normalized } from '@kl01/rules/reading';

/** A file name from parts: ASCII letters, digits and hyphens; parts that become empty are omitted. */
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
