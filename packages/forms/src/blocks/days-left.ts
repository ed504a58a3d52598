import { offsetMinutes, type WindowState } from '@kl01/rules';

/**
 * Whole calendar days from today to the last day that counts, in the rulebook's time zone; null: not announced yet.
 *
 * @param now ISO 8601 instant
 */
export function daysLeft({ lastDay }: WindowState, now: string, utcOffset: string): number | null {
  if (lastDay === null) return null;
  const today = new Date(Date.parse(now) + offsetMinutes(utcOffset) * 60_000).toISOString().slice(0, 10);
  return Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000);
}
