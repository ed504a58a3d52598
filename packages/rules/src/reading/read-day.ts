import { parseDay } from '../calendar.js';
import type { Reading } from './reading.js';
import { DAY_WORDS, MONTHS, TIME_BEFORE, WEEKDAYS } from './strings/said-words.js';
import { seenLine } from './unseen-signs.js';
import { withoutMarks } from './without-marks.js';

/**
 * Parses a day as offices write it: day, month, year, in this order regardless of the machine's locale; a weekday before
 * it and a time of day around it are ignored.
 *
 * @param typed `5/4/2023`, `05-04-2023`, `5.4.2023`, `2023-04-05` or `ngày 05 tháng 4 năm 2023`
 * @param near  a day around which one without a year is likely, such as today: `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`; null for blanks; a doubt for anything that is not a day of the calendar, with the days that may
 * be meant: of a month that comes first, as in `4/13/2023`, of a year that is missing or has two digits, of the number
 * that a spreadsheet has for a day
 */
export function readDay(typed: string, near?: string): Reading<string, 'day'> {
  const text = withoutTime(seenLine(typed));
  if (text === '') return { value: null };
  const written = writtenDay(text);
  if (written) {
    const [year, month, day] = written;
    const iso = isoOf(year, month, day);
    if (year.length === 4 && isDay(iso)) return { value: iso };
    const meant =
      year.length === 4 ? [isoOf(year, day, month)] : yearsOf(year, near).map((of) => isoOf(of, month, day));
    return { doubt: 'day', readings: meant.filter(isDay) };
  }
  return { doubt: 'day', readings: digitsAlone(text) };
}

type Parts = readonly [year: string, month: string, day: string];

/** Year, month and day as written; the year is empty if it is missing. */
function writtenDay(text: string): Parts | null {
  const iso = /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/.exec(text);
  if (iso) return [iso[1]!, iso[2]!, iso[3]!];
  const words = withoutMarks(text).replace(WEEKDAYS, '').replace(LEADING_DAY, '');
  const numbers = /^(\d{1,2}) ?[-/.,] ?(\d{1,2})(?: ?[-/.,] ?(\d{4}|\d{2}))?$/.exec(words);
  if (numbers) return [numbers[3] ?? '', numbers[2]!, numbers[1]!];
  const [, day = '', name = '', year = ''] = IN_WORDS.exec(words) ?? NAMED_MONTH.exec(words) ?? [];
  const month = /^\d/.test(name) ? name : String(MONTHS_WITHOUT_MARKS.get(name) ?? '');
  return day === '' || month === '' ? null : [year, month, day];
}

const { day: DAY, month: MONTH, year: YEAR } = DAY_WORDS;
const LEADING_DAY = new RegExp(`^${DAY} ?`);
const IN_WORDS = new RegExp(
  `^(?:mung |mong )?(\\d{1,2}),? ?${MONTH} ?(\\d{1,2}|muoi (?:mot|hai)|[a-z]{2,6})(?:[,/-]? ?(?:${YEAR} ?)?(\\d{4}))?$`,
);
/** As spreadsheets in English show days: `20-Mar-2023`. */
const NAMED_MONTH = /^(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ ,-]{1,2}(\d{4}|\d{2})$/;

const MONTHS_WITHOUT_MARKS = new Map(Object.entries(MONTHS).map(([name, month]) => [withoutMarks(name), month]));

/** A time of day, as programs write it behind a day, or officers before one. */
function withoutTime(text: string): string {
  return text
    .replace(TIME_BEFORE, '')
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$/i, '')
    .replace(/[.,;]$/, '');
}

/** The years that two digits or none may stand for. */
function yearsOf(digits: string, near: string | undefined): string[] {
  if (digits.length === 2) return [`20${digits}`, `19${digits}`];
  const year = near === undefined ? undefined : parseDay(near)?.year;
  return year === undefined ? [] : [year, year - 1, year + 1].map(String);
}

/** Day, month and year without anything between them; or the number of a spreadsheet. */
function digitsAlone(text: string): string[] {
  const [, a = '', b = '', c = ''] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  const [, y = '', m = '', d = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (c !== '') return [...new Set([isoOf(c, b, a), isoOf(y, m, d)])].filter(isDay);
  return /^[1-6]\d{4}$/.test(text) ? [new Date((Number(text) - UNIX_DAY) * 86_400_000).toISOString().slice(0, 10)] : [];
}

/** The number that spreadsheets have for 1 January 1970. */
const UNIX_DAY = 25_569;

const isoOf = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
const isDay = (iso: string) => parseDay(iso) !== null;
