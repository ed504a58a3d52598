import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportDocument, importXlsx, type ExportInput } from '@kl01/exporters';
import { formOfType, type Rulebook, type Submission } from '@kl01/rules';
import { consolidate, sumGiven } from '@kl01/rules/committee';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert, pdfText } from './lib/libreoffice.ts';
import { needs } from './lib/needs.ts';
import { cellsOf, reportOf } from './lib/reports.mjs';

const missing = needs.libreOffice();

/** Workbooks opened by a program that is not ours: it computes the formulas, and saves what is read back. */
describe.skipIf(missing)(missing || 'workbooks in LibreOffice Calc', () => {
  const FORM = 'bao-cao-02-nam';
  const NOW = '2023-04-10T08:00:00+07:00';
  const file = createRequire(import.meta.url).resolve('@kl01/rules/rulebooks/nam-dinh.tinh-uy.2023.json');
  const rulebook = JSON.parse(readFileSync(file, 'utf8')) as Rulebook;
  const { tables } = formOfType(rulebook, FORM, 'report').view.report;
  const units = rulebook.units.slice(0, 4).map(({ id, group }) => ({ id, group }));
  const reports = units.map((unit, index) => reportOf(rulebook, { form: FORM, unit, number: index + 1 }));
  const report = reports[0] as unknown as Submission;
  let folder: string;

  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'kl01-workbooks-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function workbook(input: ExportInput, document: string): Promise<string> {
    const { bytes } = await exportDocument(rulebook, input, { document, format: 'xlsx' });
    const path = join(folder, `${document}.xlsx`);
    await writeFile(path, bytes);
    return path;
  }

  /** The same file without what stands beside its formulas: whatever Calc shows there it computed. */
  async function uncomputed(path: string): Promise<string> {
    const files = unzipSync(await readFile(path));
    const bare = Object.entries(files).map(([name, file]) => [
      name,
      strToU8(strFromU8(file).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')),
    ]);
    const stripped = path.replace('.xlsx', '-bare.xlsx');
    await writeFile(stripped, zipSync(Object.fromEntries(bare) as Record<string, Uint8Array>));
    return stripped;
  }

  /** What stands beside the formulas of a file, by sheet and cell; blank texts left out. */
  async function besideFormulas(path: string): Promise<Record<string, number>> {
    const files = unzipSync(await readFile(path));
    const all = Object.entries(files).flatMap(([name, file]) =>
      [...strFromU8(file).matchAll(/<c r="(\w+)"[^>]*><f[^>]*>[^<]*<\/f><v>([\d.]+)<\/v>/g)].map(
        ([, cell, value]) => [`${name} ${cell}`, Number(value)] as const,
      ),
    );
    return Object.fromEntries(all);
  }

  /** The first sheet as Calc shows it, by id of table, row and column. */
  async function shown(path: string) {
    const csv = await convert(await convert(path, 'ods'), 'csv');
    const cells = new Map<string, string>();
    let columns: string[] = [];
    for (const line of (await readFile(csv, 'utf8')).split('\n')) {
      const [id = '', , ...values] = parsed(line);
      if (id.startsWith('kl01:')) columns = [id.slice('kl01:'.length), ...values];
      else if (id)
        for (const [at, value] of values.entries()) cells.set([columns[0], id, columns[at + 1]].join(' '), value);
    }
    return cells;
  }

  const consolidated = () => {
    const received = reports.map((submission) => ({ submission, at: '2023-04-01T08:00:00+07:00' }));
    return consolidate(rulebook, received as never, { now: NOW, form: FORM });
  };

  test('the sum of many reports is what `consolidate` says, cell by cell, computed by Calc over the units’ sheets', async () => {
    const consolidation = await consolidated();
    const cells = await shown(await uncomputed(await workbook(consolidation, 'phu-luc')));
    let compared = 0;
    for (const table of tables) {
      for (const row of table.rows) {
        for (const { id, across } of cellsOf(table.columns)) {
          const value = sumGiven(consolidation.tables[table.id]![row.id]![id]);
          if (across === 'none' || value === null) continue;
          const found = cells.get([table.id, row.id, id].join(' '))?.replace(/[.,]/g, '');
          expect(found, `${table.id} ${row.id} ${id}`).toBe(String(value));
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  test.each([
    ['phu-luc', () => consolidated()],
    ['bieu-mau', () => Promise.resolve(report)],
  ])('what stands beside the formulas of %s is what Calc computes', async (document, input) => {
    const path = await workbook(await input(), document);
    const ours = await besideFormulas(path);
    expect(Object.keys(ours).length).toBeGreaterThan(30);
    expect(await besideFormulas(await convert(await uncomputed(path), 'xlsx'))).toEqual(ours);
  });

  test('no table of the sums is cut by the end of a page', async () => {
    const pages = (await pdfText(await convert(await workbook(await consolidated(), 'phu-luc'), 'pdf'))).split('\f');
    const sums = pages.slice(
      0,
      pages.findIndex((page) => page.includes('Hải Hậu')),
    );
    expect(sums.length).toBeGreaterThan(3);
    for (const { number, title, note = '' } of tables) {
      const page = sums.filter((text) => text.includes(`${number}. ${title.slice(0, 20)}`));
      expect(page, title).toHaveLength(1);
      expect(page[0]).toContain(note.slice(0, 30));
    }
  });

  test('a template saved by Calc comes back as it went', async () => {
    const path = await workbook(report, 'bieu-mau');
    const saved = await convert(await convert(path, 'ods'), 'xlsx');
    const back = await importXlsx(rulebook, await readFile(saved), { now: NOW, base: report });
    expect(back.findings.filter(({ rule }) => rule.startsWith('cell/'))).toEqual([]);
    expect(back.submission.tables).toEqual(withoutBlanks(report.tables));
    expect(back.submission.answers).toEqual(report.answers);
  });
});

/** One line of comma-separated values without line breaks in them. */
function parsed(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
}

/** A tick that is false and a cell that is null say as little as one that is not there. */
function withoutBlanks(tables: Submission['tables']): unknown {
  return JSON.parse(
    JSON.stringify(tables, (_, value: unknown) => (value === false || value === null ? undefined : value)),
  );
}
