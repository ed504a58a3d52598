import { unzipSync } from 'fflate';
import type { Submission } from '@kl01/rules';
import { consolidate, review, type Received } from '@kl01/rules/committee';
import { explain } from '@kl01/rules/authoring';
import { compile, parsePack } from '@kl01/rules/compile';
import { describe, expect, test } from 'vitest';
import { packOf } from '../../fixtures/packs.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { exportDocument, type ExportInput, type ExportOptions, type Layout } from '../index.js';
import { hd36 } from '../layouts/hd36-2018.js';
import { toPdf } from '../pdf/to-pdf.js';

const kienAn = packOf('hai-phong.kien-an.2023');
const namDinh = packOf('nam-dinh.tinh-uy.2023');
const laiChau = packOf('lai-chau.thanh-uy.2023');
const thaiNguyen = packOf('thai-nguyen.duk-cac-co-quan.2024');

type Pack = typeof kienAn;
const word = async ({ rulebook }: Pack, input: ExportInput, document: string, more: Partial<ExportOptions> = {}) => {
  const made = await exportDocument(rulebook, input, { document, format: 'docx', ...more });
  return { ...readDocx(made.bytes), notices: made.notices };
};
const caseOf = ({ submissions }: Pack, form: string, holds: (submission: Submission) => boolean = () => true) =>
  submissions.find(({ submission }) => submission.form === form && holds(submission))!;

describe('báo cáo', async () => {
  const { submission } = caseOf(namDinh, 'bao-cao-02-nam', ({ unit }) => unit.group === 'huyen-uy');
  const text = 'Đoạn một.\n\n- Một là\n+ Chi tiết\nĐoạn hai.';
  const given = {
    ...submission,
    sections: { ...submission.sections, 'ii-1': text },
    tables: {
      ...submission.tables,
      t5: { 'nam-2021': { huyen: 1200, xa: 34 }, 'nam-2022': { huyen: 5, xa: 6 } },
    },
  } as Submission;
  const { paragraphs, rows, xml } = await word(namDinh, given, 'bao-cao');

  test('keeps the outline’s numbers, paragraphs and dashes', () => {
    const at = paragraphs.findIndex((paragraph) => paragraph.startsWith('1. Tổ chức nghiên cứu'));
    expect(paragraphs.slice(at + 1, at + 5)).toEqual(['Đoạn một.', '- Một là', '+ Chi tiết', 'Đoạn hai.']);
    expect(paragraphs.some((paragraph) => paragraph.startsWith('II. KẾT QUẢ'))).toBe(true);
  });

  test('has its appendix on pages turned on their side, named as the directive names it', () => {
    expect(paragraphs).toContain('PHỤ LỤC BÁO CÁO');
    expect(xml('word/document.xml').match(/w:orient="landscape"/g)).toHaveLength(1);
  });

  test('computes totals down and across; a tick has none', () => {
    const names = rows.map((row) => row[0]);
    expect(rows[names.lastIndexOf('Giai đoạn 2021-2023')]).toEqual(['Giai đoạn 2021-2023', '1.205', '40', '1.245']);
    expect(rows.filter(([first]) => first === 'Tổng')[0]?.slice(2)).toEqual(['–', '–', '–']);
  });

  test('prints the head of three levels once per table, merged', () => {
    const body = xml('word/document.xml');
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(20);
    expect(paragraphs).toContain('Sử dụng các hình thức, phương tiện truyền thông mới');
  });

  test('a group that is not asked a table does not get it', async () => {
    const other = caseOf(namDinh, 'bao-cao-02-nam', ({ unit }) => unit.group === 'mttq-doan-the').submission;
    const printed = await word(namDinh, other, 'phu-luc');
    expect(printed.paragraphs.some((paragraph) => paragraph.startsWith('2A.'))).toBe(false);
  });
});

