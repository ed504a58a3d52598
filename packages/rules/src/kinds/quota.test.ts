import { describe, expect, test } from 'vitest';
import { rulebookOf } from '../../test/lib/small-pack.js';
import { check } from '../judge/check.js';
import type { Bound } from '../rulebook.js';
import { vocabulary } from '../strings/vocabulary.js';
import type { Lang, Text } from '../text.js';
import { alternativesInWords } from './quota.js';

const usual = (kind: string): Text => vocabulary.kinds[kind as keyof typeof vocabulary.kinds];
const share = { percent: 15, of: 'members', round: 'down' } as const;
const bound = { ...share, part: [3, 20] } as const;

describe('bounds in words', () => {
  test.each<[lang: Lang, min: Bound, max: Bound, words: string]>([
    ['vi', 1, 2, '01–02 cá nhân'],
    ['vi', 1, bound, 'cá nhân ít nhất 01 và không quá 15% số đảng viên, hội viên (làm tròn xuống)'],
    ['vi', 0, bound, 'cá nhân không quá 15% số đảng viên, hội viên (làm tròn xuống)'],
    ['en', 1, bound, 'individual: at least 1 and at most 15% of the members (rounded down)'],
  ])('%s: %j to %j', (lang, min, max, words) =>
    expect(alternativesInWords([{ counts: [{ of: ['individual'], min, max }] }], lang, usual)).toBe(words),
  );

  test.each<[of: string[], min: Bound | undefined, max: Bound | undefined, words: string]>([
    [['collective', 'individual'], 5, 5, 'tổng cộng 05, cả tập thể và cá nhân'],
    [['collective', 'individual', 'household'], 0, 12, 'tổng cộng không quá 12, cả tập thể, cá nhân và hộ gia đình'],
    [['collective', 'individual'], 2, undefined, 'tổng cộng ít nhất 02, cả tập thể và cá nhân'],
    [['collective', 'individual'], 2, 4, 'tổng cộng 02–04, cả tập thể và cá nhân'],
    [['collective', 'individual'], 1, 1, '01 tập thể hoặc cá nhân'],
    [
      ['collective', 'individual'],
      0,
      bound,
      'tổng số tập thể và cá nhân không quá 15% số đảng viên, hội viên (làm tròn xuống)',
    ],
  ])('counted together: %j, %j to %j', (of, min, max, words) =>
    expect(
      alternativesInWords(
        [{ counts: [{ of, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }] }],
        'vi',
        usual,
      ),
    ).toBe(words),
  );

  test('what follows a total is told apart from its kinds', () => {
    const counts = [
      { of: ['collective', 'individual'], max: 5 },
      { of: ['model'], max: 1, min: 1 },
    ];
    expect(alternativesInWords([{ counts }, { counts: [{ of: ['household'], max: 2 }] }], 'vi', usual)).toBe(
      'tổng cộng không quá 05, cả tập thể và cá nhân; 01 mô hình; hoặc không quá 02 hộ gia đình',
    );
  });
});

describe('a share is judged once the unit has said how many members it has', () => {
  const rulebook = rulebookOf({
    type: 'nomination',
    windows: [{ id: 'nop', noLaterThan: '2023-03-31' }],
    nominees: { individual: { fields: [{ field: 'name' }] } },
    quotas: [{ id: 'chung', anyOf: [[{ of: ['individual'], min: 1, max: share }]] }],
  });
  const found = (members: number | null, count: number) =>
    check(
      rulebook,
      {
        id: 'a',
        revision: 1,
        rulebook: `${rulebook.id}@${rulebook.version}`,
        form: 'mau',
        unit: { id: 'xa-mot', group: 'xa', members },
        nominees: Array.from({ length: count }, (_, at) => ({ id: `${at}`, kind: 'individual', name: `Người ${at}` })),
      },
      { now: '2023-03-24T09:00:00+07:00' },
    ).findings;
  const findings = (members: number | null, count: number) =>
    found(members, count).map(({ rule, path }) => `${rule} ${path}`);

  test.each<[members: number | null, count: number, found: string[]]>([
    [null, 1, ['required/members /unit/members']],
    [null, 40, ['required/members /unit/members']],
    [20, 3, []],
    [19, 3, ['quota/chung /nominees']],
    [20, 4, ['quota/chung /nominees']],
    [6, 1, ['quota/chung /nominees']],
    [7, 1, []],
  ])('%j members, %j nominated', (members, count, expected) => expect(findings(members, count)).toEqual(expected));

  test('the finding says of how many members the share is taken', () => {
    const [finding] = found(20, 4);
    expect(finding?.message).toBe(
      'Số lượng được đề nghị: cá nhân ít nhất 01 và không quá 15% số đảng viên, hội viên (làm tròn xuống). Danh sách hiện có 4 cá nhân. Tính theo số đảng viên, hội viên: 20; 15% (làm tròn xuống) là 3.',
    );
    expect(finding?.params).toEqual({ individual: 4, members: 20, of_derived_d1: 3 });
  });
});
