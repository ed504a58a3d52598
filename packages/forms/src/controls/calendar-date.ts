import { officialDate } from '@kl01/rules';
import { readDay } from '@kl01/rules/reading';
import { plainText } from '../pasting/plain-text.js';
import type { Codec } from './codec.js';

/** Stored as `2023-04-05`, shown as `05/4/2023`. */
export const calendarDate: Codec<string> = {
  read: (typed) => readDay(plainText(typed) ?? ''),
  show: (stored) => (typeof stored === 'string' ? officialDate(stored) : ''),
};