test.each([
  [laiChau, 'so-ghi-danh', 'đề nghị ghi danh vào Sổ ghi danh của Thành ủy'],
  [kienAn, 'de-nghi-cap-quan', 'đề nghị biểu dương, khen thưởng cấp quận'],
  [namDinh, 'de-nghi-bang-khen', 'đề nghị khen thưởng'],
])('tờ trình asks for what the pack’s title or label says: %#', async (pack, form, request) => {
  const { paragraphs } = await word(pack, caseOf(pack, form).submission, 'to-trinh');
  expect(paragraphs).toContain(`về việc ${request}`);
  const text = paragraphs.join('\n');
  expect(text).toContain(`tiêu biểu để ${request}.`);
  expect(text.includes('khen thưởng')).toBe(request.includes('khen thưởng'));
});

test('danh mục hồ sơ: no head of a table without rows, no heading over nothing', async () => {
  const begun = { rulebook: `${laiChau.rulebook.id}@${laiChau.rulebook.version}`, form: 'so-ghi-danh', nominees: [] };
  const { bytes } = await exportDocument(laiChau.rulebook, begun as unknown as Submission, {
    document: 'ho-so',
    format: 'zip',
  });
  const list = Object.entries(unzipSync(bytes)).find(([name]) => name.includes('danh-muc-ho-so'))![1];
  const { paragraphs } = readDocx(list);
  expect(paragraphs).toContain('DANH MỤC HỒ SƠ');
  expect(paragraphs).not.toContain('Thành phần');
  expect(paragraphs).not.toContain('Nội dung đơn vị đã khai và cam đoan');
});

test('biểu mẫu: a date that is not announced is said once', async () => {
  const { submission } = caseOf(laiChau, 'so-ghi-danh');
  const { bytes } = await exportDocument(laiChau.rulebook, submission, { document: 'bieu-mau', format: 'xlsx' });
  const sheets = Object.values(unzipSync(bytes)).map((file) => new TextDecoder().decode(file));
  expect(sheets.join()).toContain('Thời hạn: chưa ấn định<');
});

test('báo cáo without an outline has its text without a heading', async () => {
  const { submission } = caseOf(laiChau, 'bao-cao');
  const { paragraphs } = await word(laiChau, { ...submission, sections: { 'noi-dung': 'Một đoạn.' } }, 'bao-cao');
  expect(paragraphs).toContain('Một đoạn.');
  expect(paragraphs).not.toContain('Nội dung báo cáo');
});

describe('báo cáo thành tích', async () => {
  const { submission } = caseOf(kienAn, 'de-nghi-cap-quan', ({ nominees = [] }) => nominees.length === 3);
  const given = {
    ...submission,
    unit: { ...submission.unit, name: 'Đảng ủy phường A' },
    issuer: { superior: 'Đảng bộ quận' },
  };
  const { paragraphs, xml } = await word(kienAn, given, 'bao-cao-thanh-tich');

  test('has a part for each nominee, by the sections of the pack’s template', () => {
    expect(xml('word/document.xml').match(/<w:sectPr/g)).toHaveLength(3);
    expect(paragraphs.filter((paragraph) => paragraph === 'II. THÀNH TÍCH ĐẠT ĐƯỢC')).toHaveLength(3);
  });

  test('a collective’s head signs for it, a person for themselves, the Party committee endorses', () => {
    expect(paragraphs.filter((paragraph) => paragraph === 'XÁC NHẬN CỦA CẤP ỦY CƠ SỞ')).toHaveLength(3);
    expect(paragraphs.filter((paragraph) => paragraph === 'THỦ TRƯỞNG ĐƠN VỊ')).toHaveLength(1);
    expect(paragraphs.filter((paragraph) => paragraph === 'NGƯỜI BÁO CÁO')).toHaveLength(2);
  });

  test.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An'],
    ['Nguyễn Văn AN', 'Nguyễn Văn AN'],
    ["H'HEN NIÊ", "H'HEN NIÊ"],
    ['@SUM', '@SUM'],
  ])('%s signs as %s: only what is surely a name changes its capitals', async (name, printed) => {
    const nominees = submission.nominees!.filter(({ kind }) => kind === 'individual').map((one) => ({ ...one, name }));
    const signed = await word(kienAn, { ...given, nominees }, 'bao-cao-thanh-tich');
    expect(signed.paragraphs).toContain(printed);
  });

  test('of one nominee, on demand', async () => {
    const [, second] = submission.nominees!;
    const one = await word(kienAn, given, 'bao-cao-thanh-tich', { nominee: second!.id });
    expect(one.xml('word/document.xml').match(/<w:sectPr/g)).toHaveLength(1);
    expect(one.paragraphs.join()).toContain(second!['name'] as string);
  });
});

