import { expect, test } from 'vitest';
import { compile } from '../compile/compile.js';
import { check } from '../judge/check.js';
import type { RulePack } from '../pack/pack.js';
import { byHand } from '../../test/lib/by-hand.js';

const { pack } = byHand.find(({ name }) => name === 'blanks-and-percents')!;

/** The pack, its tables with so many more rows. */
function withRows(more: number): RulePack {
  const rows = Array.from({ length: more }, (_, index) => ({ id: `them-${index}`, label: `Thêm ${index}` }));
  return {
    ...pack,
    forms: pack.forms.map((form) =>
      form.type === 'report'
        ? { ...form, tables: form.tables!.map((table) => ({ ...table, rows: [...(table.rows as []), ...rows] })) }
        : form,
    ),
  };
}

test('rows more are no rules more, and a finding names its row', () => {
  const [few, many] = [withRows(0), withRows(40)].map((each) => compile(each));
  const reports = [few!, many!].map(({ forms }) => forms.find(({ type }) => type === 'report')!);
  expect(reports.map(({ rules, derive }) => [rules.length, derive?.length])).toEqual(
    Array(2).fill([reports[0]!.rules.length, reports[0]!.derive?.length]),
  );
  const form = reports[1]!;
  const { id: table, columns } = form.type === 'report' ? form.view.report.tables[0]! : { id: '', columns: [] };
  const submission = {
    rulebook: `${many!.id}@${many!.version}`,
    form: form.id,
    unit: { id: 'x', group: many!.unitGroups[0]!.id },
    tables: { [table]: { 'them-7': { [columns[0]!.id]: 1 } } },
  };
  const found = check(many!, submission, { now: '2023-03-24T08:00:00+07:00' }).findings;
  const complete = found.filter(({ path }) => path.startsWith(`/tables/${table}/them-7/`));
  expect(complete).toHaveLength(1);
  expect(complete[0]!.message).toContain('dòng “Thêm 7”');
});
