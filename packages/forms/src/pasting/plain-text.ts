import { seenText } from '@kl01/rules/reading';

/**
 * Typed or pasted text in the form in which it is stored (`seenText`), and null for whitespace only, because a submission
 * has only one form of unanswered.
 */
export function plainText(typed: string): string | null {
  const text = cleanText(typed);
  return /[^ \t\r\n]/.test(text) ? text : null;
}

/** The same without turning whitespace into null: what a text box shows while typing. */
export const cleanText = seenText;
