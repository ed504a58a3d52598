import { normalized } from '@kl01/rules/reading';

/**
 * What an officer typed into one of the portal's own boxes: without what turns the direction of the words that follow
 * (U+202A–202E, U+2066–2069), without other characters that nobody sees, and without blanks at its ends.
 */
export const plainText = (typed: string | null | undefined): string =>
  normalized(typed ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
