import { describe, expect, test } from 'vitest';
import { formOfType } from '../form-of-type.js';
import { packs } from '../../test/lib/packs.js';
import { commitments } from './commitments.js';
import { duty } from './duty.js';

const { rulebook } = packs.find(({ id }) => id === 'lai-chau.thanh-uy.2023')!;
const form = formOfType(rulebook, 'ke-hoach-ca-nhan', 'plan');
const member = { civilServant: false, partyMember: true, exemptFromActivities: false };

describe('what the duty still depends on', () => {
  const cases: [who: string, person: unknown, duty: string, unanswered: string[]][] = [
    ['nobody yet', null, 'encouraged', ['civilServant', 'partyMember', 'posts']],
    ['a civil servant, whatever else', { civilServant: true }, 'must', []],
    [
      'a member who has said no more',
      { civilServant: false, partyMember: true },
      'must',
      ['exemptFromActivities', 'hamletCell', 'posts'],
    ],
    ['a member of a hamlet cell whose posts are not known', { ...member, hamletCell: true }, 'encouraged', ['posts']],
    ['a member of a hamlet cell without a post', { ...member, hamletCell: true, posts: [] }, 'encouraged', []],
    ['its secretary', { ...member, hamletCell: true, posts: ['bi-thu-chi-bo-ban'] }, 'must', []],
    ['somebody outside', { civilServant: false, partyMember: false, posts: [] }, 'encouraged', []],
    ['what is no person', 'constructor', 'encouraged', ['civilServant', 'partyMember', 'posts']],
  ];
  test.each(cases)('%s', (_who, person, expected, unanswered) => {
    const told = duty(rulebook, form.id, person);
    expect([told.duty, told.unanswered]).toEqual([expected, unanswered]);
  });

  test('the must is said in the directive’s words and with its clause', () => {
    expect(duty(rulebook, form.id, { civilServant: true })).toMatchObject({
      element: 'ke-hoach-ca-nhan/duty/cbccvc',
      label: expect.stringContaining('Cán bộ, công chức'),
      cite: { document: '107-KH/ThU', clause: 'II.3.2' },
    });
  });
});

describe('what the highest post demands', () => {
  const cases: [held: string, posts: unknown, highest: string | null, due: [min: number, max: number | null] | null][] =
    [
      ['none', [], null, null],
      ['not said', null, null, null],
      ['one that commits', ['dung-dau-chi-bo'], 'dung-dau-chi-bo', [1, 2]],
      ['one that does not', ['bi-thu-chi-bo-ban'], 'bi-thu-chi-bo-ban', null],
      ['several, in any order', ['bi-thu-chi-bo-ban', 'uy-vien-btv', 'chu-tich-ubnd'], 'uy-vien-btv', [1, 2]],
      ['one that is not listed', ['vua'], null, null],
      ['nonsense', [{}, 7], null, null],
    ];
  test.each(cases)('%s', (_held, posts, highest, due) => {
    const told = commitments(form, { posts });
    expect(told.highest?.id ?? null).toBe(highest);
    expect(told.due && [told.due.min, told.due.max]).toEqual(due);
  });
});
