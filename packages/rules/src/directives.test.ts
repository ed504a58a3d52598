import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formOfType } from './form-of-type.js';
import { check } from './judge/check.js';
import { compile } from './compile/compile.js';
import { duty } from './judge/duty.js';
import { lint } from './authoring/lint.js';
import { parsePack } from './pack/parse-pack.js';
import { columnLeaves } from './columns.js';
import type { Rulebook } from './rulebook.js';
import { windows } from './judge/windows.js';

/**
 * The hard parts of the directives, and an invented pack for what none of them contains, since the format covers all of
 * these. Each test takes a sentence of the directive and checks how it is implemented.
 */
const folders = [new URL('../packs/', import.meta.url), new URL('../test/fragments/', import.meta.url)];
const files = new Map(
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^[^.]+(\.[^.]+)*\.\d{4}\.json$/.test(name))
      .map((name) => [name.replace(/\.json$/, ''), new URL(name, folder)] as const),
  ),
);
const names = [...files.keys()];
const packOf = (name: string) => parsePack(JSON.parse(readFileSync(files.get(name)!, 'utf8')));

const namDinh = compile(packOf('nam-dinh.tinh-uy.2023'));
const benTre = compile(packOf('ben-tre.duk-co-quan-doanh-nghiep.2022'));
const thaiNguyen = compile(packOf('thai-nguyen.duk-cac-co-quan.2024'));
const laiChau = compile(packOf('lai-chau.thanh-uy.2023'));
const example = compile(packOf('vi-du.moi-thu.2023'));

interface Sent {
  form: string;
  unit?: object;
  now?: string;
  [member: string]: unknown;
}

/** The findings of `check`, as `rule path`, for rules whose names begin with the given prefix. */
function found(rulebook: Rulebook, rules: string, { now = '2023-03-24T09:00:00+07:00', ...sent }: Sent): string[] {
  const submission = { rulebook: `${rulebook.id}@${rulebook.version}`, revision: 1, ...sent };
  return check(rulebook, submission, { now })
    .findings.filter(({ rule }) => rule === rules || rule.startsWith(`${rules}/`))
    .map(({ rule, path }) => `${rule} ${path}`);
}

const nominees = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({ id: `${kind}-${index}`, kind, name: `${kind} ${index}` })),
  );
const minute = (day: string) => `${day}:00+07:00`;
const formOf = (rulebook: Rulebook, id: string) => rulebook.forms.find((form) => form.id === id)!;
const milestone = (rulebook: Rulebook, id: string) => rulebook.milestones.find((entry) => entry.id === id);

