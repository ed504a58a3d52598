import type { Reading } from '@kl01/rules/reading';
import { plainText } from '../pasting/plain-text.js';

/** How one kind of answer is read from a box, and how it is shown there: side by side, so that they agree. */
export interface Codec<Value = unknown, Doubt extends string = string> {
  readonly read: (typed: string) => Reading<Value, Doubt>;
  readonly show: (stored: unknown) => string;
}

export const text: Codec<string, never> = {
  read: (typed) => ({ value: plainText(typed) }),
  show: (stored) => (typeof stored === 'string' ? stored : ''),
};

/** What is stored of a text: what is in doubt stays as it was typed, in sight, for the rulebook to object to. */
export function storedFrom(reading: Reading<unknown>, typed: string): unknown {
  return 'doubt' in reading ? (plainText(typed)?.trim() ?? null) : reading.value;
}
