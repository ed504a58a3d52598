import { createRequire } from 'node:module';
import { exportDocument, importXlsx } from '@kl01/exporters';
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
