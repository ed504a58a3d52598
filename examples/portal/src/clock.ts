import { isoInstant, offsetMinutes, officialDate, officialDay, parseInstant } from '@kl01/rules';
import { normalized, readDay, understood } from '@kl01/rules/reading';
import { vi } from './strings/vi.js';

/** The portal's clock. Pages, judging and withdrawal all use it, never the browser's. */
export interface Clock {
  /** ISO 8601 instant */
  now(): string;
  /** true if the clock can be set, to demonstrate a directive of another year: every page says so */
  readonly demonstration: boolean;
  /**
   * Sets a demonstration's clock to another instant; it runs on from there.
   *
   * @throws RangeError if `start` is not an ISO 8601 instant with offset within the years 1900 to 2999, or this is the
   *   system clock
   */
  set(start: string): void;
}

/**
 * A clock that starts at an instant and runs on from there; the system clock if none is given.
 *
 * @param start ISO 8601 instant with offset
 * @throws RangeError if `start` is not such an instant
 */
export function startClock(start?: string): Clock {
  if (!start) {
    const refuse = () => {
      throw new RangeError('the clock is the machine’s own, and is set there');
    };
    return { now: () => new Date().toISOString(), demonstration: false, set: refuse };
  }
  let offset = offsetTo(start);
  return {
    now: () => new Date(Date.now() + offset).toISOString(),
    demonstration: true,
    set: (instant) => void (offset = offsetTo(instant)),
  };
}

function offsetTo(instant: string): number {
  const minute = parseInstant(instant);
  // In some time zones, an instant of the year 9999 falls in the year 10000, which pages cannot show.
  if (minute < EARLIEST || minute >= LATEST) throw new RangeError(`"${instant}" is outside the years 1900 to 2999`);
  return minute * 60_000 - Date.now();
}

const EARLIEST = parseInstant('1900-01-01T00:00:00Z');
const LATEST = parseInstant('3000-01-01T00:00:00Z');

/**
 * An instant as an officer reads it: "08:00, thứ Tư, ngày 22/3/2023".
 *
 * @param instant   ISO 8601 instant
 * @param utcOffset the committee's, such as `+07:00`, so that the server's time zone does not matter
 */
export function instantInWords(instant: string, utcOffset: string): string {
  const local = new Date(Date.parse(instant) + offsetMinutes(utcOffset) * 60_000);
  const time = local.toISOString().slice(11, 16);
  const day = { day: local.getUTCDate(), month: local.getUTCMonth() + 1, year: local.getUTCFullYear() };
  return vi.moment(time, vi.weekdays[local.getUTCDay()] ?? '', officialDay(day));
}

/**
 * Parses date and time as typed by officers, in the committee's time zone: `17:00 10/4/2023`, `17h ngày 10/4/2023`,
 * `10/4/2023 17:00`, also `2023-04-10T17:00`. Native date inputs depend on the browser language: in an English one,
 * 10/4 is the fourth of October.
 *
 * @returns ISO 8601 instant; null if invalid
 */
export function instantOf(typed: string | null | undefined, utcOffset: string): string | null {
  if (typed && typed.length > MOST_LETTERS) return null;
  const text = normalized(typed ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const [, hours, minutes = '00', day = ''] = TIME_FIRST.exec(text) ?? dayFirst(text);
  const [hour, date] = [Number(hours), understood(readDay(day))];
  if (hours === undefined || hour > 23 || Number(minutes) > 59 || date === null) return null;
  return new Date(`${date}T${hours.padStart(2, '0')}:${minutes}:00${utcOffset}`).toISOString();
}

/** Upper limit for any notation of date and time. */
const MOST_LETTERS = 200;
/** Expects single spaces: adjacent runs of them could be split in many ways, taking quadratic time. */
const TIME_FIRST = /^(\d{1,2}) ?(?::|h|giờ) ?(\d\d)?,? (?:ngày )?(\S+)$/i;

function dayFirst(text: string): (string | undefined)[] {
  const [all, day, hours, minutes] = /^([\d/.-]+)(?:T|,? )(\d{1,2}) ?(?::|h|giờ) ?(\d\d)?$/i.exec(text) ?? [];
  return [all, hours, minutes, day];
}

/** An instant in the form that officers type: `17:00 10/4/2023`. */
export function typedMoment(instant: string, utcOffset: string): string {
  const local = isoInstant(parseInstant(instant), utcOffset);
  return `${local.slice(11, 16)} ${officialDate(local.slice(0, 10))}`;
}

/** The date of an instant in the committee's time zone, `2023-04-10`. */
export const localDay = (instant: string, utcOffset: string): string =>
  isoInstant(parseInstant(instant), utcOffset).slice(0, 10);
