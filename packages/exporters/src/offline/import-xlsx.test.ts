import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { valueAt, type Submission } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offlinePack } from '../../fixtures/offline-pack.js';
import { factsOf } from '../../fixtures/facts-of.js';
import { ExportError } from '../export-error.js';
import type { SheetCell, Workbook } from '../model/workbook.js';
import { writeXlsx } from '../xlsx/write-xlsx.js';
import { formWorkbook } from './form-workbook.js';
import { importXlsx } from './import-xlsx.js';

const rulebook = compile(parsePack(offlinePack));
const now = '2023-03-25T08:00:00+07:00';
const newId = () => 'moi';
const unit = { id: 'a', group: 'huyen', name: 'Huyện A' };
const nomination = {
  rulebook: 'vi-du.ngoai-mang@1.0.0',
  form: 'de-nghi',
  unit,
  nominees: [
    {
      id: 'n1',
      kind: 'individual',
      name: 'Trần Văn Mẫu',
      phone: '0912345678',
      joined: '1999-02-03',
      rating: 'good',
      member: true,
    },
    { id: 'n2', kind: 'collective', name: 'Chi bộ 1' },
    { id: 'n3', kind: 'individual', name: 'Lê Thị Mẫu', phone: '0987654321' },
  ],
} as unknown as Submission;
const report = {
  rulebook: 'vi-du.ngoai-mang@1.0.0',
  form: 'bao-cao',
  unit,
  tables: { t1: { 'nam-2022': { cuoc: 3, nguoi: 1200, dat: 9750, co: true } } },
} as unknown as Submission;

/** Changes to the submission's workbook as a user could make them. */
type Change = (workbook: {
  sheets: { name: string; rows: { cells: (SheetCell | null)[] }[]; columns: object[] }[];
}) => void;
async function imported(submission: Submission, change: Change = () => undefined, base?: Submission) {
  const workbook = structuredClone(formWorkbook(factsOf(rulebook, submission)));
  change(workbook as never);
  const { bytes } = await writeXlsx(workbook as Workbook);
  return importXlsx(rulebook, bytes, { now, newId, ...(base && { base }) });
}

const sheet = (workbook: Parameters<Change>[0], name: string) => workbook.sheets.find((each) => each.name === name)!;
/** The cell in the row with this id, and in the column named by the hidden row. */
function cellOf(workbook: Parameters<Change>[0], name: string, id: string, column: string) {
  const { rows } = sheet(workbook, name);
  const at = rows.flatMap(({ cells }) => cells.findIndex((cell) => cell?.value === column)).find((index) => index > 0)!;
  const row = rows.find(({ cells }) => cells[0]?.value === id)!;
  return {
    set: (value: SheetCell['value'], format: SheetCell['format'] = 'text') =>
      void (row.cells[at] = { value, format, role: 'open' }),
  };
}

/** As stored by Excel after F11: a chart sheet, a part of another type (ECMA-376 part 1, 12.3.2). */
function withChartSheet(bytes: Uint8Array, name: string): Uint8Array {
  const parts = unzipSync(bytes);
  const within = (part: string, end: string, more: string) =>
    strToU8(strFromU8(parts[part]!).replace(end, `${more}${end}`));
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet';
  return zipSync({
    ...parts,
    'xl/workbook.xml': within('xl/workbook.xml', '</sheets>', `<sheet name="${name}" sheetId="99" r:id="chart"/>`),
    'xl/_rels/workbook.xml.rels': within(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      `<Relationship Id="chart" Type="${type}" Target="chartsheets/sheet1.xml"/>`,
    ),
    'xl/chartsheets/sheet1.xml': strToU8(
      '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>',
    ),
  });
}

