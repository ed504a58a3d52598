import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from './lint.js';
import { parsePack } from '../pack/parse-pack.js';
import { authoring } from '../strings/authoring.js';

/** Each mistake made in the pack of test/lint/pack.json, which has none, and what lint says of it. */
interface LintCase {
  name: string;
  /** JSON Pointer → the value put there */
  set: Record<string, unknown>;
  /** message: in Vietnamese, word for word */
  expect: { code: string; element: string; severity: string; message: string }[];
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../test/lint/${file}`, import.meta.url), 'utf8'));
const cases = read('cases.json') as LintCase[];

function edited(set: Record<string, unknown>): unknown {
  const pack = read('pack.json');
  for (const [pointer, value] of Object.entries(set)) {
    const steps = pointer.slice(1).split('/');
    const last = steps.pop()!;
    const holder = steps.reduce((at, step) => (at as Record<string, unknown>)[step], pack) as Record<string, unknown>;
    if (Array.isArray(holder) && last === '-') holder.push(value);
    else if (value === null) delete holder[last];
    else holder[last] = value;
  }
  return pack;
}

describe('lint', () => {
  it('finds nothing in a pack without mistakes', () => {
    expect(lint(parsePack(read('pack.json')))).toEqual([]);
  });

  it.each(cases)('$name', ({ set, expect: expected }) => {
    const findings = lint(parsePack(edited(set)));
    expect(findings.map(({ code, element, severity, message }) => ({ code, element, severity, message }))).toEqual(
      expected,
    );
    for (const lang of ['vi', 'en'] as const) {
      for (const { message, remedy } of lint(parsePack(edited(set)), { lang })) {
        expect(message).not.toBe('');
        expect(remedy).not.toBe('');
      }
    }
  });

  it.each([250, 100_000])('says nothing of a large number that can be met: exactly %i', (exactly) => {
    const anyOf = [[{ of: ['individual'], exactly }]];
    expect(lint(parsePack(edited({ '/forms/0/quotas/0/anyOf': anyOf, '/selections': null })))).toEqual([]);
  });

  it('has a sentence of its own for each mistake, and a mistake for each sentence', () => {
    const made = cases.flatMap(({ expect: expected }) => expected);
    expect([...new Set(made.map(({ code }) => code))].sort()).toEqual(Object.keys(authoring.vi.lint).sort());
    const codesOf = new Map(made.map(({ message, code }) => [message, code]));
    for (const { message, code } of made) expect(codesOf.get(message)).toBe(code);
    expect(codesOf.size).toBeGreaterThanOrEqual(20);
  });
});
