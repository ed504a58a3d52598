import { officialDay, parseDay } from '@kl01/rules';
import { readDay } from '@kl01/rules/reading';
import { plainText } from '../pasting/plain-text.js';

/** A date as typed, to the form that is stored: what is no date stays, for the rulebook to object to; null for blanks. */
export function readDate(typed: string): string | null {
  const text = plainText(typed)?.trim() ?? '';
  return text === '' ? null : (readDay(text) ?? text);
}

/** True of a day of the calendar, `YYYY-MM-DD`. */
export function isDate(stored: string): boolean {
  return parseDay(stored) !== null;
}

/** `2023-04-05` → `05/4/2023`, as in official letters; anything else as it is. */
export function showDate(stored: string): string {
  const day = parseDay(stored);
  return day === null ? stored : officialDay(day);
}
