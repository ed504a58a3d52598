import { officialDay, parseDay } from '@kl01/rules';

/**
 * A date as officers write it, to the form that is stored.
 *
 * @param typed `5/4/2023`, `05-04-2023`, `5.4.2023` or `2023-04-05`
 * @returns `YYYY-MM-DD`; what was typed where that is no such date, for the rulebook to object to; null for blanks
 */
export function readDate(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!parts) return text;
  const [, day = '', month = '', year = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(date) === null ? text : date;
}

/** `2023-04-05` → `05/4/2023`, as in official letters; anything else as it is. */
export function showDate(stored: string): string {
  const day = parseDay(stored);
  return day === null ? stored : officialDay(day);
}
