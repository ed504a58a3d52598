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
