import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { exportDocument } from '@kl01/exporters';
import type { Nominee, Rulebook, Submission } from '@kl01/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert, pdfText } from './lib/libreoffice.ts';
import { needs } from './lib/needs.ts';
import { findPoppler } from './lib/programs.mjs';

/** The Word file as an office sees it: opened by LibreOffice, laid out on pages. */

const { resolve } = createRequire(import.meta.url);
const rulebookFile = resolve('@kl01/rules/rulebooks/hai-phong.kien-an.2023.json');
const run = promisify(execFile);

const MM_PER_POINT = 25.4 / 72;
const missing = needs.libreOffice();

describe.skipIf(missing)(missing || 'tờ trình opened by LibreOffice', () => {
  const folders: string[] = [];
  let rulebook: Rulebook;
  beforeAll(async () => {
    rulebook = JSON.parse(await readFile(rulebookFile, 'utf8')) as Rulebook;
  });
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  /** Prints nominees and has LibreOffice open the file. */
  async function opened(nominees: Nominee[], format: 'pdf' | 'txt'): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'kl01-word-'));
    const file = join(folder, 'to-trinh.docx');
    const { bytes } = await exportDocument(rulebook, submissionOf(nominees), { document: 'to-trinh', format: 'docx' });
    await writeFile(file, bytes);
    const result = await convert(file, format);
    folders.push(folder, dirname(result));
    return result;
  }

  describe('a slate of one collective and two individuals', () => {
    let text: string;
    let pages: Page[];
    beforeAll(async () => {
      // The hyphen at which no line breaks is a letter of its own in plain text; in a PDF it is any other.
      text = (await readFile(await opened(slate, 'txt'), 'utf8')).normalize('NFC').replaceAll('\u2011', '-');
      pages = await wordsOnPages(await opened(slate, 'pdf'));
    });

    test.each([
      ['letterhead', 'ĐẢNG ỦY PHƯỜNG BẾN TRÚC'],
      ['number', 'Số 12-TTr/ĐU'],
      ['place and date', 'Bến Trúc, ngày 24 tháng 3 năm 2023'],
      [
        'request',
        'biểu dương, khen thưởng cấp quận cho 01 tập thể và 02 cá nhân có thành tích tiêu biểu trong năm 2022.',
      ],
      ['signer', 'Lê Thị Ví Dụ'],
      ['list', 'DANH SÁCH TRÍCH NGANG'],
      ['what the list belongs to', '(Kèm theo Tờ trình số 12-TTr/ĐU, ngày 24/3/2023 của Đảng ủy phường Bến Trúc)'],
      ['markup as text', '<b>không đậm</b> & {{x}}'],
    ])('%s is there', (_, words) => expect(text).toContain(words));

    test('every field of every nominee is there', () => {
      const values = slate.flatMap(({ name, position, workplace, summary, phone }) => [
        name,
        position,
        workplace,
        summary,
        phone,
      ]);
      for (const value of values.filter((value) => typeof value === 'string'))
        expect(text).toContain(value.normalize('NFC'));
    });

    test('the list has the five columns of the directive, after a number', () => {
      const heads = [
        'TT',
        'Tên tập thể / Họ và tên',
        'Chức danh',
        'Đơn vị',
        'Tóm tắt thành tích',
        'Số điện thoại liên lạc',
      ];
      expect(text.replace(/\s+/g, ' ')).toMatch(new RegExp(heads.join(' ?')));
    });

    test('every Vietnamese letter is drawn as itself', () => {
      expect(LETTERS).toHaveLength(134);
      const drawn = new Set(pages.flatMap(({ words }) => words.map((word) => word.text)));
      expect(LETTERS.filter((letter) => !drawn.has(`[${letter}]`))).toEqual([]);
    });

    test('page 1 is A4 upright and keeps margins of 20, 20, 30 and 15 mm', () => {
      const page = pages[0]!;
      expect([page.width, page.height].map(Math.round)).toEqual([210, 297]);
      expect(Math.min(...page.words.map(({ left }) => left))).toBeCloseTo(30, 0);
      expect(Math.max(...page.words.map(({ right }) => right))).toBeCloseTo(210 - 15, 0);
      expect(Math.min(...page.words.map(({ top }) => top))).toBeGreaterThanOrEqual(19.5);
      expect(Math.max(...page.words.map(({ bottom }) => bottom))).toBeLessThanOrEqual(297 - 20);
    });

    test('the list begins a page of its own, on its side', () => {
      const page = pages[1]!;
      expect([page.width, page.height].map(Math.round)).toEqual([297, 210]);
      expect(page.words.slice(0, 4).map((word) => word.text)).toEqual(['DANH', 'SÁCH', 'TRÍCH', 'NGANG']);
    });
  });

  describe('60 nominees with names of 80 letters', () => {
    let text: string;
    let pages: Page[];
    beforeAll(async () => {
      const pdf = await opened(sixty, 'pdf');
      text = await pdfText(pdf);
      pages = await wordsOnPages(pdf);
    });

    test('nobody is lost', () => {
      const phones = sixty.map(({ phone }) => String(phone));
      expect(phones.filter((phone) => !text.includes(phone))).toEqual([]);
    });

    test('the head is repeated on every page of the list', () => {
      const listPages = text.split('\f').filter((page) => page.includes('09000000'));
      expect(listPages.length).toBeGreaterThan(2);
      expect(listPages.filter((page) => !page.includes('Chức danh'))).toEqual([]);
    });

    test('pages of the list are numbered from the second, centred in the top margin', () => {
      const list = pages.slice(1);
      const numbers = list.map(({ words }) => words.find(({ bottom }) => bottom < 20));
      expect(numbers.map((word) => word?.text)).toEqual(
        list.map((_, index) => (index === 0 ? undefined : String(index + 1))),
      );
      const middle = (30 + 297 - 15) / 2;
      for (const word of numbers.slice(1)) expect((word!.left + word!.right) / 2).toBeCloseTo(middle, 0);
    });

    test('nothing runs into the margins or out of its column', () => {
      for (const { words, width, height } of pages) {
        const body = words.filter(({ bottom }) => bottom >= 20);
        expect(Math.min(...body.map(({ left }) => left))).toBeGreaterThanOrEqual(29.5);
        expect(Math.max(...body.map(({ right }) => right))).toBeLessThanOrEqual(width - 14.5);
        expect(Math.max(...body.map(({ bottom }) => bottom))).toBeLessThanOrEqual(height - 19.5);
      }
    });
  });
});

