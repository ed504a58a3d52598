import { describe, expect, test } from 'vitest';
import type { Inline } from '../model/document.js';
import { dateInFull, shortDate } from './parts/dates.js';
import { basisInWords, directiveInWords } from './parts/directive.js';
import { joined, romanOf } from './parts/text.js';

test.each([
  [0, 'I'],
  [3, 'IV'],
  [8, 'IX'],
  [13, 'XIV'],
  [59, 'LX'],
  [499, 'D'],
  [1998, 'MCMXCIX'],
])('group %i of a list is %s', (index, roman) => expect(romanOf(index)).toBe(roman));

const plain = (inlines: readonly Inline[]) =>
  inlines.map((inline) => (typeof inline === 'string' ? inline : '…')).join('');

test.each([
  ['2023-04-05', '05/4/2023', 'ngày 05 tháng 4 năm 2023'],
  ['2023-02-28', '28/02/2023', 'ngày 28 tháng 02 năm 2023'],
  ['2023-12-31', '31/12/2023', 'ngày 31 tháng 12 năm 2023'],
  ['2023-02-30', undefined, 'ngày … tháng … năm …'],
  [null, undefined, 'ngày … tháng … năm …'],
])('the date %s is written %s', (date, short, full) => {
  expect(shortDate(date)).toBe(short);
  expect(plain(dateInFull(date))).toBe(full);
});

describe('a directive in a sentence', () => {
  const inWords = (number: string, title: string) =>
    directiveInWords({ number, title, date: '2023-03-16', committee: { name: 'Quận ủy Sông Xanh' } });

  test.each([
    ['971-CV/QU', 'V/v báo cáo', 'Công văn số 971-CV/QU, ngày 16/3/2023 của Quận ủy Sông Xanh về việc báo cáo'],
    [
      '39/KH-UBND',
      'Về việc khen thưởng',
      'Kế hoạch số 39/KH-UBND, ngày 16/3/2023 của Quận ủy Sông Xanh về việc khen thưởng',
    ],
    [
      '107-KH/QU',
      'UBND quận tổ chức',
      'Kế hoạch số 107-KH/QU, ngày 16/3/2023 của Quận ủy Sông Xanh về việc UBND quận tổ chức',
    ],
    [
      '5-constructor/QU',
      'Thi đua',
      'Văn bản số 5-constructor/QU, ngày 16/3/2023 của Quận ủy Sông Xanh về việc thi đua',
    ],
  ])('%s, %s', (number, title, sentence) => expect(inWords(number, title)).toBe(sentence));
});

describe('what a committee carries out is what others issued', () => {
  const own = 'Kế hoạch số 60-KH/QU, ngày 31/01/2023 của Ban Thường vụ Quận ủy';
  const [above, central, third, fourth] = [
    'Công văn số 13-CV/BTGTU, ngày 16/02/2023 của Ban Tuyên giáo Thành ủy',
    'Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị',
    'Kế hoạch số 39/KH-UBND ngày 25/3/2022 của UBND tỉnh',
    'Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị',
  ];
  test.each([
    ['not its own', [own, above, central], `${above} và ${central}`],
    ['nor what has no number', ['Chương trình công tác năm 2023', above], above],
    ['the nearest three', [above, central, third, fourth], `${above}, ${central} và ${third}`],
    ['nothing', [own], undefined],
    ['nothing given', undefined, undefined],
  ])('%s', (_, basis, said) => {
    const directive = {
      number: '1399-CV/QU',
      title: 'x',
      date: '2023-02-27',
      committee: { name: 'Quận ủy Sông Xanh' },
    };
    expect(basisInWords({ ...directive, ...(basis && { basis }) })).toBe(said);
  });
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a và b'],
  [['a', 'b', 'c'], 'a, b và c'],
])('%j is joined as "%s"', (parts, text) => expect(joined(parts)).toBe(text));
