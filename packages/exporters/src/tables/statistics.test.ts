import type { TableView } from '@kl01/rules';
import { describe, expect, test } from 'vitest';
import { shownTableCell, tableRows } from './table-rows.js';
import { statisticsBlocks, statisticsOf, sumsOf } from './statistics.js';

const count = { type: 'count', down: 'sum', across: 'sum' } as const;
const view: TableView = {
  element: 'bao-cao/tables/t',
  id: 't',
  number: '1',
  title: 'Kết quả',
  rowHeader: 'Nội dung',
  rows: ['mot', 'hai', 'ba'].map((id) => ({ id, label: id, required: false })),
  totalRow: { label: 'Cộng' },
  columns: [
    { id: 'dat', label: 'Đạt', ...count },
    { id: 'tong', label: 'Tổng', ...count },
    { id: 'ti-le', label: 'Tỉ lệ', type: 'percent', down: 'none', across: 'none', of: ['dat', 'tong'] },
    { id: 'khac', label: 'Tỉ lệ khác', type: 'percent', down: 'none', across: 'none' },
    { id: 'ton', label: 'Tồn', type: 'count', down: 'none', across: 'none' },
    { id: 'cua-ton', label: 'Của tồn', type: 'percent', down: 'none', across: 'none', of: ['dat', 'ton'] },
  ],
  checks: [],
};
const row = (dat: number, tong: number) => ({ dat, tong, 'ti-le': 0, khac: 5000, ton: 1, 'cua-ton': 0 });
const [statistics] = statisticsOf([view], 'xa', { tables: { t: { mot: row(9, 40), hai: row(3, 10) } } });

describe('the total row of percentages', () => {
  test('is of the totals of their counts, never an average; without counts that have totals there is none', () => {
    const table = statisticsBlocks(statistics!).find((block) => block.kind === 'table');
    const totals = table?.kind === 'table' ? table.rows.at(-1)!.cells.map(({ lines }) => lines.flat().join('')) : [];
    expect(totals).toEqual(['Cộng', '12', '50', '24%', '–', '–', '–']);
  });

  test('is blank where nothing was counted, or all of it is 0', () => {
    const share = view.columns[2]!;
    const [empty] = statisticsOf([view], 'xa', {});
    const [none] = statisticsOf([view], 'xa', { tables: { t: { mot: row(0, 0) } } });
    expect([empty!.cell(null, share), none!.cell(null, share)]).toEqual([null, null]);
  });

  test('is a formula in a sheet, which follows what is typed', () => {
    const { rows } = tableRows(statistics!, 0, shownTableCell);
    expect(rows.at(-1)!.cells[4]).toMatchObject({
      value: 0.24,
      formula: 'IF(SUM(D3:D5)=0,"",ROUND(SUM(C3:C5)/SUM(D3:D5),4))',
      format: 'percent',
    });
  });

  test('over many units too', () => {
    const cell = (value: number) => ({ value, by: { a: value } });
    const [sums] = sumsOf([view], {
      tables: { t: { mot: { dat: cell(1), tong: cell(4) }, hai: { dat: cell(2), tong: cell(8) } } },
    });
    expect(sums!.cell(null, view.columns[2]!)).toBe(2500);
  });
});
