import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Sheet, SheetCell, Workbook } from '../model/workbook.js';
import { readXlsx } from './read-xlsx.js';
import { writeXlsx as write } from './write-xlsx.js';

const plain = (value: SheetCell['value'], more: Partial<SheetCell> = {}): SheetCell => ({
  value,
  role: 'plain',
  ...more,
});
const sheetOf = (cells: SheetCell[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Một',
  columns: cells.map(() => ({ letters: 20 })),
  rows: [{ cells }],
  ...more,
});
const bookOf = (...sheets: Sheet[]): Workbook => ({ title: 'Ví dụ', sheets });

const writeXlsx = async (workbook: Workbook, options = {}) => (await write(workbook, options)).bytes;

/** A sheet with everything that it may contain. */
const whole = sheetOf([plain('Mẫu', { role: 'head', across: 2, down: 2 }), plain('A'), plain('B')], {
  rows: [
    { cells: [plain('Đầu bảng', { role: 'head', across: 2 })] },
    { hidden: true, cells: [plain('id', { role: 'id' }), plain(1, { format: 'count' })] },
    {
      cells: [plain(null, { role: 'open' }), plain(3, { formula: 'IF(A1<>"",1,"")', role: 'total', format: 'count' })],
    },
  ],
  columns: [{ letters: 10, hidden: true }, { letters: 30 }],
  locked: true,
  fixed: { rows: 1, columns: 1, headRows: [0, 0] },
  limits: [
    { rows: [2, 2], column: 0, takes: { list: ['Có, đủ', 'Không'] } },
    { rows: [2, 2], column: 1, takes: 'count' },
  ],
  blocks: [[0, 2]],
});

/** ECMA-376 part 1, 18.3.1.99: an element out of this order makes Excel repair the file. */
const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection mergeCells dataValidations pageMargins pageSetup headerFooter rowBreaks ignoredErrors'.split(
    ' ',
  );

async function parts(workbook: Workbook): Promise<Record<string, string>> {
  const files = unzipSync(await writeXlsx(workbook));
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, strFromU8(file)]));
}
const firstSheet = async (sheet: Sheet) => (await parts(bookOf(sheet)))['xl/worksheets/sheet1.xml']!;

describe('the parts of a sheet', () => {
  test.each([
    ['everything', whole],
    ['everything, fitted to the width', { ...whole, blocks: undefined as never }],
    ['nothing', { name: 'Trống', columns: [], rows: [] }],
  ])('stand in the order of the standard: %s', async (_, sheet) => {
    const inner = (await firstSheet(sheet)).replace(/^.*?<worksheet[^>]*>/s, '').replace('</worksheet>', '');
    const found = [...inner.matchAll(/<(\w+)[^>]*?(?:\/>|>.*?<\/\1>)/gs)].map(([, name]) => name!);
    expect(found).toEqual(ORDER.filter((name) => found.includes(name)));
    expect(found).toContain('sheetData');
  });

  test.each([
    ['upright', {}],
    ['on its side', { landscape: true }],
  ])('a list to choose from and a limit are there %s', async (_, more) => {
    const files = await parts(bookOf({ ...whole, ...more }));
    expect(files['xl/worksheets/sheet1.xml']).toContain('<dataValidations count="2">');
    expect(files['xl/worksheets/sheet1.xml']).toContain(`<formula1>'kl01-lists'!$A$1:$A$2</formula1>`);
    expect(files['xl/workbook.xml']).toContain('name="kl01-lists" sheetId="2" state="hidden"');
  });

  test('cells under a merged one have its look, for its edges', async () => {
    const xml = await firstSheet(
      sheetOf([], {
        rows: [{ cells: [plain('a', { role: 'head', across: 2, down: 2 }), null, plain('b')] }, { cells: [] }],
      }),
    );
    expect(xml).toContain('<mergeCell ref="A1:B2"/>');
    const looks = [...xml.matchAll(/<c r="(\w+)" s="(\d+)"/g)].map(([, cell, look]) => [cell, look]);
    expect(looks).toEqual([
      ['A1', '1'],
      ['B1', '1'],
      ['C1', '2'],
      ['A2', '1'],
      ['B2', '1'],
    ]);
  });

  test('only cells to be filled in can be changed in a locked sheet', async () => {
    const files = await parts(bookOf(sheetOf([plain('a'), plain('b', { role: 'open' })], { locked: true })));
    const looks = /<cellXfs.*<\/cellXfs>/s.exec(files['xl/styles.xml']!)![0].split('<xf ').slice(1);
    expect(looks.map((xf) => xf.includes('<protection locked="0"/>'))).toEqual([false, false, true]);
  });

  test('rows that would fill the screen do not stay in sight, columns still do', async () => {
    const lines = (count: number) => ({
      ...sheetOf([], { rows: Array.from({ length: 30 }, () => ({ cells: [plain('a')] })) }),
      fixed: { rows: count, columns: 1, headRows: [0, 0] as const },
    });
    expect(await firstSheet(lines(12))).toContain('<pane xSplit="1" ySplit="12" topLeftCell="B13"');
    expect(await firstSheet(lines(13))).toContain('<pane xSplit="1" topLeftCell="B1" activePane="topRight"');
  });

  test('the workbook opens with a sheet that is shown', async () => {
    const files = await parts(bookOf({ ...whole, hidden: true }, { ...whole, name: 'Hai' }));
    expect(files['xl/workbook.xml']).toContain('activeTab="1"');
    expect(files['xl/worksheets/sheet2.xml']).toContain('tabSelected="1"');
    expect(files['xl/worksheets/sheet1.xml']).not.toContain('tabSelected');
  });
});

