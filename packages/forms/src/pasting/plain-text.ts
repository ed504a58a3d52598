import { knownSigns, normalized } from '@kl01/rules/reading';

/**
 * What people type or paste, as it is stored: Unicode NFC (some keyboards and file systems give decomposed
 * letters), line ends as `\n`, no control characters but tab and new line, no lone surrogates (no reader
 * accepts them), signs of fonts of signs in Unicode where they are known, and null for nothing but blanks, because silence has one form in a submission.
 */
export function plainText(typed: string): string | null {
  const text = cleanText(typed);
  return /[^ \t\r\n]/.test(text) ? text : null;
}

/** The same without turning blanks into null: what a text box shows while someone types in it. */
export function cleanText(typed: string): string {
  const clean = knownSigns(typed)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\ud800-\udfff]/gu, '');
  return normalized(clean);
}
