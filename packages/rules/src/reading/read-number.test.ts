import { describe, expect, test } from 'vitest';
import { doubtInWords } from './strings/number-doubts.js';
import { readNumber } from './read-number.js';

type Case = [typed: string, read: number | string | null];
const said = (reading: ReturnType<typeof readNumber>) => ('value' in reading ? reading.value : reading.doubt);

describe('numbers as Vietnamese offices write them', () => {
  const counts: Case[] = [
    ['12', 12],
    [' 12 ', 12],
    ['05', 5],
    ['0', 0],
    ['1.234', 1234],
    ['12.000', 12000],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['1\u202f234\u202f567', 1234567],
    ['１２３', 123],
    ['１．２３４', 1234],
    ['12,0', 12],
    ['12,00', 12],
    ['12.0', 12],
    ['1.234,00', 1234],
    ['', null],
    ['\u00a0', null],
    ['1,234', 'comma'],
    ['1,5', 'fraction'],
    ['1.5', 'fraction'],
    ['0.5', 'fraction'],
    ['0,5', 'fraction'],
    ['0.123', 'fraction'],
    ['1.2345', 'fraction'],
    ['1.234,5', 'fraction'],
    ['1 234,5', 'fraction'],
    ['-1', 'negative'],
    ['−1.234', 'negative'],
    ['-', 'dash'],
    ['–', 'dash'],
    ['−', 'dash'],
    ['12 cuộc', 'words'],
    ['12%', 'words'],
    ['1e308', 'words'],
    ['1.23.456', 'words'],
    ['1 23', 'words'],
    ['12.', 'words'],
    ['=SUM(A1:A3)', 'words'],
    ['<b>12</b>', 'words'],
    ['Infinity', 'words'],
    ['1234567890123456', 'tooLarge'],
  ];
  const shares: Case[] = [
    ['97,5', 9750],
    ['97.5', 9750],
    ['97,5 %', 9750],
    ['97,5%', 9750],
    ['97,5 phần trăm', 9750],
    ['1,65%', 165],
    ['0.65%', 65],
    ['0,05', 5],
    ['0.5', 50],
    ['100', 10000],
    ['１００％', 10000],
    ['1.234,5', 123450],
    ['1.234.567', 123456700],
    ['999999999999999', 'tooLarge'],
    ['', null],
    ['%', 'words'],
    ['1.234', 'either'],
    ['97.555', 'either'],
    ['1,234', 'decimals'],
    ['97,555', 'decimals'],
    ['0.975', 'decimals'],
    ['-1%', 'negative'],
    ['1/2', 'words'],
    ['gần hết', 'words'],
    ['12 cuộc', 'words'],
    ['1e308', 'words'],
  ];
  test.each(counts)('count "%s": %s', (typed, read) => expect(said(readNumber('count', typed))).toBe(read));
  test.each(shares)('share "%s": %s', (typed, read) => expect(said(readNumber('percent', typed))).toBe(read));

  const doubts: [type: 'count' | 'percent', typed: string, readings: number[]][] = [
    ['count', '1,234', [1234]],
    ['count', '-', [0]],
    ['count', '1,5', []],
    ['percent', '1.234', [123400]],
    ['percent', '97,555', []],
  ];
  test.each(doubts)('%s "%s" may be %s', (type, typed, readings) =>
    expect(readNumber(type, typed)).toHaveProperty('readings', readings),
  );
});

test('a doubt is a sentence that repeats what stands there and says what to write', () => {
  expect(doubtInWords('comma', 'Ô C5: “1,234”', 'vi')).toBe(
    'Ô C5: “1,234” có thể là số hàng nghìn hoặc số thập phân. Ghi lại, ví dụ 1.234 hoặc 1234.',
  );
  expect(doubtInWords('dash', 'Cell C5: “–”', 'en')).toBe(
    'Cell C5: “–”: write 0 where there is none, leave the cell blank if not answered.',
  );
});

describe('a number among words is offered, not taken', () => {
  test.each<[typed: string, readings: number[]]>([
    ['12 cuộc', [12]],
    ['khoảng 1.234 người', [1234]],
    ['hơn 120', [120]],
    ['>120', [120]],
    ['120¹', [120]],
    ['120 (1)', [120]],
    ['120[1,2]', [120]],
    ['[gạch bỏ: 12]15', [15]],
    ['1,234 người', [1234]],
    ['không', [0]],
    ['Không có', [0]],
    ['1,5 triệu', []],
    ['12 tr', []],
    ['2 chục', []],
    ['12 cuộc, 40 người', []],
    ['12-15', []],
    ['1e308', []],
    ['=SUM(A1:A3)', []],
    ['quý I', []],
  ])('%j: %j', (typed, readings) => expect(readNumber('count', typed)).toEqual({ doubt: 'words', readings }));

  test.each<[typed: string, readings: number[]]>([
    ['đạt 97,5%', []],
    ['trên 97,5 %', [9750]],
    ['100% đảng viên', [10000]],
  ])('%j in a column of shares: %j', (typed, readings) =>
    expect(readNumber('percent', typed)).toEqual({ doubt: 'words', readings }),
  );

  test.each(['12\u200b', '\u200e12', '12\ufeff', '1\u00ad2'])('%j is 12: nobody sees the rest', (typed) =>
    expect(readNumber('count', typed)).toEqual({ value: 12 }),
  );
});