/** Lower and upper case: 12 vowels with 5 tones, the 6 vowels that carry a mark without one, and đ. */
const LETTERS = [...'aăâeêioôơuưy']
  .flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
  .concat('đ')
  .filter((letter) => !/^[a-z]$/.test(letter))
  .flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]);

const slate: Nominee[] = [
  {
    id: 'n1',
    kind: 'collective',
    name: 'Chi bộ <b>không đậm</b> & {{x}}',
    workplace: 'Đảng bộ phường Bến Trúc',
    summary: LETTERS.map((letter) => `[${letter}]`).join(' '),
    phone: '0900000001',
  },
  {
    id: 'n2',
    kind: 'individual',
    name: 'Nguyễn Thị Minh Hoạ'.normalize('NFD'),
    position: 'Giáo viên',
    workplace: 'Trường Tiểu học Bến Trúc',
    summary: 'Ba sáng kiến được áp dụng.',
    phone: '0900000002',
  },
  {
    id: 'n3',
    kind: 'individual',
    name: 'Trần Văn Mẫu',
    position: 'Bí thư Chi bộ',
    workplace: 'Tổ dân phố số 5',
    summary: 'Vận động 42 hộ dân hiến đất.',
    phone: '0900000003',
  },
];

const sixty: Nominee[] = Array.from({ length: 60 }, (_, index) => ({
  id: `n${index}`,
  kind: index < 20 ? 'collective' : 'individual',
  name: `${'Nguyễn Thị Phương Thảo '.repeat(4)}`.slice(0, 76) + String(1000 + index),
  position: 'Phó Chủ tịch Hội đồng nhân dân phường',
  workplace: 'Đảng bộ phường Bến Trúc',
  summary: 'Vận động nhân dân hiến đất mở rộng đường giao thông, ba năm liền hoàn thành xuất sắc nhiệm vụ. '.repeat(3),
  phone: String(900_000_000 + index).padStart(10, '0'),
}));

function submissionOf(nominees: Nominee[]): Submission {
  return {
    rulebook: 'hai-phong.kien-an.2023@1.0.0',
    form: 'de-nghi-cap-quan',
    unit: { id: 'dang-bo-ben-truc', group: 'dang-bo', name: 'Đảng ủy phường Bến Trúc' },
    issuer: {
      superior: 'Đảng bộ quận',
      name: 'Đảng ủy phường Bến Trúc',
      place: 'Bến Trúc',
      number: '12',
      symbol: 'TTr/ĐU',
      date: '2023-03-24',
      authority: 'T/M BAN THƯỜNG VỤ',
      title: 'BÍ THƯ',
      signer: 'Lê Thị Ví Dụ',
      recipients: ['Như kính gửi', 'Lưu Văn phòng Đảng ủy'],
    },
    nominees,
  };
}

/** Measures in millimetres from the page's upper left corner. */
interface Page {
  width: number;
  height: number;
  words: { text: string; left: number; right: number; top: number; bottom: number }[];
}

/** Where the words of a PDF stand. */
async function wordsOnPages(pdf: string): Promise<Page[]> {
  const { stdout } = await run(findPoppler('pdftotext')!, ['-bbox', '-enc', 'UTF-8', pdf, '-'], {
    maxBuffer: 64 << 20,
  });
  return [...stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, words]) => ({
      width: Number(width) * MM_PER_POINT,
      height: Number(height) * MM_PER_POINT,
      words: [
        ...words!.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gs),
      ].map(([, ...found]) => {
        const [left, top, right, bottom] = found.slice(0, 4).map((points) => Number(points) * MM_PER_POINT) as [
          number,
          number,
          number,
          number,
        ];
        return { text: found[4]!, left, top, right, bottom };
      }),
    }),
  );
}
