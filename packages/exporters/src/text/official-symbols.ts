/**
 * Splits a text at the numbers of official documents, such as "01-KL/TW", "91/2017/NĐ-CP" or "……-BC/ĐU": writers keep
 * each on one line, whereas programs would break it after any hyphen.
 *
 * @returns alternating pieces: plain text (possibly empty), a number, plain text …
 */
export function aroundSymbols(text: string): string[] {
  return /[-/]/.test(text) ? text.split(SYMBOL) : [text];
}

/** Digits or the dots of an unknown number, an optional year, then abbreviations of type and offices. */
const SYMBOL =
  /((?:\b\d{1,5}|\u2026{1,4})(?:\/\d{4})?[-/]\p{Lu}\p{L}{0,7}(?:[-/](?:\p{Lu}[\p{L}\d]{0,19}|\u2026{1,4})){1,3})/u;