describe('a cell that cannot be read is named, with what stood there, and nothing typed is lost', () => {
  const cases: [string, string, string, string, string, SheetCell['value'], unknown, string][] = [
    ['a count with words', 'II', 'nam-2022', 'cuoc', 'count', '12 cuộc', '12 cuộc', '/tables/t1/nam-2022/cuoc'],
    ['a count below zero', 'II', 'nam-2022', 'cuoc', 'count', '-1', '-1', '/tables/t1/nam-2022/cuoc'],
    ['a count with a decimal comma', 'II', 'nam-2022', 'cuoc', 'count', '1,5', '1,5', '/tables/t1/nam-2022/cuoc'],
    ['a count beyond all counting', 'II', 'nam-2022', 'cuoc', 'count', '1e308', '1e308', '/tables/t1/nam-2022/cuoc'],
    ['thousands or a fraction', 'II', 'nam-2022', 'cuoc', 'count', '1,234', '1,234', '/tables/t1/nam-2022/cuoc'],
    ['a fraction that looks grouped', 'II', 'nam-2022', 'cuoc', 'count', '0.123', '0.123', '/tables/t1/nam-2022/cuoc'],
    ['a dash', 'II', 'nam-2022', 'cuoc', 'count', '–', '–', '/tables/t1/nam-2022/cuoc'],
    ['thousands of per cent', 'II', 'nam-2022', 'dat', 'percent', '1.234 %', '1.234 %', '/tables/t1/nam-2022/dat'],
    ['a percentage without its sign', 'II', 'nam-2022', 'dat', 'percent', '97,5', '97,5', '/tables/t1/nam-2022/dat'],
    ['a tick that is none', 'II', 'nam-2022', 'co', 'tick', 'một phần', 'một phần', '/tables/t1/nam-2022/co'],
    [
      'a day that the calendar has not',
      'Cá nhân',
      'n1',
      'joined',
      'day',
      '30/2/2023',
      '30/2/2023',
      '/nominees/0/joined',
    ],
    ['a choice not in the list', 'Cá nhân', 'n1', 'rating', 'choice', 'Rất tốt', 'Rất tốt', '/nominees/0/rating'],
    ['neither yes nor no', 'Cá nhân', 'n1', 'member', 'yes-no', 'chưa rõ', 'chưa rõ', '/nominees/0/member'],
  ];
  test.each(cases)('%s', async (_, name, id, column, problem, typed, kept, path) => {
    const submission = name === 'II' ? report : nomination;
    const back = await imported(submission, (workbook) => cellOf(workbook, name, id, column).set(typed));
    const [finding] = back.findings.filter(({ rule }) => rule.startsWith('cell/'));
    expect(finding).toMatchObject({ rule: `cell/${problem}`, severity: 'error', path });
    expect(finding?.cell).toMatch(new RegExp(`^${name}![A-Z]+\\d+$`));
    expect(finding?.message).toContain(`“${typed}”`);
    const value = path
      .split('/')
      .slice(1)
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], back.submission);
    expect(value).toBe(kept);
  });
});

test('a number that nobody can be sure of is asked about as in the forms', async () => {
  const back = await imported(report, (workbook) => cellOf(workbook, 'II', 'nam-2022', 'cuoc').set('1,234'));
  expect(back.findings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^Ô II!\w+ \(.+\): “1,234” có thể là số hàng nghìn hoặc số thập phân\. Ghi lại, ví dụ/),
  );
});