test('tóm tắt: longer than half a page is a notice, shorter is none', async () => {
  const { submission } = caseOf(thaiNguyen, 'de-nghi-giay-khen', ({ nominees = [] }) => nominees.length > 0);
  const of = async (letters: number) => {
    const nominees = submission.nominees!.map((nominee) => ({
      ...nominee,
      summary: 'thành tích '.repeat(letters / 11),
    }));
    return (await word(thaiNguyen, { ...submission, nominees }, 'tom-tat-thanh-tich')).notices.map(({ id }) => id);
  };
  expect(await of(1500)).not.toContain('too-long');
  expect(await of(2500)).toContain('too-long');
});

describe('kế hoạch', () => {
  test('of a person: no number, posts, commitments by group, signed by the person', async () => {
    const { submission } = caseOf(laiChau, 'ke-hoach-ca-nhan', ({ commitments = [] }) => commitments.length === 2);
    const { paragraphs } = await word(laiChau, submission, 'ke-hoach');
    expect(paragraphs.some((paragraph) => paragraph.startsWith('Số'))).toBe(false);
    expect(paragraphs).toContain('NGƯỜI LẬP KẾ HOẠCH');
    for (const { title } of submission.commitments!) expect(paragraphs).toContain(`- ${title}`);
  });

  test('says what came of it once that was written, before the sentence that closes it', async () => {
    const { submission } = caseOf(
      laiChau,
      'ke-hoach-ca-nhan',
      ({ commitments = [], result }) => commitments.length === 0 && (result ?? null) !== null,
    );
    const { paragraphs } = await word(laiChau, submission, 'ke-hoach');
    const at = paragraphs.indexOf('Kết quả thực hiện kế hoạch');
    expect(paragraphs[at + 1]).toBe(submission.result);
    expect(paragraphs[at + 2]).toMatch(/^Kế hoạch này đã được báo cáo/);
    const { paragraphs: ahead } = await word(laiChau, { ...submission, result: null }, 'ke-hoach');
    expect(ahead).not.toContain('Kết quả thực hiện kế hoạch');
  });

  test('of an office of the State: its layout, its number', async () => {
    const { submission } = caseOf(laiChau, 'ke-hoach-tap-the', ({ unit }) => unit.group === 'ubnd');
    const { paragraphs } = await word(
      laiChau,
      { ...submission, issuer: { number: '75', symbol: 'KH-UBND' } },
      'ke-hoach',
    );
    expect(paragraphs).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(paragraphs).toContain('Số: 75/KH-UBND');
  });
});

test('minutes: what announces the list stays on the page of the list', async () => {
  const { submission } = caseOf(namDinh, 'de-nghi-bang-khen');
  const { xml, style } = await word(namDinh, submission, 'bien-ban');
  const [announced] = /<w:p>(?:(?!<w:p>).)*kết quả như sau:/s.exec(xml('word/document.xml')) ?? [''];
  expect(announced).toContain('<w:pStyle w:val="LeadIn"/>');
  expect(style('LeadIn')).toContain('<w:keepNext/>');
});

