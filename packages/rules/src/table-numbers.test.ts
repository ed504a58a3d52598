import { describe, expect, test } from 'vitest';
import { byHand } from '../test/lib/by-hand.js';
import { consolidate } from './committee/consolidate.js';
import { startReport } from './committee/start-report.js';
import { formOfType } from './form-of-type.js';
import type { Submission, TableRow } from './submission.js';
import { cellNumber, cellsRead, columnNumbers, hasTotal, typedRows } from './table-numbers.js';
import { valueAt } from './values/pointer.js';
import { columnLeaves } from './columns.js';

const { rulebook, cases } = byHand.find(({ id }) => id === 'vi-du.bieu.2023')!;
const [study] = formOfType(rulebook, 'bao-cao', 'report').view.report.tables;
const leaves = columnLeaves(study!.columns);
const sent = cases[0]!.submission as Submission;
const number = (row: string | null, column: string): number | null =>
  cellNumber(
    study!,
    (at, id) => valueAt(sent, `/tables/${study!.id}/${at}/${id}`),
    row,
    leaves.find(({ id }) => id === column)!,
  );

describe('numbers of a table that nobody types', () => {
  test.each([
    ['a sum in a row', 'cap-xa', 'tong', 40],
    ['a difference in a row', 'cap-thon', 'chua-hoc', 2],
    ['a share in a row, in hundredths of a percent', 'cap-thon', 'ti-le', 9667],
    ['a group: the sum of its rows', 'can-bo', 'phai-hoc', 100],
    ['a group: what is computed is so of its sums', 'can-bo', 'ti-le', 9800],
    ['a heading has none', 'khac', 'phai-hoc', null],
    ['the total counts groups once, and rows under a heading', null, 'phai-hoc', 400],
    ['the total of a difference', null, 'chua-hoc', 3],
    ['the total of a share is that of the totals', null, 'ti-le', 9925],
  ])('%s', (_, row, column, expected) => expect(number(row, column)).toBe(expected));

  test('are made of typed cells', () => {
    const share = leaves.find(({ id }) => id === 'ti-le')!;
    const read = cellsRead(study!, 'can-bo', share).map(([row, { id }]) => `${row}/${id}`);
    const made = ['truc-tiep', 'truc-tuyen', 'phai-hoc'];
    expect(read).toEqual(['cap-xa', 'cap-thon'].flatMap((row) => made.map((id) => `${row}/${id}`)));
    expect(typedRows(study!).map(({ id }) => id)).toEqual(['cap-xa', 'cap-thon', 'dang-vien', 'doan-vien', 'hoi-vien']);
    expect(leaves.every((column) => hasTotal(study!, column))).toBe(true);
  });

  test('columns are numbered as printed', () =>
    expect(columnNumbers(study!, leaves)).toEqual(['A', 'B', '1', '2', '3', '4=2+3', '5=1-4', '6']));
});

test('over units, computed columns and groups are worked out of the sums', async () => {
  const received = ['mot', 'hai'].map((id) => ({
    submission: { ...sent, id, unit: { id, group: 'xa' } },
    at: '2023-03-20T08:00:00+07:00',
  }));
  const all = await consolidate(rulebook, received, { now: '2023-04-10T08:00:00+07:00', form: 'bao-cao' });
  const { tables, rows } = all;
  const row = tables['hoc-tap']!['can-bo']!;
  expect(Object.fromEntries(Object.entries(row).map(([id, { value }]) => [id, value]))).toEqual({
    'phai-hoc': 200,
    'truc-tiep': 176,
    'truc-tuyen': 20,
    tong: 196,
    'chua-hoc': 4,
    'ti-le': 9800,
  });
  const [first] = sent.tables!['van-ban'] as TableRow[];
  expect(rows['van-ban']!.map(({ unit }) => unit)).toEqual(['hai', 'hai', 'mot', 'mot']);
  expect(rows['van-ban']![0]).toEqual({ unit: 'hai', row: first });
  const draft = startReport(all, formOfType(rulebook, 'bao-cao', 'report'));
  expect(draft.tables!['van-ban']).toHaveLength(4);
  expect(row['ti-le']!.by).toEqual({ hai: 9800, mot: 9800 });
  expect(tables['hoc-tap']).not.toHaveProperty('khac');
});
