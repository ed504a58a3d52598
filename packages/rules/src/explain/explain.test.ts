import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { byHand } from '../../test/lib/by-hand.js';
import { conditionInWords } from './condition-words.js';
import { elements } from '../pack/element.js';
import { explain } from './explain.js';
import { escaped, explanationMarkdown } from './explain-markdown.js';
import type { ExplainedLine, ExplainedPart, ExplainedTable, Explanation } from './explanation.js';
import type { Condition } from '../kinds/condition-shape.js';
import { newPack } from '../authoring/new-pack.js';
import { conditionNames } from './pack-names.js';
import { parsePack } from '../pack/parse-pack.js';
import type { NominationForm, RulePack } from '../pack/pack.js';
import { citing } from '../strings/citing.js';
import type { Lang } from '../text.js';

const folders = ['../../packs/', '../../test/fragments/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const packs = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !/\.(cases|clauses)\.json$/.test(name))
    .map((name) => [name, parsePack(JSON.parse(readFileSync(`${folder}${name}`, 'utf8')))] as const),
);

const allParts = (parts: readonly ExplainedPart[]): ExplainedPart[] =>
  parts.flatMap((part) => [part, ...allParts(part.parts)]);
const allLines = (lines: readonly ExplainedLine[]): ExplainedLine[] =>
  lines.flatMap((line) => [line, ...allLines(line.lines ?? [])]);
const linesOf = (explanation: Explanation): ExplainedLine[] =>
  allParts(explanation.parts).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'list' ? allLines(block.lines) : [])),
  );
const lineOf = (explanation: Explanation, element: string): ExplainedLine =>
  linesOf(explanation).find((line) => line.element === element)!;
const tablesOf = (explanation: Explanation, element: string): ExplainedTable[] =>
  allParts(explanation.parts).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'table' && block.element === element ? [block] : [])),
  );

/** The starter pack with changes in its nomination. */
function withNomination(change: Partial<NominationForm>): RulePack {
  const pack = newPack();
  return parsePack({ ...pack, coverage: undefined, forms: [{ ...pack.forms[0], ...change }, pack.forms[1]] });
}