describe('a number belongs to one document', () => {
  const issuer = { number: '12', symbol: 'TTr/ĐU', name: 'Đảng ủy X' };
  test.each([
    ['to-trinh', 'Số 12-TTr/ĐU'],
    ['bien-ban', 'Số ……-BB/ĐU'],
  ])('%s: %s', async (document, number) => {
    const pack = packOf('ben-tre.duk-co-quan-doanh-nghiep.2022');
    const { submission } = caseOf(pack, 'de-nghi-bieu-duong');
    expect((await word(pack, { ...submission, issuer }, document)).paragraphs).toContain(number);
  });
});

describe('the committee’s documents', async () => {
  const reports = namDinh.submissions
    .filter(({ submission }) => submission.form === 'bao-cao-02-nam')
    .map(({ submission, now }): Received => ({ submission, at: now }));
  const now = '2023-04-10T08:00:00+07:00';
  const consolidation = await consolidate(namDinh.rulebook, reports, { now, form: 'bao-cao-02-nam' });

  test('tong-hop puts every unit’s text under its name, then the sums', async () => {
    const { paragraphs } = await word(namDinh, consolidation, 'tong-hop');
    const [unit] = consolidation.units.counted;
    const name = consolidation.names[unit!]!;
    const texts = Object.values(consolidation.sections).flatMap((list) =>
      list.filter((one) => one.unit === unit && one.text),
    );
    expect(paragraphs.filter((paragraph) => paragraph === name)).toHaveLength(texts.length);
    expect(paragraphs).toContain('PHỤ LỤC BÁO CÁO');
  });

  test('tong-hop names a unit once for all that it sent again', async () => {
    const again = reports.concat([1, 2, 3].map(() => reports[0]!));
    const resent = await consolidate(namDinh.rulebook, again, { now, form: 'bao-cao-02-nam' });
    const lines = (await word(namDinh, resent, 'tong-hop')).paragraphs.filter((text) =>
      text.startsWith('- Không tính'),
    );
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.join()).toMatch(/Hải Hậu \(\d\d lần gửi; đã có lần gửi sau thay thế\)/);
  });

  test('Tỉnh ủy has nobody above it', async () => {
    const { paragraphs } = await word(namDinh, consolidation, 'tong-hop');
    expect(paragraphs[0]).toBe('TỈNH ỦY NAM ĐỊNH');
  });

  test('phu-luc of many prints the sums', async () => {
    const filled = reports.map((one) => ({
      ...one,
      submission: { ...(one.submission as Submission), tables: { t1: { 'nam-2022': { 'tong-so': 1234 } } } },
    }));
    const sums = await consolidate(namDinh.rulebook, filled, { now, form: 'bao-cao-02-nam' });
    const { rows } = await word(namDinh, sums, 'phu-luc');
    expect(sums.tables['t1']!['nam-2022']!['tong-so']!.value).toBe(4936);
    expect(rows.find(([first]) => first === '2022')?.[1]).toBe('4.936');
  });

  test('don-doc urges nobody where nobody is known to owe', async () => {
    const units = { ...consolidation.units, missing: [] };
    const text = (await word(namDinh, { ...consolidation, units }, 'don-doc', { now })).paragraphs.join('\n');
    expect(text).toContain('trong danh sách đơn vị được theo dõi không còn đơn vị nào chưa gửi.');
    expect(text).not.toContain('khẩn trương');
  });

  test('don-doc names those who owe, with days left or over', async () => {
    const after = await word(namDinh, consolidation, 'don-doc', { now });
    expect(after.rows.filter(([, unit]) => unit && Object.values(consolidation.names).includes(unit))).toHaveLength(
      consolidation.units.missing.length,
    );
    expect(after.rows.flat()).toEqual(expect.arrayContaining(['trước ngày 05/4/2023', 'quá hạn 6 ngày']));
    const before = await word(namDinh, consolidation, 'don-doc', { now: '2023-04-04T23:00:00+07:00' });
    expect(before.rows.flat()).toContain('hết hôm nay');
  });

  test('don-doc goes by the committee’s own list where the directive names no unit, and by each group’s date', async () => {
    const form = 'bao-cao-so-ket';
    const [first, second] = kienAn.rulebook.unitGroups.map(({ id }) => id);
    const forms = kienAn.pack.forms.map((one) =>
      one.id !== form
        ? one
        : {
            ...one,
            windows: [
              { id: 'som', groups: [first], before: '2023-03-20' },
              { id: 'nop', before: '2023-03-31' },
            ],
          },
    );
    const rulebook = compile(parsePack({ ...kienAn.pack, coverage: undefined, amendments: undefined, forms }));
    const units = [
      { id: '7', group: first!, name: 'Đảng bộ Bảy' },
      { id: 'constructor', group: second! },
    ];
    const { units: state, ...rest } = await consolidate(rulebook, [], { now, form, units });
    expect(state.missing).toEqual(['7', 'constructor']);
    const owing = async (input: object) =>
      (await word({ ...kienAn, rulebook }, input as ExportInput, 'don-doc', { now: '2023-03-25T08:00:00+07:00' })).rows
        .filter(([number]) => /^[12]$/.test(number ?? ''))
        .map((row) => row.slice(1));
    expect(await owing({ units: state, ...rest })).toEqual([
      ['Đảng bộ Bảy', 'trước ngày 20/3/2023', 'quá hạn 6 ngày'],
      ['constructor', 'trước ngày 31/3/2023', 'còn 5 ngày'],
    ]);
    // Consolidations stored before groups were recorded still print.
    expect(await owing({ units: state, ...rest, groups: undefined })).toHaveLength(2);
  });

  const askingAt = async (instant: string, missing = consolidation.units.missing) => {
    const units = { ...consolidation.units, missing };
    return (await word(namDinh, { ...consolidation, units }, 'don-doc', { now: instant })).paragraphs.join('\n');
  };

  test.each([
    ['before the last day', '2023-04-01T08:00:00+07:00', 'gửi theo đúng thời hạn', 'gửi ngay'],
    ['after it', '2023-04-10T08:00:00+07:00', 'gửi ngay', 'đúng thời hạn'],
  ])('don-doc asks for what can still be done: %s', async (_, instant, asked, never) => {
    const text = await askingAt(instant);
    expect(text).toContain(asked);
    expect(text).not.toContain(never);
  });

  test('don-doc to very many names them once, in the table', async () => {
    const missing = Array.from({ length: 60 }, (_, index) => `don-vi-${index}`);
    const text = await askingAt(now, missing);
    expect(text).toContain('Kính gửi: Các đơn vị có tên trong danh sách dưới đây');
    expect(text.match(/don-vi-7/g)).toHaveLength(1);
  });

  test('phu-luc of many says of how many, and that ticks are counted', async () => {
    const { paragraphs } = await word(namDinh, consolidation, 'phu-luc');
    const count = String(consolidation.units.counted.length).padStart(2, '0');
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        `(Tổng hợp số liệu của ${count} đơn vị)`,
        'Ở cột đánh dấu X: ghi số đơn vị có đánh dấu.',
      ]),
    );
  });

  const city = 'de-nghi-cap-thanh-pho';
  const received = [caseOf(kienAn, city, ({ nominees = [] }) => nominees.length === 3)].map(
    ({ submission, now: at }) => ({ submission, at }),
  );
  const [one] = received;
  const nominees = one!.submission.nominees!;
  const picks = { 'trinh-thanh-pho': nominees.map(({ id }) => ({ unit: one!.submission.unit.id!, nominee: id })) };
  const reviewed = review(kienAn.rulebook, received, { now: '2023-04-02T08:00:00+07:00', form: city, picks });

  test('de-xuat: the tờ trình to the next level and the list of those picked', async () => {
    const { paragraphs, rows } = await word(kienAn, reviewed, 'de-xuat');
    expect(paragraphs).toEqual(expect.arrayContaining(['TỜ TRÌNH', 'DANH SÁCH ĐỀ XUẤT', 'QUẬN ỦY KIẾN AN']));
    expect(paragraphs.some((text) => text.startsWith('Kính gửi: Thành ủy Hải Phòng'))).toBe(true);
    for (const { name } of nominees) expect(rows.flat()).toContain(name);
  });

  test('de-xuat names the committee where it puts somebody forward itself', async () => {
    const own = { ...reviewed, proposal: reviewed.proposal.map((entry) => ({ ...entry, unit: null })) };
    const { rows } = await word(kienAn, own, 'de-xuat');
    expect(rows.flat()).toContain(kienAn.rulebook.directive.committee.name);
  });

  test('de-xuat names no award of the committee’s own where the matter says what is asked of the next level', async () => {
    const { submission, now: at } = caseOf(laiChau, 'so-ghi-danh', ({ nominees = [] }) => nominees.length > 1);
    const [model] = submission.nominees!;
    const chosen = { 'ghi-danh': [{ unit: submission.unit.id!, nominee: model!.id! }] };
    const options = { now: '2023-05-02T08:00:00+07:00', form: 'so-ghi-danh', picks: chosen };
    const { paragraphs } = await word(laiChau, review(laiChau.rulebook, [{ submission, at }], options), 'de-xuat');
    expect(paragraphs).toContain('Kính gửi: Tỉnh ủy Lai Châu');
    expect(paragraphs.join('\n')).not.toContain('Hình thức khen thưởng');
  });

  test('phieu-tiep-nhan: when, which revision, in time or late', async () => {
    const at = (instant: string) =>
      word(kienAn, { submission: { ...one!.submission, revision: 4 }, at: instant }, 'phieu-tiep-nhan');
    const inTime = (await at('2023-03-25T01:05:00Z')).paragraphs;
    expect(inTime).toEqual(
      expect.arrayContaining([
        '- Lần gửi: 4',
        '- Thời điểm tiếp nhận: 08 giờ 05, ngày 25/3/2023',
        '- Tình trạng: đúng hạn',
      ]),
    );
    expect((await at('2023-04-01T00:00:00+07:00')).paragraphs).toContain('- Tình trạng: quá hạn');
  });

  test('phieu-tiep-nhan is the committee’s paper, whoever sent: its letterhead, its day, how many files', async () => {
    const { submission } = caseOf(laiChau, 'ke-hoach-tap-the', ({ unit }) => unit.group === 'ubnd');
    const file = { name: 'ke-hoach.docx', size: 2048, type: 'x', sha256: 'a'.repeat(64) };
    const sent = { ...submission, documents: { 'ban-ke-hoach': [file, file] } };
    const { paragraphs } = await word(laiChau, { submission: sent, at: '2022-12-30T20:00:00Z' }, 'phieu-tiep-nhan');
    expect(paragraphs).toEqual(
      expect.arrayContaining(['ĐẢNG CỘNG SẢN VIỆT NAM', 'TP. Lai Châu, ngày 31 tháng 12 năm 2022', 'Tổng số: 02 tệp.']),
    );
    expect(paragraphs.join('\n')).not.toContain('CỘNG HÒA');
  });

  test('phieu-tiep-nhan: a date that is not announced is said once, and neither kept nor missed', async () => {
    const { submission } = caseOf(laiChau, 'so-ghi-danh');
    const { paragraphs } = await word(laiChau, { submission, at: '2023-04-01T08:00:00+07:00' }, 'phieu-tiep-nhan');
    expect(paragraphs).toContain('- Thời hạn: chưa ấn định');
    expect(paragraphs.filter((text) => text.startsWith('- Tình trạng'))).toEqual([]);
  });

  test('dien-giai: a column of long texts is wider than one of dates', async () => {
    const { xml } = await word(laiChau, explain(laiChau.pack), 'dien-giai');
    const [, table = ''] = /(<w:tblGrid>(?:(?!<w:tblGrid>).)*?Hạn cuối)/s.exec(xml('word/document.xml').slice(0)) ?? [];
    const grid = table.slice(table.lastIndexOf('<w:tblGrid>'));
    const [date = 0, matter = 0] = [...grid.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, twips]) => Number(twips));
    expect(matter).toBeGreaterThan(date * 1.5);
  });

  test('dien-giai: every clause of the pack is named', async () => {
    const { paragraphs, rows } = await word(kienAn, explain(kienAn.pack), 'dien-giai');
    const all = [...paragraphs, ...rows.flat()].join('\n');
    for (const clause of Object.keys(kienAn.pack.coverage ?? {})) expect(all).toContain(clause);
  });
});

