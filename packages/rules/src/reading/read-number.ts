import type { Reading } from './reading.js';

/** Why what stands in a cell is no number that everybody reads alike. */
export type NumberDoubt =
  | 'comma'
  | 'fraction'
  | 'decimals'
  | 'either'
  | 'negative'
  | 'dash'
  | 'tooLarge'
  | 'words'
  /** clear by itself, but where it was copied from it meant another number; `readNumber` never says it */
  | 'copied';

/**
 * Numbers as Vietnamese offices write them: a dot parts thousands, a comma begins the fraction. What only one number
 * can be meant by is understood, `0.65` of a share too, where the dot cannot part thousands. Anything else comes back
 * as a doubt, for the officer to settle; nothing is guessed.
 *
 * A count is whole. A share is given in percent and read in hundredths: `97,5 %` is 9750.
 *
 * @returns the number, null for blanks; or a doubt, with the number it may be, as 1234 for `1,234`
 */
export function readNumber(type: 'count' | 'percent', typed: string): Reading<number, NumberDoubt> {
  const text = plainDigits(typed);
  if (text === '') return { value: null };
  if (/^[-–—−]+$/.test(text)) return { doubt: 'dash', readings: [0] };
  if (/^[-–—−] ?[\d.,]+ ?%?$/.test(text)) return doubted('negative');
  const number = type === 'percent' ? text.replace(/ ?%$/, '') : text;
  if (!/^\d[\d., ]*$/.test(number) || /[., ]$/.test(number)) return doubted('words');
  if (number.replace(/\D/g, '').length > 15) return doubted('tooLarge');
  return type === 'count' ? readWhole(number) : readHundredths(number);
}

type NumberReading = Reading<number, NumberDoubt>;

const doubted = (doubt: NumberDoubt): NumberReading => ({ doubt, readings: [] });

function readWhole(text: string): NumberReading {
  const number = withoutZeroFraction(text);
  const digits = Number(number.replace(/\D/g, ''));
  if (/^\d+$/.test(number) || GROUPED.test(number) || /^[1-9]\d{0,2}(,\d{3}){2,}$/.test(number))
    return { value: digits };
  if (/^[1-9]\d{0,2},\d{3}$/.test(number)) return { doubt: 'comma', readings: [digits] };
  const fraction = /^\d+[.,]\d+$/.test(number) || /^[1-9]\d{0,2}([. ]\d{3})+,\d+$/.test(number);
  return doubted(fraction ? 'fraction' : 'words');
}

function readHundredths(text: string): NumberReading {
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(text)) return { doubt: 'either', readings: [Number(text.replace('.', '')) * 100] };
  const [, whole = '', fraction = ''] = /^([\d. ]*\d)(?:,(\d+))?$/.exec(text) ?? [];
  const [, dotted = '', afterDot = ''] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  if (dotted !== '' && !GROUPED.test(text)) return hundredths(dotted, afterDot);
  return /^\d+$/.test(whole) || GROUPED.test(whole) ? hundredths(whole.replace(/\D/g, ''), fraction) : doubted('words');
}

function hundredths(whole: string, fraction: string): NumberReading {
  if (fraction.length > 2) return doubted('decimals');
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return Number.isSafeInteger(value) ? { value } : doubted('tooLarge');
}

/** `1.234.567`, or with blanks as office programs print it: `1 234 567` */
const GROUPED = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)$/;

/** `12,00` and `12.0` are 12; `12.000` is twelve thousand. */
function withoutZeroFraction(text: string): string {
  return text.replace(/,0+$|\.00?$/, '');
}

/** Blanks of every width as one kind, digits of East Asian width as common ones. */
function plainDigits(typed: string): string {
  return typed
    .replace(/[\uff0c-\uff19\uff05]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim();
}