describe('what offices write is understood', () => {
  const cases: [string, string, string, string, SheetCell['value'], SheetCell['format'], unknown][] = [
    ['thousands with points', 'II', 'nam-2022', 'nguoi', '1.234', 'text', 1234],
    ['a count as text', 'II', 'nam-2022', 'nguoi', ' 12 ', 'text', 12],
    ['thousands with blanks', 'II', 'nam-2022', 'nguoi', '1 234', 'text', 1234],
    ['a count with nothing behind its comma', 'II', 'nam-2022', 'nguoi', '12,0', 'text', 12],
    ['digits of East Asian width', 'II', 'nam-2022', 'nguoi', '１２', 'text', 12],
    ['a percentage with a point', 'II', 'nam-2022', 'dat', '97.5%', 'text', 9750],
    ['a percentage as text', 'II', 'nam-2022', 'dat', '97,5 %', 'text', 9750],
    ['a percentage as a fraction', 'II', 'nam-2022', 'dat', 0.0065, 'percent', 65],
    ['a small x', 'II', 'nam-2022', 'co', 'x', 'text', true],
    ['a v', 'II', 'nam-2022', 'co', 'v', 'text', true],
    ['a root for a tick', 'II', 'nam-2022', 'co', '√', 'text', true],
    ['yes for a tick', 'II', 'nam-2022', 'co', 'Có', 'text', true],
    ['one for a tick', 'II', 'nam-2022', 'co', 1, 'count', true],
    ['no for a tick', 'II', 'nam-2022', 'co', 'không', 'text', undefined],
    ['a tick for yes', 'Cá nhân', 'n1', 'member', '☑\ufe0f', 'text', true],
    ['a dash for no', 'Cá nhân', 'n1', 'member', '–', 'text', false],
    ['a day in words', 'Cá nhân', 'n1', 'joined', 'ngày 20 tháng 3 năm 2023', 'text', '2023-03-20'],
    ['a day with its hour', 'Cá nhân', 'n1', 'joined', '20/3/2023 08:00', 'text', '2023-03-20'],
    ['a percentage with a sign that nobody sees', 'II', 'nam-2022', 'dat', '97,5%\u200b', 'text', 9750],
    ['a date as text', 'Cá nhân', 'n1', 'joined', '24/3/2001', 'text', '2001-03-24'],
    ['a date as a date', 'Cá nhân', 'n1', 'joined', '2001-03-24', 'day', '2001-03-24'],
    ['a phone number that became a number', 'Cá nhân', 'n1', 'phone', 912345678, 'count', '0912345678'],
    ['a rating in capitals', 'Cá nhân', 'n1', 'rating', 'TỐT', 'text', 'good'],
    ['decomposed letters', 'Cá nhân', 'n1', 'name', 'Đảng ủy'.normalize('NFD'), 'text', 'Đảng ủy'],
  ];
  test.each(cases)('%s', async (_, name, id, column, typed, format, value) => {
    const submission = name === 'II' ? report : nomination;
    const back = await imported(submission, (workbook) => cellOf(workbook, name, id, column).set(typed, format));
    expect(back.findings.filter(({ rule }) => rule.startsWith('cell/'))).toEqual([]);
    const path = name === 'II' ? '/tables/t1/nam-2022' : '/nominees/0';
    expect(valueAt(back.submission, `${path}/${column}`)).toBe(value);
  });
});

