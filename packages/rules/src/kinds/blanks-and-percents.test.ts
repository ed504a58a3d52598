import { describe, expect, test } from 'vitest';
import { byHand } from '../../test/lib/by-hand.js';
import { referenceJudge } from '../../test/lib/reference-judge.js';
import { parseInstant } from '../calendar.js';
import { lint } from '../authoring/lint.js';
import { check } from '../judge/check.js';

const { pack, rulebook, now, cases } = byHand;
type Told = (typeof cases)[number]['findings'][number];
const told = (list: readonly Told[]) => list.map(({ rule, severity, path }) => `${rule} ${severity} ${path}`).sort();

test('the pack lints', () => expect(lint(pack)).toEqual([]));

describe('blank is blank, and a percentage that of its counts', () => {
  test.each(cases)('$name', ({ submission, findings }) => {
    expect(told(check(rulebook, submission, { now }).findings)).toEqual(told(findings));
    expect(told(referenceJudge(rulebook, submission, { now: parseInstant(now), unit: null }))).toEqual(told(findings));
  });

  test('the finding names the counts and says how far it may be rounded', () => {
    const { submission } = cases.find(({ name }) => name === 'percent: 9 of 40 is not 20')!;
    const [finding] = check(rulebook, submission, { now }).findings;
    expect(finding!.message).toBe(
      'Dòng “Một”: “Tỉ lệ” không khớp với “Đạt” (9) trên “Tổng” (40); được làm tròn đến hàng đơn vị.',
    );
  });
});
