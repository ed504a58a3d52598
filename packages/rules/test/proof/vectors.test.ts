import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeVectors } from '../../bin/vectors/make.mjs';
import { byHand } from '../lib/by-hand.js';
import { packs } from '../lib/packs.js';
import { referenceJudge } from '../lib/reference-judge.js';
import * as calendar from '../../src/calendar.js';
import { canonicalJson } from '../../src/values/canonical.js';
import { completeCase } from '../../src/authoring/cases.js';
import { check } from '../../src/judge/check.js';
import { derive, newRun, NO_MARK, placesOf, prepareDerive } from '../../src/judge/derive.js';
import { evaluator } from '../../src/judge/evaluate.js';
import type { AuthenticatedUnit } from '../../src/finding.js';
import type { Rule, RulebookForm } from '../../src/rulebook.js';
import { endsJudging, validator } from '../../src/judge/validate.js';
import { derivedFor, needsHold, oracle, repeatsOf, scopesOf } from '../lib/read-by-rules.js';

/** `vectors/` is what other languages are compared by. Changed a pack? `node bin/make-vectors.mjs` writes them anew. */

interface Vector {
  readonly name: string;
  readonly rulebook: string;
  readonly now: string;
  readonly unit?: AuthenticatedUnit;
  readonly given?: Readonly<Record<string, string | number | boolean>>;
  readonly receiver?: string;
  readonly submission: unknown;
  readonly expect: {
    readonly valid: boolean;
    readonly findings: readonly { rule: string; severity: string; path: string }[];
  };
}

const deriving = { derive, newRun, NO_MARK, placesOf, prepareDerive };
const engine = { calendar, check, completeCase, endsJudging, evaluator, validator, ...deriving };
const folder = fileURLToPath(new URL('../../vectors/', import.meta.url));
const published = packs.filter(({ id }) =>
  existsSync(fileURLToPath(new URL(`../../packs/${id}.json`, import.meta.url))),
);
/** All files together stay small enough to be part of a package. */
const MOST_BYTES = 4_000_000;
const SLOWEST_MS = 300_000;

test('every published pack has its vectors and rulebook, and nothing else stands there', () => {
  const ids = [...published.map(({ id }) => id), ...byHand.map(({ id }) => id)];
  const expected = [...ids.flatMap((id) => [`${id}.ndjson`, `${id}.rulebook.json`]), 'judged.json'];
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
  const bytes = expected.map((name) => readFileSync(folder + name).length);
  expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThan(MOST_BYTES);
});

test.each(byHand)('those written by hand are what the rules’ own tests judge: $name', ({ id, rulebook, cases }) => {
  const lines = readFileSync(`${folder}${id}.ndjson`, 'utf8').trimEnd().split('\n');
  const vectors = lines.map((line) => JSON.parse(line) as Vector);
  expect(
    vectors.map(({ name, now, given, receiver, submission, expect: { findings } }) => ({
      name,
      now,
      given,
      receiver,
      submission,
      findings,
    })),
  ).toEqual(
    cases.map(({ name, now, given, receiver, submission, findings }) => ({
      name,
      now,
      given,
      receiver,
      submission,
      findings,
    })),
  );
  expect(readFileSync(`${folder}${id}.rulebook.json`, 'utf8')).toBe(canonicalJson(rulebook));
});

describe.each(published.map((entry) => [entry.id, entry] as const))('%s', (id, { rulebook, cases }) => {
  const text = readFileSync(`${folder}${id}.ndjson`, 'utf8');
  const vectors = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Vector);
  const judgingOf = ({ now, unit, given, receiver }: Vector) => {
    return { now: calendar.parseInstant(now), unit: unit ?? null, given: given ?? null, receiver: receiver ?? null };
  };

  test('the rulebook beside them is the one compiled from the pack', () => {
    expect(readFileSync(`${folder}${id}.rulebook.json`, 'utf8')).toBe(canonicalJson(rulebook));
  });

  test('made again from pack and cases, they are the same bytes', { timeout: SLOWEST_MS }, () => {
    const made: { vectors: unknown[] } = makeVectors(rulebook, cases, engine);
    expect(made.vectors.map((vector) => `${JSON.stringify(vector)}\n`).join('') === text).toBe(true);
  });

  test('each has a name of its own', () => {
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  });

  test('each is found as expected, by our judge and by one made of ajv and json-logic-js', () => {
    for (const vector of vectors) {
      const { valid, findings } = check(rulebook, vector.submission, vector);
      const expected = inOrder(vector.expect.findings);
      expect(inOrder(findings), vector.name).toEqual(expected);
      expect(valid, vector.name).toBe(vector.expect.valid);
      expect(inOrder(referenceJudge(rulebook, vector.submission, judgingOf(vector))), vector.name).toEqual(expected);
    }
  });

  test.each(rulebook.forms.map((form) => [form.id, form] as const))('%s: every rule is met and broken', (_, form) => {
    const shape = validator(form.schema);
    const judged = vectors.filter(({ submission }) => {
      if ((submission as { form?: unknown } | null)?.form !== form.id) return false;
      return !shape(submission).some(({ keyword }) => endsJudging.has(keyword));
    });
    const left = form.rules.flatMap((rule, at) => {
      const outcomes = new Set(judged.flatMap((vector) => outcomesOf(rule, form, vector)));
      const missing = ['met', 'broken'].filter((outcome) => !outcomes.has(outcome));
      return missing.length > 0 && !cannotBreak(rule) ? [`${at} ${rule.id} ${rule.element}: ${missing.join()}`] : [];
    });
    expect(left).toEqual([]);
  });

  function outcomesOf(rule: Rule, form: RulebookForm, vector: Vector): string[] {
    const state = derivedFor(form, vector.submission, judgingOf(vector));
    const scopes = scopesOf(rule, vector.submission, state).filter((scope) => needsHold(rule, scope));
    const repeats = repeatsOf(rule);
    if (!repeats) return scopes.map((scope) => (oracle(rule.assert ?? null, scope) === true ? 'met' : 'broken'));
    const counted = scopes.filter((scope) => oracle(repeats.where ?? true, scope) === true);
    const values = counted.map((scope) => JSON.stringify(repeats.of.map((path) => oracle({ var: path }, scope))));
    const earlier = (value: string, index: number) => values.slice(0, index).filter((other) => other === value).length;
    return values.map((value, index) => (earlier(value, index) >= repeats.atMost ? 'broken' : 'met'));
  }
});

/** A quota without numbers, such as "không ấn định số lượng", holds for whatever is sent. */
function cannotBreak(rule: Rule): boolean {
  return rule.id.startsWith('quota/') && rule.assert === true;
}

const inOrder = (findings: readonly { rule: string; severity: string; path: string }[]): string[] =>
  findings.map(({ rule, severity, path }) => `${rule} ${severity} ${path}`).sort();
