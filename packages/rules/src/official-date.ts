import { parseDay, type CalendarDay } from './calendar.js';

/**
 * A day as official documents write it: leading zeros only for days below 10 and months 1 and 2.
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, and the directives themselves ("05/4/2023", "28/02/2024")
 */
export function officialDay({ day, month, year }: CalendarDay): string {
  return `${day < 10 ? '0' : ''}${day}/${month < 3 ? '0' : ''}${month}/${year}`;
}

/** A calendar date as official documents write it: `2023-04-05` → `05/4/2023`; any other text is returned unchanged. */
export function officialDate(date: string): string {
  const day = parseDay(date);
  return day ? officialDay(day) : date;
}
