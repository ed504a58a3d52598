import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { documentsFor, exportDocument, type ExportInput } from '@kl01/exporters';
import { toPdf } from '@kl01/exporters/pdf';
import { type Rulebook, type RulebookReport, type Submission } from '@kl01/rules';
import { explain, completeCase, type SubmissionCase } from '@kl01/rules/authoring';
import { consolidate, review } from '@kl01/rules/committee';
import { compile, parsePack, type RulePack } from '@kl01/rules/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert, convertAll, pdfText } from './lib/libreoffice.ts';
import { needs } from './lib/needs.ts';

/** Every document of every pack, opened by LibreOffice at once: each becomes a PDF, and says what it has to say. */

const missing = needs.libreOffice();
const packs = dirname(createRequire(import.meta.url).resolve('@kl01/rules/packs/hai-phong.kien-an.2023.json'));

interface Printed {
  readonly name: string;
  readonly rulebook: Rulebook;
  readonly input: ExportInput;
  readonly document: string;
  /** words that the PDF must hold */
  readonly says: string;
}

describe.skipIf(missing)(missing || 'every document opened by LibreOffice', () => {
  let folder = '';
  let printed: Printed[] = [];
  const texts = new Map<string, string>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kl01-documents-'));
    printed = (await Promise.all((await packNames()).map(printedOf))).flat();
    for (const one of printed) {
      const { bytes } = await exportDocument(one.rulebook, one.input, {
        document: one.document,
        format: 'docx',
        now: '2023-03-30T08:00:00+07:00',
      });
      await writeFile(join(folder, `${one.name}.docx`), bytes);
    }
    await convertAll(folder, 'docx', 'pdf');
    for (const { name } of printed) texts.set(name, (await pdfText(join(folder, `${name}.pdf`))).normalize('NFC'));
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('there are dozens of them, of every kind that prints on pages', () => {
    expect(printed.length).toBeGreaterThan(35);
    expect(new Set(printed.map(({ document }) => document)).size).toBe(13);
  });

  test('each says what it has to say', () => {
    const flat = (text: string) => text.replace(/\s+/g, ' ');
    const silent = printed.filter(({ name, says }) => !flat(texts.get(name) ?? '').includes(flat(says)));
    expect(silent.map(({ name, says }) => `${name}: ${says}`)).toEqual([]);
  });

  test('a reader that is not ours finds the headings and the styles by name', async () => {
    const { rulebook, submission } = await longReport();
    const { bytes } = await exportDocument(rulebook, submission, { document: 'bao-cao', format: 'docx' });
    await writeFile(join(folder, 'named.docx'), bytes);
    const office = await readFile(await convert(join(folder, 'named.docx'), 'fodt'), 'utf8');
    const [body = ''] = /<office:text.*/s.exec(office) ?? [];
    const named = (name: string) => body.match(new RegExp(`<text:[hp] text:style-name="${name}"`, 'g'))?.length ?? 0;
    expect(named('Heading_20_1')).toBeGreaterThan(3);
    expect(named('Heading_20_2')).toBeGreaterThan(10);
    expect(body.match(/<text:h [^>]*text:outline-level="2"/g)).toHaveLength(named('Heading_20_2'));
    expect(named('Text_20_body')).toBeGreaterThan(100);
    for (const name of ['Tiêu ngữ', 'Nơi nhận', 'Gạch đầu dòng', 'Đầu bảng'])
      expect(office).toContain(`style:display-name="${name}"`);
  }, 300_000);

  test('a long report has 40 pages and more, each but the first numbered', async () => {
    const { rulebook, submission } = await longReport();
    const word = await exportDocument(rulebook, submission, { document: 'bao-cao', format: 'docx' });
    const { bytes, mediaType, fileName } = await toPdf(word);
    expect([mediaType, fileName.endsWith('.pdf')]).toEqual(['application/pdf', true]);
    await writeFile(join(folder, 'long.pdf'), bytes);
    const pages = (await pdfText(join(folder, 'long.pdf'))).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThanOrEqual(40);
    const numbers = pages.map((page) => /^\s*(\d+)\s*$/m.exec(page.split('\n').find((line) => line.trim()) ?? '')?.[1]);
    expect(numbers.slice(1, 40)).toEqual(Array.from({ length: 39 }, (_, index) => String(index + 2)));
  }, 300_000);
});

const packNames = async () =>
  (await readdir(packs)).filter((name) => name.endsWith('.json') && !/\.(cases|clauses)\.json$/.test(name));

async function read(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(packs, name), 'utf8')) as unknown;
}

