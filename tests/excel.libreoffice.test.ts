import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportDocument, importXlsx, type ExportInput } from '@kl01/exporters';
import { consolidate, type Rulebook, type Submission } from '@kl01/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert } from './lib/libreoffice.ts';
import { needs } from './lib/needs.ts';
import { cellsOf, reportOf } from './lib/reports.mjs';

const missing = needs.libreOffice();

/** Workbooks opened by a program that is not ours: it computes the formulas, and saves what is read back. */
describe.skipIf(missing)(missing || 'workbooks in LibreOffice Calc', () => {
  const FORM = 'bao-cao-02-nam';
  const NOW = '2023-04-10T08:00:00+07:00';
  const file = createRequire(import.meta.url).resolve('@kl01/rules/rulebooks/nam-dinh.tinh-uy.2023.json');
  const rulebook = JSON.parse(readFileSync(file, 'utf8')) as Rulebook;
  const { tables } = rulebook.forms.find(({ id }) => id === FORM)!.view.report!;
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

  test('the sum of many reports is what `consolidate` says, cell by cell, computed by Calc over the units’ sheets', async () => {
    const received = reports.map((submission) => ({ submission, at: '2023-04-01T08:00:00+07:00' }));
    const consolidation = await consolidate(rulebook, received, { now: NOW, form: FORM });
    const cells = await shown(await workbook(consolidation as never, 'phu-luc'));
    let compared = 0;
    for (const table of tables) {
      for (const row of table.rows) {
        for (const { id, across } of cellsOf(table.columns)) {
          const { value } = consolidation.tables[table.id]![row.id]![id]!;
          if (across === 'none' || value === null) continue;
          const found = cells.get([table.id, row.id, id].join(' '))?.replace(/[.,]/g, '');
          expect(found, `${table.id} ${row.id} ${id}`).toBe(String(value));
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
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
