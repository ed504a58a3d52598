import { formOfType } from '@kl01/rules';
import { consolidate, startReport } from '@kl01/rules/committee';
import { compile, parsePack } from '@kl01/rules/compile';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { offlinePack } from '../../../fixtures/offline-pack.js';
import { readDocx } from '../../../fixtures/read-docx.js';
import { exportDocument } from '../../index.js';
import { readXlsx } from '../../xlsx/read-xlsx.js';

const NOW = '2023-03-25T08:00:00+07:00';

const beside = (rows: readonly (readonly unknown[])[], labels: readonly string[]) =>
  Object.fromEntries(
    labels.map((label) => {
      const row = rows.find(([first, second]) => first === label || second === label) ?? [];
      return [label, row.slice(row.indexOf(label) + 1).map((cell) => String(cell ?? ''))];
    }),
  );

/**
 * One year that two units filled in, one of them with zeros, and one that no unit filled in; the total also counts
 * ticks.
 */
async function consolidated(change: (columns: { columns?: object[] }[]) => void) {
  const pack = structuredClone(offlinePack) as { forms: { tables?: { columns: { columns?: object[] }[] }[] }[] };
  change(pack.forms[1]!.tables![0]!.columns);
  const rulebook = compile(parsePack(pack));
  const report = (id: string, row: object) => ({
    at: NOW,
    submission: {
      id,
      rulebook: 'vi-du.ngoai-mang@1.0.0',
      form: 'bao-cao',
      unit: { id, group: 'huyen', name: `Đơn vị ${id}` },
      sections: { 'noi-dung': 'Đã thực hiện.' },
      tables: { t1: { 'nam-2022': row } },
    },
  });
  const received = [
    report('a', { cuoc: 3, nguoi: 0, dat: 5000, co: true }),
    report('b', { cuoc: 0, nguoi: 0, dat: 0, co: false }),
  ];
  const consolidation = await consolidate(rulebook, received as never, { now: NOW, form: 'bao-cao' });
  expect(consolidation.units.counted).toEqual(['a', 'b']);
  return { rulebook, consolidation };
}

describe('a cell that nobody filled is blank, one that units filled with 0 is 0; of ticks likewise', async () => {
  const { rulebook, consolidation } = await consolidated(([, , tick]) => Object.assign(tick!, { down: 'sum' }));
  const made = (format: string) => exportDocument(rulebook, consolidation, { document: 'phu-luc', format });
  /** Meetings, people, share (without a common value), ticks, computed column. */
  const expected = {
    '2022': ['3', '0', '', '1', '3'],
    '2023': ['', '', '', '', ''],
    Tổng: ['3', '0', '–', '1', '3'],
  };
  const labels = Object.keys(expected);

  test('in Word', async () => expect(beside(readDocx((await made('docx')).bytes).rows, labels)).toEqual(expected));

  test('in Excel, as it stands beside the formulas', async () => {
    const [sums] = await readXlsx((await made('xlsx')).bytes);
    expect(beside(sums!.rows, labels)).toEqual(expected);
  });

  test('in Excel the only table is printed with its head, and whose it is, on every page', async () => {
    const files = unzipSync((await made('xlsx')).bytes);
    const titles = [...strFromU8(files['xl/workbook.xml']!).matchAll(/_xlnm\.Print_Titles[^>]*>([^<]*)</g)];
    // Line 1 is the unit, 2 the title, 3 is hidden, 4 and 5 are the two header rows.
    expect(titles.map(([, rows]) => rows)).toEqual(["'Tổng hợp'!$1:$5", "'Đơn vị a'!$1:$5", "'Đơn vị b'!$1:$5"]);
  });

  test('in a comma-separated file', async () => {
    const lines = strFromU8((await made('csv')).bytes).split('\r\n');
    expect(
      beside(
        lines.slice(0, lines.indexOf('')).map((line) => line.split(',')),
        labels,
      ),
    ).toEqual(expected);
  });

  test('in the committee’s own report', () => {
    const form = formOfType(rulebook, 'bao-cao', 'report');
    const { tables } = startReport(consolidation, form);
    expect(tables?.['t1']).toEqual({
      'nam-2022': { cuoc: 3, nguoi: 0, dat: null },
      'nam-2023': { cuoc: null, nguoi: null, dat: null },
    });
  });
});

describe('a sum with a part that is not added up between units is blank', async () => {
  const { rulebook, consolidation } = await consolidated(([meetings]) =>
    Object.assign(meetings!.columns![1]!, { across: 'none' }),
  );
  const expected = { '2022': ['3', '', '', '1', ''] };
  const made = (format: string) => exportDocument(rulebook, consolidation, { document: 'phu-luc', format });

  test('in Word', async () => expect(beside(readDocx((await made('docx')).bytes).rows, ['2022'])).toEqual(expected));

  test('in Excel, which has no formula for it either', async () => {
    const { bytes } = await made('xlsx');
    const rows = (await readXlsx(bytes))[0]!.rows.map((row) => [...row, null]);
    expect(beside(rows, ['2022'])).toEqual(expected);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    const computed = [...xml.matchAll(/<c r="([A-Z]+6)"[^>]*><f>/g)].map(([, cell]) => cell);
    expect(computed).toEqual(['C6', 'F6']);
  });
});
