import { expect, test } from 'vitest';
import type { RowRange, Sheet } from '../model/workbook.js';
import { pageSetup } from './page-setup.js';

/** Portrait A4 holds 733 points of rows at full size: 40 rows of 18 points. */
const sheetOf = (rows: number, more: Partial<Sheet>): Sheet => ({
  name: 'Một',
  columns: [{ letters: 80 }],
  rows: Array.from({ length: rows }, () => ({ cells: [] })),
  ...more,
});
const breaksOf = (sheet: Sheet) => {
  const { xml } = pageSetup(
    sheet,
    sheet.rows.map(() => 18),
  );
  return [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row));
};
const repeated = { rows: 1, columns: 0, headRows: [0, 0] as RowRange };

test.each<[string, Sheet, number[]]>([
  [
    'blocks that fit on one page together',
    sheetOf(40, {
      blocks: [
        [0, 19],
        [20, 39],
      ],
    }),
    [],
  ],
  [
    'a block that would be cut begins a page',
    sheetOf(60, {
      blocks: [
        [0, 29],
        [30, 59],
      ],
    }),
    [30],
  ],
  [
    'rows between blocks count',
    sheetOf(42, {
      blocks: [
        [0, 19],
        [22, 41],
      ],
    }),
    [22],
  ],
  [
    'rows that are not shown do not',
    {
      ...sheetOf(42, {
        blocks: [
          [0, 19],
          [22, 41],
        ],
      }),
      rows: sheetOf(42, {}).rows.map((row, at) => ({ ...row, hidden: at === 20 || at === 21 })),
    },
    [],
  ],
  ['one longer than a page goes on where it began', sheetOf(100, { blocks: [[0, 99]] }), []],
  [
    'and what follows has the rest of its last page',
    sheetOf(150, {
      blocks: [
        [0, 99],
        [100, 115],
        [116, 140],
      ],
    }),
    [116],
  ],
  [
    'rows repeated on every page take their room',
    sheetOf(80, {
      fixed: repeated,
      blocks: [
        [0, 39],
        [40, 79],
      ],
    }),
    [40],
  ],
  [
    'a wide sheet is printed smaller and holds more',
    sheetOf(80, {
      columns: [{ letters: 170 }],
      blocks: [
        [0, 39],
        [40, 79],
      ],
    }),
    [],
  ],
])('%s', (_, sheet, expected) => expect(breaksOf(sheet)).toEqual(expected));

test.each([
  ['narrow', 40, 'scale="100"'],
  ['twice as wide as a page', 169, 'scale="50"'],
])('a sheet with blocks is scaled by a number: %s', (_, letters, scale) => {
  const { properties, xml } = pageSetup(sheetOf(1, { columns: [{ letters }], blocks: [[0, 0]] }), [18]);
  expect(properties + xml).toContain(scale);
  expect(properties + xml).not.toContain('fitTo');
});

test('any other is fitted to the width by the program', () => {
  const { properties, xml } = pageSetup(sheetOf(1, {}), [18]);
  expect(properties).toContain('fitToPage="1"');
  expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
});
