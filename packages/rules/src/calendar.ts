/** A machine-independent calendar and clock: every instant is whole minutes since 1970-01-01T00:00Z, rounded down. */

const MINUTES_PER_DAY = 1440;

/** A day of the calendar, without time and time zone; months and days count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Parses `YYYY-MM-DD`; null for anything that is not a calendar day, such as 2023-02-29 or the year 0. */
export function parseDay(text: string): CalendarDay | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  // A comparison with NaN is false.
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null;
}

/** The number that the digits in a part of a text make; NaN for anything but digits. Days are read often. */
function digits(text: string, from: number, until: number): number {
  let number = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number =>
  month === 2 ? 28 + Number(isLeap(year)) : 30 + ((month + (month >> 3)) & 1);

/** Parses `YYYY-MM-DD` or `YYYY-MM-DDThh:mm`; null for anything else. `time` is minutes into the day. */
export function parseMoment(text: string): { day: CalendarDay; time?: number } | null {
  const [date, clock, ...rest] = text.split('T');
  const day = parseDay(date!);
  if (!day || rest.length > 0) return null;
  if (clock === undefined) return { day };
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  return match ? { day, time: Number(match[1]) * 60 + Number(match[2]) } : null;
}

/** Minutes east of UTC: `+07:00` is 420. */
export function offsetMinutes(utcOffset: string): number {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(utcOffset);
  if (!match) throw new RangeError(`not a UTC offset such as "+07:00": ${utcOffset}`);
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** The instant at which a local day begins, plus `time` minutes. */
export function instantOf(day: CalendarDay, offset: number, time = 0): number {
  return dayNumber(day) * MINUTES_PER_DAY - offset + time;
}

/** The local day and minute of an instant. */
export function localOf(instant: number, offset: number): { day: CalendarDay; time: number } {
  const local = instant + offset;
  const date = new Date(local * 60_000);
  return {
    day: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    time: ((local % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY,
  };
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return localOf(instantOf(day, 0) + days * MINUTES_PER_DAY, 0).day;
}

/** Days since 1970-01-01, in the Gregorian calendar for years before it too. */
export function dayNumber({ year, month, day }: CalendarDay): number {
  // Years begin in March here, so that a leap day is the last of its year.
  const inYear = month > 2 ? year : year - 1;
  const era = Math.floor(inYear / 400);
  const ofEra = inYear - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/**
 * A number that orders days and to which months are added as 32 each: a day that a month lacks lies between its last day
 * and the first of the next.
 */
export const dayKey = ({ year, month, day }: CalendarDay): number => (12 * year + month - 1) * 32 + day;

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: CalendarDay): number => new Date(instantOf(day, 0) * 60_000).getUTCDay();

export const isoDay = ({ year, month, day }: CalendarDay): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** ISO 8601 with the given offset, to the minute. */
export function isoInstant(instant: number, utcOffset: string): string {
  const { day, time } = localOf(instant, offsetMinutes(utcOffset));
  const clock = [Math.floor(time / 60), time % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${isoDay(day)}T${clock}${utcOffset}`;
}

/**
 * Minutes since 1970-01-01T00:00Z of an ISO 8601 instant, rounded down.
 *
 * @param text an instant with an offset, such as `2023-03-30T23:59:59+07:00`
 * @throws RangeError for anything else, including a day that does not exist
 */
export function parseInstant(text: unknown): number {
  const day = typeof text === 'string' && INSTANT.test(text) ? parseDay(text.slice(0, 10)) : null;
  if (typeof text !== 'string' || !day) {
    throw new RangeError(`not an ISO 8601 instant with an offset, such as 2023-03-30T23:59:00+07:00: ${String(text)}`);
  }
  const { length } = text;
  const east = text.endsWith('Z') ? 0 : digits(text, length - 5, length - 3) * 60 + digits(text, length - 2, length);
  const offset = text[length - 6] === '-' ? -east : east;
  return instantOf(day, offset, digits(text, 11, 13) * 60 + digits(text, 14, 16));
}

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether `parseInstant` accepts it. */
export function isInstant(text: unknown): boolean {
  try {
    parseInstant(text);
    return true;
  } catch {
    return false;
  }
}

/** Months are counted from January of the year 0. */
export const monthOf = ({ year, month }: Pick<CalendarDay, 'year' | 'month'>): number => year * 12 + month - 1;
export const firstDayOfMonth = (month: number): CalendarDay => ({
  year: Math.floor(month / 12),
  month: (((month % 12) + 12) % 12) + 1,
  day: 1,
});
export function lastDayOfMonth(month: number): CalendarDay {
  const first = firstDayOfMonth(month);
  return { ...first, day: daysIn(first.year, first.month) };
}

/** A day of a month by its number; where the month lacks it, the month's last. */
export function dayInMonth(month: number, day: number): CalendarDay {
  const last = lastDayOfMonth(month);
  return { ...last, day: Math.min(day, last.day) };
}

/**
 * First and last day of `2023`, `2023-05` or `2023-Q2`; null for any other text.
 */
export function parseSpan(text: string): { first: CalendarDay; last: CalendarDay } | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const [month, months] = match[2] ? [Number(match[2]) * 3 - 2, 3] : match[3] ? [Number(match[3]), 1] : [1, 12];
  const first = monthOf({ year, month });
  return { first: firstDayOfMonth(first), last: lastDayOfMonth(first + months - 1) };
}
