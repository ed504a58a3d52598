import { isoInstant, offsetMinutes, officialDate, officialDay, parseInstant } from '@kl01/rules';
import { normalized, readDay, understood } from '@kl01/rules/reading';
import { vi } from './strings/vi.js';

/** What time it is for the portal. Pages, judging and withdrawal all ask this clock, never the browser's. */
export interface Clock {
  /** ISO 8601 instant */
  now(): string;
  /** true where the clock is set to show a directive of another year: every page says so, and it may be set anew */
  readonly demonstration: boolean;
  /**
   * Sets a demonstration's clock to another instant, from which it ticks on.
   *
   * @throws RangeError when `start` is no ISO 8601 instant with offset within the years 1900 to 2999, or the clock is the machine's own
   */
  set(start: string): void;
}

/**
 * A clock that starts at an instant and ticks on from there; the machine's own clock when no instant is given.
 *
 * @param start ISO 8601 instant with offset
 * @throws RangeError when `start` is not such an instant
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
  // By some offset an instant of the year 9999 is one of the year 10000, which is written in no page.
  if (minute < EARLIEST || minute >= LATEST) throw new RangeError(`"${instant}" is outside the years 1900 to 2999`);
  return minute * 60_000 - Date.now();
}

const EARLIEST = parseInstant('1900-01-01T00:00:00Z');
const LATEST = parseInstant('3000-01-01T00:00:00Z');

/**
 * An instant as an officer reads it: "08:00, thứ Tư, ngày 22/3/2023".
 *
 * @param instant   ISO 8601 instant
 * @param utcOffset such as `+07:00`: the committee's, so that a server's own time zone changes nothing
 */
export function instantInWords(instant: string, utcOffset: string): string {
  const local = new Date(Date.parse(instant) + offsetMinutes(utcOffset) * 60_000);
  const time = local.toISOString().slice(11, 16);
  const day = { day: local.getUTCDate(), month: local.getUTCMonth() + 1, year: local.getUTCFullYear() };
  return vi.moment(time, vi.weekdays[local.getUTCDay()] ?? '', officialDay(day));
}

/**
 * A day and a time of it as an officer types them, of the committee's offset: `17:00 10/4/2023`, `17h ngày 10/4/2023`,
 * `10/4/2023 17:00`, also `2023-04-10T17:00`. Boxes of the browser's own follow its language: in an English one 10/4 is
 * the fourth of October.
 *
 * @returns ISO 8601 instant; null where it is none
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

/** Of a day and a time however they are written; what is longer is neither. */
const MOST_LETTERS = 200;
/** Blanks are single by then: two rows of them side by side could be parted in as many ways as they are long. */
const TIME_FIRST = /^(\d{1,2}) ?(?::|h|giờ) ?(\d\d)?,? (?:ngày )?(\S+)$/i;

function dayFirst(text: string): (string | undefined)[] {
  const [all, day, hours, minutes] = /^([\d/.-]+)(?:T|,? )(\d{1,2}) ?(?::|h|giờ) ?(\d\d)?$/i.exec(text) ?? [];
  return [all, hours, minutes, day];
}

/** An instant as an officer types one: `17:00 10/4/2023`. */
export function typedMoment(instant: string, utcOffset: string): string {
  const local = isoInstant(parseInstant(instant), utcOffset);
  return `${local.slice(11, 16)} ${officialDate(local.slice(0, 10))}`;
}

/** The day an instant falls on by a committee's offset, `2023-04-10`. */
export const localDay = (instant: string, utcOffset: string): string =>
  isoInstant(parseInstant(instant), utcOffset).slice(0, 10);
