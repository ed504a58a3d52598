import type { Reading } from './reading.js';
import { ABOUT, MULTIPLES, NONE, PER_CENT } from './strings/said-words.js';
import { seenLine } from './unseen-signs.js';

/** Why the content of a cell is not an unambiguous number. */
export type NumberDoubt =
  | 'comma'
  | 'fraction'
  | 'decimals'
  | 'either'
  | 'negative'
  | 'dash'
  | 'tooLarge'
  | 'words'
  /** unambiguous, but it meant another number where it was copied from; never returned by `readNumber` */
  | 'copied';

/**
 * Parses numbers as Vietnamese offices write them: a dot separates thousands, a comma the decimals. Anything
 * unambiguous is accepted, including `0.65` for a share, where the dot cannot separate thousands. Anything else is
 * returned as a doubt for the officer to resolve; nothing is guessed.
 *
 * A count is a whole number. A share is written in percent and returned in hundredths: `97,5 %` is 9750. A decimal with
 * so many digits after the comma is returned as a whole number too: `7,5` is 75 with one.
 *
 * @param decimals of a decimal; 2 for a share
 * @returns the number; null for blanks; or a doubt, with the number that may be meant, such as 1234 for `1,234`
 */
export function readNumber(
  type: 'count' | 'percent' | 'decimal',
  typed: string,
  decimals = 2,
): Reading<number, NumberDoubt> {
  const text = seenLine(typed).replace(PER_CENT, type === 'percent' ? '%' : '$&');
  if (text === '') return { value: null };
  const reading = readPlain(type, text, decimals);
  return 'doubt' in reading && reading.doubt === 'words'
    ? { doubt: 'words', readings: amongWords(type, text, decimals) }
    : reading;
}

function readPlain(type: 'count' | 'percent' | 'decimal', text: string, decimals: number): NumberReading {
  if (/^[-–—−]+$/.test(text)) return { doubt: 'dash', readings: [0] };
  if (/^[-–—−] ?[\d.,]+ ?%?$/.test(text)) return doubted('negative');
  const number = type === 'percent' ? text.replace(/ ?%$/, '') : text;
  if (!/^\d[\d., ]*$/.test(number) || /[., ]$/.test(number)) return doubted('words');
  if (number.replace(/\D/g, '').length > 15) return doubted('tooLarge');
  return type === 'count' ? readWhole(number) : readDecimal(number, decimals);
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

function readDecimal(text: string, decimals: number): NumberReading {
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(text)) {
    return { doubt: 'either', readings: [Number(text.replace('.', '')) * 10 ** decimals] };
  }
  const [, whole = '', fraction = ''] = /^([\d. ]*\d)(?:,(\d+))?$/.exec(text) ?? [];
  const [, dotted = '', afterDot = ''] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  if (dotted !== '' && !GROUPED.test(text)) return scaled(dotted, afterDot, decimals);
  return /^\d+$/.test(whole) || GROUPED.test(whole)
    ? scaled(whole.replace(/\D/g, ''), fraction, decimals)
    : doubted('words');
}

function scaled(whole: string, fraction: string, decimals: number): NumberReading {
  if (fraction.length > decimals) return doubted('decimals');
  const value = Number(whole) * 10 ** decimals + Number(fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(value) ? { value } : doubted('tooLarge');
}

/** `1.234.567`, or with spaces as office programs print it: `1 234 567` */
const GROUPED = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)$/;

/** `12,00` and `12.0` are 12; `12.000` is twelve thousand. */
function withoutZeroFraction(text: string): string {
  return text.replace(/,0+$|\.00?$/, '');
}

/**
 * The number that words surround, for an officer to confirm: `khoảng 120 người`, one with a note behind it (`120¹`,
 * `120 (1)`), one behind what is struck out. None if the words change it: `1,5 triệu`.
 */
function amongWords(type: 'count' | 'percent' | 'decimal', text: string, decimals: number): number[] {
  const said = text.toLocaleLowerCase('vi');
  if (NONE.has(said)) return [0];
  const kept = said
    .replace(/^\[[^\]]*\]/, '')
    .replace(/[([][\d,* ]{1,9}[)\]]$/, '')
    .replace(/[⁰¹²³⁴-⁹⁺⁻⁽⁾*]{1,9}$/, '')
    .trim()
    .replace(ABOUT, '');
  const [number = ''] = /^\d(?:[\d., ]*\d)?(?: ?%)?/.exec(kept) ?? [];
  const unit = kept.slice(number.length);
  if (number === '' || /\d/.test(unit) || MULTIPLES.test(unit) || (unit !== '' && !/^[ \p{L}]/u.test(unit))) return [];
  const reading = readPlain(type, number, decimals);
  return 'doubt' in reading ? [...reading.readings] : reading.value === null ? [] : [reading.value];
}
