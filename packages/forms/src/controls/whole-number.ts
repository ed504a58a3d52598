import { readNumber } from '@kl01/rules/reading';
import { plainText } from '../pasting/plain-text.js';
import type { Codec } from './codec.js';

/** Only digits. Stricter than a count in a table: here `1.234` may be a thousand or a fraction. */
export const wholeNumber: Codec<number> = {
  read(typed) {
    const text = plainText(typed)?.trim() ?? '';
    const reading = readNumber('count', text);
    if ('doubt' in reading || text === '' || /^\d{1,15}$/.test(text)) return reading;
    return { doubt: 'either', readings: reading.value === null ? [] : [reading.value] };
  },
  show: (stored) => String(stored ?? ''),
};
