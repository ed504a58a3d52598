import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportDocument, type ExportInput } from '@kl01/exporters';
import { type Rulebook, type Submission } from '@kl01/rules';
import { completeCase, type SubmissionCase } from '@kl01/rules/authoring';
import { review } from '@kl01/rules/committee';
import { compile, parsePack } from '@kl01/rules/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertAll } from './lib/libreoffice.ts';
import { needs } from './lib/needs.ts';

/**
 * What keeps a paper from being signed: whose head it has, who writes to whom, of which day it is, whom it is about, in
 * which letters. Read from the Word file by LibreOffice, which writes what it finds as HTML.
 */

const missing = needs.libreOffice();
const { resolve } = createRequire(import.meta.url);

const KIEN_AN = 'hai-phong.kien-an.2023';
const THAI_NGUYEN = 'thai-nguyen.duk-cac-co-quan.2024';
const BEN_TRE = 'ben-tre.duk-co-quan-doanh-nghiep.2022';
const NAM_DINH = 'nam-dinh.tinh-uy.2023';
const LAI_CHAU = 'lai-chau.thanh-uy.2023';

/** Of each pack a unit that prints as the Party does. */
const PARTY_UNITS: Readonly<Record<string, object>> = {
  [KIEN_AN]: { id: 'x', group: 'dang-bo', name: 'Đảng ủy phường X' },
  [THAI_NGUYEN]: { id: 'x', group: 'dang-bo-co-so', name: 'Đảng ủy Sở X' },
  [BEN_TRE]: { id: 'x', group: 'dang-uy', name: 'Đảng ủy X' },
  [NAM_DINH]: { id: 'x', group: 'huyen-uy', name: 'Huyện ủy X' },
  [LAI_CHAU]: { id: 'x', group: 'dang-bo-co-so', name: 'Đảng ủy X' },
};

const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM';
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

interface Paper {
  readonly pack: string;
  readonly form: string;
  readonly document: string;
  readonly layout?: string;
  /** what differs from the submission of the pack's cases */
  readonly given?: object;
  /** lines that are there, in this order */
  readonly says: readonly string[];
  /** what is in no line */
  readonly never?: readonly string[];
}

const nominee = (kind: string, name: string, more: object = {}) => ({ id: `${kind} ${name}`, kind, name, ...more });
const issuer = (more: object) => ({ place: 'Bến Trúc', date: '2023-03-20', signer: 'Lê Thị Ví Dụ', ...more });
const meeting = { date: '2023-03-01', present: 9, absent: 0, chair: 'Trần Văn Chủ', secretary: 'Lê Văn Ghi' };
const threeAndFour = {
  nominees: [
    ...['A', 'B', 'C'].map((name) => nominee('collective', `Chi bộ ${name}`)),
    ...['A', 'B', 'C', 'D'].map((name) => nominee('individual', `Nguyễn Văn ${name}`)),
  ],
};
const CAMPAIGN = 'tiêu biểu trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2024';