describe('how many: a table that tries the compiled rules out', () => {
  type AnyOf = NonNullable<NominationForm['quotas']>[number]['anyOf'];
  const tried = (anyOf: AnyOf) =>
    tablesOf(explain(withNomination({ quotas: [{ id: 'chung', anyOf }] })), 'de-nghi/quotas/chung');

  test('a hundred thousand nominees cost what a hundred do', () => {
    const spy = vi.spyOn(Array, 'from');
    const far = (exactly: number): AnyOf => [
      [
        { of: ['collective'], exactly },
        { of: ['individual'], exactly },
      ],
    ];
    const [table] = tried(far(100_000));
    const made = spy.mock.results.map(({ value }) => (value as unknown[]).length);
    spy.mockRestore();
    expect(made.reduce((sum, length) => sum + length, 0)).toBeLessThan(1000);
    expect(table!.rows.flat().filter((cell) => cell === '✓')).toHaveLength(1);
    expect(tried(far(100))[0]!.rows.length).toBe(table!.rows.length);
  });

  test('alternatives by the hundred are told in words, without a table that nobody reads', () => {
    const anyOf = Array.from({ length: 100 }, (_, at): AnyOf[number] => [{ of: ['collective'], exactly: at * 7 }, { of: ['individual'], exactly: at * 5 }]); // prettier-ignore
    expect(tried(anyOf)).toEqual([]);
    const told = linesOf(explain(withNomination({ quotas: [{ id: 'chung', anyOf }] })));
    expect(told.map(({ text }) => text)).toContain('Định mức có quá nhiều phương án nên không lập bảng.');
  });

  test.each<[name: string, anyOf: AnyOf, header: string[], rows: string[][]]>([
    [
      '01 tập thể và 01–02 cá nhân',
      [
        [
          { of: ['collective'], exactly: 1 },
          { of: ['individual'], min: 1, max: 2 },
        ],
      ],
      ['0', '1', '2', '3 trở lên'],
      [
        ['0', '–', '–', '–', '–'],
        ['1', '–', '✓', '✓', '–'],
        ['2 trở lên', '–', '–', '–', '–'],
      ],
    ],
    [
      '01 tập thể hoặc 01 cá nhân, không phải cả hai',
      [[{ of: ['collective'], exactly: 1 }], [{ of: ['individual'], exactly: 1 }]],
      ['0', '1', '2 trở lên'],
      [
        ['0', '–', '✓', '–'],
        ['1', '✓', '–', '–'],
        ['2 trở lên', '–', '–', '–'],
      ],
    ],
    [
      'kinds counted together are one axis',
      [[{ of: ['collective', 'individual'], min: 2 }]],
      ['0', '1', '2', '3 trở lên'],
      [['Gửi được', '–', '–', '✓', '✓']],
    ],
    [
      'a kind that is never allowed has no axis',
      [[{ of: ['individual'], max: 1 }]],
      ['0', '1', '2 trở lên'],
      [['Gửi được', '✓', '✓', '–']],
    ],
    [
      'what lies between far bounds is one step',
      [[{ of: ['individual'], min: 3, max: 40 }]],
      ['0', '1', '2', '3', '4', '5–38', '39', '40', '41 trở lên'],
      [['Gửi được', '–', '–', '–', '✓', '✓', '✓', '✓', '✓', '–']],
    ],
    [
      'together and apart at once: no step hides a limit',
      [
        [
          { of: ['collective', 'individual'], max: 2 },
          { of: ['individual'], max: 1 },
        ],
      ],
      ['0', '1', '2', '3 trở lên'],
      [
        ['0', '✓', '✓', '–', '–'],
        ['1', '✓', '✓', '–', '–'],
        ['2', '✓', '–', '–', '–'],
        ['3 trở lên', '–', '–', '–', '–'],
      ],
    ],
  ])('%s', (_name, anyOf, header, rows) => {
    const [table, ...others] = tried(anyOf);
    expect(others).toEqual([]);
    expect(table!.header.slice(1)).toEqual(header);
    expect(table!.rows).toEqual(rows);
  });

  test('a share is tried out for units of named sizes', () => {
    const tables = tried([[{ of: ['individual'], max: { percent: 10, of: 'members', round: 'up' } }]]);
    expect(tables.map(({ caption, header }) => [/\d+(?= đảng viên)/.exec(caption!)![0], header.at(-1)])).toEqual([
      ['24', '4 trở lên'],
      ['50', '6 trở lên'],
      ['118', '13 trở lên'],
    ]);
  });

  test('a share in what the committee picks is told with whose members it is of', () => {
    const counts = [
      { of: ['individual' as const], max: { percent: 20, of: 'members' as const, round: 'down' as const } },
    ];
    const pack = parsePack({
      ...newPack(),
      selections: [{ id: 'khen', label: 'Khen', from: 'de-nghi', counts }],
    });
    expect(lineOf(explain(pack), 'selections/khen').text).toBe(
      'Chọn cá nhân không quá 20% số đảng viên, hội viên (làm tròn xuống); tỉ lệ tính trên tổng số đảng viên, hội viên của các đơn vị có danh sách được xét; từ “Đề nghị khen thưởng”',
    );
  });

  test('groups of one quota share its table; a group without one is named', () => {
    const quotas = [{ id: 'dang-bo', groups: ['dang-bo'], anyOf: [[{ of: ['individual' as const], exactly: 1 }]] }];
    const answeredBy: NominationForm['answeredBy'] = [
      { groups: ['dang-bo'], duty: 'must' },
      { groups: ['chi-bo'], duty: 'may' },
    ];
    const told = linesOf(explain(withNomination({ quotas, answeredBy }))).map(({ text }) => text);
    expect(told).toContain('Không được giao số lượng nên không đề nghị được ai: Các chi bộ cơ sở.');
  });
});