/** The workbook of a submission with cells written in the style of other programs. */
async function written(submission: Submission, cells: readonly Written[], change = (part: string) => part) {
  const workbook = structuredClone(formWorkbook(factsOf(rulebook, submission)));
  const number = (index: number) => 987_654_000 + index;
  cells.forEach(({ at: [name, id, column] }, index) =>
    cellOf(workbook as never, name, id, column).set(number(index), 'count'),
  );
  const parts = Object.entries(unzipSync((await writeXlsx(workbook as Workbook)).bytes)).map(
    ([name, part]) => [name, change(strFromU8(part))] as const,
  );
  const styles = parts.find(([name]) => name === 'xl/styles.xml')?.[1].split('<cellXfs')[1] ?? '';
  const looks = [...styles.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, format]) => format);
  const changed = parts.map(([name, xml]) => {
    const text = cells.reduce(
      (given, { xml: own }, index) =>
        given.replace(new RegExp(`<c r="(\\w+)" [^<>]*><v>${number(index)}</v></c>`), (_, ref: string) =>
          own(ref).replace(/(?<= s=")look of (\d+)/, (__, format: string) => String(looks.indexOf(format))),
        ),
      xml,
    );
    return [name, strToU8(text)] as const;
  });
  return importXlsx(rulebook, zipSync(Object.fromEntries(changed)), { now, newId });
}

interface Written {
  readonly at: [sheet: string, id: string, column: string];
  readonly xml: (ref: string) => string;
}

const cellFindings = ({ findings }: Awaited<ReturnType<typeof written>>) =>
  findings.flatMap(({ rule, path }) => (rule.startsWith('cell/') ? [`${rule} ${path}`] : []));

describe.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles'])('days of other programs, read in %s', (name) => {
  const zone = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = name;
  });
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const joined = (value: string, attributes: string): Written[] => [
    { at: ['Cá nhân', 'n1', 'joined'], xml: (ref) => `<c r="${ref}" ${attributes}><v>${value}</v></c>` },
  ];
  const DAY = 's="look of 164"';
  const styled = (format: string, epoch: string) => (part: string) =>
    part
      .replace('formatCode="dd/mm/yyyy"', `formatCode="${format}"`)
      .replace('<workbookPr/>', `<workbookPr ${epoch}/>`);

  test.each([
    ['2023-03-24', '2023-03-24'],
    ['2023-03-24T00:00:00', '2023-03-24'],
    ['2023-03-24T06:30:00', '2023-03-24'],
    ['2023-03-24T23:59:59.999', '2023-03-24'],
    ['2023-03-24T00:30:00Z', '2023-03-24'],
    ['2023-03-24T23:30:00-08:00', '2023-03-24'],
    ['2023-03-24T00:30:00+07:00', '2023-03-24'],
  ])('as text: %s', async (value, day) => {
    const back = await written(nomination, joined(value, 't="d"'));
    expect(cellFindings(back)).toEqual([]);
    expect(back.submission.nominees?.[0]?.['joined']).toBe(day);
  });

  test.each([
    ['10:30:00', '10:30:00'],
    ['2023-02-30T00:00:00', '2023-02-30T00:00:00'],
    ['hôm qua', 'hôm qua'],
  ])('as text that is no day: %s; the rest is read', async (value, kept) => {
    const back = await written(nomination, joined(value, 't="d"'));
    expect(cellFindings(back)).toEqual(['cell/day /nominees/0/joined']);
    expect(back.submission.nominees?.map(({ joined: own }) => own)).toEqual([kept, undefined, undefined]);
    expect(back.submission.nominees?.[0]?.name).toBe('Trần Văn Mẫu');
  });

  test.each([
    ['45009', ''],
    ['45009.0001', ''],
    ['45009.27083', ''],
    ['45009.9999', ''],
    ['43547', 'date1904="1"'],
    ['43547.9', 'date1904="1"'],
  ])('as a number: %s %s', async (value, epoch) => {
    const back = await written(nomination, joined(value, DAY), styled('dd/mm/yyyy hh:mm', epoch));
    expect(cellFindings(back)).toEqual([]);
    expect(back.submission.nominees?.[0]?.['joined']).toBe('2023-03-24');
  });

  test.each(['', 'date1904="1"'])('an hour is no day, %s', async (epoch) => {
    const back = await written(nomination, joined('0.4375', DAY), styled('h:mm', epoch));
    expect(cellFindings(back)).toEqual(['cell/day /nominees/0/joined']);
    expect(back.submission.nominees?.[0]?.['joined']).toBe('10:30:00');
  });
});

