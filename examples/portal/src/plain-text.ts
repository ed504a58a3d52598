import { normalized } from '@kl01/rules/reading';

/**
 * Text typed into one of the portal's own fields, without bidirectional controls (U+202A–202E, U+2066–2069), other
 * invisible characters, and surrounding spaces.
 */
export const plainText = (typed: string | null | undefined): string =>
  normalized(typed ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
