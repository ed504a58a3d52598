import { parseDay } from '../calendar.js';

/**
 * A day as offices write it: day, month, year. Read in this order whatever the language of the machine.
 *
 * @param typed `5/4/2023`, `05-04-2023`, `5.4.2023` or `2023-04-05`
 * @returns `YYYY-MM-DD`; null for anything that is no day of the calendar
 */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(iso) === null ? null : iso;
}