const papers: Readonly<Record<string, Paper>> = {
  'minutes have the day of their meeting': {
    pack: NAM_DINH,
    form: 'de-nghi-bang-khen',
    document: 'bien-ban',
    given: { meeting, issuer: issuer({}) },
    says: ['Bến Trúc, ngày 01 tháng 3 năm 2023', 'BIÊN BẢN', 'THƯ KÝ', 'CHỦ TỌA'],
    never: ['ngày 20 tháng 3'],
  },
  'minutes by the guidance of 2026': {
    pack: BEN_TRE,
    form: 'de-nghi-bieu-duong',
    document: 'bien-ban',
    layout: 'hd05-2026',
    given: { meeting, issuer: issuer({}) },
    says: ['Bến Trúc, ngày 01 tháng 3 năm 2023', 'NGƯỜI GHI BIÊN BẢN', 'CHỦ TRÌ HỘI NGHỊ'],
    never: ['ngày 20 tháng 3', 'THƯ KÝ', 'CHỦ TỌA', 'Kính gửi', 'Kính trình'],
  },
  'minutes of the State have no day at their head': {
    pack: NAM_DINH,
    form: 'de-nghi-bang-khen',
    document: 'bien-ban',
    layout: 'nd30-2020',
    given: { meeting, issuer: issuer({}) },
    says: [STATE, 'BIÊN BẢN', 'THƯ KÝ', 'CHỦ TỌA'],
    never: ['Bến Trúc, ngày'],
  },
  'a request that names its nominees says them once, in a tờ trình': {
    pack: THAI_NGUYEN,
    form: 'de-nghi-giay-khen',
    document: 'to-trinh',
    given: { ...threeAndFour, issuer: issuer({ name: 'Đảng ủy Sở A' }) },
    says: [
      `về việc đề nghị khen thưởng các tập thể, cá nhân ${CAMPAIGN}`,
      `quyết định khen thưởng 03 tập thể và 04 cá nhân ${CAMPAIGN} (thành tích đạt được`,
      `đề nghị khen thưởng các tập thể, cá nhân ${CAMPAIGN}`,
    ],
    never: ['2024 cho 03', `các tập thể, cá nhân tiêu biểu để`, 'khen thưởng các tập thể, cá nhân tiêu biểu cho'],
  },
  'and in a list': {
    pack: THAI_NGUYEN,
    form: 'de-nghi-giay-khen',
    document: 'danh-sach-trich-ngang',
    given: { ...threeAndFour, issuer: issuer({ name: 'Đảng ủy Sở A' }) },
    says: ['DANH SÁCH TRÍCH NGANG', `đề nghị khen thưởng các tập thể, cá nhân ${CAMPAIGN}`],
    never: ['cá nhân đề nghị khen thưởng', 'về việc đề nghị'],
  },
  'a report of achievements is about its one nominee': {
    pack: THAI_NGUYEN,
    form: 'de-nghi-giay-khen',
    document: 'bao-cao-thanh-tich',
    given: { nominees: [nominee('individual', 'Nguyễn Văn A')], issuer: issuer({ name: 'Đảng ủy Sở A' }) },
    says: ['BÁO CÁO THÀNH TÍCH', `đề nghị khen thưởng cá nhân ${CAMPAIGN}`],
    never: ['các tập thể'],
  },
  'a proposal counts its list': {
    pack: THAI_NGUYEN,
    form: 'de-nghi-giay-khen',
    document: 'de-xuat',
    says: [
      'DANH SÁCH ĐỀ XUẤT',
      'tặng Giấy khen cho 01 tập thể và 02 cá nhân có thành tích',
      'Danh sách gồm 01 tập thể và 02 cá nhân',
    ],
    never: ['15 tập thể', '25 cá nhân', 'về việc', 'Xét tặng', 'xét tặng'],
  },
  'a proposal upwards: the matter in a phrase, on the ground of what came from above': {
    pack: LAI_CHAU,
    form: 'so-ghi-danh',
    document: 'de-xuat',
    says: [
      'TỜ TRÌNH',
      'về việc đề nghị đưa mô hình, tập thể, cá nhân',
      'Kính gửi: Tỉnh ủy Lai Châu',
      'Thực hiện Kế hoạch số 129-KH/TU, ngày 28/11/2022',
      'xem xét, quyết định đưa 0',
      'DANH SÁCH ĐỀ XUẤT',
      'đưa 0',
    ],
    never: ['ít nhất 02', 'Thực hiện Kế hoạch số 107-KH/ThU', 'Kế hoạch số 52-KH/ThU', 'việc lựa chọn'],
  },
  'a committee does not carry out its own letter': {
    pack: KIEN_AN,
    form: 'de-nghi-cap-thanh-pho',
    document: 'de-xuat',
    layout: 'hd05-2026',
    says: [
      'TỜ TRÌNH',
      'Kính trình: Thành ủy Hải Phòng (qua Ban Tuyên giáo Thành ủy);',
      'Thực hiện Công văn số 1313-CV/BTGTU, ngày 16/02/2023',
      'theo Công văn số 1399-CV/QU, ngày 27/02/2023;',
      'Quận ủy Kiến An kính trình Thành ủy Hải Phòng xem xét, quyết định.',
      '- Như trên;',
    ],
    never: ['Thực hiện Công văn số 1399-CV/QU', '60-KH/QU', 'Kính gửi'],
  },
  'a province’s committee writes a letter to the people’s committee, and submits nothing to it': {
    pack: NAM_DINH,
    form: 'de-nghi-bang-khen',
    document: 'de-xuat',
    says: [
      '-CV/TU',
      'V/v đề nghị tặng Bằng khen của UBND tỉnh',
      'Kính gửi: UBND tỉnh Nam Định',
      'Tỉnh ủy Nam Định đề nghị UBND tỉnh Nam Định xem xét, quyết định tặng Bằng khen của UBND tỉnh cho',
      '(Kèm theo Công văn số',
    ],
    never: ['TỜ TRÌNH', 'Tờ trình', 'kính trình', 'kính đề nghị', 'Thực hiện Công văn số 971-CV/TU', '-----\nKính'],
  },
  'a proposal to a higher office of the State': {
    pack: BEN_TRE,
    form: 'de-nghi-bieu-duong',
    document: 'de-xuat',
    says: [
      'về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho cá nhân tiêu biểu nhất',
      'tỉnh cho 02 cá nhân tiêu biểu nhất',
    ],
    never: ['Đề nghị Chủ tịch', 'Thực hiện Công văn số 545-CV/ĐUK'],
  },
  'a reminder does not carry out the committee’s own letter': {
    pack: KIEN_AN,
    form: 'de-nghi-cap-quan',
    document: 'don-doc',
    layout: 'hd05-2026',
    says: [
      'về việc đôn đốc gửi',
      'Kính gửi: ',
      'Quận ủy Kiến An đã ban hành Công văn số 1399-CV/QU',
      '- Như trên;',
      '- Lưu Văn phòng',
    ],
    never: ['Thực hiện Công văn', 'V/v', 'Về việc', '-----'],
  },
  'a school has no Party title': {
    pack: KIEN_AN,
    form: 'de-nghi-cap-quan',
    document: 'bao-cao-thanh-tich',
    given: {
      nominees: [nominee('collective', 'Trường Tiểu học Bến Trúc')],
      issuer: issuer({ name: 'Đảng ủy phường Bến Trúc' }),
    },
    says: ['TRƯỜNG TIỂU HỌC BẾN TRÚC', STATE, 'Độc lập - Tự do - Hạnh phúc', 'BÁO CÁO THÀNH TÍCH'],
    never: [PARTY, 'ĐẢNG ỦY PHƯỜNG', '*', '-----'],
  },
  'nor has a women’s union': {
    pack: THAI_NGUYEN,
    form: 'de-nghi-giay-khen',
    document: 'bao-cao-thanh-tich',
    layout: 'hd05-2026',
    given: { nominees: [nominee('collective', 'Hội Liên hiệp Phụ nữ xã A')], issuer: issuer({ name: 'Đảng ủy xã A' }) },
    says: ['HỘI LIÊN HIỆP PHỤ NỮ XÃ A', STATE],
    never: [PARTY, '*', '-----'],
  },
  'a chi bộ has it': {
    pack: KIEN_AN,
    form: 'de-nghi-cap-quan',
    document: 'bao-cao-thanh-tich',
    given: {
      nominees: [nominee('collective', 'Chi bộ Trường Tiểu học Bến Trúc')],
      issuer: issuer({ name: 'Đảng uỷ phường Bến Trúc' }),
    },
    says: ['ĐẢNG UỶ PHƯỜNG BẾN TRÚC', 'CHI BỘ TRƯỜNG TIỂU HỌC BẾN TRÚC', '*', PARTY, '-----'],
    never: [STATE],
  },
  'what is said to be a Party organisation has it, whatever it is called': {
    pack: KIEN_AN,
    form: 'de-nghi-cap-quan',
    document: 'bao-cao-thanh-tich',
    given: {
      nominees: [nominee('collective', 'CB Khu phố 3', { partyOrganisation: true })],
      issuer: issuer({ name: 'Đảng ủy phường Bến Trúc' }),
    },
    says: ['CB KHU PHỐ 3', PARTY],
    never: [STATE],
  },
  'who signs in place of another does so on lines of their own': {
    pack: LAI_CHAU,
    form: 'bao-cao',
    document: 'bao-cao',
    given: {
      unit: { id: 'ubnd', group: 'ubnd', name: 'Ủy ban nhân dân thành phố' },
      issuer: issuer({
        number: '9',
        symbol: 'UBND',
        authority: 'TM. ỦY BAN NHÂN DÂN',
        title: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
      }),
    },
    says: [
      'Số: 09/BC-UBND',
      'Kính gửi: ',
      '- Như trên;',
      '- Lưu: VT, …',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Lê Thị Ví Dụ',
    ],
    never: ['CHỦ TỊCH PHÓ CHỦ TỊCH', 'kính gửi'],
  },
  'a report of the Party is addressed to nobody above its text': {
    pack: KIEN_AN,
    form: 'bao-cao-so-ket',
    document: 'bao-cao',
    given: { issuer: issuer({ number: '7', symbol: 'ĐU', name: 'Đảng ủy phường Bến Trúc' }) },
    says: [
      'Số 07-BC/ĐU',
      'BÁO CÁO',
      '-----',
      'Nơi nhận:',
      '- Ban Thường vụ Quận ủy (qua Ban Tuyên giáo Quận ủy),',
      '- Lưu Văn phòng …',
    ],
    never: ['Kính gửi', 'Kính trình', 'Như trên', 'Như kính gửi'],
  },
  'where it was typed “như trên”, whoever that would be is named': {
    pack: NAM_DINH,
    form: 'bao-cao-02-nam',
    document: 'bao-cao',
    layout: 'hd05-2026',
    given: { issuer: issuer({ name: 'Huyện ủy A', recipients: ['Như trên;', '- Thường trực Huyện ủy', 'Lưu VPHU.'] }) },
    says: ['- Ban Thường vụ Tỉnh ủy (qua Ban Tuyên giáo Tỉnh ủy);', '- Thường trực Huyện ủy;', '- Lưu VPHU.'],
    never: ['Kính gửi', 'Như trên'],
  },
  'a plan has no addressee either': {
    pack: LAI_CHAU,
    form: 'ke-hoach-tap-the',
    document: 'ke-hoach',
    given: { unit: { id: 'x', group: 'chi-bo-co-so', name: 'Chi bộ A' }, issuer: issuer({ name: 'Chi bộ A' }) },
    says: ['KẾ HOẠCH', '-----', '- Thành ủy,', '- Lưu Văn phòng …'],
    never: ['Kính gửi', 'Như trên'],
  },
};

