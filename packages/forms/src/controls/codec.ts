import type { Reading } from '@kl01/rules/reading';
import { plainText } from '../pasting/plain-text.js';

/** How one kind of answer is parsed from a box and shown there; kept together so that they agree. */
export interface Codec<Value = unknown, Doubt extends string = string> {
  readonly read: (typed: string) => Reading<Value, Doubt>;
  readonly show: (stored: unknown) => string;
}

export const text: Codec<string, never> = {
  read: (typed) => ({ value: plainText(typed) }),
  show: (stored) => (typeof stored === 'string' ? stored : ''),
};

/** Without the blanks around it, which a keyboard adds after a word it completes. */
export const trimmed: Codec<string, never> = {
  ...text,
  read: (typed) => ({ value: plainText(typed)?.trim() ?? null }),
};

/** What a stored text may stand for; none for a text that is an answer. */
export function meantBy({ read }: Codec, stored: unknown): readonly unknown[] {
  if (typeof stored !== 'string') return [];
  const reading = read(stored);
  if ('doubt' in reading) return reading.readings;
  return reading.value === null || reading.value === stored ? [] : [reading.value];
}

/** The value to store: doubtful input stays as typed, visible, and the rulebook reports it. */
export function storedFrom(reading: Reading<unknown>, typed: string): unknown {
  return 'doubt' in reading ? (plainText(typed)?.trim() ?? null) : reading.value;
}
