import { Ajv } from 'ajv';
import { describe, expect, test, vi } from 'vitest';
import { fillForm } from '../lib/fill.js';
import { mutate } from '../../bin/vectors/mutate.mjs';
import { fragments, packs, submissionCases, type PackUnderTest } from '../lib/packs.js';
import { referenceJudge, type ReferenceFinding } from '../lib/reference-judge.js';
import { seeded } from '../../bin/vectors/random.mjs';
import { derivedFor, needsHold, oracle, scopesOf } from '../lib/read-by-rules.js';
import { isoInstant, parseInstant } from '../../src/calendar.js';
import { check } from '../../src/judge/check.js';
import { evaluator } from '../../src/judge/evaluate.js';
import type { AuthenticatedUnit } from '../../src/finding.js';
import type { RulebookForm } from '../../src/rulebook.js';
import { endsJudging, validator } from '../../src/judge/validate.js';

// The largest packs have hundreds of rules; a slow machine is no disagreement.
vi.setConfig({ testTimeout: 180_000 });

/** Random submissions for each form of a published pack, a tenth of it for those that only tests use; raise it to search longer. */
const ROUNDS = Number(process.env['KL01_ORACLE_ROUNDS'] ?? 1000);
const SEED = 1399;

/**
 * What others judge by the same rulebook: ajv on its schema, json-logic-js on its rules. Ours give the same, on cases
 * that were changed by chance and on submissions made of the schema alone.
 */
describe.each(
  [...packs, ...fragments].flatMap((pack) =>
    pack.rulebook.forms.map((form) => [`${pack.id} ${form.id}`, pack, form] as const),
  ),
)('%s', (_name, pack, form) => {
  const { rulebook } = pack;
  const rounds = packs.includes(pack) ? ROUNDS : ROUNDS / 10;

  test('the same shape is broken in the same places as ajv finds', () => {
    const ours = validator(form.schema);
    const theirs = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(form.schema);
    let broken = 0;
    forEachSubmission({ pack, form, rounds }, ({ submission, seed }) => {
      const found = [...new Set(ours(submission).map(({ path }) => path))].sort();
      theirs(submission);
      const expected = [...new Set((theirs.errors ?? []).map(({ instancePath }) => instancePath))].sort();
      expect(found, `seed ${seed}`).toEqual(expected);
      if (found.length > 0) broken++;
    });
    expect(broken).toBeGreaterThan(rounds / 10);
    expect(broken).toBeLessThan(rounds);
  });

  test('every rule that is judged comes out as json-logic-js has it', () => {
    const shape = validator(form.schema);
    const rules = form.rules.map((rule) => ({ rule, ours: evaluator(rule.assert ?? null), params: paramsOf(rule) }));
    const outcomes = new Set<unknown>();
    forEachSubmission({ pack, form, rounds }, ({ submission, now, unit, seed }) => {
      if (shape(submission).some(({ keyword }) => endsJudging.has(keyword))) return;
      const judging = derivedFor(form, submission, { now: parseInstant(now), unit });
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
    forEachSubmission({ pack, form, rounds }, ({ submission, now, unit, seed }) => {
      const verdict = check(rulebook, submission, { now, unit });
      const expected = referenceJudge(rulebook, submission, { now: parseInstant(now), unit });
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

interface Sent {
  readonly submission: unknown;
  readonly now: string;
  readonly unit: AuthenticatedUnit | null;
  readonly seed: number;
}

interface Search {
  readonly pack: PackUnderTest;
  readonly form: RulebookForm;
  readonly rounds: number;
}

function forEachSubmission({ pack, form, rounds }: Search, visit: (sent: Sent) => void): void {
  const cases = submissionCases(pack).filter((entry) => entry.form === form);
  const instants = form.windows.flatMap(({ from, until, lateUntil }) =>
    [from, until, lateUntil].flatMap((edge) => (edge === undefined ? [] : [edge - 1, edge])),
  );
  for (let round = 0; round < rounds; round++) {
    const seed = SEED + round;
    const random = seeded(seed);
    if (cases.length > 0 && !random.oneIn(4)) {
      const { entry, submission } = random.pick(cases);
      visit({ submission: mutate(submission, form.schema, random), now: entry.now, unit: entry.unit ?? null, seed });
    } else {
      const submission = fillForm(pack.rulebook, form, random);
      const now = isoInstant(random.pick([...instants, parseInstant('2023-03-24T09:00:00+07:00')]), '+07:00');
      visit({
        submission: random.oneIn(2) ? mutate(submission, form.schema, random) : submission,
        now,
        unit: null,
        seed,
      });
    }
  }
}
