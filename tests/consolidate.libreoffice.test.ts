import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { consolidate } from '@kl01/rules/committee';
import type { Rulebook } from '@kl01/rules';
import { formOfType } from '@kl01/rules';
import type { Consolidation } from '@kl01/rules/committee';
import { describe, expect, test } from 'vitest';
import { convert } from './lib/libreoffice.ts';
import { needs } from './lib/needs.ts';
import { cellsOf, reportOf } from './lib/reports.mjs';

const missing = needs.libreOffice();

/** An independent calculation: LibreOffice Calc adds up what twenty units wrote, and has the same sums. */
describe.skipIf(missing)(missing || 'sums of 20 reports equal those of a spreadsheet', () => {
  const FORM = 'bao-cao-02-nam';
  const file = createRequire(import.meta.url).resolve('@kl01/rules/rulebooks/nam-dinh.tinh-uy.2023.json');
  const rulebook = JSON.parse(readFileSync(file, 'utf8')) as Rulebook;
  const unions = Array.from({ length: 5 }, (_, index) => ({ id: `doan-the-${index + 1}`, group: 'mttq-doan-the' }));
  const units = [...rulebook.units.map(({ id, group }) => ({ id, group })), ...unions];
  const reports = units.map((unit, number) => reportOf(rulebook, { form: FORM, unit, number: number + 1 }));
  const tables = formOfType(rulebook, FORM, 'report').view.report.tables;

  /** Cells that are added up, ticks counted, in the order of the sheet's columns. */
  const places = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      cellsOf(table.columns)
        .filter(({ across }) => across !== 'none')
        .map((column) => ({ table, row: row.id, column })),
    ),
  );

  /** A unit's cell as it would be typed into a sheet: 1 for a tick, blank where its group is not asked. */
  function typed(report: (typeof reports)[number], { table, row, column }: (typeof places)[number]): string {
    const asked = [table.groups, column.groups].every((groups) => !groups || groups.includes(report.unit.group));
    const value = report.tables[table.id]?.[row]?.[column.id];
    return asked && value !== null && value !== undefined && value !== false ? String(Number(value)) : '';
  }

  async function sumsOfCalc(): Promise<number[]> {
    const folder = await mkdtemp(join(tmpdir(), 'kl01-sums-'));
    const sums = places.map((_, index) => `=SUM(${columnName(index)}1:${columnName(index)}${reports.length})`);
    const rows = [...reports.map((report) => places.map((place) => typed(report, place))), sums];
    await writeFile(join(folder, 'sheet.csv'), rows.map((row) => row.join(',')).join('\n'));
    // Formulas of a text file are read as formulas; saved as a sheet and exported again, they are what Calc made of them.
    const sheet = await convert(join(folder, 'sheet.csv'), 'ods');
    const csv = await convert(sheet, 'csv');
    const lines = (await readFile(csv, 'utf8')).trim().split('\n');
    for (const used of [folder, dirname(sheet), dirname(csv)]) await rm(used, { recursive: true });
    return lines.at(-1)!.split(',').map(Number);
  }

  async function consolidated(): Promise<Consolidation> {
    const received = reports.map((submission) => ({ submission, at: '2023-04-01T08:00:00+07:00' }));
    return consolidate(rulebook, received, { now: '2023-04-10T08:00:00+07:00', form: FORM });
  }

  test('cell by cell', async () => {
    const result = await consolidated();
    expect(result.units.counted).toHaveLength(20);
    const sums = places.map(({ table, row, column }) => result.tables[table.id]![row]![column.id]!.value);
    const calc = await sumsOfCalc();
    expect(calc.filter((sum) => sum > 0).length).toBeGreaterThan(150);
    expect(sums).toEqual(calc);
  });
});

/** A, B … Z, AA, AB … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
