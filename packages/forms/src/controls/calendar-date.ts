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
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `2023-04-05` → `05/4/2023`: days below ten and months 1 and 2 with a leading zero, as in official letters. */
export function showDate(stored: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(stored);
  if (!parts) return stored;
  const [, year = '', month = '', day = ''] = parts;
  return `${day}/${Number(month) > 2 ? String(Number(month)) : month}/${year}`;
}
