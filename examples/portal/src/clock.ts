import { offsetMinutes, officialDay, parseInstant } from '@kl01/rules';
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
   * @throws RangeError when `start` is no ISO 8601 instant with offset, or the clock is the machine's own
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

const offsetTo = (instant: string): number => parseInstant(instant) * 60_000 - Date.now();

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

/** An instant as `<input type="datetime-local">` gives it, `2023-04-10T17:00`, of the committee's offset; null where it is none. */
export function instantOf(local: string | null | undefined, utcOffset: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local ?? '')) return null;
  const instant = Date.parse(`${local}:00${utcOffset}`);
  // 30 February would become a day of March.
  const back = Number.isNaN(instant)
    ? ''
    : new Date(instant + offsetMinutes(utcOffset) * 60_000).toISOString().slice(0, 16);
  return back === local ? new Date(instant).toISOString() : null;
}

/** An instant by a committee's offset as `<input type="datetime-local">` wants it, `2023-04-10T17:00`. */
export const localMinute = (instant: string, utcOffset: string): string =>
  new Date(Date.parse(instant) + offsetMinutes(utcOffset) * 60_000).toISOString().slice(0, 16);

/** The day it falls on, `2023-04-10`. */
export const localDay = (instant: string, utcOffset: string): string => localMinute(instant, utcOffset).slice(0, 10);
