import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportDocument } from '@kl01/exporters';
import { type Rulebook, type Submission } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './lib/browser.ts';
import { convert, pdfText } from './lib/libreoffice.ts';
import { needs } from './lib/needs.ts';

/** What only a laid-out page shows, the same on paper from Word (by LibreOffice) and from a browser. */

const missing = needs.libreOffice();
const file = createRequire(import.meta.url).resolve('@kl01/rules/packs/hai-phong.kien-an.2023.json');

describe.skipIf(missing)(missing || 'printed pages', () => {
  let rulebook: Rulebook;
  let folder = '';
  beforeAll(async () => {
    rulebook = compile(parsePack(JSON.parse(await readFile(file, 'utf8'))));
    folder = await mkdtemp(join(tmpdir(), 'kl01-pages-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const printers = { docx: (path: string) => convert(path, 'pdf'), html: printHtml };

  /** The reports of nominees, or another document about them. */
  async function printed(
    format: keyof typeof printers,
    texts: readonly Text[],
    document = 'bao-cao-thanh-tich',
  ): Promise<string[]> {
    const { bytes } = await exportDocument(rulebook, nomination(texts), { document, format, program: 'libreoffice' });
    const path = join(folder, `pages.${format}`);
    await writeFile(path, bytes);
    const text = await pdfText(await printers[format](path));
    return text.normalize('NFC').split('\f').slice(0, -1);
  }

  describe.each(Object.keys(printers) as (keyof typeof printers)[])('%s', (format) => {
    test('every report is numbered from its second page on, beginning with 2', async () => {
      const pages = await printed(format, [long(50), long(3), long(80)]);
      expect(pages.map(numberOf)).toEqual([null, '2', null, null, '2', '3']);
    });

    test('no number of a document is parted at the end of a line', async () => {
      const lines = Array.from({ length: 60 }, (_, index) => `${'x'.repeat(index + 1)} Kết luận số 01-KL/TW nêu rõ.`);
      const text = (await printed(format, [lines.join(' ')])).join('\n');
      expect(text).not.toMatch(/01-\s|KL\/\s/);
      expect(text.match(/01-KL\/TW/g)?.length).toBe(60);
    });

    test('a signature at the foot of a page is whole, has text above it and no empty page after it', async () => {
      const lengths = Array.from({ length: 16 }, (_, index) => index);
      const pages = await printed(format, [
        ...lengths.map((more) => long(14 + more)),
        ...[9, 20, 30].flatMap((last) => lengths.map((more) => [long(10 + more), long(last)] as const)),
      ]);
      expect(pages.filter((page) => page.replace(/\d/g, '').trim() === '')).toEqual([]);
      const signers = pages.filter((page) => /^ *\u2026[\u2026 ]+Nguyễn Văn \d+$/m.test(page));
      expect(signers).toHaveLength(64);
      expect(signers.filter((page) => !page.includes('NGƯỜI BÁO CÁO'))).toEqual([]);
      expect(signers.filter((page) => linesAbove(page) < 2)).toEqual([]);
    }, 120_000);

    test('nor does its text leave the page before half empty', async () => {
      const pages = await printed(
        format,
        [9, 20, 30].map((last) => [long(20), long(last)] as const),
      );
      // All but the pages that a signature closes.
      const full = pages.filter((page) => !page.includes('NGƯỜI BÁO CÁO'));
      expect(full.map((page) => page.split('\n').filter((line) => line.trim()).length > 30)).toEqual([
        true,
        true,
        true,
      ]);
    });

    // So long that a sum standing below its list, on its own, would begin another page.
    test.each([
      ['to-trinh', [11, 12]],
      ['danh-sach-trich-ngang', [10, 17]],
    ])(
      'the sum of a list, and who signs it, is never parted from its last row: %s',
      async (document, counts) => {
        for (const count of counts) {
          const texts = Array.from({ length: count }, (_, index) => long((index * 7) % 5));
          const last = (await printed(format, texts, document)).at(-1)!;
          expect(last).toMatch(new RegExp(`Nguyễn Văn\\s+${count - 1}\\b[^]*Danh sách gồm ${count} cá nhân`));
          if (document === 'danh-sach-trich-ngang') expect(last.trim()).toMatch(/\u2026$/);
        }
      },
      120_000,
    );
  });

  test('a text of more than a page leaves its last lines to the signature, in a PDF', async () => {
    const pages = await printed(
      'docx',
      Array.from({ length: 8 }, (_, more) => ['', long(44 + more)] as const),
    );
    const signers = pages.filter((page) => page.includes('NGƯỜI BÁO CÁO'));
    expect(signers).toHaveLength(8);
    expect(signers.filter((page) => linesAbove(page) < 2)).toEqual([]);
  });
});

/** Under the second heading of a report, or under both. */
type Text = string | readonly [string, string];

/** The page's number where it stands alone at the top. */
const numberOf = (page: string) =>
  /^\s*(\d+)\s*$/.exec(page.split('\n').find((line) => line.trim()) ?? '')?.[1] ?? null;

/** Lines above the signature, but for the page's number. */
const linesAbove = (page: string) =>
  page
    .slice(0, page.search(/ *XÁC NHẬN/))
    .split('\n')
    .filter((line) => line.replace(/\d/g, '').trim()).length;

/** A text of about this many printed lines. */
const long = (lines: number) =>
  'Vận động nhân dân hiến đất mở đường, đóng góp ngày công xây dựng quê hương. '.repeat(lines);

function nomination(texts: readonly Text[]): Submission {
  return {
    rulebook: 'hai-phong.kien-an.2023@1.0.0',
    form: 'de-nghi-cap-quan',
    unit: { id: 'x', group: 'dang-bo', name: 'Đảng ủy phường A' },
    nominees: texts.map((text, index) => ({
      id: `n${index}`,
      kind: 'individual',
      name: `Nguyễn Văn ${index}`,
      summary: typeof text === 'string' ? text : null,
      sections:
        typeof text === 'string'
          ? { 'so-luoc': 'Sơ lược.', 'thanh-tich': text }
          : { 'so-luoc': text[0], 'thanh-tich': text[1] },
    })),
  } as unknown as Submission;
}

async function printHtml(path: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`file://${path}`);
    await page.pdf({ path: `${path}.pdf`, preferCSSPageSize: true });
    return `${path}.pdf`;
  } finally {
    await browser.close();
  }
}
