import { describe, expect, test } from 'vitest';
import { formOfType } from '../form-of-type.js';
import { rulebookOf } from '../../test/lib/small-pack.js';
import { check } from './check.js';
import { slate } from './slate.js';
import type { Kind, Nominee } from '../submission.js';

const C = 'collective' as const;
const I = 'individual' as const;
const H = 'household' as const;

interface Count {
  of: Kind[];
  exactly?: unknown;
  min?: unknown;
  max?: unknown;
}

const share = (percent: number, round: 'down' | 'up' | 'nearest') => ({ percent, of: 'members', round });
const formWith = (...anyOf: Count[][]) => nominationOf([{ id: 'so-luong', anyOf }]);
const nominationOf = (quotas: object[]) =>
  rulebookOf({
    type: 'nomination',
    nominees: { collective: { fields: ['name'] }, individual: { fields: ['name'] }, household: { fields: ['name'] } },
    quotas,
  });
const formOf = (rulebook: ReturnType<typeof nominationOf>) => formOfType(rulebook, 'mau', 'nomination');
const listOf = (kinds: readonly Kind[]): Nominee[] =>
  kinds.map((kind, index) => ({ id: `n${index}`, kind, name: `${index}` }));

/** The slate of a list under a rulebook with one form, and whether check agrees. */
function told(rulebook: ReturnType<typeof nominationOf>, kinds: readonly Kind[], members: number | null = null) {
  const unit = { id: 'xa-mot', group: 'xa', members };
  const nominees = listOf(kinds);
  const { alternatives, room } = slate(formOf(rulebook), { unit, nominees });
  const submission = { rulebook: 'vi-du.2023@1.0.0', form: 'mau', unit, nominees };
  const broken = check(rulebook, submission, { now: '2023-01-01T00:00:00Z' }).findings.some(({ rule }) =>
    rule.startsWith('quota/'),
  );
  const holds = alternatives.some((alternative) => alternative.holds);
  expect(!broken).toBe(holds);
  return { holds, room };
}

describe('one alternative', () => {
  const rulebook = formWith([
    { of: [C], exactly: 1 },
    { of: [I], min: 1, max: 2 },
  ]);
  test.each<[string, Kind[], boolean, Partial<Record<Kind, number>>]>([
    ['nobody yet', [], false, { collective: 1, individual: 2, household: 0 }],
    ['the collective only', [C], false, { collective: 0, individual: 2, household: 0 }],
    ['as few as allowed', [C, I], true, { collective: 0, individual: 1, household: 0 }],
    ['as many as allowed', [C, I, I], true, { collective: 0, individual: 0, household: 0 }],
    ['a collective too many', [C, C, I], false, { collective: 0, individual: 0, household: 0 }],
    ['an individual too many', [C, I, I, I], false, { collective: 0, individual: 0, household: 0 }],
    ['a kind not mentioned', [C, I, H], false, { collective: 0, individual: 0, household: 0 }],
  ])('%s', (_name, kinds, holds, room) => expect(told(rulebook, kinds)).toEqual({ holds, room }));
});

describe('either or', () => {
  const rulebook = formWith([{ of: [C], exactly: 1 }], [{ of: [I], exactly: 1 }]);
  test.each<[string, Kind[], boolean, Partial<Record<Kind, number>>]>([
    ['nobody yet', [], false, { collective: 1, individual: 1, household: 0 }],
    ['one of the one', [C], true, { collective: 0, individual: 0, household: 0 }],
    ['one of the other', [I], true, { collective: 0, individual: 0, household: 0 }],
    ['both', [C, I], false, { collective: 0, individual: 0, household: 0 }],
  ])('%s', (_name, kinds, holds, room) => expect(told(rulebook, kinds)).toEqual({ holds, room }));
});

describe('kinds counted together', () => {
  const rulebook = formWith([
    { of: [C, I], max: 3 },
    { of: [H], max: 1 },
  ]);
  test.each<[string, Kind[], boolean, Partial<Record<Kind, number>>]>([
    ['nobody is enough', [], true, { collective: 3, individual: 3, household: 1 }],
    ['they share their room', [C, I], true, { collective: 1, individual: 1, household: 1 }],
    ['full', [C, C, I], true, { collective: 0, individual: 0, household: 1 }],
    ['one too many', [C, C, I, I], false, { collective: 0, individual: 0, household: 0 }],
  ])('%s', (_name, kinds, holds, room) => expect(told(rulebook, kinds)).toEqual({ holds, room }));
});

