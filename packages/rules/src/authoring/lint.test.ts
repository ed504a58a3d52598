import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from './lint.js';
import { parsePack } from '../pack/parse-pack.js';
import { authoring } from '../pack/strings/authoring.js';
import { logicStrings } from './strings/logic.js';
import type { Lang } from '../text.js';

/** Each mistake, made in the valid pack of test/lint/pack.json, and the finding expected from lint. */
interface LintCase {
  name: string;
  /** JSON Pointer → the value to set */
  set: Record<string, unknown>;
  /** message: in Vietnamese, verbatim */
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

/** JsonLogic of a criterion, and the findings expected from lint, verbatim in Vietnamese. */
interface LogicCases {
  /** fields of individuals in the pack of test/lint/pack.json */
  fields: unknown[];
  cases: { name: string; criterion: { assert: unknown; needs?: object; path?: string }; expect: string[] }[];
}
const logic = read('logic.json') as LogicCases;

const logicFindings = (criterion: object, lang: Lang) =>
  lint(
    parsePack(
      edited({
        '/forms/0/nominees/individual/fields': logic.fields,
        '/forms/0/criteria/-': { id: 'rieng', label: 'Riêng', ...criterion },
      }),
    ),
    { lang },
  );

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

  it.each([250, 1000])('says nothing of a large number that can be met: exactly %i', (exactly) => {
    const anyOf = [[{ of: ['individual'], exactly }]];
    expect(lint(parsePack(edited({ '/forms/0/quotas/0/anyOf': anyOf, '/selections': null })))).toEqual([]);
  });

  describe('JsonLogic of a criterion', () => {
    it.each(logic.cases)('$name', ({ criterion, expect: expected }) => {
      expect(logicFindings(criterion, 'vi').map(({ message }) => message)).toEqual(expected);
    });

    it('is told where, what, and what to do, in both languages', () => {
      const told = new Set<string>();
      for (const { name, criterion } of logic.cases) {
        const [vi, en] = [logicFindings(criterion, 'vi'), logicFindings(criterion, 'en')];
        vi.forEach(({ code, element, message, remedy, severity }, index) => {
          told.add(code);
          expect({ element, severity }).toEqual({ element: 'de-nghi/criteria/rieng', severity: 'error' });
          expect(message).toMatch(/^Tại (assert|needs|path)/);
          expect(en[index]!.message).toMatch(/^At (assert|needs|path)/);
          for (const text of [message, remedy, en[index]!.message, en[index]!.remedy]) {
            expect(text, name).toMatch(/\S.*\.$/);
            expect(text, name).not.toMatch(/undefined|\[object|: \./);
          }
          expect(remedy).not.toBe(en[index]!.remedy);
        });
      }
      expect([...told].sort()).toEqual(Object.keys(logicStrings.vi.problems).map((code) => `logic-${code}`).sort()); // prettier-ignore
    });
  });

  it('has a sentence of its own for each mistake, and a mistake for each sentence', () => {
    const made = cases.flatMap(({ expect: expected }) => expected);
    const codes = new Set(made.map(({ code }) => code).filter((code) => !code.startsWith('logic-')));
    // No pack can produce a schema outside the profile, which `profile.test.ts` covers.
    expect([...codes, 'profile'].sort()).toEqual(Object.keys(authoring.vi.lint).sort());
    const codesOf = new Map(made.map(({ message, code }) => [message, code]));
    for (const { message, code } of made) expect(codesOf.get(message)).toBe(code);
    expect(codesOf.size).toBeGreaterThanOrEqual(20);
  });
});
