import { describe, expect, test } from 'vitest';
import { byHand } from '../../test/lib/by-hand.js';
import { referenceJudge } from '../../test/lib/reference-judge.js';
import { parseInstant } from '../calendar.js';
import { lint } from '../authoring/lint.js';
import { check } from '../judge/check.js';

type Told = { readonly rule: string; readonly severity: string; readonly path: string };
const told = (list: readonly Told[]) => list.map(({ rule, severity, path }) => `${rule} ${severity} ${path}`).sort();

describe.each(byHand)('$name', ({ pack, rulebook, cases }) => {
  test('the pack lints', () => expect(lint(pack)).toEqual([]));

  test.each(cases)('$name', ({ now, given, receiver, submission, findings }) => {
    expect(told(check(rulebook, submission, { now, given, receiver }).findings)).toEqual(told(findings));
    const judging = { now: parseInstant(now), unit: null, given, receiver };
    expect(told(referenceJudge(rulebook, submission, judging))).toEqual(told(findings));
  });
});

test.each([
  [
    'blanks-and-percents',
    'percent: 9 of 40 is not 20',
    'Dòng “Một”: “Tỉ lệ” không khớp với “Đạt” (9) trên “Tổng” (40); được làm tròn đến hàng đơn vị.',
  ],
  ['requirements', 'range: 31 of 18 to 30', 'Chưa đạt tiêu chuẩn: Tuổi phải từ 18 đến 30.'],
  ['requirements', 'above 9 and below 100: 9', 'Chưa đạt tiêu chuẩn: Số người phải trên 9 và dưới 100.'],
  [
    'requirements',
    'two shares in one quota: the second is exceeded',
    'Số lượng được đề nghị: cá nhân không quá 50% số thứ nhất (làm tròn xuống) và tập thể không quá 50% số thứ hai (làm tròn xuống). Danh sách hiện có 3 cá nhân, 2 tập thể. Tính theo số thứ nhất: 8; 50% (làm tròn xuống) là 4. Tính theo số thứ hai: 2; 50% (làm tròn xuống) là 1.',
  ],
  ['requirements', 'any of: within the time', 'Còn trong thời hạn bị kỷ luật.'],
  ['requirements', 'per slate: five', 'Chưa đạt tiêu chuẩn: Tổng số (phải không quá 4; hiện có 5).'],
])('%s: what the finding says of “%s”', (table, name, message) => {
  const { rulebook, cases } = byHand.find((each) => each.name === table)!;
  const { now, submission } = cases.find((each) => each.name === name)!;
  expect(check(rulebook, submission, { now }).findings.map((finding) => finding.message)).toContain(message);
});