describe('text of any kind, in every document of a nomination', () => {
  const { submission } = caseOf(kienAn, 'de-nghi-cap-quan', ({ nominees = [] }) => nominees.length === 3);
  test.each([
    ['what a spreadsheet takes for a formula', '=1+1', '=1+1'],
    ['plus', '+84 912', '+84 912'],
    ['minus', '-x', '-x'],
    ['at', '@SUM(A1)', '@SUM(A1)'],
    ['markup', '<b>đậm</b> & ]]>', '<b>đậm</b> & ]]>'],
    ['controls', 'a\u0000b\u001bc', 'abc'],
    ['a right-to-left override', 'tên\u202egnus', 'têngnus'],
    ['half a surrogate pair', 'a\ud83cb', 'a\ufffdb'],
    ['emoji', 'Giỏi 🎉', 'Giỏi 🎉'],
    ['30,000 letters', 'ữ'.repeat(30_000), 'ữ'.repeat(30_000)],
  ])('%s', async (_, given, printed) => {
    const nominees = submission.nominees!.map((nominee) => ({
      ...nominee,
      name: given,
      position: given,
      sections: { 'so-luoc': given, 'thanh-tich': `x ${given}` },
    }));
    for (const document of ['to-trinh', 'danh-sach-trich-ngang', 'bao-cao-thanh-tich']) {
      const { xml, paragraphs } = await word(kienAn, { ...submission, nominees }, document);
      expect(paragraphs.join('\n')).toContain(printed);
      expect(xml('word/document.xml')).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/);
    }
  });
});

