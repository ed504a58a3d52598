import type { CellLook } from './cell-looks.js';

/** Day 1 of a workbook: of 1900, or of 1904 as on old Macintosh computers. */
export type DaySystem = 1900 | 1904;

/**
 * A number as an officer sees it in its cell: `97,5%`, a date, `10:30:00`; any other is a number. Without it, a share
 * and a count would look the same.
 */
export function shownNumber(number: number, look: CellLook | undefined, days: DaySystem): string | number | Date {
  if (!look) return number;
  if (look.percent !== null) return percentText(look.percent === 'fraction' ? number * 100 : number);
  if (look.moment === null || number < 0) return number;
  // A time alone is not a date; with a date and a time, the date is shown too.
  if (look.moment === 'hours' || (number < 1 && (look.moment === 'time' || days === 1900))) return timeText(number);
  return dayOfSerial(number, days) ?? number;
}

/**
 * The day of a serial number, at its time of day. Workbooks have no time zone, so it is one of UTC, the same on every
 * machine.
 *
 * @returns null beyond the year 9999, and for the 29 February 1900 that the calendar of Excel has in addition
 */
export function dayOfSerial(serial: number, days: DaySystem): Date | null {
  if (!(serial >= (days === 1900 ? 1 : 0) && serial < LAST_SERIAL)) return null;
  if (days === 1904) return new Date(Date.UTC(1904, 0, 1) + serial * DAY_MS);
  const day = Math.floor(serial);
  if (day === 60) return null;
  return new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + serial * DAY_MS);
}

const DAY_MS = 86_400_000;
/** 1 January 10000 */
const LAST_SERIAL = 2_958_466;

/** Six decimals; beyond that, only floating-point noise remains. */
const percentText = (percent: number): string => `${String(Number(percent.toFixed(6))).replace('.', ',')}%`;

/** Fraction of a day: 0.4375 is 10:30:00. */
function timeText(number: number): string {
  const seconds = Math.round(number * 86_400);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}
