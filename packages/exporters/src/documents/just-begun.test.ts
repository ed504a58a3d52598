import { type Submission } from '@kl01/rules';
import { consolidate, ownReport, review } from '@kl01/rules/committee';
import { expect, test } from 'vitest';
import { packOf } from '../../fixtures/packs.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { exportDocument, type ExportInput } from '../index.js';

const [KIEN_AN, THAI_NGUYEN, BEN_TRE] = [
  'hai-phong.kien-an.2023',
  'thai-nguyen.duk-cac-co-quan.2024',
  'ben-tre.duk-co-quan-doanh-nghiep.2022',
] as const;
const NOW = '2024-02-26T08:00:00+07:00';

async function printed(pack: string, input: ExportInput, document: string): Promise<string[]> {
  const { rulebook } = packOf(pack);
  const { bytes } = await exportDocument(rulebook, input, { document, format: 'docx', now: NOW });
  return [...readDocx(bytes).paragraphs];
}

const begun = (pack: string, form: string, given: Partial<Submission> = {}): Submission =>
  ({ rulebook: `${pack}@1.0.0`, form, unit: { id: 'x', group: 'x' }, ...given }) as Submission;

test.each([
  [
    'Báo cáo thành tích',
    KIEN_AN,
    'de-nghi-cap-quan',
    'bao-cao-thanh-tich',
    ['- Tên tập thể: …', '- Họ và tên: …', 'I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH', 'II. THÀNH TÍCH ĐẠT ĐƯỢC'],
  ],
  ['Tóm tắt thành tích', THAI_NGUYEN, 'de-nghi-giay-khen', 'tom-tat-thanh-tich', ['- Họ và tên: …', '- Chức danh: …']],
])('%s of nobody yet is the empty form, one for each kind', async (_, pack, form, document, lines) => {
  const short = (await printed(pack, begun(pack, form), document)).map((text) => text.replace(/…+/g, '…'));
  expect(short).toEqual(expect.arrayContaining(lines));
});

test.each(['to-trinh', 'danh-sach-trich-ngang', 'bien-ban'])(
  'a list of nobody has a row to fill in for each kind: %s',
  async (document) => {
    const { rulebook } = packOf(BEN_TRE);
    const given = begun(BEN_TRE, 'de-nghi-bieu-duong');
    const { bytes } = await exportDocument(rulebook, given, { document, format: 'docx', now: NOW });
    const rows = readDocx(bytes).rows.map((row) => row.slice(0, 2).join(' ').replace(/…+/g, '…'));
    expect(rows.slice(rows.findIndex((row) => row.startsWith('TT')) + 1).slice(0, 4)).toEqual([
      'I Tập thể',
      '1 …',
      'II Cá nhân',
      '1 …',
    ]);
  },
);

test('but none in Excel, which has a template for that', async () => {
  const { bytes } = await exportDocument(packOf(BEN_TRE).rulebook, begun(BEN_TRE, 'de-nghi-bieu-duong'), {
    document: 'danh-sach-trich-ngang',
    format: 'csv',
    now: NOW,
  });
  expect(new TextDecoder().decode(bytes)).not.toContain('…');
});

test('nobody absent is "0", not "00"', async () => {
  const meeting = { present: 9, absent: 0 };
  const minutes = await printed(BEN_TRE, begun(BEN_TRE, 'de-nghi-bieu-duong', { meeting }), 'bien-ban');
  expect(minutes).toEqual(expect.arrayContaining(['- Có mặt: 09 người.', '- Vắng mặt: 0 người.']));
});

test('a working file without reports says under each heading that there is nothing yet', async () => {
  const { rulebook } = packOf(THAI_NGUYEN);
  const sums = await consolidate(rulebook, [], { now: NOW, form: 'bao-cao-2023-2024' });
  const lines = await printed(THAI_NGUYEN, sums, 'tong-hop');
  expect(lines[lines.indexOf('1. Ưu điểm và nguyên nhân') + 1]).toBe('Chưa có nội dung.');
  expect(lines.join('\n')).toContain('đã tổng hợp 0 đơn vị, trong đó 0 đơn vị gửi sau thời hạn');
});

test('a proposal before anything was picked asks as the units asked', async () => {
  const proposal = review(packOf(BEN_TRE).rulebook, [], { now: NOW, form: 'de-nghi-bieu-duong' });
  expect(await printed(BEN_TRE, proposal, 'de-xuat')).toContain('tập thể, cá nhân đề nghị khen thưởng');
});

test('a reminder to nobody in particular begins with a capital', async () => {
  const { rulebook } = packOf(KIEN_AN);
  const sums = await consolidate(rulebook, [], { now: NOW, form: 'bao-cao-so-ket' });
  expect(await printed(KIEN_AN, sums, 'don-doc')).toContain('Kính gửi: Các đơn vị');
});

test.each([
  [KIEN_AN, 'bao-cao-so-ket', 'Quận ủy Kiến An'],
  [THAI_NGUYEN, 'bao-cao-2023-2024', 'Đảng ủy Khối các cơ quan tỉnh'],
  [BEN_TRE, 'bao-cao-so-ket', 'Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh'],
])('%s: the committee’s own report is not addressed to the committee itself', async (pack, form, name) => {
  const submission = begun(pack, form, { unit: { id: 'committee', name } });
  const { bytes } = await exportDocument(ownReport(packOf(pack).rulebook, form), submission, {
    document: 'bao-cao',
    format: 'docx',
    now: NOW,
  });
  const lines = readDocx(bytes).paragraphs.map((text) => text.replace(/…+/g, '…'));
  // Party reports name their recipients below the text; here they are unknown.
  expect(lines.filter((text) => text.startsWith('Kính gửi'))).toEqual([]);
  const at = lines.indexOf('Nơi nhận:');
  expect(lines.slice(at, at + 3)).toEqual(['Nơi nhận:', '- …,', '- Lưu Văn phòng ….']);
});
