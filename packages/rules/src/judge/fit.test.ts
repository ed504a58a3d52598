import { describe, expect, test } from 'vitest';
import { rulebookOf } from '../../test/lib/small-pack.js';
import { fit, type Fitted } from './fit.js';

const { schema } = rulebookOf({
  type: 'nomination',
  nominees: {
    individual: {
      fields: [
        'name',
        'partyMember',
        { field: 'level', type: 'choice', label: 'Cấp', options: [{ id: 'xa', label: 'Xã' }] },
      ],
    },
  },
  quotas: [{ id: 'q', anyOf: [[{ of: ['individual'], max: 1 }]] }],
}).forms[0]!;

describe('a draft of an older rulebook is carried over; what has no place any more is named', () => {
  test.each<[string, unknown, Fitted]>([
    ['all has its place', { nominees: [{ name: 'A' }] }, { value: { nominees: [{ name: 'A' }] }, dropped: [] }],
    [
      'a field that is gone',
      { nominees: [{ name: 'A', phone: '0900' }] },
      { value: { nominees: [{ name: 'A' }] }, dropped: [{ path: '/nominees/0/phone', value: '0900' }] },
    ],
    [
      'a field that was text and is yes or no now',
      { nominees: [{ name: 'A', partyMember: 'có' }] },
      {
        value: { nominees: [{ name: 'A', partyMember: null }] },
        dropped: [{ path: '/nominees/0/partyMember', value: 'có' }],
      },
    ],
    [
      'an option that is gone stays and becomes a finding',
      { nominees: [{ level: 'huyen' }] },
      { value: { nominees: [{ level: 'huyen' }] }, dropped: [] },
    ],
    [
      'a text too long stays',
      { nominees: [{ name: 'A'.repeat(9999) }] },
      { value: { nominees: [{ name: 'A'.repeat(9999) }] }, dropped: [] },
    ],
    [
      'an entry of a list that is none',
      { nominees: ['A', { name: 'B' }] },
      { value: { nominees: [{ name: 'B' }] }, dropped: [{ path: '/nominees/0', value: 'A' }] },
    ],
    [
      'a whole part that is gone',
      { sections: { 'i-1': 'Rất dài' } },
      { value: {}, dropped: [{ path: '/sections', value: { 'i-1': 'Rất dài' } }] },
    ],
    ['what was empty is not worth a word', { sections: null, phone: undefined }, { value: {}, dropped: [] }],
    ['null stays null', { nominees: null }, { value: { nominees: null }, dropped: [] }],
    [
      'a list where an object belongs',
      { unit: [] },
      { value: { unit: null }, dropped: [{ path: '/unit', value: [] }] },
    ],
    ['names with signs of their own', { 'a/b~c': 1 }, { value: {}, dropped: [{ path: '/a~1b~0c', value: 1 }] }],
    [
      'what is inherited has no place',
      { constructor: 1 },
      { value: {}, dropped: [{ path: '/constructor', value: 1 }] },
    ],
    [
      'nor has __proto__',
      JSON.parse('{"__proto__":{"name":"A"}}'),
      { value: {}, dropped: [{ path: '/__proto__', value: { name: 'A' } }] },
    ],
    ['nothing that it could hold', 'x', { value: null, dropped: [{ path: '', value: 'x' }] }],
    ['nothing at all', undefined, { value: null, dropped: [] }],
  ])('%s', (_name, value, fitted) => expect(fit(schema, value)).toEqual(fitted));

  test('the draft stays as it was', () => {
    const draft = { nominees: [{ name: 'A', phone: '0900' }] };
    const before = structuredClone(draft);
    fit(schema, draft);
    expect(draft).toEqual(before);
  });
});
