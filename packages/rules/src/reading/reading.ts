/**
 * What a text says. Either one thing, null where the text is blank; or there is a doubt, with the values the text may stand
 * for, none where it is nothing of the kind. Whoever reads keeps the text of a doubt: nothing that was typed is lost.
 */
export type Reading<Value, Doubt extends string = string> =
  { readonly value: Value | null } | { readonly doubt: Doubt; readonly readings: readonly Value[] };

/** The value where the text is clear; null for blanks and doubts. */
export function understood<Value>(reading: Reading<Value>): Value | null {
  return 'value' in reading ? reading.value : null;
}