describe.each(names)('%s', (name) => {
  test('is named after its id and passes the linter', () => {
    const pack = packOf(name);
    expect(pack.id).toBe(name);
    expect(lint(pack).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('compiles to the same rulebook every time', () => {
    expect(compile(packOf(name))).toEqual(compile(packOf(name)));
  });

  test('commands nothing of a table where it stops nobody from sending', () => {
    const pack = packOf(name);
    const own = pack.forms.flatMap((form) =>
      form.type === 'report' ? (form.tables ?? []).flatMap(({ checks }) => checks ?? []) : [],
    );
    const labels = own.flatMap(({ label }) => (label === undefined ? [] : [label]));
    const doubts = compile(pack).forms.flatMap(({ rules }) =>
      rules.filter(({ id, severity }) => id.startsWith('table/') && severity !== 'error'),
    );
    // What the author says stands before what was found, and is the author's own.
    const said = (text: string): string => labels.reduce((rest, label) => rest.replace(label, ''), text);
    for (const { message } of doubts) {
      expect(said(message.vi)).not.toMatch(/không được|phải/);
      expect(message.en && said(message.en)).not.toMatch(/may not|must/);
    }
  });
});

describe('Nam Định: quotas by name, and the 60', () => {
  test.each([
    ['Hải Hậu: 01 tập thể, 3 cá nhân', 'huyen-uy-hai-hau', 'huyen-uy', 1, 3, true],
    ['Hải Hậu: 3 là mức cao nhất', 'huyen-uy-hai-hau', 'huyen-uy', 1, 1, true],
    ['Hải Hậu: 4 cá nhân là quá', 'huyen-uy-hai-hau', 'huyen-uy', 1, 4, false],
    ['Hải Hậu: phải có tập thể', 'huyen-uy-hai-hau', 'huyen-uy', 0, 3, false],
    ['Thành uỷ Nam Định: như Hải Hậu', 'thanh-uy-nam-dinh', 'thanh-uy', 1, 3, true],
    ['Trực Ninh: 02 cá nhân', 'huyen-uy-truc-ninh', 'huyen-uy', 1, 2, true],
    ['Trực Ninh: 3 cá nhân là quá', 'huyen-uy-truc-ninh', 'huyen-uy', 1, 3, false],
    ['Đảng uỷ Công an: 02 cá nhân', 'dang-uy-cong-an', 'dang-uy-truc-thuoc', 1, 2, true],
    ['Đảng uỷ Dệt: 01 cá nhân', 'dang-uy-det', 'dang-uy-truc-thuoc', 1, 1, true],
    ['Đảng uỷ Dệt: 02 là quá', 'dang-uy-det', 'dang-uy-truc-thuoc', 1, 2, false],
    ['một đoàn thể: 01 cá nhân', 'don-vi-cua-host', 'mttq-doan-the', 1, 1, true],
    ['một đoàn thể: chưa có cá nhân', 'don-vi-cua-host', 'mttq-doan-the', 1, 0, false],
  ])('%s', (_name, id, group, collective, individual, accepted) => {
    const sent = { form: 'de-nghi-bang-khen', unit: { id, group }, nominees: nominees({ collective, individual }) };
    expect(found(namDinh, 'quota', sent)).toHaveLength(accepted ? 0 : 1);
  });

  test('a unit of a named group that the directive does not name has no place', () => {
    const sent = {
      form: 'de-nghi-bang-khen',
      unit: { id: 'huyen-uy-khac', group: 'huyen-uy' },
      nominees: nominees({ collective: 1 }),
    };
    expect(found(namDinh, 'unit', sent)).toEqual(['unit /unit/id']);
    expect(found(namDinh, 'quota', sent)).toEqual(['quota/none /nominees']);
  });

  test('15 named units, 6 more and 2 of the advising body make 60; one more would not', () => {
    expect(namDinh.units).toHaveLength(15);
    expect(namDinh.selections[0]).toMatchObject({ counts: [{ max: 60, allocated: true }], reserved: [{ count: 2 }] });
    const pack = packOf('nam-dinh.tinh-uy.2023');
    pack.unitGroups.find(({ id }) => id === 'mttq-doan-the')!.size = 7;
    expect(lint(pack).map(({ code }) => code)).toContain('allocated');
  });
});

describe('Nam Định: criteria, exclusion and dossier of a nominee', () => {
  const unit = { id: 'dang-uy-det', group: 'dang-uy-truc-thuoc' };
  const about = (nominee: object) => ({
    form: 'de-nghi-bang-khen',
    unit,
    nominees: [{ id: 'a', name: 'A', ...nominee }],
  });

  test.each([
    [
      'đảng viên xuất sắc',
      { kind: 'individual', taskRating: 'excellent', partyMember: true, partyRating: 'excellent' },
      [],
    ],
    [
      'đảng viên chưa xuất sắc',
      { kind: 'individual', taskRating: 'excellent', partyMember: true, partyRating: 'good' },
      ['criterion/dang-vien-xuat-sac /nominees/0/partyRating'],
    ],
    [
      'không phải đảng viên',
      { kind: 'individual', taskRating: 'excellent', partyMember: false, partyRating: 'good' },
      [],
    ],
    [
      'tổ chức đảng chưa xuất sắc',
      { kind: 'collective', taskRating: 'excellent', partyOrganisation: true, partyRating: 'good' },
      ['criterion/to-chuc-dang-xuat-sac /nominees/0/partyRating'],
    ],
    [
      'tập thể không phải tổ chức đảng',
      { kind: 'collective', taskRating: 'good', partyOrganisation: false },
      ['criterion/tap-the-xuat-sac /nominees/0/taskRating'],
    ],
  ])('%s', (_name, nominee, expected) => {
    const declared = { 'theo-kh-39': true, 'tieu-bieu': true, 'da-khen-2022': false };
    expect(found(namDinh, 'criterion', about({ ...nominee, declared }))).toEqual(expected);
  });

  test.each([
    ['said no', { 'da-khen-2022': false }, 0],
    ['said yes', { 'da-khen-2022': true }, 1],
    ['said nothing', {}, 1],
  ])('an award of either giver in 2022 excludes: %s', (_name, declared, count) => {
    expect(found(namDinh, 'exclusion', about({ kind: 'individual', declared }))).toHaveLength(count);
  });

  test('five bound copies of the report of achievements, endorsed by the level above', () => {
    const item = formOf(namDinh, 'de-nghi-bang-khen').view.dossier.items.find(({ id }) => id === 'bao-cao-thanh-tich')!;
    expect(item).toMatchObject({ copies: 5, bound: true, endorsedBy: { label: 'cấp uỷ cấp trên trực tiếp' } });
    expect(found(namDinh, 'endorsed', about({ kind: 'individual' }))).toEqual([
      'endorsed/bao-cao-thanh-tich /nominees/0/declared/bao-cao-thanh-tich',
    ]);
  });

  test('the summary is asked for once, by the field, though a document prints it too', () => {
    expect(found(namDinh, 'required/summary', about({ kind: 'individual' }))).toHaveLength(1);
  });

  test('the minutes are printed once every part of the meeting is there, or uploaded', () => {
    const meeting = { date: '2023-03-24', present: 9, absent: 0, chair: 'A', secretary: 'B' };
    const file = { name: 'bien-ban.pdf', size: 1, type: 'application/pdf', sha256: 'a'.repeat(64) };
    const sent = about({ kind: 'individual' });
    expect(found(namDinh, 'dossier/bien-ban', { ...sent, meeting })).toEqual([]);
    expect(found(namDinh, 'dossier/bien-ban', { ...sent, meeting: { ...meeting, chair: null } })).toHaveLength(1);
    expect(found(namDinh, 'dossier/bien-ban', { ...sent, documents: { 'bien-ban': [file] } })).toEqual([]);
  });
});

describe('Nam Định: the eleven tables', () => {
  const { tables } = formOfType(namDinh, 'bao-cao-02-nam', 'report').view.report;
  const table = (id: string) => tables.find((entry) => entry.id === id)!;
  /** Table heads as a bracketed tree: every heading followed by what is below it. */
  const tree = (columns: (typeof tables)[number]['columns']): string =>
    columns.map(({ id, columns: below }) => (below ? `${id}(${tree(below)})` : id)).join(' ');
  const HALL = 'truc-tiep(truc-tiep-so-cuoc truc-tiep-so-nguoi)';
  const on = (way: string) => `${way}(${way}-so-cuoc ${way}-so-nguoi ${way}-so-diem-cau)`;
  const MEETINGS = `hoc-tap(${HALL} ${on('truc-tuyen')} ${on('ket-hop')})`;

  test.each([
    ['t1', 'tong-so cap-minh(nghi-quyet chi-thi chuong-trinh)'],
    ['t2a', MEETINGS],
    ['t2b', MEETINGS],
    ['t2c', MEETINGS],
    ['t2d', MEETINGS],
    ['t3a', 'chi-dao(van-ban sinh-hoat tieu-chuan) ket-qua(ti-le-xay-dung ti-le-thuc-hien khong-thuc-hien)'],
    ['t3b', 'xac-dinh(chi-dao(ban-hanh quy-dinh) noi-dung(xay-dung-dang cai-cach mo-hinh buc-xuc tham-nhung khac))'],
    [
      't3c',
      'nghi-quyet(trong-ke-hoach chuan-muc) thi-dua(trong-phong-trao thi-dua-rieng) buc-xuc(giai-quyet ton-dong)',
    ],
    ['t4', 'hinh-thuc(chuyen-trang moi(mang-xa-hoi moi-khac)) san-pham(tin-bai xuat-ban chuong-trinh)'],
    ['t5', 'dien-hinh(huyen xa tong)'],
    ['t6', 'thuong-xuyen dot-xuat dang-vien dang-vien-vi-pham to-chuc to-chuc-vi-pham'],
  ])('the head of %s', (id, expected) => {
    expect(tree(table(id).columns)).toBe(expected);
  });

  test('71 leaf columns, 178 cells to fill in', () => {
    const cells = tables.map(({ columns, rows }) => ({ leaves: columnLeaves(columns), rows: rows.length }));
    expect(cells.reduce((sum, { leaves }) => sum + leaves.length, 0)).toBe(71);
    const typed = cells.map(({ leaves, rows }) => leaves.filter(({ computed }) => !computed).length * rows);
    expect(typed.reduce((sum, count) => sum + count, 0)).toBe(178);
  });

  test.each([
    ['t1', 'tong-so', { type: 'count', down: 'sum', across: 'sum' }],
    ['t1', 'chi-thi', { type: 'yes-no', down: 'none', across: 'count' }],
    ['t3a', 'ti-le-xay-dung', { type: 'percent', down: 'none', across: 'none' }],
    ['t3c', 'ton-dong', { type: 'count', down: 'none', across: 'sum' }],
    ['t5', 'tong', { type: 'count', computed: { sum: ['huyen', 'xa'] } }],
  ])('%s/%s: how it totals', (id, column, expected) => {
    expect(columnLeaves(table(id).columns).find((leaf) => leaf.id === column)).toMatchObject(expected);
  });

  test('the words of 3A follow how the unit works', () => {
    const [, results] = table('t3a').columns;
    expect(results!.columns![0]!.label).toMatchObject({
      by: 'hinh-thuc',
      'ke-hoach': 'Tỉ lệ CB, ĐV XD KH làm theo',
      'cam-ket': 'Tỉ lệ CB, ĐV XD cam kết làm theo',
      else: 'Tỉ lệ CB, ĐV XD KH/ cam kết làm theo',
    });
  });

  const report = (sent: object, group = 'huyen-uy') => ({
    form: 'bao-cao-02-nam',
    unit: { id: group === 'huyen-uy' ? 'huyen-uy-hai-hau' : 'doan-the-1', group },
    ...sent,
  });
  const meetings = (cells: object) => ({
    'truc-tiep-so-cuoc': 0, 'truc-tiep-so-nguoi': 0,
    'truc-tuyen-so-cuoc': 0, 'truc-tuyen-so-nguoi': 0, 'truc-tuyen-so-diem-cau': 0,
    'ket-hop-so-cuoc': 0, 'ket-hop-so-nguoi': 0, 'ket-hop-so-diem-cau': 0,
    ...cells,
  }); // prettier-ignore
  const inspected = (cells: object) => ({
    'thuong-xuyen': 1,
    'dot-xuat': 0,
    'dang-vien': 5,
    'dang-vien-vi-pham': 0,
    'to-chuc': 2,
    'to-chuc-vi-pham': 0,
    ...cells,
  });

  test.each([
    [
      'people without a meeting',
      { t2a: { huyen: meetings({ 'truc-tiep-so-nguoi': 40 }) } },
      ['table/t2a/nguoi-truc-tiep /tables/t2a/huyen/truc-tiep-so-nguoi'],
    ],
    [
      'points without a meeting',
      { t2b: { xa: meetings({ 'ket-hop-so-diem-cau': 2 }) } },
      ['table/t2b/diem-cau-ket-hop /tables/t2b/xa/ket-hop-so-diem-cau'],
    ],
    [
      'fewer documents than crosses',
      { t1: { 'nam-2022': { 'tong-so': 1, 'chi-thi': true, 'nghi-quyet': true } } },
      ['table/t1/it-nhat-so-dau-x /tables/t1/nam-2022/tong-so'],
    ],
    [
      'more violators than inspected',
      { t6: { 'nam-2021': inspected({ 'dang-vien-vi-pham': 6 }) } },
      ['table/t6/dang-vien /tables/t6/nam-2021/dang-vien-vi-pham'],
    ],
    [
      'a share above 100 %',
      { t3a: { 'nam-2022': { 'ti-le-xay-dung': 10_100, 'ti-le-thuc-hien': 9_750, 'khong-thuc-hien': 1 } } },
      ['table/t3a/xay-dung-qua-100 /tables/t3a/nam-2022/ti-le-xay-dung'],
    ],
    [
      'everybody did and yet some did not',
      { t3a: { 'nam-2022': { 'ti-le-xay-dung': 10_000, 'ti-le-thuc-hien': 10_000, 'khong-thuc-hien': 1 } } },
      ['table/t3a/thuc-hien-het /tables/t3a/nam-2022/khong-thuc-hien'],
    ],
    [
      'a row begun and not finished',
      { t6: { 'nam-2021': inspected({ 'to-chuc': null, 'dot-xuat': null }) } },
      ['table/t6/complete /tables/t6/nam-2021/dot-xuat'],
    ],
    ['a row left blank', { t6: { 'nam-2023': {} } }, []],
    ['zeros everywhere', { t6: { 'nam-2021': inspected({ 'thuong-xuyen': 0, 'dang-vien': 0, 'to-chuc': 0 }) } }, []],
  ])('%s', (_name, tables, expected) => {
    expect(found(namDinh, 'table', report({ tables }))).toEqual(expected);
  });

  test('what is not asked of MTTQ and đoàn thể is not judged: tables, and columns under a heading', () => {
    const sent = { tables: { t2a: { huyen: { 'truc-tiep-so-cuoc': 1 } }, t1: { 'nam-2022': { 'tong-so': 4 } } } };
    expect(found(namDinh, 'table', report(sent))).toEqual(['table/t2a/complete /tables/t2a/huyen/truc-tiep-so-nguoi']);
    expect(found(namDinh, 'table', report(sent, 'mttq-doan-the'))).toEqual([]);
    const under = columnLeaves(table('t1').columns).find(({ id }) => id === 'chi-thi')!;
    expect(under.groups).toEqual(['huyen-uy', 'thanh-uy', 'dang-uy-truc-thuoc']);
  });

  test.each([
    ['late', 'huyen-uy', { answers: { 'dung-ke-hoach-2a': 'cham' } }, 'nguyen-nhan-2a', true],
    ['in time', 'huyen-uy', { answers: { 'dung-ke-hoach-2a': 'dung' } }, 'nguyen-nhan-2a', false],
    ['not answered', 'huyen-uy', {}, 'nguyen-nhan-2a', false],
    ['never asked', 'mttq-doan-the', { answers: { 'dung-ke-hoach-2a': 'cham' } }, 'nguyen-nhan-2a', false],
    [
      'a cross is ticked',
      'huyen-uy',
      { tables: { t1: { 'nam-2021': { 'tong-so': 1, 'chi-thi': true } } } },
      'van-ban',
      true,
    ],
    [
      'a cross is taken back',
      'huyen-uy',
      { tables: { t1: { 'nam-2021': { 'tong-so': 1, 'chi-thi': false } } } },
      'van-ban',
      false,
    ],
    ['a backlog', 'huyen-uy', { tables: { t3c: { 'nam-2023': { 'giai-quyet': 0, 'ton-dong': 2 } } } }, 'buc-xuc', true],
    [
      'no backlog',
      'huyen-uy',
      { tables: { t3c: { 'nam-2023': { 'giai-quyet': 0, 'ton-dong': 0 } } } },
      'buc-xuc',
      false,
    ],
  ])('a section that is due on a condition: %s', (_name, group, sent, section, due) => {
    expect(found(namDinh, `outline/${section}`, report(sent, group))).toHaveLength(due ? 1 : 0);
  });

  test('whether study kept to the plan is asked of Party committees only', () => {
    expect(found(namDinh, 'required', report({}))).toHaveLength(4);
    expect(found(namDinh, 'required', report({}, 'mttq-doan-the'))).toEqual([]);
  });
});

describe('Bến Tre', () => {
  const unit = { id: 'x', group: 'chi-uy' };

  test.each([
    ['dossier: the last minute before 04/3', 'de-nghi-bieu-duong', '2022-03-03T23:59', 0],
    ['dossier: 04/3 is too late', 'de-nghi-bieu-duong', '2022-03-04T00:00', 1],
    ['report: all of 04/3 counts', 'bao-cao-so-ket', '2022-03-04T23:59', 0],
    ['report: 05/3 is too late', 'bao-cao-so-ket', '2022-03-05T00:00', 1],
  ])('%s', (_name, form, at, count) => {
    expect(found(benTre, 'window', { form, unit, now: minute(at) })).toHaveLength(count);
  });

  test.each([
    ['01 tập thể', { collective: 1 }, true],
    ['01 cá nhân', { individual: 1 }, true],
    ['cả hai', { collective: 1, individual: 1 }, false],
    ['không có ai', {}, false],
  ])('hoặc, không phải và: %s', (_name, counts, accepted) => {
    const sent = { form: 'de-nghi-bieu-duong', unit, nominees: nominees(counts as Record<string, number>) };
    expect(found(benTre, 'quota', sent)).toHaveLength(accepted ? 0 : 1);
  });

  test.each([
    ['chi-uy', ['to-trinh', 'bien-ban']],
    ['doan-khoi', ['to-trinh-doan-khoi', 'bien-ban-doan-khoi']],
  ])('%s: minutes of its own body', (group, expected) => {
    const items = formOf(benTre, 'de-nghi-bieu-duong').view.dossier.items;
    expect(expected.every((id) => items.some((item) => item.id === id))).toBe(true);
    const minutes = found(benTre, 'dossier', { form: 'de-nghi-bieu-duong', unit: { id: 'x', group }, nominees: [] });
    expect(minutes).toEqual([`dossier/${expected[1]} /documents/${expected[1]}`]);
  });

  test('copies are not made up; achievements run past the deadline and are not judged', () => {
    expect(formOf(benTre, 'de-nghi-bieu-duong').view.dossier.copies).toBeUndefined();
    expect(formOfType(benTre, 'de-nghi-bieu-duong', 'nomination').view.achievements).toMatchObject({
      from: '2021-05-01',
      through: '2022-05-31',
    });
    expect(benTre.selections.find(({ id }) => id === 'tieu-bieu-nhat')!.counts).toEqual([
      { of: ['collective'], min: 1, max: 1 },
      { of: ['individual'], min: 1, max: 1 },
    ]);
  });
});

describe('Thái Nguyên', () => {
  test.each([
    ['Công đoàn: 02 cá nhân', 'cong-doan-vien-chuc', 'doan-the', { individual: 2 }, []],
    [
      'Công đoàn: không có tập thể',
      'cong-doan-vien-chuc',
      'doan-the',
      { individual: 2, collective: 1 },
      ['quota/doan-the /nominees'],
    ],
    ['đảng bộ cơ sở: 01 và 01', 'x', 'dang-bo-co-so', { collective: 1, individual: 1 }, []],
    ['chi bộ cơ sở: 01 hoặc 01', 'x', 'chi-bo-co-so', { collective: 1, individual: 1 }, ['quota/chi-bo /nominees']],
    ['cơ quan tham mưu: không đề nghị', 'x', 'co-quan-tham-muu', { individual: 1 }, ['quota/none /nominees']],
  ])('%s', (_name, id, group, counts, expected) => {
    const sent = {
      form: 'de-nghi-giay-khen',
      unit: { id, group },
      nominees: nominees(counts as Record<string, number>),
    };
    expect(found(thaiNguyen, 'quota', sent)).toEqual(expected);
  });

  test.each([
    ['an individual', { kind: 'individual' }, true],
    ['a chi bộ under a đảng ủy cơ sở', { kind: 'collective', orgLevel: 'chi-bo-thuoc-dang-uy-co-so' }, true],
    ['a đảng bộ bộ phận', { kind: 'collective', orgLevel: 'dang-bo-bo-phan' }, true],
    ['a chi bộ cơ sở', { kind: 'collective', orgLevel: 'chi-bo-co-so' }, false],
    ['a đảng bộ cơ sở', { kind: 'collective', orgLevel: 'dang-bo-co-so' }, false],
  ])('endorsement and summary of %s', (_name, nominee, due) => {
    const sent = {
      form: 'de-nghi-giay-khen',
      unit: { id: 'x', group: 'dang-bo-co-so' },
      nominees: [{ id: 'a', ...nominee }],
    };
    expect(found(thaiNguyen, 'endorsed', sent)).toHaveLength(due ? 1 : 0);
    expect(found(thaiNguyen, 'required/summary', sent)).toHaveLength(due ? 1 : 0);
  });

  test('a value left over from another kind says nothing', () => {
    const nominee = { id: 'a', kind: 'collective', orgLevel: 'chi-bo-co-so', partyMember: true };
    const sent = { form: 'de-nghi-giay-khen', unit: { id: 'x', group: 'chi-bo-co-so' }, nominees: [nominee] };
    expect(found(thaiNguyen, 'dossier/qd-xep-loai-dang-vien', sent)).toEqual([]);
    expect(found(thaiNguyen, 'criterion/dang-vien-tot', sent)).toEqual([]);
  });

  test.each([
    ['đảng viên', { partyMember: true }, 1],
    ['quần chúng', { partyMember: false }, 0],
  ])('the decision on the rating as a Party member: %s', (_name, values, count) => {
    const sent = {
      form: 'de-nghi-giay-khen',
      unit: { id: 'x', group: 'chi-bo-co-so' },
      nominees: [{ id: 'a', kind: 'individual', ...values }],
    };
    expect(found(thaiNguyen, 'dossier/qd-xep-loai-dang-vien', sent)).toHaveLength(count);
  });

  test('half a page, 15 and 25, and four onward selections from those', () => {
    const items = formOf(thaiNguyen, 'de-nghi-giay-khen').view.dossier.items;
    expect(items.find(({ id }) => id === 'tom-tat')!.limit).toEqual({ pages: 0.5, characters: 1500 });
    const [first, ...onward] = thaiNguyen.selections;
    expect(first!.counts.map(({ min, max }) => [min, max])).toEqual([[15, 15], [25, 25]]); // prettier-ignore
    expect(onward.map(({ from }) => from)).toEqual(['giay-khen', 'giay-khen', 'giay-khen', 'giay-khen']);
  });

  test('dates of the committee: on a day, before a day, in a month that is only planned, none yet', () => {
    const days = Object.fromEntries(
      windows(thaiNguyen, { now: minute('2024-02-28T09:00') })
        .filter(({ milestone: id }) => id !== null)
        .map(({ milestone: id, lastDay, provisional }) => [id, provisional ? `${lastDay}?` : lastDay]),
    );
    expect(days).toEqual({
      'hoi-nghi-danh-gia': null,
      'tong-hop': '2024-02-29',
      'bang-khen': '2024-05-31',
      'trien-lam': '2024-02-29',
      phim: '2024-02-29',
      'giao-luu': '2024-03-09',
      'hoi-nghi-bieu-duong': '2024-04-30?',
    });
    expect(milestone(thaiNguyen, 'ke-hoach-danh-gia')!.windows).toEqual([]);
  });
});

describe('Lai Châu', () => {
  const unit = { id: 'x', group: 'ubnd' };

  test.each([
    ['quy-i', '2023-03-30T23:59', 0],
    ['quy-i', '2023-03-31T00:00', 1],
    ['hoi-nghi', '2023-12-31T00:00', 0],
    ['06-thang', '2023-06-20T00:00', 1],
    ['nam', '2023-11-09T23:59', 0],
  ])('report %s at %s', (period, at, count) => {
    expect(found(laiChau, 'window', { form: 'bao-cao', period, unit, now: minute(at) })).toHaveLength(count);
  });

  test('a report says which period it is for', () => {
    expect(found(laiChau, 'required', { form: 'bao-cao', unit })).toEqual(['required/period /period']);
  });

  test('the register takes four kinds in any number; the committee picks at least 02 of any mix of three', () => {
    const counts = { model: 3, collective: 2, individual: 4, household: 1 };
    const sent = { form: 'so-ghi-danh', unit: { id: 'x', group: 'dang-bo-co-so' }, nominees: nominees(counts) };
    expect(found(laiChau, 'quota', sent)).toEqual([]);
    expect(laiChau.selections[0]!.counts).toEqual([{ of: ['model', 'collective', 'individual'], min: 2 }]);
    expect(formOfType(laiChau, 'so-ghi-danh', 'nomination').view.nomination.quotas[0]!.label.vi).not.toContain('00');
  });

  test.each([
    ['a civil servant', { civilServant: true }, 'must'],
    [
      'a civil servant exempt from Party activities',
      { civilServant: true, partyMember: true, exemptFromActivities: true },
      'must',
    ],
    ['a Party member', { partyMember: true, exemptFromActivities: false, hamletCell: false }, 'must'],
    ['an exempt Party member', { partyMember: true, exemptFromActivities: true, hamletCell: false }, 'encouraged'],
    [
      'a member of a hamlet cell',
      { partyMember: true, exemptFromActivities: false, hamletCell: true, posts: [] },
      'encouraged',
    ],
    ['the secretary of a hamlet cell', { partyMember: true, hamletCell: true, posts: ['bi-thu-chi-bo-ban'] }, 'must'],
    ['its deputy secretary', { partyMember: true, hamletCell: true, posts: ['pho-bi-thu-chi-bo-ban'] }, 'must'],
    ['anybody else', { civilServant: false, partyMember: false }, 'encouraged'],
  ])('a plan of one’s own: %s', (_name, person, expected) => {
    expect(duty(laiChau, 'ke-hoach-ca-nhan', { posts: [], ...person }).duty).toBe(expected);
  });

  test.each([
    ['a key leader, 1', ['uy-vien-bch'], 1, true],
    ['a key leader, 2', ['uy-vien-bch'], 2, true],
    ['a key leader, none', ['uy-vien-bch'], 0, false],
    ['a key leader, 3', ['uy-vien-bch'], 3, false],
    ['a hamlet secretary, none', ['bi-thu-chi-bo-ban'], 0, true],
    ['the highest post decides', ['bi-thu-chi-bo-ban', 'chu-tich-ubnd'], 0, false],
    ['no post', [], 0, true],
  ])('commitments: %s', (_name, posts, count, accepted) => {
    const commitments = Array.from({ length: count }, () => ({ group: 'dot-pha', title: 'Việc' }));
    const sent = { form: 'ke-hoach-ca-nhan', unit, person: { id: 'p', posts }, commitments };
    expect(found(laiChau, 'plan', sent)).toHaveLength(accepted ? 0 : 1);
  });

  test('a plan of a collective is adopted by a body on a day; hamlet cells follow their committee’s', () => {
    const sent = { form: 'ke-hoach-tap-the', unit };
    expect(found(laiChau, 'required', sent)).toEqual(['required/body /adoption/body', 'required/date /adoption/date']);
    expect(found(laiChau, 'unit', { ...sent, unit: { id: 'x', group: 'chi-bo-ban-to-dan-pho' } })).toEqual([
      'unit /unit/group',
    ]);
  });

  test.each([
    ['mttq-doan-the', 1],
    ['ubnd', 0],
  ])('supervision is a section of the plan of %s: %i', (group, count) => {
    const sent = { form: 'ke-hoach-tap-the', unit: { id: 'x', group } };
    expect(found(laiChau, 'outline/vai-tro-giam-sat', sent)).toHaveLength(count);
  });

  test('a later document withdraws the conference after 03 years and leaves the rest', () => {
    const changes = [{ element: 'milestones/so-ket-03-nam', withdrawn: true as const }];
    const pack = { ...packOf('lai-chau.thanh-uy.2023'), amendments: [{ number: '02', date: '2023-02-23', changes }] };
    expect(milestone(laiChau, 'so-ket-03-nam')).toBeDefined();
    expect(milestone(compile(pack), 'so-ket-03-nam')).toBeUndefined();
    expect(milestone(compile(pack), 'gap-mat')).toBeDefined();
    expect(milestone(namDinh, 'so-ket-03-nam'), 'what the letter of Nam Định itself passes on').toBeUndefined();
  });

  test('what a later document changed cites that document: the rule, a part of it, the selection; the rest as before', () => {
    const pack = packOf('nam-dinh.tinh-uy.2023');
    const changes = [
      { element: 'de-nghi-bang-khen', to: { label: 'Đề nghị' } },
      { element: 'de-nghi-bang-khen/quotas/ba-ca-nhan', to: { description: 'Ba cá nhân' } },
      { element: 'de-nghi-bang-khen/criteria/tieu-bieu', to: { label: 'Tiêu biểu' }, cite: '3' },
      { element: 'selections/khen-60', to: { label: 'Khen' } },
    ];
    const later = { number: '99-CV/BTGTU', date: '2023-03-28', cite: '2', changes };
    const amended = compile(parsePack({ ...pack, amendments: [...(pack.amendments ?? []), later] }));
    const { rules, view } = formOfType(amended, 'de-nghi-bang-khen', 'nomination');
    const cites = (start: string) => [
      ...new Set(rules.flatMap(({ id, cite }) => (id.startsWith(start) ? [`${cite?.document} ${cite?.clause}`] : []))),
    ];
    expect(cites('quota/ba-ca-nhan')).toEqual(['99-CV/BTGTU 2']);
    expect(cites('criterion/tieu-bieu')).toEqual(['99-CV/BTGTU 3']);
    expect(view.nomination.quotas.map(({ cite }) => cite?.document)).toEqual(['99-CV/BTGTU', '971-CV/TU', '971-CV/TU']);
    expect(cites('quota/hai-ca-nhan')).toEqual(['971-CV/TU 1, Cá nhân']);
    expect(cites('required/nominees')).toEqual(['971-CV/TU 1']);
    expect(amended.selections.map(({ cite }) => cite)).toEqual([{ document: '99-CV/BTGTU', clause: '2' }]);
  });

  test('the People’s Committee prints in the layout of State bodies', () => {
    expect(laiChau.unitGroups.find(({ id }) => id === 'ubnd')!.layout).toBe('nd30-2020');
  });
});

describe('what no directive at hand says', () => {
  const unit = { id: 'dang-bo-hai', group: 'dang-bo', members: 49 };
  const about = (nominee: object, from: object = unit) => ({
    form: 'de-nghi',
    unit: from,
    nominees: [{ id: 'a', name: 'A', ...nominee }],
  });

  test.each([
    ['20 % of 49, rounded down: 9', unit, 9, true],
    ['20 % of 49, rounded down: not 10', unit, 10, false],
    ['20 % of 4 is none, and one is needed', { ...unit, members: 4 }, 1, false],
  ])('a share of members: %s', (_name, from, individual, accepted) => {
    const sent = { form: 'de-nghi', unit: from, nominees: nominees({ individual }) };
    expect(found(example, 'quota', sent)).toHaveLength(accepted ? 0 : 1);
  });

  test('a share of members that are not known is not judged: the number is asked for', () => {
    const sent = {
      form: 'de-nghi',
      unit: { id: 'dang-bo-hai', group: 'dang-bo' },
      nominees: nominees({ individual: 1 }),
    };
    expect(found(example, 'quota', sent)).toEqual([]);
    expect(found(example, 'required/members', sent)).toHaveLength(1);
  });

  test.each([
    ['its own, the last minute', { id: 'dang-bo-mot', group: 'dang-bo' }, '2023-03-31T17:00', []],
    ['its own, one minute late', { id: 'dang-bo-mot', group: 'dang-bo' }, '2023-03-31T17:01', ['error']],
    ['its group’s, before 10.30', { id: 'x', group: 'ubnd' }, '2023-03-31T10:29', []],
    ['its group’s, late but taken', { id: 'x', group: 'ubnd' }, '2023-03-31T10:30', ['warning']],
    ['its group’s, taken until the end of 05/4', { id: 'x', group: 'ubnd' }, '2023-04-05T23:59', ['warning']],
    ['its group’s, too late', { id: 'x', group: 'ubnd' }, '2023-04-06T00:00', ['error']],
    ['everybody’s, too early', unit, '2023-03-20T07:59', ['error']],
    ['everybody’s, from 8 o’clock', unit, '2023-03-20T08:00', []],
    ['everybody’s, to 17 o’clock', unit, '2023-03-31T17:00', []],
    ['everybody’s, over', unit, '2023-03-31T17:01', ['error']],
  ])('one window holds: %s', (_name, from, at, expected) => {
    const submission = { rulebook: 'vi-du.moi-thu.2023@1.0.0', form: 'de-nghi', unit: from, nominees: [] };
    const { findings } = check(example, submission, { now: minute(at) });
    expect(findings.filter(({ rule }) => rule === 'window').map(({ severity }) => severity)).toEqual(expected);
  });

  test.each([
    ['choices hold one', { kind: 'individual', fields: ['hoc-tap', 'lao-dong'] }, []],
    ['choices lack it', { kind: 'individual', fields: ['hoc-tap'] }, ['criterion/linh-vuc /nominees/0/fields']],
    [
      'one of a scale of its own',
      { kind: 'individual', movementRating: 'c' },
      ['criterion/loai /nominees/0/movementRating'],
    ],
    ['not of this unit', { kind: 'individual', years: 1 }, []],
    ['JsonLogic holds', { kind: 'household', members: 20 }, []],
    ['JsonLogic does not', { kind: 'household', members: 21 }, ['criterion/ho-dong-nguoi /nominees/0/members']],
    ['JsonLogic without its value', { kind: 'household' }, []],
  ])('criteria: %s', (_name, nominee, expected) => {
    expect(found(example, 'criterion', about(nominee))).toEqual(expected);
  });

  test('a condition on who answers', () => {
    const nominee = { kind: 'individual', years: 1 };
    expect(found(example, 'criterion/tham-nien', about(nominee, { id: 'dang-bo-mot', group: 'dang-bo' }))).toHaveLength(
      1,
    );
  });

  test('a summary that only the document asks for', () => {
    expect(found(example, 'required/summary', about({ kind: 'individual' }))).toHaveLength(1);
    expect(found(example, 'required/summary', about({ kind: 'individual', summary: 'Tóm tắt' }))).toEqual([]);
    expect(found(example, 'schema', about({ kind: 'individual', summary: 'Tóm tắt' }))).toEqual([]);
    expect(found(example, 'required/summary', about({ kind: 'household' }))).toEqual([]);
  });

  test('paper is declared; what the committee files is asked of nobody', () => {
    expect(found(example, 'dossier', { form: 'de-nghi', unit, nominees: [] })).toEqual([
      'dossier/ban-goc /declared/ban-goc',
    ]);
  });

  test.each([
    ['a required row is never blank', {}, ['table/t1/complete /tables/t1/bat-buoc/so-dat']],
    [
      'a sum as a bound',
      { 'bat-buoc': { 'so-dat': 3, 'so-nguoi': 2, 'ti-le': 15_000 } },
      ['table/t1/tong /tables/t1/bat-buoc/so-nguoi', 'table/t1/ti-le /tables/t1/bat-buoc/ti-le'],
    ],
    [
      'text alone begins a row',
      { 'bat-buoc': { 'so-dat': 1, 'so-nguoi': 2, 'ti-le': 5000 }, them: { 'ghi-chu': 'x' } },
      ['table/t1/complete /tables/t1/them/so-dat'],
    ],
  ])('tables: %s', (_name, t1, expected) => {
    expect(found(example, 'table', { form: 'bao-cao', unit, tables: { t1 } })).toEqual(expected);
  });

  test.each([
    ['a post that commits, none', ['bi-thu', 'can-bo'], 0, ['plan/chu-chot /commitments']],
    ['another post, none', ['can-bo'], 0, []],
    ['another post, 3', ['can-bo'], 3, ['plan/khac /commitments']],
  ])('plans: %s', (_name, posts, count, expected) => {
    const commitments = Array.from({ length: count }, () => ({ group: 'dot-pha', title: 'Việc' }));
    expect(found(example, 'plan', { form: 'ke-hoach', unit, person: { id: 'p', posts }, commitments })).toEqual(
      expected,
    );
  });

  test('a later document lengthens a window at one end only', () => {
    const pack = packOf('vi-du.moi-thu.2023');
    const change = { element: 'de-nghi/windows/chung', to: { through: '2023-04-10' } };
    pack.amendments!.push({ number: '03-VD', date: '2023-03-28', changes: [change] });
    const window = formOf(compile(parsePack(pack)), 'de-nghi').windows.find(({ id }) => id === 'chung')!;
    expect(window.said).toEqual({ from: '2023-03-20T08:00', through: '2023-04-10' });
    expect(window.amended!.was).toEqual({ from: '2023-03-20T08:00', through: '2023-03-31T17:00' });
  });

  test('a later document moves a deadline and changes a quota; what was there stays on record', () => {
    const [window] = formOf(example, 'bao-cao').windows;
    expect(window).toMatchObject({
      said: { before: '2023-07-15' },
      amended: { was: { noLaterThan: '2023-06-30' }, by: { document: '02-VD', clause: '1' } },
    });
    const sent = { form: 'de-nghi', unit: { id: 'x', group: 'doan-the' }, nominees: nominees({ household: 2 }) };
    expect(found(example, 'quota', sent)).toEqual([]);
  });
});
