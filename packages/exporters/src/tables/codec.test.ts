import type { FieldView } from '@kl01/rules';
import { describe, expect, test } from 'vitest';
import type { ReadValue } from '../xlsx/read-sheet.js';
import { entryCodec } from './codec.js';

const named = (field: string, type: FieldView['type']): FieldView => ({
  element: '',
  field,
  type,
  label: field,
  optional: false,
});
const decimal = entryCodec({ type: 'decimal', decimals: 1 });
const year = entryCodec({ type: 'year' });
const list = entryCodec({
  type: 'list',
  fields: [named('award', 'text'), named('year', 'year'), named('share', 'percent'), named('on', 'date')],
});

describe('cells of numbers', () => {
  test.each<[cell: ReadValue, value: unknown]>([
    [7.5, 75],
    ['7,5', 75],
    ['7.5', 75],
    [0.1 + 0.2, 3],
    [null, null],
    [7.25, 'unlike'],
    [-1, 'unlike'],
    ['7,25', 'decimals'],
    ['bảy', 'words'],
  ])('a decimal of one digit: %s', (cell, value) => {
    const read = decimal.fromCell(cell);
    expect('doubt' in read ? read.doubt : read.value).toBe(value);
  });

  test.each<[cell: ReadValue, value: unknown]>([
    [2020, 2020],
    [' 2020 ', 2020],
    [99, 'unlike'],
    ['2.020', 'unlike'],
    [2020.5, 'unlike'],
  ])('a year: %s', (cell, value) => {
    const read = year.fromCell(cell);
    expect('doubt' in read ? read.doubt : read.value).toBe(value);
  });
});

describe('a list in a cell', () => {
  const items = [
    { award: 'Giấy khen | một', year: 2020, share: 9750, on: '2020-05-19' },
    { award: 'dòng một\ndòng hai \\', year: 2021 },
    {},
  ];
  const cell = 'Giấy khen \\| một | 2020 | 97,5 % | 19/5/2020\ndòng một\\ndòng hai \\\\ | 2021 |  | \n |  |  | ';

  test('is one line an item, and comes back', () => {
    expect(list.toCell(items)).toBe(cell);
    expect(list.fromCell(cell)).toEqual({ value: items });
  });

  test('is read as officers type it', () => {
    expect(list.fromCell('Giấy khen|2020\r\n\r\nBằng khen')).toEqual({
      value: [{ award: 'Giấy khen', year: 2020 }, { award: 'Bằng khen' }],
    });
  });

  test.each(['Giấy khen | hai nghìn', 'a | 2020 | 1 % | 19/5/2020 | Bí thư'])('is not guessed: %s', (cell) => {
    expect(list.fromCell(cell)).toEqual({ doubt: 'unlike', readings: [] });
  });
});