describe('whose paper it is, is told by its head', () => {
  const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM';
  const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
  const UNION = 'ĐOÀN TNCS HỒ CHÍ MINH';
  const benTre = packOf('ben-tre.duk-co-quan-doanh-nghiep.2022');
  test.each([
    ['a Party committee', kienAn, 'bao-cao-so-ket', { group: 'dang-bo' }, {}, PARTY, 'Số 07-BC/ABC', 'T/M BAN'],
    ['Mặt trận', kienAn, 'bao-cao-so-ket', { group: 'mat-tran-doan-the' }, {}, STATE, 'Số: 07/BC-ABC', 'TM. BAN'],
    [
      'Mặt trận of a province',
      namDinh,
      'bao-cao-02-nam',
      { group: 'mttq-doan-the' },
      {},
      STATE,
      'Số: 07/BC-ABC',
      'TM. BAN',
    ],
    ['Mặt trận of a city', laiChau, 'bao-cao', { group: 'mttq-doan-the' }, {}, STATE, 'Số: 07/BC-ABC', 'TM. BAN'],
    ['a people’s committee', laiChau, 'bao-cao', { group: 'ubnd' }, {}, STATE, 'Số: 07/BC-ABC', 'TM. BAN'],
    [
      'Đoàn, a group of its own',
      benTre,
      'bao-cao-so-ket',
      { group: 'doan-khoi' },
      {},
      UNION,
      'Số: 07-BC/ABC',
      'TM. BAN',
    ],
    [
      'Đoàn, a named unit',
      thaiNguyen,
      'bao-cao-2023-2024',
      { id: 'doan-tncs', group: 'doan-the' },
      {},
      UNION,
      'Số: 07-BC/ABC',
      'TM. BAN',
    ],
    [
      'another of its group',
      thaiNguyen,
      'bao-cao-2023-2024',
      { group: 'doan-the' },
      {},
      STATE,
      'Số: 07/BC-ABC',
      'TM. BAN',
    ],
    [
      'Đoàn, as the host says',
      kienAn,
      'bao-cao-so-ket',
      { group: 'mat-tran-doan-the' },
      { layout: 'doan-2013' },
      UNION,
      'Số: 07-BC/ABC',
      'TM. BAN',
    ],
  ] as const)('%s', async (_, pack, form, unit, options, title, number, authority) => {
    const issuer = { number: '7', symbol: 'ABC', authority: 'T/M BAN', title: 'A', signer: 'B' };
    const { rulebook } = pack;
    const sent = { rulebook: `${rulebook.id}@${rulebook.version}`, form, unit, issuer, sections: {} };
    const { paragraphs } = await word(pack, sent as unknown as Submission, 'bao-cao', options);
    const heads = [PARTY, STATE, UNION].filter((one) => paragraphs.includes(one));
    expect(heads).toEqual([title]);
    expect(paragraphs).toEqual(expect.arrayContaining([number, authority]));
  });
});