/** One valid case of each form as each of its documents; then what the committee and the engineer print. */
async function printedOf(file: string): Promise<Printed[]> {
  const pack = parsePack(await read(file)) as RulePack;
  const rulebook = compile(pack);
  const all = (await read(file.replace('.json', '.cases.json'))) as (SubmissionCase & { received?: unknown })[];
  const valid = all.filter(({ submission, expect: wanted }) => submission && 'valid' in wanted && wanted.valid);
  const prefix = file.replace('.json', '');
  const ofForms = rulebook.forms.flatMap((form) => {
    const cases = valid.filter((one) => one.form === form.id);
    const received = cases.map((one) => ({
      submission: completeCase(rulebook, one) as unknown as Submission,
      at: one.now,
    }));
    // The one that says most.
    const [richest] = [...received].sort((one, other) => size(other) - size(one));
    if (!richest) return [];
    const print = (document: string, input: ExportInput, says: string): Printed => ({
      name: `${prefix}-${form.id}-${document}`,
      rulebook,
      input,
      document,
      says,
    });
    const own = documentsFor(rulebook, form.id)
      .filter(({ formats }) => formats.includes('docx'))
      .map(({ id }) => print(id, richest.submission, TITLES[id] ?? ''));
    return [
      ...own,
      print('phieu-tiep-nhan', richest, TITLES['phieu-tiep-nhan']!),
      ...committees(form.type, received, print, form.id, rulebook),
    ];
  });
  const committee = await Promise.all(ofForms);
  return [
    ...committee,
    { name: `${prefix}-dien-giai`, rulebook, input: explain(pack), document: 'dien-giai', says: pack.directive.number },
  ];
}

type Print = (document: string, input: ExportInput, says: string) => Printed;

function committees(
  type: string,
  received: { submission: Submission; at: string }[],
  print: Print,
  form: string,
  rulebook: Rulebook,
): (Printed | Promise<Printed>)[] {
  const now = '2025-01-01T00:00:00+07:00';
  if (type === 'nomination') {
    const reviewed = review(rulebook, received, { now, form });
    return [print('de-xuat', reviewed, TITLES['de-xuat']!), print('don-doc', reviewed, 'V/v đôn đốc')];
  }
  if (type !== 'report') return [];
  const period = rulebook.forms.find(({ id }) => id === form)?.view.periods[0]?.id;
  const summed = consolidate(rulebook, received, { now, form, ...(period !== undefined && { period }) });
  return [summed.then((consolidation) => print('tong-hop', consolidation, TITLES['tong-hop']!))];
}

const size = (value: unknown) => JSON.stringify(value).length;

const TITLES: Record<string, string> = {
  'to-trinh': 'TỜ TRÌNH',
  'danh-sach-trich-ngang': 'DANH SÁCH TRÍCH NGANG',
  'bien-ban': 'BIÊN BẢN',
  'bao-cao-thanh-tich': 'BÁO CÁO THÀNH TÍCH',
  'tom-tat-thanh-tich': 'TÓM TẮT THÀNH TÍCH',
  'bao-cao': 'BÁO CÁO',
  'phu-luc': 'PHỤ LỤC',
  'ke-hoach': 'KẾ HOẠCH',
  'phieu-tiep-nhan': 'PHIẾU TIẾP NHẬN',
  'de-xuat': 'DANH SÁCH ĐỀ XUẤT',
  'tong-hop': 'BẢN TỔNG HỢP',
};

async function longReport(): Promise<{ rulebook: Rulebook; submission: Submission }> {
  const pack = parsePack(await read('nam-dinh.tinh-uy.2023.json')) as RulePack;
  const rulebook = compile(pack);
  const [form] = rulebook.forms.filter(({ type }) => type === 'report') as [RulebookReport];
  const paragraph = 'Cấp ủy các cấp đã lãnh đạo, chỉ đạo quán triệt Kết luận đến toàn thể cán bộ, đảng viên. '.repeat(
    12,
  );
  const ids = form.view.report.outline.flatMap(function walk(section): string[] {
    return section.sections.length > 0 ? section.sections.flatMap(walk) : [section.id];
  });
  return {
    rulebook,
    submission: {
      rulebook: `${rulebook.id}@${rulebook.version}`,
      form: form.id,
      unit: { id: 'x', group: 'huyen-uy', name: 'Huyện ủy Ví Dụ' },
      sections: Object.fromEntries(ids.map((id) => [id, `${paragraph}\n\n`.repeat(Math.ceil(220 / ids.length))])),
    },
  };
}