describe('by when: the weekday, and whether the day itself still counts', () => {
  type Windows = Exclude<NominationForm['windows'], 'unannounced' | undefined>;
  test.each<[window: Omit<Windows[number], 'id'>, told: string, late: string]>([
    [
      { before: '2023-03-31' },
      'Trước ngày 31/3/2023: hạn cuối là hết ngày thứ Năm, 30/3/2023; ngày 31/3/2023 không còn tính',
      'Gửi muộn: vẫn nhận, có nhắc là đã quá hạn.',
    ],
    [
      { noLaterThan: '2022-03-04', late: 'refuse' },
      'Chậm nhất ngày 04/3/2022: hạn cuối là hết ngày thứ Sáu, 04/3/2022; cả ngày 04/3/2022 vẫn còn tính',
      'Gửi muộn: không nhận.',
    ],
    [
      { before: '2023-03-31T10:30' },
      'Trước 10 giờ 30 ngày 31/3/2023: hạn cuối là trước 10 giờ 30, thứ Sáu, 31/3/2023; đúng 10 giờ 30 là đã quá hạn',
      'Gửi muộn: vẫn nhận, có nhắc là đã quá hạn.',
    ],
    [
      { noLaterThan: '2023-03-31T17:00', lateUntil: '2023-04-05' },
      'Chậm nhất 17 giờ ngày 31/3/2023: hạn cuối là hết 17 giờ, thứ Sáu, 31/3/2023; đúng 17 giờ vẫn còn tính, sang phút sau là quá hạn',
      'Gửi muộn: vẫn nhận, có nhắc là đã quá hạn, đến hết ngày thứ Tư, 05/4/2023; sau đó không nhận.',
    ],
    [
      { through: '2023-03-31', late: 'refuse' },
      'Đến hết ngày 31/3/2023: hạn cuối là hết ngày thứ Sáu, 31/3/2023; cả ngày 31/3/2023 vẫn còn tính',
      'Gửi muộn: không nhận.',
    ],
    [
      { from: '2023-03-20T08:00', early: 'refuse' },
      'Từ 8 giờ ngày 20/3/2023: nhận từ 8 giờ, thứ Hai, 20/3/2023; văn bản không ấn định ngày cuối',
      'Gửi sớm hơn: không nhận.',
    ],
    [
      { before: '2023-01-15' },
      'Trước ngày 15/01/2023: hạn cuối là hết ngày thứ Bảy, 14/01/2023; ngày 15/01/2023 không còn tính; hạn cuối rơi vào thứ Bảy, hệ thống không tự dời ngày',
      'Gửi muộn: vẫn nhận, có nhắc là đã quá hạn.',
    ],
  ])('%j', (window, told, late) => {
    const line = lineOf(explain(withNomination({ windows: [{ id: 'nop', ...window }] })), 'de-nghi/windows/nop');
    expect(line.text).toBe(told);
    expect(line.lines!.map(({ text }) => text)).toEqual([late]);
  });

  test('the table of dates says until when late answers are taken', () => {
    const pack = withNomination({ windows: [{ id: 'nop', before: '2023-03-31', lateUntil: '2023-04-05' }] });
    const rows = allParts(explain(pack).parts).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])),
    );
    expect(rows.map((row) => row[3])).toContain('trước ngày 31/3/2023; nhận muộn đến hết ngày thứ Tư, 05/4/2023');
  });

  test.each<[window: Omit<Windows[number], 'id'>, told: string]>([
    [
      { from: '2023-03-20', through: '2023-03-31' },
      'Từ ngày 20/3/2023 đến hết ngày 31/3/2023: nhận từ ngày thứ Hai, 20/3/2023; hạn cuối là hết ngày thứ Sáu, 31/3/2023; tính cả ngày đầu và ngày cuối',
    ],
    [
      { within: '2023-Q2' },
      'Trong quý II/2023: từ ngày thứ Bảy, 01/4/2023 đến hết ngày thứ Sáu, 30/6/2023; tính cả ngày đầu và ngày cuối',
    ],
    [
      { days: 30, after: '2023-12-31' },
      'Trong 30 ngày kể từ ngày 31/12/2023: hạn cuối là hết ngày thứ Ba, 30/01/2024; cả ngày 30/01/2024 vẫn còn tính',
    ],
    [{ on: '2024-02-29', provisional: true }, 'Ngày 29/02/2024: trong cả ngày thứ Năm, 29/02/2024 (dự kiến)'],
  ])('%j', (window, told) => {
    const line = lineOf(explain(withNomination({ windows: [{ id: 'nop', ...window }] })), 'de-nghi/windows/nop');
    expect(line.text).toBe(told);
  });
});