describe('what stands in a cell comes back', () => {
  test.each<[string, SheetCell, unknown]>([
    ['spaces at the ends', plain('  hai đầu  '), '  hai đầu  '],
    ['lines', plain('một\nhai'), 'một\nhai'],
    ['markup', plain('<b>&amp;"\''), '<b>&amp;"\''],
    ['what the format takes for a letter', plain('_x0041_ và _X000d_'), '_x0041_ và _X000d_'],
    ['what a program takes for a formula', plain('=1+1'), '=1+1'],
    ['what another takes for one, from a plus', plain('+84 24 3'), '+84 24 3'],
    ['from a minus', plain('-1+1'), '-1+1'],
    ['from an at sign', plain('@SUM(A1)'), '@SUM(A1)'],
    ['from a tab', plain('\t=1+1'), '\t=1+1'],
    ['a phone number', plain('0912345678'), '0912345678'],
    ['emoji', plain('Giỏi 🎉'), 'Giỏi 🎉'],
    ['a number', plain(1234, { format: 'count' }), 1234],
    ['a percentage, as it is shown', plain(0.975, { format: 'percent' }), '97,5%'],
    ['a number among texts', plain(7), '7'],
    ['a day', plain('2023-03-24', { format: 'day' }), new Date('2023-03-24T00:00:00Z')],
    [
      'the first day that all programs agree on',
      plain('1900-03-01', { format: 'day' }),
      new Date('1900-03-01T00:00:00Z'),
    ],
    ['a day before it', plain('1890-05-19', { format: 'day' }), '1890-05-19'],
    ['what a formula gives', plain(5, { formula: 'SUM(B1:B2)&""' }), 5],
    ['a text that a formula gives', plain('–', { formula: 'IF(1<2,"–","")' }), '–'],
    ['nothing', plain(null), null],
  ])('%s', async (_, cell, expected) => {
    const [sheet] = await readXlsx(await writeXlsx(bookOf(sheetOf([cell, plain('cuối')]))));
    expect(sheet?.rows[0]?.[0]).toEqual(expected);
  });

  test('of a text longer than a cell may hold, what it holds, and how often that was', async () => {
    const long = 'x'.repeat(32_765);
    const { bytes, cut } = await write(bookOf(sheetOf([plain(`${long}yz`), plain(`${long}🎉z`), plain('ngắn')])));
    const [sheet] = await readXlsx(bytes);
    expect(sheet?.rows[0]).toEqual([`${long}yz`, `${long}…`, 'ngắn']);
    expect(cut).toBe(1);
  });

  test('each text is written once', async () => {
    const files = await parts(bookOf(sheetOf([plain('a'), plain('b'), plain('a')])));
    expect(files['xl/sharedStrings.xml']).toContain(
      'count="3" uniqueCount="2"><si><t>a</t></si><si><t>b</t></si></sst>',
    );
  });
});

describe('a sheet that programs cannot open is not made', () => {
  const rows = Array<Sheet['rows'][number]>(1_048_577).fill({ cells: [] });
  const cells = Array<null>(16_385).fill(null);
  test.each<[limit: string, sheet: Sheet]>([
    ['rows', { name: 'Dài', columns: [], rows }],
    ['columns', { name: 'Rộng', columns: [], rows: [{ cells }] }],
    ['columns', { name: 'Rộng', columns: cells.map(() => ({ letters: 1 })), rows: [] }],
  ])('more %s than there are', async (limit, sheet) => {
    await expect(writeXlsx(bookOf(sheet))).rejects.toMatchObject({ limit, of: sheet.name });
  });
});

describe('a list of many thousand', () => {
  const many = sheetOf([], {
    columns: [{ letters: 20 }, { letters: 20 }],
    rows: Array.from({ length: 20_000 }, (_, row) => ({
      cells: [plain(`Dòng ${row}`), plain(row, { format: 'count' })],
    })),
  });

  test('equal input gives equal bytes', async () => {
    const [one, other] = [await writeXlsx(bookOf(many)), await writeXlsx(bookOf(many))];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test('lets others run in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++);
    await writeXlsx(bookOf(many));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  test('is given up when the caller cancels', async () => {
    const cancel = new AbortController();
    const writing = writeXlsx(bookOf(many), { signal: cancel.signal });
    cancel.abort(new Error('thôi'));
    await expect(writing).rejects.toThrow('thôi');
  });
});
