import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkTemplate, fillTemplate, startTemplate } from '@kl01/exporters';
import type { Nominee, Rulebook, Submission } from '@kl01/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert } from './lib/libreoffice.ts';
import { needs } from './lib/needs.ts';

/** Templates that LibreOffice wrote or wrote again, filled in and opened by it. */

const { resolve } = createRequire(import.meta.url);
const rulebookFile = resolve('@kl01/rules/rulebooks/hai-phong.kien-an.2023.json');
const FORM = 'de-nghi-cap-quan';
const missing = needs.libreOffice();

describe.skipIf(missing)(missing || 'a template of LibreOffice', () => {
  const folders: string[] = [];
  let rulebook: Rulebook;
  let folder: string;
  beforeAll(async () => {
    rulebook = JSON.parse(await readFile(rulebookFile, 'utf8')) as Rulebook;
    folder = await mkdtemp(join(tmpdir(), 'kl01-template-'));
    folders.push(folder);
  });
  afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

  async function converted(name: string, content: string | Uint8Array, format: string): Promise<Buffer> {
    await writeFile(join(folder, name), content);
    const result = await convert(join(folder, name), format);
    folders.push(dirname(result));
    return readFile(result);
  }

  /** What LibreOffice reads of the filled template. */
  async function read(template: Uint8Array, nominees: readonly Nominee[]): Promise<string> {
    const { bytes, notices } = await fillTemplate(rulebook, template, submissionOf(nominees));
    expect(notices).toEqual([]);
    const text = (await converted('filled.docx', bytes, 'txt')).toString('utf8');
    return text.normalize('NFC').replaceAll('\u2011', '-');
  }

  test('typed with braces there: everybody is in the list, in order', async () => {
    const template = await converted('typed.fodt', TYPED, 'docx');
    const { unknown, unpaired, places } = await checkTemplate(rulebook, FORM, template);
    expect({ unknown, unpaired, places: places > 6 }).toEqual({ unknown: [], unpaired: [], places: true });
    const text = await read(template, slate(200));
    expect(text).toContain('Bến Trúc, ngày 24 tháng 3 năm 2023');
    expect(text).toContain('Danh sách gồm 100 tập thể và 100 cá nhân.');
    expect([...text.matchAll(/Họ tên số (\d+)/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 200 }, (_, index) => index),
    );
    expect(text).toContain('Dòng một của 7\nDòng hai của 7');
  });

  test('begun as ours and saved there', async () => {
    const { bytes } = await startTemplate(rulebook, FORM, { document: 'danh-sach-trich-ngang' });
    const text = await read(bytes, slate(4));
    for (const told of ['Họ tên số 0', 'Họ tên số 3', 'ĐẢNG ỦY PHƯỜNG', 'Lê Thị Ví Dụ']) expect(text).toContain(told);
    // Versions that lose what a control is called keep what it shows, which is a place itself.
    const saved = await converted('saved.docx', bytes, 'docx');
    const { unknown, unpaired } = await checkTemplate(rulebook, FORM, saved);
    expect({ unknown, unpaired }).toEqual({ unknown: [], unpaired: [] });
    expect(await read(saved, slate(4))).toBe(text);
  });
});

const slate = (count: number): Nominee[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    kind: index % 2 === 0 ? 'collective' : 'individual',
    name: `Họ tên số ${index}`,
    position: 'Bí thư chi bộ',
    workplace: 'Chi bộ Một',
    summary: `Dòng một của ${index}\nDòng hai của ${index}`,
    phone: '0900000000',
  }));

const submissionOf = (nominees: readonly Nominee[]): Submission => ({
  rulebook: 'hai-phong.kien-an.2023@1.0.0',
  form: FORM,
  unit: { id: 'p1', group: 'dang-bo-phuong', name: 'Đảng ủy phường Bến Trúc' },
  issuer: { name: 'ĐẢNG ỦY PHƯỜNG BẾN TRÚC', place: 'Bến Trúc', date: '2023-03-24', signer: 'Lê Thị Ví Dụ' },
  nominees: [...nominees],
});

/** As somebody types it: a part of a name in bold, a table with one row below its head. */
const TYPED = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:text>
<text:p>{issuer/<text:span text:style-name="B">name</text:span>}</text:p>
<text:p>{issuer/place}, ngày {issuer/date/day} tháng {issuer/date/month} năm {issuer/date/year}</text:p>
<table:table><table:table-column table:number-columns-repeated="3"/>
<table:table-row>${['TT', 'Họ và tên', 'Thành tích'].map(cell).join('')}</table:table-row>
<table:table-row>${['{stt}', '{nominees/*/name}', '{summary}'].map(cell).join('')}</table:table-row></table:table>
<text:p>Danh sách gồm {nominees/counts}.</text:p>
</office:text></office:body></office:document>`;

function cell(text: string): string {
  return `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
}