/** By the guidance of 2018 and 2026: `size`, then `b`, `i`, `u` where bold, italic, underlined. */
const letters: readonly (readonly [layout: string, looks: Readonly<Record<string, string>>])[] = [
  [
    'hd36-2018',
    {
      'ĐẢNG BỘ QUẬN SÔNG XANH': '14',
      'ĐẢNG ỦY PHƯỜNG BẾN TRÚC': '14b',
      [PARTY]: '15b',
      'Số 09-TTr/ĐU': '14',
      'Bến Trúc, ngày 20 tháng 3 năm 2023': '14i',
      'TỜ TRÌNH': '16b',
      'về việc đề nghị biểu dương, khen thưởng cấp quận': '14b',
      '-----': '14',
      'Kính gửi: Ban Tuyên giáo Quận ủy': '14',
      'T/M BAN THƯỜNG VỤ': '14b',
      'PHÓ BÍ THƯ': '14',
      'Lê Thị Ví Dụ': '14b',
      'Nơi nhận:': '14u',
      '- Như trên,': '12',
    },
  ],
  [
    'hd05-2026',
    {
      'ĐẢNG BỘ QUẬN SÔNG XANH': '14',
      'ĐẢNG ỦY PHƯỜNG BẾN TRÚC': '14b',
      [PARTY]: '15b',
      'Số 09-TTr/ĐU': '14',
      'Bến Trúc, ngày 20 tháng 3 năm 2023': '14i',
      'TỜ TRÌNH': '16b',
      'về việc đề nghị biểu dương, khen thưởng cấp quận': '14b',
      '-----': '14',
      'Kính trình: Ban Tuyên giáo Quận ủy;': '14i',
      'T/M BAN THƯỜNG VỤ': '14b',
      'PHÓ BÍ THƯ': '14',
      'Lê Thị Ví Dụ': '14b',
      'Nơi nhận:': '14u',
      '- Như trên;': '12',
    },
  ],
  [
    'nd30-2020',
    {
      'ĐẢNG ỦY PHƯỜNG BẾN TRÚC': '12b',
      [STATE]: '12b',
      'Số: 09/TTr-ĐU': '13',
      'Bến Trúc, ngày 20 tháng 3 năm 2023': '13i',
      'TM. BAN THƯỜNG VỤ': '14b',
      'PHÓ BÍ THƯ': '14b',
      'Nơi nhận:': '12bi',
      '- Như trên;': '11',
    },
  ],
];

