import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { referenceJudge } from '../../test/lib/reference-judge.js';
import { parseInstant } from '../calendar.js';
import type { Derive, Rule, Rulebook, Schema } from '../rulebook.js';
import { check } from './check.js';

interface SmallForm {
  name: string;
  properties: Record<string, Schema>;
  derive?: Derive[];
  rules: Omit<Rule, 'element' | 'message'>[];
  cases: {
    name: string;
    now?: string;
    given?: Record<string, string | number | boolean | null>;
    receiver?: string;
    submission: object;
    findings: string[];
  }[];
}
const { forms } = JSON.parse(readFileSync(new URL('../../vectors/judged.json', import.meta.url), 'utf8')) as {
  forms: SmallForm[];
};

describe.each(forms)('$name', ({ properties, derive, rules, cases }) => {
  const text = { type: 'string' };
  const form = {
    id: 'f',
    type: 'report',
    schema: {
      type: 'object',
      properties: { rulebook: text, form: text, ...properties },
      additionalProperties: false,
    },
    derive,
    rules: rules.map((rule) => ({ ...rule, element: 'f', message: { vi: '', en: '' } })),
    view: { labels: {} },
  };
  const rulebook = { rulebook: '2', id: 'r', version: '1', utcOffset: '+07:00', forms: [form] } as unknown as Rulebook;

  test.each(cases)('$name', ({ now = '2024-03-01T08:00:00+07:00', given, receiver, submission, findings }) => {
    const sent = { rulebook: 'r@1', form: 'f', ...submission };
    const verdict = check(rulebook, sent, { now, given, receiver });
    const found = (list: readonly { rule: string; path: string }[]) => list.map(({ rule, path }) => `${rule} ${path}`);
    expect(found(verdict.findings).sort()).toEqual([...findings].sort());
    const judging = { now: parseInstant(now), unit: null, given: given ?? null, receiver: receiver ?? null };
    expect(found(referenceJudge(rulebook, sent, judging)).sort()).toEqual([...findings].sort());
  });
});
