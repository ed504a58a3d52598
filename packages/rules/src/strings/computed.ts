import { inSentence, type Lang } from '../text.js';
import { listed } from './conditions.js';

/** Days, periods and computed numbers in words, for conditions, criteria and their findings. */
export interface ComputedStrings {
  receipt: string;
  /** `DD/MM/YYYY` */
  date: (date: string) => string;
  length: Record<'days' | 'months' | 'years', (count: number) => string>;
  /** a day some time after, or before, another */
  after: (length: string, day: string) => string;
  beforeBy: (length: string, day: string) => string;
  /** ends of a sentence about a day */
  before: (day: string) => string;
  noLaterThan: (day: string) => string;
  from: (day: string) => string;
  through: (day: string) => string;
  between: (from: string, through: string) => string;
  withinAfter: (length: string, day: string) => string;
  withinBefore: (length: string, day: string) => string;
  /** the time between two days */
  span: (from: string, to: string) => string;
  /** full units of that time */
  full: {
    between: (least: string, length: string) => string;
    atLeast: (length: string) => string;
    /** the length that must not be reached */
    notYet: (length: string) => string;
  };
  /** ends of a sentence about a number that is computed */
  bound: Record<'is' | 'atLeast' | 'atMost' | 'above' | 'below', (value: string) => string>;
  /** `n/m of x (rounded up)` */
  share: (part: string, of: string, round: string) => string;
  /** a whole multiple */
  times: (count: number, of: string) => string;
  sum: (parts: readonly string[]) => string;
  minus: (one: string, other: string) => string;
  /** @param kinds several are counted together */
  count: (kinds: readonly string[], where?: string) => string;
  /** a number less a plain one */
  less: (one: string, number: string) => string;
  countOfItems: (list: string, where?: string) => string;
  /** a number of each item of a list, added up */
  total: (field: string, list: string, where?: string) => string;
  yearOf: (day: string) => string;
  /** a number in a case, and another out of it; with the condition, if the words for it are at hand */
  inCase: (then: string, label: string, otherwise: string, condition?: string) => string;
  number: (value: number) => string;
  and: string;
}

const counted = (count: number): string => (count > 0 && count < 10 ? `0${count}` : String(count));

export const computed: Record<Lang, ComputedStrings> = {
  vi: {
    receipt: 'ngày cơ quan nhận hồ sơ',
    date: (date) => `ngày ${date}`,
    length: {
      days: (count) => `${counted(count)} ngày`,
      months: (count) => `${counted(count)} tháng`,
      years: (count) => `${counted(count)} năm`,
    },
    after: (length, day) => `mốc ${length} sau ${day}`,
    beforeBy: (length, day) => `mốc ${length} trước ${day}`,
    before: (day) => `trước ${day}`,
    noLaterThan: (day) => `chậm nhất là ${day}`,
    from: (day) => `từ ${day} trở đi`,
    through: (day) => `không sau ${day}`,
    between: (from, through) => `từ ${from} đến hết ${through}`,
    withinAfter: (length, day) => `trong ${length} kể từ ${day}`,
    withinBefore: (length, day) => `trong ${length} trước ${day}`,
    span: (from, to) => `thời gian từ ${from} đến ${to}`,
    full: {
      between: (least, length) => `từ đủ ${least} đến chưa đủ ${length}`,
      atLeast: (length) => `từ đủ ${length} trở lên`,
      notYet: (length) => `chưa đủ ${length}`,
    },
    bound: {
      is: (value) => `bằng ${value}`,
      atLeast: (value) => `ít nhất bằng ${value}`,
      atMost: (value) => `không quá ${value}`,
      above: (value) => `lớn hơn ${value}`,
      below: (value) => `nhỏ hơn ${value}`,
    },
    share: (part, of, round) => `${part} ${of} (${round})`,
    times: (count, of) => `${count} lần ${of}`,
    sum: (parts) => (parts.length < 2 ? parts.join() : `tổng của ${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`),
    minus: (one, other) => `hiệu của ${one} và ${other}`,
    count: (kinds, where) =>
      `${kinds.length > 1 ? 'tổng số' : 'số'} ${listed(' và ')(kinds)} được đề nghị${where === undefined ? '' : ` (${where})`}`,
    less: (one, number) => `${one} trừ ${number}`,
    countOfItems: (list, where) => `số mục của ${list}${where === undefined ? '' : ` (${where})`}`,
    total: (field, list, where) => `tổng ${field} của ${list}${where === undefined ? '' : ` (${where})`}`,
    yearOf: (day) => `năm của ${day}`,
    inCase: (then, label, otherwise, condition) =>
      `${then} (nếu ${inSentence(label)}${condition === undefined ? '' : `: ${condition}`}; không thì ${otherwise})`,
    number: (value) => String(value),
    and: 'và',
  },
  en: {
    receipt: 'the day of receipt',
    date: (date) => date,
    length: {
      days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
      months: (count) => `${count} ${count === 1 ? 'month' : 'months'}`,
      years: (count) => `${count} ${count === 1 ? 'year' : 'years'}`,
    },
    after: (length, day) => `${length} after ${day}`,
    beforeBy: (length, day) => `${length} before ${day}`,
    before: (day) => `before ${day}`,
    noLaterThan: (day) => `no later than ${day}`,
    from: (day) => `from ${day} on`,
    through: (day) => `not after ${day}`,
    between: (from, through) => `from ${from} up to and including ${through}`,
    withinAfter: (length, day) => `within ${length} after ${day}`,
    withinBefore: (length, day) => `within ${length} before ${day}`,
    span: (from, to) => `the time from ${from} to ${to}`,
    full: {
      between: (least, length) => `at least ${least} full, not yet ${length}`,
      atLeast: (length) => `at least ${length}, full`,
      notYet: (length) => `not yet ${length}`,
    },
    bound: {
      is: (value) => `equal to ${value}`,
      atLeast: (value) => `at least ${value}`,
      atMost: (value) => `at most ${value}`,
      above: (value) => `more than ${value}`,
      below: (value) => `less than ${value}`,
    },
    share: (part, of, round) => `${part} of ${of} (${round})`,
    times: (count, of) => `${count} times ${of}`,
    sum: (parts) =>
      parts.length < 2 ? parts.join() : `the sum of ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`,
    minus: (one, other) => `${one} less ${other}`,
    count: (kinds, where) => `the number of ${listed(' and ')(kinds)}${where === undefined ? '' : ` (${where})`}`,
    less: (one, number) => `${one} less ${number}`,
    countOfItems: (list, where) => `the number of entries of ${list}${where === undefined ? '' : ` (${where})`}`,
    total: (field, list, where) => `the total ${field} of ${list}${where === undefined ? '' : ` (${where})`}`,
    yearOf: (day) => `the year of ${day}`,
    inCase: (then, label, otherwise, condition) =>
      `${then} (if ${inSentence(label)}${condition === undefined ? '' : `: ${condition}`}; else ${otherwise})`,
    number: (value) => String(value),
    and: 'and',
  },
};
