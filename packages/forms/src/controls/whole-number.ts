import { plainText } from '../pasting/plain-text.js';

/**
 * A whole number as typed. Nothing is guessed: `1.234` may be a thousand or a fraction, so it is kept as typed
 * and the rulebook objects to it.
 *
 * @returns the number; what was typed where it is none; null for blanks
 */
export function readWholeNumber(typed: string): number | string | null {
  const text = plainText(typed)?.trim() ?? '';
  if (text === '') return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