describe('what other programs write is read as it is shown, or asked about', () => {
  const rich = (...runs: string[]) => `t="inlineStr"><is>${runs.join('')}</is>`;
  const run = (text: string, look = '') => `<r><rPr>${look}</rPr><t>${text}</t></r>`;
  test.each<[what: string, column: string, cell: string, value: unknown, finding: string | null]>([
    ['a note behind a count', 'cuoc', rich(run('120'), run('1', '<vertAlign val="superscript"/>')), '120¹', 'count'],
    ['a count struck out', 'cuoc', rich(run('12', '<strike/>'), run('15')), '[gạch bỏ: 12]15', 'count'],
    [
      'how a count is pronounced',
      'cuoc',
      't="inlineStr"><is><t>12</t><rPh sb="0" eb="2"><t>34</t></rPh></is>',
      12,
      null,
    ],
    ['a share without a format', 'dat', '><v>0.5</v>', '0,5', 'percent'],
    ['percent without a sign', 'dat', '><v>97.5</v>', '97,5', 'percent'],
    ['no share at all', 'dat', '><v>0</v>', 0, null],
    ['percent in a column of counts', 'cuoc', 's="look of 10"><v>0.5</v>', '50%', 'count'],
    ['a share as it should be', 'dat', 's="look of 10"><v>0.975</v>', 9750, null],
    ['a share with more decimals', 'dat', 's="look of 10"><v>0.97555</v>', '97,555%', 'percent'],
    ['a tick as a word', 'co', 't="b"><v>true</v>', true, null],
    ['no tick as a word', 'co', 't="b"><v>false</v>', undefined, null],
  ])('%s', async (_, column, cell, value, finding) => {
    const xml = (ref: string) => `<c r="${ref}" ${cell}</c>`;
    const back = await written(report, [{ at: ['II', 'nam-2022', column], xml }]);
    expect(cellFindings(back)).toEqual(finding === null ? [] : [`cell/${finding} /tables/t1/nam-2022/${column}`]);
    expect(valueAt(back.submission, `/tables/t1/nam-2022/${column}`)).toBe(value);
  });

  test('in texts it stands in signs', async () => {
    const name = rich(
      run('Tổ 10'),
      run('3', '<vertAlign val="superscript"/>'),
      run(' m'),
      run('2', '<vertAlign val="subscript"/>'),
    );
    const back = await written(nomination, [
      { at: ['Cá nhân', 'n1', 'name'], xml: (ref) => `<c r="${ref}" ${name}</c>` },
    ]);
    expect(back.submission.nominees?.[0]?.name).toBe('Tổ 10³ m₂');
  });
});

