import { fillTemplate, officialDate, parseDay } from '@kl01/rules';
import type { Inline } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { sentence, textOf } from './text.js';

/**
 * "05/4/2023": a leading zero for days below 10 and for the months 1 and 2.
 *
 * @param date `YYYY-MM-DD`; anything else is unknown
 */
export function shortDate(date: unknown): string | undefined {
  const text = textOf(date);
  return text !== undefined && parseDay(text) ? officialDate(text) : undefined;
}

/** "ngày 05 tháng 4 năm 2023"; dots replace the numbers of an unknown date. */
export function dateInFull(date: unknown): Inline[] {
  const [day, month, year] = shortDate(date)?.split('/') ?? [];
  if (!day || !month || !year) {
    return sentence(words.dateInFull, { day: { unknown: 4 }, month: { unknown: 4 }, year: { unknown: 4 } });
  }
  return sentence(words.dateInFull, { day, month, year });
}

/**
 * "08 giờ 05, ngày 25/3/2023"
 *
 * @param at ISO 8601 in the rulebook's own offset
 */
export function momentInWords(at: string): string {
  const [date, clock = ''] = at.split('T');
  const [hour = '', minute = ''] = clock.split(':');
  return fillTemplate(words.moment, { hour, minute: minute.slice(0, 2), date: shortDate(date) ?? '' });
}