describe('a share of the unit’s members', () => {
  const people = (count: number): Kind[] => new Array<Kind>(count).fill(I);
  test.each<['max' | 'min', 'down' | 'up' | 'nearest', members: number, bound: number]>([
    ['max', 'down', 14, 2],
    ['max', 'down', 15, 3],
    ['max', 'up', 11, 3],
    ['max', 'up', 10, 2],
    ['max', 'nearest', 12, 2],
    ['max', 'nearest', 13, 3],
    ['min', 'down', 14, 2],
    ['min', 'up', 11, 3],
    ['min', 'nearest', 12, 2],
    ['min', 'nearest', 13, 3],
  ])('%s 20 %% rounded %s of %i is %i', (side, round, members, bound) => {
    const rulebook = formWith([{ of: [I], [side]: share(20, round) }]);
    expect(told(rulebook, people(bound), members).holds).toBe(true);
    expect(told(rulebook, people(side === 'max' ? bound + 1 : bound - 1), members).holds).toBe(false);
  });

  test('half a person to the nearest is one', () => {
    const rulebook = formWith([{ of: [I], max: share(50, 'nearest') }]);
    expect(told(rulebook, people(3), 5).holds).toBe(true);
    expect(told(rulebook, people(4), 5).holds).toBe(false);
  });

  test('members that are not known yet leave room, up to what a form may hold', () => {
    const form = formOf(formWith([{ of: [I], max: share(20, 'down') }]));
    const { alternatives, room } = slate(form, { unit: {}, nominees: [] });
    expect(alternatives[0]!.counts).toEqual([{ of: [I], count: 0, min: 0, max: null }]);
    expect(room.individual).toBe(form.view.nomination.maxNominees);
  });
});

describe('the quota that holds: of the unit, else of its group, else of neither', () => {
  const one = (max: number) => [[{ of: [I], max }]];
  const form = formOf(
    nominationOf([
      { id: 'rieng', units: ['xa-mot'], anyOf: one(1) },
      { id: 'xa', groups: ['xa'], anyOf: one(2) },
      { id: 'con-lai', anyOf: one(3) },
    ]),
  );
  test.each([
    ['a unit that is named', { id: 'xa-mot', group: 'xa' }, 'rieng'],
    ['a unit of a group that is named', { id: 'xa-hai', group: 'xa' }, 'xa'],
    ['any other', { id: 'phuong-ba', group: 'phuong' }, 'con-lai'],
  ])('%s', (_name, unit, id) => expect(slate(form, { unit, nominees: [] }).quota?.id).toBe(id));

  test('a unit without a quota may nominate nobody', () => {
    const rulebook = nominationOf([{ id: 'phuong', groups: ['phuong'], anyOf: one(1) }]);
    const none = slate(formOf(rulebook), { unit: { id: 'xa-mot', group: 'xa' }, nominees: [] });
    expect(none).toEqual({ quota: null, alternatives: [], room: { collective: 0, individual: 0, household: 0 } });
  });
});

test.each<[string, unknown]>([
  ['no unit', { nominees: [] }],
  ['nothing', {}],
  ['nominees that are no list', { unit: null, nominees: 'x' }],
  ['a list with holes and strangers', { unit: { group: 5 }, nominees: [null, undefined, 5, 'x', [], { kind: {} }] }],
])('of whatever was sent only plain values are read: %s', (_name, submission) => {
  const form = formOf(formWith([{ of: [I], max: 1 }]));
  expect(() => slate(form, submission as Parameters<typeof slate>[1])).not.toThrow();
});

describe('a number that is computed', () => {
  const rulebook = rulebookOf({
    type: 'nomination',
    given: [{ id: 'tong', type: 'count', label: 'Tổng số' }],
    facts: [
      { id: 'so', type: 'count', label: 'Số dự án' },
      { id: 'dang-cai', type: 'yes-no', label: 'Đăng cai' },
    ],
    nominees: { collective: { fields: ['name'] }, individual: { fields: ['name'] } },
    quotas: [
      {
        id: 'tong',
        anyOf: [
          [
            {
              of: [C],
              max: { sum: [{ fact: 'so' }, { when: { fact: 'dang-cai', is: true }, label: 'đăng cai', then: 6 }] },
            },
            { of: [I], min: 1, max: { given: 'tong' } },
          ],
        ],
      },
    ],
  });
  const room = (facts: Record<string, unknown>) =>
    slate(formOf(rulebook), { unit: { id: 'a', group: 'xa' }, nominees: listOf([C]), facts });

  test('bounds the list, and says what is left', () => {
    const { room: left, alternatives } = room({ so: 3, 'dang-cai': true });
    expect(left.collective).toBe(8);
    expect(alternatives[0]!.counts).toMatchObject([{ max: 9 }, { min: 1, max: null }]);
  });
  test('is unknown while what it is computed from is', () =>
    expect(room({}).alternatives[0]!.counts[0]!.max).toBeNull());
  test('is said in the finding', () => {
    const { findings } = check(
      rulebook,
      {
        rulebook: 'vi-du.2023@1.0.0',
        form: 'mau',
        unit: { id: 'xa-mot', group: 'xa' },
        nominees: listOf([C, C, I, I]),
        facts: { so: 1, 'dang-cai': false },
      },
      { now: '2023-01-01T00:00:00Z', given: { tong: 2 } },
    );
    const { message } = findings.find(({ rule }) => rule.startsWith('quota/'))!;
    expect(message).toContain('tổng của “số dự án” và 6 (nếu đăng cai; không thì 0) là 1.');
  });
});
