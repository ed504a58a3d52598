import { officialDate } from '@kl01/rules';
import { readDay } from '@kl01/rules/reading';
import type { Codec } from './codec.js';

/**
 * Stored as `2023-04-05`, shown as `05/4/2023`.
 *
 * @param today whose year is the likely one where none is written
 */
export const calendarDate = (today?: string): Codec<string> => ({
  read: (typed) => readDay(typed, today),
  show: (stored) => (typeof stored === 'string' ? officialDate(stored) : ''),
});
