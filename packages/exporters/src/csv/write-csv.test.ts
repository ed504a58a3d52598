import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { SheetCell } from '../model/workbook.js';
import { writeCsv } from './write-csv.js';

const plain = (value: SheetCell['value'], more: Partial<SheetCell> = {}): SheetCell => ({
  value,
  role: 'plain',
  ...more,
});

test('what is shown, with as many fields in every line; marked as UTF-8; no text is taken for a formula', () => {
  const columns = [{ letters: 9, hidden: true }, { letters: 9 }, { letters: 9 }, { letters: 9 }];
  const rows = [
    { cells: [null, plain('Mẫu, “A”', { across: 3 })] },
    { cells: [plain('kl01:t1')], hidden: true },
    { cells: [] },
    { cells: [plain('id'), plain('Hải\nHậu'), plain(1234, { format: 'count' }), plain('=1+1')] },
    { cells: [null, plain('Tổng'), plain(5, { formula: 'SUM(C4:C4)' }), plain('-')] },
  ];
  const { bytes, guarded } = writeCsv({ title: '', sheets: [{ name: 'I', columns, rows }] });
  expect(strFromU8(bytes).split('\r\n')).toEqual(['"Mẫu, “A”",,', '', `"Hải\nHậu",1234,'=1+1`, "Tổng,5,'-", '']);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(guarded).toBe(2);
});

test.each<[SheetCell['value'], NonNullable<SheetCell['format']>, string]>([
  [0.975, 'percent', '"97,5%"'],
  [0.29, 'percent', '29%'],
  [0.0065, 'percent', '"0,65%"'],
  [10, 'percent', '1000%'],
  [0.07 * 3, 'percent', '21%'],
  [7.5, 'number', '"7,5"'],
  [1234, 'count', '1234'],
  [0, 'percent', '0%'],
  ['1.5', 'text', '1.5'],
])('%j as %s is what the cell shows: %s', (value, format, shown) => {
  const { bytes } = writeCsv({
    title: '',
    sheets: [{ name: 'I', columns: [{ letters: 9 }], rows: [{ cells: [plain(value, { format })] }] }],
  });
  expect(strFromU8(bytes.slice(3))).toBe(`${shown}\r\n`);
});

test.each(['=1+1', '+84 24 3', '-1+1', '@SUM(A1)', '\t=1+1'])(
  '%j is marked as text for the programs that would compute it',
  (text) => {
    const { bytes, guarded } = writeCsv({
      title: '',
      sheets: [{ name: 'I', columns: [{ letters: 9 }], rows: [{ cells: [plain(text)] }] }],
    });
    expect(strFromU8(bytes.slice(3))).toBe(`'${text}\r\n`);
    expect(guarded).toBe(1);
  },
);
