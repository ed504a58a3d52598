/** Small helpers for the sentences of both languages. */

export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

/** Lower-cases the first letter, for use within a sentence; abbreviations keep their capitals. */
export function lowered(text: string): string {
  const [first = '', second = '', ...rest] = text;
  return second !== second.toLowerCase() ? text : first.toLowerCase() + second + rest.join('');
}

/** 18211 → "17,8 KB"; sizes as file managers show them, in steps of 1024. */
export function bytesInWords(bytes: number, locale: string): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1024 ** step)} ${units[step]}`;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `2023-03-31` → "Thứ Sáu", independent of time zones. */
export function weekday(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
}

/** 2 → "02": numbers below ten, as official letters write them. */
export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
