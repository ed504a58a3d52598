import { describe, expect, test } from 'vitest';
import { packs, submissionCases, type CompleteCase } from '../lib/packs.js';
import { readByRules, valueAt, without } from '../lib/read-by-rules.js';
import { parseInstant } from '../../src/calendar.js';
import { check } from '../../src/judge/check.js';
import type { ColumnView, Rule, RulebookForm } from '../../src/rulebook.js';
import { leaves } from '../../src/section-leaves.js';

/**
 * Nothing passes by being left out: a valid submission that loses one property which some rule of severity `error`
 * reads becomes invalid, but for the exceptions of docs/rulebook.md.
 */
describe.each(packs.map((entry) => [entry.id, entry] as const))('%s', (_id, pack) => {
  const valid = submissionCases(pack, { valid: true });

  test('has valid cases of every form', () => {
    const tried = new Set(valid.map(({ form }) => form.id));
    expect(pack.rulebook.forms.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  test.each(valid.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    expect(passesWithout(entry)).toEqual([]);
  });

  test('a rulebook that judges values without asking for them would be found out', () => {
    const found = valid.flatMap((entry) => {
      const rules = entry.form.rules.filter(({ id }) => !id.startsWith('required/') && id !== 'unit');
      const form = { ...entry.form, rules };
      const forms = entry.rulebook.forms.map((other) => (other.id === form.id ? form : other));
      return passesWithout({ ...entry, form, rulebook: { ...entry.rulebook, forms } });
    });
    expect(found).not.toEqual([]);
  });

  test('properties are read at all', () => {
    const read = valid.flatMap(({ form, submission, entry }) => [
      ...readByRules(form, submission, judgingOf(entry)).keys(),
    ]);
    expect(read.length).toBeGreaterThan(valid.length);
  });
});

const judgingOf = ({ now, unit }: CompleteCase['entry']) => ({ now: parseInstant(now), unit: unit ?? null });

/** Properties without which the submission is valid still, and no exception says that it may be. */
function passesWithout({ form, rulebook, entry, submission }: CompleteCase): string[] {
  const { now, unit } = entry;
  return [...readByRules(form, submission, judgingOf(entry))]
    .filter(([path]) => valueAt(submission, path) !== null)
    .filter(([path, readers]) => {
      const left = without(submission, path);
      return check(rulebook, left, { now, unit }).valid && !isException(form, path, readers, left);
    })
    .map(([path]) => path);
}

function isException(form: RulebookForm, path: string, readers: readonly Rule[], left: unknown): boolean {
  return (
    isOptional(form, path, left) ||
    isTickOrText(form, path) ||
    isOneWayOfTwo(form, readers) ||
    isInBlankRow(form, path, left)
  );
}

function isOptional(form: RulebookForm, path: string, left: unknown): boolean {
  const [top, first, second] = path.split('/').slice(1);
  if (form.type === 'nomination') {
    if (top !== 'nominees') return false;
    const kind = valueAt(left, `/nominees/${first}/kind`);
    const fields = form.view.nomination.kinds.find((entry) => entry.kind === kind)?.fields ?? [];
    return fields.some(({ field, optional }) => field === second && optional);
  }
  const { outline } = form.type === 'report' ? form.view.report : form.view.plan;
  if (top === 'sections') return leaves(outline).some(({ id, optional }) => id === first && optional);
  if (form.type === 'report') {
    return top === 'answers' && form.view.report.questions.some(({ id, optional }) => id === first && optional);
  }
  return top === 'person' && form.view.plan.person!.fields.some(({ field, optional }) => field === first && optional);
}

function isTickOrText(form: RulebookForm, path: string): boolean {
  const [top, table, , column] = path.split('/').slice(1);
  if (form.type !== 'report' || top !== 'tables' || column === undefined) return false;
  const { type } = columnsOf(form.view.report.tables.find(({ id }) => id === table)!.columns).find(
    ({ id }) => id === column,
  )!;
  return type === 'yes-no' || type === 'text';
}

/** Only the rule of an item that may be printed or uploaded reads it; the submission being valid, the other way stands. */
function isOneWayOfTwo({ view }: RulebookForm, readers: readonly Rule[]): boolean {
  return readers.every(({ element }) =>
    view.dossier.items.some(
      (item) => item.element === element && item.as.includes('print') && item.as.includes('upload'),
    ),
  );
}

function isInBlankRow(form: RulebookForm, path: string, left: unknown): boolean {
  const [top, table, row] = path.split('/').slice(1);
  if (form.type !== 'report' || top !== 'tables') return false;
  // A table that is not asked of a group requires no row of it.
  const group = String(valueAt(left, '/unit/group'));
  return form.view.report.tables
    .filter(({ id }) => table === undefined || id === table)
    .every(({ id, rows, groups }) =>
      rows
        .filter((entry) => row === undefined || entry.id === row)
        .every(
          (entry) =>
            !(entry.required && (groups?.includes(group) ?? true)) &&
            isBlank(valueAt(left, `/tables/${id}/${entry.id}`)),
        ),
    );
}

const isBlank = (cells: unknown): boolean =>
  Object.values(Object(cells) as object).every((cell) => cell === null || cell === false);

const columnsOf = (columns: readonly ColumnView[]): ColumnView[] =>
  columns.flatMap((column) => (column.columns ? columnsOf(column.columns) : [column]));