describe.skipIf(missing)(missing || 'papers that can be signed', () => {
  let folder = '';
  const read = new Map<string, readonly Line[]>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kl01-signable-'));
    const printed = new Map<string, Paper>(Object.entries(papers));
    for (const [layout] of letters) printed.set(layout, lettersOf(layout));
    const files = new Map<string, string>();
    for (const [name, paper] of printed) {
      const { rulebook, input } = await inputOf(paper);
      const { layout, document } = paper;
      const made = await exportDocument(rulebook, input, {
        document,
        format: 'docx',
        now: '2023-03-30T08:00:00+07:00',
        ...(layout && { layout }),
      });
      files.set(name, `paper-${files.size}`);
      await writeFile(join(folder, `${files.get(name)}.docx`), made.bytes);
    }
    await convertAll(folder, 'docx', 'html');
    for (const [name, file] of files) read.set(name, linesOf(await readFile(join(folder, `${file}.html`), 'utf8')));
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(Object.entries(papers))('%s', (name, { says, never = [] }) => {
    const lines = (read.get(name) ?? []).map(({ text }) => text);
    let from = 0;
    for (const said of says) {
      const at = lines.findIndex((line, index) => index >= from && (line === said || line.includes(said)));
      expect(at, `“${said}” among\n${lines.slice(from).join('\n')}`).toBeGreaterThanOrEqual(0);
      from = at;
    }
    // A star is a line of its own.
    const found = never.filter((text) => lines.some((line) => (text === '*' ? line === text : line.includes(text))));
    expect(found).toEqual([]);
  });

  test.each(letters)('letters by %s', (layout, looks) => {
    const lines = read.get(layout) ?? [];
    const found = Object.keys(looks).map((text) => [text, lines.find((line) => line.text === text)?.look]);
    expect(Object.fromEntries(found)).toEqual(looks);
  });
});