describe('a condition is a sentence', () => {
  const pack = packs.find(([name]) => name.startsWith('thai-nguyen'))![1];
  const names = conditionNames(pack, pack.forms[0], 'vi');
  const dangVien: Condition = { field: 'partyMember', is: true };
  test.each<[condition: Condition, told: string]>([
    [dangVien, 'là đảng viên'],
    [{ not: dangVien }, 'không phải là đảng viên'],
    [{ not: { not: dangVien } }, 'là đảng viên'],
    [{ field: 'kind', is: 'individual' }, 'loại đối tượng là “cá nhân”'],
    [
      { field: 'orgLevel', in: ['dang-bo-bo-phan', 'chi-bo-co-so'] },
      'loại tập thể là “Đảng bộ bộ phận” hoặc “Chi bộ cơ sở”',
    ],
    [{ not: { field: 'orgLevel', is: 'chi-bo-co-so' } }, 'loại tập thể không phải là “Chi bộ cơ sở”'],
    [
      { field: 'taskRating', atLeast: 'good' },
      'xếp loại thực hiện nhiệm vụ năm 2023 đạt từ mức “Hoàn thành tốt nhiệm vụ” trở lên',
    ],
    [{ groups: ['doan-the'] }, 'đơn vị thuộc nhóm “Các đoàn thể thuộc Khối”'],
    [{ not: { units: ['doan-tncs'] } }, 'đơn vị không phải là Đoàn TNCS Hồ Chí Minh Khối'],
    [
      { all: [dangVien, { any: [{ groups: ['doan-the'] }, { field: 'directWorker', is: true }] }] },
      'là đảng viên và (đơn vị thuộc nhóm “Các đoàn thể thuộc Khối” hoặc là người trực tiếp lao động, sản xuất, công tác, học tập)',
    ],
    [
      { not: { any: [dangVien, { groups: ['doan-the'] }] } },
      'không thuộc trường hợp (là đảng viên hoặc đơn vị thuộc nhóm “Các đoàn thể thuộc Khối”)',
    ],
  ])('%j', (condition, told) => {
    expect(conditionInWords(condition, names, 'vi')).toBe(told);
  });
});

describe('criteria, checked and attested', () => {
  test.each<[name: string, criterion: NonNullable<NominationForm['criteria']>[number], told: string]>([
    [
      'the highest step is said without “or higher”',
      {
        id: 'x',
        of: ['individual'],
        when: { field: 'partyMember', is: true },
        field: 'partyRating',
        atLeast: 'excellent',
      },
      'Đối với cá nhân: nếu là đảng viên thì xếp loại đảng viên năm 2024 phải đạt mức “Hoàn thành xuất sắc nhiệm vụ”',
    ],
    [
      'a lower step is',
      { id: 'x', of: ['individual'], field: 'partyRating', atLeast: 'good', severity: 'advice' },
      'Đối với cá nhân: xếp loại đảng viên năm 2024 nên đạt từ mức “Hoàn thành tốt nhiệm vụ” trở lên (chỉ gợi ý, vẫn gửi được)',
    ],
    ['an attested one stands as it is', { id: 'x', label: 'Gương mẫu', attest: true }, 'Gương mẫu'],
  ])('%s', (_name, criterion, told) => {
    expect(lineOf(explain(withNomination({ criteria: [criterion] })), 'de-nghi/criteria/x').text).toBe(told);
  });
});

