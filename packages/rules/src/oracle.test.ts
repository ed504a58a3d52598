import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { mutate } from '../test/lib/mutate.js';
import { packs, submissionCases, type CompleteCase } from '../test/lib/packs.js';
import { referenceJudge, type ReferenceFinding } from '../test/lib/reference-judge.js';
import { seeded } from '../test/lib/random.js';
import { needsHold, oracle, scopesOf } from '../test/lib/read-by-rules.js';
import { parseInstant } from './calendar.js';
import { check } from './check.js';
import { evaluator } from './evaluate.js';
import type { RulebookForm } from './rulebook.js';
import { endsJudging, validator } from './validate.js';

/** Random submissions for each form; raise it to search longer. */
const ROUNDS = Number(process.env['KL01_ORACLE_ROUNDS'] ?? 4000);
const SEED = 1399;

/**
 * What others judge by the same rulebook: ajv on its schema, json-logic-js on its rules. Ours give the same, on valid
 * cases that were changed by chance.
 */
describe.each(
  packs.flatMap((pack) => pack.rulebook.forms.map((form) => [`${pack.id} ${form.id}`, pack, form] as const)),
)('%s', (_name, pack, form) => {
  const cases = submissionCases(pack).filter((entry) => entry.form === form);

  test('the same shape is broken in the same places as ajv finds', () => {
    const ours = validator(form.schema);
    const theirs = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(form.schema);
    let broken = 0;
    forEachMutation(cases, form, ({ submission, seed }) => {
      const found = [...new Set(ours(submission).map(({ path }) => path))].sort();
      theirs(submission);
      const expected = [...new Set((theirs.errors ?? []).map(({ instancePath }) => instancePath))].sort();
      expect(found, `seed ${seed}`).toEqual(expected);
      if (found.length > 0) broken++;
    });
    expect(broken).toBeGreaterThan(ROUNDS / 10);
    expect(broken).toBeLessThan(ROUNDS);
  });

  test('every rule that is judged comes out as json-logic-js has it', () => {
    const shape = validator(form.schema);
    const rules = form.rules.map((rule) => ({ rule, ours: evaluator(rule.assert ?? null), params: paramsOf(rule) }));
    const outcomes = new Set<unknown>();
    forEachMutation(cases, form, ({ submission, entry, seed }) => {
      if (shape(submission).some(({ keyword }) => endsJudging.has(keyword))) return;
      const judging = { now: parseInstant(entry.entry.now), unit: entry.entry.unit ?? null };
      for (const { rule, ours, params } of rules) {
        for (const scope of scopesOf(rule, submission, judging)) {
          if (!needsHold(rule, scope)) continue;
          const at = `seed ${seed}: ${rule.id} of ${rule.element}, item ${scope.index}`;
          const expected = oracle(rule.assert ?? null, scope);
          if (ours(scope) !== expected) expect.fail(at);
          outcomes.add(expected);
          for (const { logic, read } of params) expect(read(scope), at).toEqual(oracle(logic, scope));
        }
      }
    });
    expect([...outcomes].sort()).toEqual(expect.arrayContaining([false, true]));
  });

  test('the verdict is that of a judge made of ajv and json-logic-js', () => {
    forEachMutation(cases, form, ({ submission, entry, seed }) => {
      const { now, unit } = entry.entry;
      const verdict = check(entry.rulebook, submission, { now, unit });
      const expected = referenceJudge(entry.rulebook, submission, { now: parseInstant(now), unit: unit ?? null });
      expect(verdict.findings.map(inLine).sort(), `seed ${seed}`).toEqual(expected.map(inLine).sort());
      expect(verdict.valid, `seed ${seed}`).toBe(expected.every(({ severity }) => severity !== 'error'));
      for (const { path, message } of verdict.findings) {
        expect(message, `seed ${seed} ${path}`).not.toMatch(/undefined|\[object|NaN/);
      }
    });
  });
});

function paramsOf({ params = {} }: RulebookForm['rules'][number]) {
  return Object.values(params).map((logic) => ({ logic, read: evaluator(logic) }));
}

const inLine = ({ rule, severity, path }: ReferenceFinding): string => `${rule} ${severity} ${path}`;

interface Mutation {
  readonly submission: unknown;
  readonly entry: CompleteCase;
  readonly seed: number;
}

function forEachMutation(
  cases: readonly CompleteCase[],
  form: RulebookForm,
  visit: (mutation: Mutation) => void,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    const seed = SEED + round;
    const random = seeded(seed);
    const entry = random.pick(cases);
    visit({ submission: mutate(entry.submission, form.schema, random), entry, seed });
  }
}
