/**
 * The result of reading a text: either a value, null if the text is blank; or a doubt, with the values that may be
 * meant, if any. Callers keep the text of a doubt, so that nothing typed is lost.
 */
export type Reading<Value, Doubt extends string = string> =
  { readonly value: Value | null } | { readonly doubt: Doubt; readonly readings: readonly Value[] };

/** The value if the text is unambiguous; null for blanks and doubts. */
export function understood<Value>(reading: Reading<Value>): Value | null {
  return 'value' in reading ? reading.value : null;
}
