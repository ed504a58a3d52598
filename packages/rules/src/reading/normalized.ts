/**
 * `text.normalize(form)` in time linear in the text. Engines sort a row of combining marks by insertion: 300 kB of two marks
 * in turn take seven seconds, five megabytes half an hour. Longer rows than any language has are taken in pieces, as the
 * Stream-Safe Text Format parts them (UAX #15, section 13).
 */
export function normalized(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD' = 'NFC'): string {
  // eslint-disable-next-line no-restricted-syntax -- here alone
  const normalize = (piece: string): string => piece.normalize(form);
  return LONG_ROW.test(text) ? (text.match(PIECES) ?? []).map(normalize).join('') : normalize(text);
}

const LONG_ROW = /\p{M}{31}/u;
const PIECES = /\P{M}*\p{M}{0,30}/gu;