const lettersOf = (layout: string): Paper => ({
  pack: KIEN_AN,
  form: 'de-nghi-cap-quan',
  document: 'to-trinh',
  layout,
  given: {
    issuer: issuer({
      superior: 'Đảng bộ quận Sông Xanh',
      name: 'Đảng ủy phường Bến Trúc',
      number: '9',
      symbol: 'ĐU',
      authority: 'T/M BAN THƯỜNG VỤ',
      title: 'PHÓ BÍ THƯ',
    }),
  },
  says: [],
});

/** The richest valid case of the form with what is given; for the committee's papers the desk with two of each kind picked. */
async function inputOf({ pack, form, document, given }: Paper): Promise<{ rulebook: Rulebook; input: ExportInput }> {
  const rulebook = compile(parsePack(await readPack(`${pack}.json`)));
  const all = (await readPack(`${pack}.cases.json`)) as SubmissionCase[];
  const received = all
    .filter((one) => one.submission && one.form === form && 'valid' in one.expect && one.expect.valid)
    .map((one) => ({ submission: completeCase(rulebook, one) as unknown as Submission, at: one.now }))
    .sort((one, other) => JSON.stringify(other).length - JSON.stringify(one).length);
  if (document !== 'de-xuat' && document !== 'don-doc') {
    return { rulebook, input: { ...received[0]!.submission, unit: PARTY_UNITS[pack], ...given } as Submission };
  }
  const now = '2025-01-01T00:00:00+07:00';
  const { proposal } = review(rulebook, received, { now, form, picks: {} });
  const taken = new Map<string, number>();
  const picked = proposal.flatMap(({ unit, nominee: one }) => {
    const kind = one.kind ?? '';
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
    return unit !== null && (taken.get(kind) ?? 0) <= 2 ? [{ unit, nominee: one.id ?? '' }] : [];
  });
  const picks = Object.fromEntries(rulebook.selections.map(({ id }) => [id, picked]));
  return { rulebook, input: review(rulebook, received, { now, form, picks }) };
}

const readPack = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(resolve(`@kl01/rules/packs/${name}`), 'utf8')) as unknown;

interface Line {
  readonly text: string;
  readonly look: string;
}

/** Every paragraph as LibreOffice found it, and the look of its first letters; it leaves out a size that is the usual one, 14. */
function linesOf(html: string): Line[] {
  return [...html.matchAll(/<(p|h\d)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , content = '']) => {
    const text = content
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '')
      .replaceAll('\u2011', '-')
      .replace(/\s+/g, ' ')
      .trim()
      .normalize('NFC');
    const first = /^\s*(?:<[^>]*>\s*)*/.exec(content)?.[0] ?? '';
    const look = ['b', 'i', 'u'].filter((name) => first.includes(`<${name}>`)).join('');
    return { text, look: (/font-size: (\d+)pt/.exec(first)?.[1] ?? '14') + look };
  });
}