describe.each(packs)('%s', (_name, pack) => {
  const explanation = explain(pack);

  test('tells every element that binds somebody, under its own address', () => {
    const told = new Set([
      ...linesOf(explanation).map(({ element }) => element),
      ...allParts(explanation.parts).map(({ element }) => element),
    ]);
    const binding =
      /\/(windows|quotas|criteria|exclusions|items|enclosures|questions|outline|sections|tables|checks|duty|posts|counts|reserved)\/[^/]+$/;
    const withdrawn = (pack.amendments ?? []).flatMap(({ changes }) =>
      changes.flatMap((change) => ('withdrawn' in change ? [change.element] : [])),
    );
    const silent = [...elements(pack)]
      .map(({ address }) => address)
      .filter(
        (address) => binding.test(address) && !address.startsWith('templates/') && !address.startsWith('milestones/'),
      )
      .filter((address) => !withdrawn.some((element) => address === element || address.startsWith(`${element}/`)))
      .filter((address) => !told.has(address));
    expect(silent).toEqual([]);
  });

  test.each<Lang>(['vi', 'en'])('%s: every text is text, nothing of the machinery shows', (lang) => {
    expect(explanationMarkdown(explain(pack, { lang }))).not.toMatch(/undefined|NaN|\[object|\bnull\b/);
  });

  test('is plain data: the same after JSON', () => {
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });
});

describe('Markdown', () => {
  test.each([
    ['a <b>label</b> & more', 'a \\<b\\>label\\</b\\> \\& more'],
    ['[link](https://example.org)', '\\[link\\](https\\://example.org)'],
    ['www.example.org', 'www\\.example.org'],
    ['*bold* _em_ `code` ~~no~~', '\\*bold\\* \\_em\\_ \\`code\\` \\~\\~no\\~\\~'],
    ['a | b', 'a \\| b'],
    ['# heading', '\\# heading'],
    ['1. item', '1\\. item'],
    ['- item', '\\- item'],
    ['one\n\n<script>', 'one \\<script\\>'],
    ['    code', 'code'],
  ])('%j is text', (text, printed) => {
    expect(escaped(text)).toBe(printed);
  });

  test('a label with markup stays in its line and its cell', () => {
    const pack = newPack();
    const markup = 'A | B\n# <img src=x>';
    const told = explanationMarkdown(
      explain(parsePack({ ...pack, unitGroups: [{ id: 'dang-bo', label: markup }, pack.unitGroups[1]] })),
    );
    expect(told).toContain('| A \\| B \\# \\<img src=x\\> | Phải gửi | Phải gửi |');
    expect(told).not.toMatch(/(?<!\\)</);
  });

  test('a clause is said where it begins to hold, and not again below', () => {
    const told = explanationMarkdown(explain(newPack()));
    expect(told).toContain('Hồ sơ (02 bộ) (mục 1.3)');
    expect(told.match(/mục 1\.3/gi)).toHaveLength(2);
  });
});

describe('told as an officer writes', () => {
  const told = (criteria: NominationForm['criteria']) => explain(withNomination({ criteria }));

  test('what follows “thì” begins small, as does what follows a colon', () => {
    const when = { field: 'partyMember', is: true };
    const explanation = told([
      { id: 'mot', label: 'Gương mẫu', attest: true, when },
      { id: 'hai', label: 'Gương mẫu', attest: true, of: ['individual'] },
    ]);
    expect(lineOf(explanation, 'de-nghi/criteria/mot').text).toBe('Nếu là đảng viên thì gương mẫu');
    expect(lineOf(explanation, 'de-nghi/criteria/hai').text).toBe('Đối với cá nhân: gương mẫu');
  });

  test('an expression is listed once, among what is checked', () => {
    const assert = { '!==': [{ var: 'item.name' }, 'A'] };
    const explanation = told([{ id: 'rieng', label: 'Tên khác A', assert }]);
    const lines = linesOf(explanation).filter(({ element }) => element === 'de-nghi/criteria/rieng');
    expect(lines.map(({ text }) => text)).toEqual(['Tên khác A']);
  });

  test.each([
    ['Biểu mẫu số 01', 'Biểu mẫu số 01. Số liệu'],
    ['V', 'Biểu V. Số liệu'],
  ])('a table numbered %s', (number, title) => {
    const pack = newPack();
    const [nomination, report] = pack.forms;
    const column = { id: 'so', label: 'Số', type: 'count' as const };
    const table = { id: 't', number, title: 'Số liệu', rowHeader: 'Dòng', rows: [{ id: 'a', label: 'A' }], columns: [column] }; // prettier-ignore
    const json = {
      ...pack,
      coverage: undefined,
      forms: [nomination, { ...report, outline: undefined, tables: [table] }],
    };
    const titles = allParts(explain(parsePack(json)).parts).map(({ heading }) => heading);
    expect(titles).toContain(title);
  });

  test.each([
    ['A.1', 'mục A.1'],
    ['E', 'mục E'],
    ['II.3', 'mục II.3'],
    ['Đề cương, I', 'Đề cương, I'],
    ['0601.N, cột 6', '0601.N, cột 6'],
    ['100', '100'],
  ])('the clause %s', (clause, named) => {
    expect(citing.vi.clause(clause, '1399-CV/QU')).toBe(named);
  });

  test.each([
    ['10', 'Điều 10'],
    ['10.2', 'khoản 2 Điều 10'],
    ['10.2.a', 'điểm a khoản 2 Điều 10'],
    ['khoản 2 Điều 10', 'khoản 2 Điều 10'],
    ['Phụ lục II, 3', 'Phụ lục II, 3'],
    ['II.3', 'mục II.3'],
  ])('the clause %s of a circular', (clause, named) => {
    expect(citing.vi.clause(clause, '15/2025/TT-BXD')).toBe(named);
  });

  test.each([
    ['kieu-truong.2023', 'de-nghi/criteria/tham-nien', 'Năm vào ngành phải dưới 2020 (chỉ cảnh báo, vẫn gửi được)'],
    [
      'ngay-thang.2024',
      'ngay/criteria/tuoi',
      'Độ tuổi: thời gian từ “ngày sinh” đến ngày cơ quan nhận hồ sơ từ đủ 18 năm đến chưa đủ 31 năm',
    ],
    [
      'ngay-thang.2024',
      'so/criteria/tap-the',
      'Đối với cả danh sách: số tập thể không quá 50% số cá nhân được đề nghị (làm tròn lên)',
    ],
    [
      'tieu-chuan.2023',
      'de-nghi/criteria/co-cau',
      'Đối với cả danh sách: cơ cấu: nếu số cá nhân từ 2 trở lên thì số cá nhân (không giữ chức vụ lãnh đạo) từ 1 trở lên',
    ],
    ['tieu-chuan.2023', 'de-nghi/criteria/tong-so', 'Đối với cả danh sách: tổng số cá nhân và tập thể không quá 4'],
  ])('the criterion %s %s', (pack, element, said) => {
    const { pack: source } = byHand.find(({ id }) => id === `vi-du.${pack}`)!;
    expect(lineOf(explain(source), element).text).toBe(said);
  });

  test('a window of one receiver for some units', () => {
    const { pack } = byHand.find(({ id }) => id === 'vi-du.thoi-han.2023')!;
    const labels = linesOf(explain(pack)).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Gửi Phòng Nội vụ', 'Các phường, gửi Ban Tổ chức']));
  });
});

test('what tells the items of a list apart is told with its fields', () => {
  const { pack } = byHand.find(({ name }) => name === 'look-back')!;
  expect(explanationMarkdown(explain(pack))).toContain('Xếp loại các năm (mỗi mục gồm năm, mức xếp loại');
  expect(explanationMarkdown(explain(pack))).toContain('các mục không trùng năm');
});
