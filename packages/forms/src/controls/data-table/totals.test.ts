import { expect } from '@open-wc/testing';
import type { ColumnView } from '@kl01/rules';
import type { DataColumn, DataTable } from './data-table.js';
import { numberIn, showComputed, TOTAL, UNREAD } from './totals.js';

const column = (id: string, view: Partial<ColumnView> = {}): DataColumn => ({
  id,
  label: id,
  type: view.type ?? 'count',
  totalled: view.type === undefined || view.of !== undefined,
  computed: false,
  view: { id, label: id, type: 'count', down: view.type === undefined ? 'sum' : 'none', ...view },
});
const share = column('ti-le', { type: 'percent', of: ['dat', 'tong'] });
const rows = ['mot', 'hai', 'ba'].map((id) => ({ id, label: id, required: false }));
const columns = [column('dat'), column('tong'), share, column('khac', { type: 'percent' })];
const table: DataTable = {
  path: '/tables/t',
  name: 'T',
  labelledBy: 'a',
  rowHeader: 'N',
  rows,
  view: { rows, columns: columns.map(({ view }) => view) },
  totalRow: { label: 'Cộng' },
  columns,
};
/** The table at its path, of cells by `<row>/<column>`. */
const stored = (values: Readonly<Record<string, unknown>>) => (): unknown => {
  const cells: Record<string, Record<string, unknown>> = {};
  for (const [place, value] of Object.entries(values)) {
    const [row = '', id = ''] = place.split('/');
    (cells[row] ??= {})[id] = value;
  }
  return cells;
};
const total = (values: Readonly<Record<string, number>>, of = share): number | null =>
  numberIn(table, TOTAL, of, stored(values));

describe('the total of percentages', () => {
  it('is that of the totals of their counts, over the rows that give both', () => {
    const values = { 'mot/dat': 9, 'mot/tong': 40, 'hai/dat': 3, 'hai/tong': 10, 'ba/dat': 7, 'hai/ti-le': 1 };
    expect(total(values)).to.equal(2400);
    expect(total(values, table.columns[0])).to.equal(19);
  });

  it('waits for a count that cannot be read, and for no percentage', () => {
    const values: Record<string, unknown> = { 'mot/dat': 9, 'mot/tong': '1.23', 'hai/dat': 1, 'hai/tong': 2 };
    const shown = (): string => showComputed(table, TOTAL, share, stored(values));
    expect(shown()).to.equal(UNREAD);
    values['mot/tong'] = 40;
    values['mot/ti-le'] = '1.23';
    expect(shown()).to.equal('23,81');
  });

  it('is blank where nothing is counted, or all of it is 0, and without counts', () => {
    expect(total({})).to.equal(null);
    expect(total({ 'mot/dat': 0, 'mot/tong': 0 })).to.equal(null);
    expect(total({ 'mot/khac': 5000 }, table.columns[3])).to.equal(null);
  });
});
