import { readdirSync, readFileSync } from 'node:fs';
import type { Rulebook } from '@kl01/rules';
import { describe, expect, test } from 'vitest';
import { generated, numbers } from '../../fixtures/generate.js';
import { exportDocument } from '../export-document.js';
import { importXlsx } from './import-xlsx.js';

const folder = new URL('../../../rules/vectors/', import.meta.url);
const rulebooks = readdirSync(folder)
  .filter((name) => name.endsWith('.rulebook.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Rulebook);

const forms = rulebooks.flatMap((rulebook) =>
  rulebook.forms
    .filter((form) => form.type === 'nomination' || (form.type === 'report' && form.view.report.tables.length > 0))
    .flatMap((form) =>
      rulebook.unitGroups.map(({ id: group }) => ({
        name: `${rulebook.id} ${form.id} ${group}`,
        rulebook,
        form,
        group,
      })),
    ),
);

describe('a submission comes back from its workbook as it went, lists and tables cell by cell', () => {
  test.each(forms)('$name', async ({ rulebook, form, group }) => {
    const below = numbers(7);
    for (let round = 0; round < 6; round++) {
      const submission = generated(rulebook, form, group, below);
      const { bytes } = await exportDocument(rulebook, submission, { document: 'bieu-mau', format: 'xlsx' });
      const back = await importXlsx(rulebook, bytes, { now: '2023-03-25T08:00:00+07:00' });
      expect(back.submission).toEqual(submission);
      expect(back.findings.filter(({ rule }) => rule.startsWith('cell/'))).toEqual([]);
    }
  });
});

test('equal input gives equal bytes', async () => {
  const { rulebook, form, group } = forms[0]!;
  const submission = generated(rulebook, form, group, numbers(3));
  const make = () => exportDocument(rulebook, submission, { document: 'bieu-mau', format: 'xlsx' });
  const [one, other] = [await make(), await make()];
  expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
});