test('the newer guidance of the Party: lines of exactly 19 points, “Nơi nhận” underlined, the office that signs not bold', async () => {
  const rulebook = { ...namDinh.rulebook, layout: 'hd05-2026' };
  const consolidation = await consolidate(namDinh.rulebook, [], {
    now: '2023-04-10T08:00:00+07:00',
    form: 'bao-cao-02-nam',
  });
  const issuer = { number: '5', title: 'CHÁNH VĂN PHÒNG', authority: 'T/L BAN THƯỜNG VỤ', signer: 'A' };
  const { xml, style, paragraphs } = await word({ ...namDinh, rulebook }, consolidation, 'don-doc', { issuer });
  const body = xml('word/document.xml');
  expect(style('BodyText')).toMatch(/<w:spacing (?=[^>]*w:line="380")[^>]*w:lineRule="exact"/);
  expect(body).toMatch(/<w:pStyle w:val="RecipientsHead"\/>(?:(?!<\/w:p>).)*Nơi nhận:/s);
  expect(style('RecipientsHead')).toContain('<w:u w:val="single"/>');
  expect(body).toMatch(/<w:pStyle w:val="SignerPost"\/>(?:(?!<\/w:p>).)*CHÁNH VĂN PHÒNG/s);
  expect(style('SignerPost')).toContain('<w:b w:val="0"/>');
  expect(paragraphs).toEqual(expect.arrayContaining(['Số 05-CV/TU', 'T/L BAN THƯỜNG VỤ']));
  expect(paragraphs.some((text) => text.startsWith('về việc đôn đốc gửi'))).toBe(true);
});

test('a layout of the host’s own is data alone', async () => {
  const own: Layout = { ...hd36, id: 'rieng', styles: { ...hd36.styles, body: { lineAtLeastPt: 21 } }, end: '…' };
  const { submission } = caseOf(kienAn, 'de-nghi-cap-quan');
  const { style } = await word(kienAn, submission, 'to-trinh', { layouts: [own], layout: 'rieng' });
  expect(style('BodyText')).toContain('w:line="420"');
});

test('PDF without LibreOffice is an error that says what to install', async () => {
  const { submission } = caseOf(kienAn, 'de-nghi-cap-quan');
  const made = await exportDocument(kienAn.rulebook, submission, { document: 'to-trinh', format: 'docx' });
  await expect(toPdf(made, { soffice: '/khong/co/soffice' })).rejects.toMatchObject({
    code: 'libreoffice',
    remedy: expect.stringContaining('LibreOffice'),
  });
});
