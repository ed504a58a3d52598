import { parseDay } from '../calendar.js';
import type { Reading } from './reading.js';

/**
 * Parses a day as offices write it: day, month, year, in this order regardless of the machine's locale.
 *
 * @param typed `5/4/2023`, `05-04-2023`, `5.4.2023` or `2023-04-05`
 * @returns `YYYY-MM-DD`; null for blanks; a doubt for anything that is not a day of the calendar, with the day that it
 * means if the month comes first, as in `4/13/2023`
 */
export function readDay(typed: string): Reading<string, 'day'> {
  const text = typed.trim();
  if (text === '') return { value: null };
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : isoOf(year, month, day);
  return isDay(iso) ? { value: iso } : { doubt: 'day', readings: [isoOf(year, day, month)].filter(isDay) };
}

const isoOf = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
const isDay = (iso: string) => parseDay(iso) !== null;
