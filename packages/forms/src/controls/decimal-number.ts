import { readNumber } from '@kl01/rules/reading';
import { plainText } from '../pasting/plain-text.js';
import type { Codec } from './codec.js';

/** Written with a comma, `7,5`; stored as a whole number, so that every backend compares it alike. */
export function decimalNumber(decimals: number, type: 'decimal' | 'percent' = 'decimal'): Codec<number> {
  return {
    read: (typed) => readNumber(type, plainText(typed)?.trim() ?? '', decimals),
    show: (stored) => (typeof stored === 'number' ? commaText(stored / 10 ** decimals) : String(stored ?? '')),
  };
}

/** No separator of thousands: the box shows what one would type. */
const commaText = (number: number): string => String(number).replace('.', ',');
