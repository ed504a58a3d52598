import { createRequire } from 'node:module';
import { exportDocument, importXlsx, readDocument } from '@kl01/exporters';
import { isNothingToReport } from '@kl01/rules';
import { startReport } from '@kl01/rules/committee';
import { normalized } from '@kl01/rules/reading';
import type { Rulebook, Submission } from '@kl01/rules';
import type { Consolidation } from '@kl01/rules/committee';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR } from './lib/growth.js';

const rulebook: Rulebook = createRequire(import.meta.url)('@kl01/rules/rulebooks/nam-dinh.tinh-uy.2023.json');
const now = '2023-03-25T08:00:00+07:00';

/** Texts from anybody that a reader could try again from each of their signs. */
describe('what anybody may send is read in time linear in it', () => {
  const reads: [what: string, work: (size: number) => unknown, size: number][] = [
    ['a row of stops within a sentence, by the judge', (size) => isNothingToReport(`a${'.'.repeat(size)}b`), 1000],
    ['two marks in turn on one letter', (size) => normalized(`a${'\u0315\u0300'.repeat(size)}`), 1000],
    ['two marks in turn, taken apart', (size) => normalized(`a${'\u0315\u0300'.repeat(size)}`, 'NFD'), 1000],
    [
      'such a section, in the committee’s own report',
      (size) => {
        const sections = { i: [{ unit: 'a', text: `a${'.'.repeat(size)}b` }] };
        const form = rulebook.forms.find((each) => each.type === 'report')!;
        startReport({ sections, tables: {}, names: { a: 'A' } } as unknown as Consolidation, form);
      },
      1000,
    ],
  ];
  test.each(reads)('%s', async (_, work, size) => expect(await growth(work, size)).toBeLessThan(LINEAR));
});

describe('a workbook of a few kilobytes is read in time linear in what it unpacks to', async () => {
  const form = rulebook.forms.find(({ type }) => type === 'nomination')!.id;
  const blank = { rulebook: `${rulebook.id}@${rulebook.version}`, form } as Submission;
  const { bytes } = await exportDocument(
    rulebook,
    { submission: blank, at: now },
    { document: 'bieu-mau', format: 'xlsx' },
  );
  const parts = unzipSync(bytes);
  const sheet = 'xl/worksheets/sheet1.xml';
  const withRow = (row: string) =>
    zipSync({ ...parts, [sheet]: strToU8(strFromU8(parts[sheet]!).replace('</sheetData>', `${row}</sheetData>`)) });
  const attributes = (size: number) => Array.from({ length: size }, (_, at) => ` a${at}=""`).join('');

  const rows: [what: string, row: (size: number) => string, size: number][] = [
    ['blanks after a formula', (size) => `<row r="99"><c r="A99"><f>1</f>${' '.repeat(size)}</row>`, 10_000],
    ['one attribute again and again', (size) => `<row r="99"><c${' t="e"'.repeat(size)}></row>`, 1500],
    ['attributes without end', (size) => `<row r="99"><c r="A99"${attributes(size)}></c></row>`, 5000],
    ['formulas that do not end', (size) => `<row r="99">${'<c r="A99"><f>'.repeat(size)}</row>`, 5000],
    ['errors that do not end', (size) => `<row r="99">${'<c r="A99" t="e"><v>'.repeat(size)}</row>`, 5000],
    [
      'one look again and again',
      (size) =>
        `<row r="99"><c r="A99" t="inlineStr"><is><r><rPr>${'<strike/>'.repeat(size)}</rPr><t>a</t></r></is></c></row>`,
      2000,
    ],
    ['rows that do not end', (size) => '<row r="99"> '.repeat(size), 5000],
  ];
  test.each(rows)('%s', async (_, row, size) => {
    const read = (letters: number) => importXlsx(rulebook, withRow(row(letters)), { now }).catch(() => null);
    expect(await growth(read, size)).toBeLessThan(LINEAR);
  });
});

describe('a Word file of a few kilobytes is read in time linear in what it unpacks to', () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const file = (body: string) =>
    zipSync({ 'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`) });
  const bodies: [what: string, body: (size: number) => string, size: number][] = [
    ['paragraphs', (size) => '<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(size), 2000],
    [
      'paragraphs whose marks were deleted',
      (size) => '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'.repeat(size),
      2000,
    ],
    ['runs of one paragraph', (size) => `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(size)}</w:p>`, 4000],
    [
      'fields that do not end',
      (size) =>
        `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r>'.repeat(size)}</w:p>`,
      2000,
    ],
    [
      'cells merged downwards',
      (size) => `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(size)}</w:tbl>`,
      2000,
    ],
    ['cells of one row', (size) => `<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(size)}</w:tr></w:tbl>`, 4000],
    ['one name declared again and again', (size) => '<w:a xmlns:b="c"><w:p/></w:a>'.repeat(size), 2000],
    [
      'attributes without end',
      (size) => `<w:p${Array.from({ length: size }, (_, at) => ` a${at}=""`).join('')}/>`,
      5000,
    ],
    ['blanks in a tag', (size) => `<w:p${' '.repeat(size)}!`, 10_000],
    ['ampersands', (size) => `<w:p><w:r><w:t>${'&'.repeat(size)}</w:t></w:r></w:p>`, 10_000],
    ['comments that do not end', (size) => '<!-'.repeat(size), 5000],
  ];
  test.each(bodies)('%s', async (_, body, size) => {
    const read = (times: number) => readDocument(file(body(times))).catch(() => null);
    expect(await growth(read, size)).toBeLessThan(LINEAR);
  });
});
