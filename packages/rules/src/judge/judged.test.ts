import { describe, expect, test } from 'vitest';
import { judgedForms, smallRulebook } from '../../test/lib/judged-forms.js';
import { referenceJudge } from '../../test/lib/reference-judge.js';
import { parseInstant } from '../calendar.js';
import { check } from './check.js';

describe.each(judgedForms)('$name', (form) => {
  const { cases } = form;
  const rulebook = smallRulebook(form);

  test.each(cases)('$name', ({ now = '2024-03-01T08:00:00+07:00', given, receiver, submission, findings }) => {
    const sent = { rulebook: 'r@1', form: 'f', ...submission };
    const verdict = check(rulebook, sent, { now, given, receiver });
    const found = (list: readonly { rule: string; path: string }[]) => list.map(({ rule, path }) => `${rule} ${path}`);
    expect(found(verdict.findings).sort()).toEqual([...findings].sort());
    const judging = { now: parseInstant(now), unit: null, given: given ?? null, receiver: receiver ?? null };
    expect(found(referenceJudge(rulebook, sent, judging)).sort()).toEqual([...findings].sort());
  });
});
