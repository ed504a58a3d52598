import { knownSigns, normalized } from '@kl01/rules/reading';

/**
 * Typed or pasted text in the form in which it is stored: Unicode NFC (some keyboards and file systems produce
 * decomposed letters), line ends as `\n`, no control characters except tab and new line, no lone surrogates (no reader
 * accepts them), known symbol font characters in Unicode, and null for whitespace only, because a submission has only
 * one form of unanswered.
 */
export function plainText(typed: string): string | null {
  const text = cleanText(typed);
  return /[^ \t\r\n]/.test(text) ? text : null;
}

/** The same without turning whitespace into null: what a text box shows while typing. */
export function cleanText(typed: string): string {
  const clean = knownSigns(typed)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\ud800-\udfff]/gu, '');
  return normalized(clean);
}
