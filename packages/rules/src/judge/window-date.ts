import { addDays, dayInMonth, instantOf, monthOf, parseDay, type CalendarDay } from '../calendar.js';
import type { RulebookWindow } from '../rulebook.js';
import { ownMember } from '../values/own-member.js';
import { isObject } from '../values/plain.js';

/** Where the days of events are stated. */
export interface Stating {
  /** what the host knows */
  readonly given?: unknown;
  readonly submission?: unknown;
}

/** A window with its end, if an event dates it whose day is known. */
export function datedWindow<T extends Pick<RulebookWindow, 'after' | 'until'>>(
  window: T,
  { given, submission }: Stating,
  offset: number,
): T {
  if (!window.after) return window;
  const { given: known, fact, ...length } = window.after;
  const facts = isObject(submission) ? submission['facts'] : null;
  const stated = known === undefined ? memberOf(facts, fact) : memberOf(given, known);
  const day = typeof stated === 'string' ? parseDay(stated) : null;
  return day ? { ...window, until: endAfter(day, length, offset) } : window;
}

const memberOf = (holder: unknown, name: string | undefined): unknown =>
  isObject(holder) && name !== undefined ? ownMember(holder, name) : undefined;

/**
 * First instant too late. The day of the event is not counted; of months, the last day has its number or, where the
 * month lacks it, is the month's last.
 */
export function endAfter(
  day: CalendarDay,
  { days, months = 0 }: { readonly days?: number | undefined; readonly months?: number | undefined },
  offset: number,
): number {
  return instantOf(
    addDays(days === undefined ? dayInMonth(monthOf(day) + months, day.day) : addDays(day, days), 1),
    offset,
  );
}