describe('what a sheet says beside its values is told, and nothing of it becomes a value', () => {
  const cuoc = (cell: string): Written[] => [
    { at: ['II', 'nam-2022', 'cuoc'], xml: (ref) => `<c r="${ref}" ${cell}</c>` },
  ];
  const told = async (...given: Parameters<typeof written>) => {
    const { findings, submission } = await written(...given);
    return { findings: findings.filter(({ rule }) => rule.startsWith('cell/')), submission };
  };

  test.each([
    ['a formula that nobody computed', '><f>C1+1</f><v/>', '=C1+1', 'cell/uncomputed'],
    ['a formula that went wrong', 't="e"><f>1/0</f><v>#DIV/0!</v>', '#DIV/0!', 'cell/error'],
  ])('%s', async (_, cell, text, rule) => {
    const back = await told(report, cuoc(cell));
    expect(back.findings).toMatchObject([
      { rule, severity: 'error', path: '/tables/t1/nam-2022/cuoc', params: { text } },
    ]);
    expect(valueAt(back.submission, '/tables/t1/nam-2022/cuoc')).toBe(text);
  });

  test('a formula that was computed is its result', async () => {
    const back = await told(report, cuoc('><f>1+2</f><v>3</v>'));
    expect(back.findings).toEqual([]);
    expect(valueAt(back.submission, '/tables/t1/nam-2022/cuoc')).toBe(3);
  });

  const struck = (part: string) => part.replace(/(<fonts[^>]*><font>)/, '$1<strike/>');
  test('a cell struck out: a number is asked about, a text says so; hidden ids stay what they are', async () => {
    const number = await told(report, [], struck);
    expect(number.findings.map(({ rule }) => rule)).toContain('cell/count');
    expect(valueAt(number.submission, '/tables/t1/nam-2022/cuoc')).toBe('[gạch bỏ: 3]');
    const text = await told(nomination, [], struck);
    expect(text.submission.nominees?.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    expect(text.submission.nominees?.[1]?.name).toBe('[gạch bỏ: Chi bộ 1]');
    expect(text.findings.filter(({ rule }) => rule === 'cell/struck')[0]).toMatchObject({ severity: 'warning' });
  });

  test('hidden rows are read, and named', async () => {
    const hide = (part: string) => part.replace('<row r="9"', '<row r="9" hidden="1"');
    const back = await told(nomination, [], hide);
    const named = back.findings.filter(({ rule }) => rule === 'cell/hidden');
    expect(named.map(({ params }) => params)).toContainEqual({ sheet: 'Cá nhân', rows: '9' });
    expect(back.submission.nominees?.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
  });

  test('comments are named with what they say', async () => {
    const { bytes } = await writeXlsx(formWorkbook(factsOf(rulebook, report)));
    const parts = unzipSync(bytes);
    const index = Object.keys(parts).findIndex(
      (name) => name.startsWith('xl/worksheets/') && strFromU8(parts[name]!).includes('<f>'),
    );
    const sheetPart = Object.keys(parts)[index]!;
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
    const back = await importXlsx(
      rulebook,
      zipSync({
        ...parts,
        [sheetPart.replace('worksheets/', 'worksheets/_rels/') + '.rels']: strToU8(
          `<Relationships><Relationship Id="a" Type="${type}" Target="../comments9.xml"/></Relationships>`,
        ),
        'xl/comments9.xml': strToU8(
          '<comments><commentList><comment ref="C9"><text><t>số ước tính</t></text></comment></commentList></comments>',
        ),
      }),
      { now, newId },
    );
    expect(back.findings[0]).toMatchObject({
      rule: 'cell/comment',
      severity: 'warning',
      cell: 'II!C9',
      params: { text: 'số ước tính' },
    });
  });

  test('a total typed over its formula is named if it is not what the cells give', async () => {
    const over = (number: number) => (part: string) =>
      part.replace(/(<c r="C\d+"[^<>]*>)<f>[^<]*<\/f><v>3<\/v>/g, `$1<v>${number}</v>`);
    const wrong = await told(report, [], over(40));
    expect(wrong.findings).toMatchObject([
      { rule: 'cell/total', severity: 'warning', params: { text: '40', expected: '3' } },
    ]);
    expect(wrong.submission.tables).toEqual(report.tables);
    expect((await told(report, [], over(3))).findings).toEqual([]);
  });

  test('a day whose cell shows a plain number is the day of that number', async () => {
    const joined = (cell: string): Written[] => [
      { at: ['Cá nhân', 'n1', 'joined'], xml: (ref) => `<c r="${ref}" ${cell}</c>` },
    ];
    const back = await told(nomination, joined('><v>45005</v>'));
    expect(back.findings).toEqual([]);
    expect(back.submission.nominees?.[0]?.['joined']).toBe('2023-03-20');
    const none = await told(nomination, joined('><v>45005678</v>'));
    expect(none.findings).toMatchObject([{ rule: 'cell/day', path: '/nominees/0/joined' }]);
  });
});

describe('people change workbooks', () => {
  test('columns moved: they are found by their hidden ids', async () => {
    const back = await imported(nomination, (workbook) => {
      for (const { cells } of sheet(workbook, 'Cá nhân').rows) if (cells.length > 5) cells.push(...cells.splice(2, 2));
    });
    expect(back.submission.nominees).toEqual(nomination.nominees);
  });

  test('rows moved: the new order counts', async () => {
    const back = await imported(nomination, (workbook) => {
      const { rows } = sheet(workbook, 'Cá nhân');
      const at = rows.findIndex(({ cells }) => cells[0]?.value === 'n1');
      rows.splice(at, 2, rows[at + 1]!, rows[at]!);
    });
    expect(back.submission.nominees?.map(({ id }) => id)).toEqual(['n2', 'n3', 'n1']);
  });

  test('a row added gets an id of its own, a row copied too', async () => {
    const back = await imported(nomination, (workbook) => {
      const { rows } = sheet(workbook, 'Cá nhân');
      rows.push(structuredClone(rows.find(({ cells }) => cells[0]?.value === 'n1')!));
    });
    expect(back.submission.nominees?.map(({ id }) => id)).toEqual(['n2', 'n1', 'n3', 'moi']);
  });

  test('a row emptied is a nominee withdrawn', async () => {
    const back = await imported(nomination, (workbook) => {
      const row = sheet(workbook, 'Cá nhân').rows.find(({ cells }) => cells[0]?.value === 'n1')!;
      row.cells = row.cells.slice(0, 1);
    });
    expect(back.submission.nominees?.map(({ id }) => id)).toEqual(['n2', 'n3']);
  });

  test('the hidden row deleted: the sheet is named and not guessed at', async () => {
    const back = await imported(nomination, (workbook) => {
      const own = sheet(workbook, 'Cá nhân');
      own.rows = own.rows.filter(({ cells }) => cells[0]?.value !== 'kl01:individual');
    });
    expect(back.findings[0]).toMatchObject({ rule: 'cell/sheet', params: { label: 'Cá nhân' } });
  });

  test('a column deleted is named', async () => {
    const back = await imported(nomination, (workbook) => {
      for (const { cells } of sheet(workbook, 'Cá nhân').rows) if (cells.length > 5) cells.splice(3, 1);
    });
    expect(back.findings[0]).toMatchObject({
      rule: 'cell/column',
      params: { label: 'Cá nhân', columns: 'Số điện thoại liên lạc' },
    });
  });

  const outside = (findings: Awaited<ReturnType<typeof imported>>['findings']) =>
    findings.flatMap(({ rule, params }) => (rule === 'cell/outside' ? [params?.['text']] : []));

  test('a row added to a table is named, since nobody can say where it belongs', async () => {
    const back = await imported(report, (workbook) => {
      const { rows } = sheet(workbook, 'II');
      const label: SheetCell = { value: 'Quý I', role: 'plain' };
      rows.splice(rows.length - 1, 0, { cells: [null, label, { value: 7, format: 'count', role: 'plain' }] });
    });
    expect(outside(back.findings)).toEqual(['Quý I; 7']);
    expect(back.findings.find(({ rule }) => rule === 'cell/outside')?.message).toContain('Từ ô II!B');
    expect(back.submission.tables).toEqual(report.tables);
  });

  test('a row that is not there is named; one that lost its id only is found by its label', async () => {
    const gone = await imported(report, (workbook) => {
      const own = sheet(workbook, 'II');
      own.rows = own.rows.filter(({ cells }) => cells[0]?.value !== 'nam-2022');
    });
    expect(gone.findings[0]).toMatchObject({ rule: 'cell/rows', path: '/tables/t1', params: { rows: '2022' } });
    const bare = await imported(report, (workbook) => {
      for (const { cells } of sheet(workbook, 'II').rows) if (cells[0]?.value === 'nam-2022') cells[0] = null;
    });
    expect(bare.submission.tables).toEqual(report.tables);
    expect(bare.findings.filter(({ rule }) => rule.startsWith('cell/'))).toEqual([]);
  });

  test('of two sheets of one table the first counts, the other is named', async () => {
    const back = await imported(report, (workbook) => {
      workbook.sheets.push({ ...structuredClone(sheet(workbook, 'II')), name: 'II (2)' });
      cellOf(workbook, 'II (2)', 'nam-2022', 'cuoc').set(99, 'count');
    });
    expect(back.findings[0]).toMatchObject({ rule: 'cell/twice', params: { label: 'II', sheet: 'II (2)' } });
    expect(back.submission.tables).toEqual(report.tables);
  });

  test('a sheet that is a chart is named, every other is read', async () => {
    const { bytes } = await writeXlsx(formWorkbook(factsOf(rulebook, report)));
    const back = await importXlsx(rulebook, withChartSheet(bytes, 'Biểu đồ 1'), { now, newId });
    expect(back.findings[0]).toMatchObject({
      rule: 'cell/no-cells',
      severity: 'warning',
      message: expect.stringContaining('“Biểu đồ 1”'),
    });
    expect(back.findings.filter(({ rule }) => rule.startsWith('cell/'))).toHaveLength(1);
    expect(back.submission.tables).toEqual(report.tables);
  });

  test('a note beside or below a list is named, not lost in silence', async () => {
    const note = (value: string): SheetCell => ({ value, role: 'plain' });
    const back = await imported(nomination, (workbook) => {
      const { rows, columns } = sheet(workbook, 'Cá nhân');
      rows.find(({ cells }) => cells[0]?.value === 'n1')!.cells[columns.length] = note('nộp sau');
      rows.push({ cells: Object.assign(Array<null>(columns.length).fill(null), { [columns.length]: note('hết') }) });
    });
    expect(outside(back.findings)).toEqual(['nộp sau', 'hết']);
    expect(back.submission.nominees).toEqual(nomination.nominees);
  });

  test('signs of a font that nobody named are read where they are known, and named where not', async () => {
    const known = await imported(nomination, (workbook) =>
      cellOf(workbook, 'Cá nhân', 'n1', 'name').set('Tổ \uf0b3 3'),
    );
    expect(known.submission.nominees?.[0]?.name).toBe('Tổ ≥ 3');
    expect(known.findings.filter(({ rule }) => rule.startsWith('cell/'))).toEqual([]);
    const other = await imported(nomination, (workbook) =>
      cellOf(workbook, 'Cá nhân', 'n1', 'name').set('Tổ \uf045 3'),
    );
    expect(other.findings[0]).toMatchObject({ rule: 'cell/private-signs', severity: 'warning' });
  });

  test('text of an old encoding is named', async () => {
    const tcvn3 = await imported(nomination, (workbook) =>
      cellOf(workbook, 'Cá nhân', 'n1', 'name').set('NguyÔn V¨n Tr­êng'),
    );
    expect(tcvn3.findings[0]).toMatchObject({
      rule: 'cell/legacy-text',
      severity: 'warning',
      params: { text: 'TCVN3' },
    });
    const vni = await imported(nomination, (workbook) =>
      cellOf(workbook, 'Cá nhân', 'n1', 'name').set('Ñaûng boä phöôøng'),
    );
    expect(vni.findings[0]).toMatchObject({ rule: 'cell/legacy-text', params: { text: 'VNI' } });
  });
});

test('a day that the calendar has not stands in its cell as it was typed, not as another day', async () => {
  const [first] = nomination.nominees!;
  const typed = { ...nomination, nominees: [{ ...first, joined: '2023-02-30' }] } as unknown as Submission;
  const back = await imported(typed);
  expect(back.findings[0]).toMatchObject({ rule: 'cell/day', path: '/nominees/0/joined' });
  expect(back.submission.nominees).toEqual(typed.nominees);
});

test('what the portal holds beyond the workbook stays: texts and files', async () => {
  const base = {
    ...nomination,
    issuer: { number: '12' },
    nominees: nomination.nominees!.map((nominee) => ({ ...nominee, sections: { i: 'Dài.' } })),
  } as unknown as Submission;
  const back = await imported(nomination, undefined, base);
  expect(back.submission).toEqual(base);
  expect(back.leftOut).toEqual(['Báo cáo thành tích']);
});

test('the rulebook judges what came back, and says in which cell', async () => {
  const back = await imported(nomination, (workbook) => cellOf(workbook, 'Cá nhân', 'n3', 'name').set(null));
  const finding = back.findings.find(({ path }) => path === '/nominees/2/name');
  expect(finding).toMatchObject({ rule: 'required/name', severity: 'error' });
  expect(finding?.cell).toMatch(/^Cá nhân!C\d+$/);
});

describe('refuses with a typed error', () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const other = compile(parsePack({ ...offlinePack, id: 'vi-du.khac' }));
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'workbook'],
    ['a picture', () => picture, 'workbook'],
    ['an archive of something else', () => zipSync({ 'a.txt': strToU8('a') }), 'workbook'],
    ['a damaged workbook', () => zipSync({ 'xl/workbook.xml': strToU8('<workbook') }), 'workbook'],
    [
      'a workbook of somebody else',
      async () => (await writeXlsx({ title: '', sheets: [{ name: 'A', columns: [], rows: [] }] })).bytes,
      'workbook',
    ],
    ['a file of 30 MB', () => new Uint8Array(30_000_000), 'workbook'],
    [
      'another rulebook',
      async () =>
        (await writeXlsx(formWorkbook(factsOf(other, { ...nomination, rulebook: 'vi-du.khac@1.0.0' })))).bytes,
      'rulebook',
    ],
  ])('%s', async (_, bytes, code) => {
    const error = await importXlsx(rulebook, await bytes(), { now }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExportError);
    expect(error).toMatchObject({ code });
  });
});
