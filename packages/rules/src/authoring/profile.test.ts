import { describe, expect, test } from 'vitest';
import { outsideProfile, schemaOutsideProfile } from './profile.js';
import type { Logic, Rule, Schema } from '../rulebook.js';

/** What `lint` refuses, because some library would judge it otherwise than the rest. */

const needs: Rule['needs'] = { 'item.members': 'integer', 'item.name': 'string' };
const kind: Logic = { '===': [{ var: 'item.kind' }, 'individual'] };
const members: Logic = { var: 'item.members' };

describe('logic within the profile', () => {
  test.each<[string, Logic]>([
    ['texts compared', kind],
    ['numbers that needs has made sure of', { '<=': [{ '*': [members, 2] }, 40] }],
    [
      'a number asked for before',
      { and: [{ '!==': [{ var: 'item.age' }, null] }, { '>=': [{ var: 'item.age' }, 18] }] },
    ],
    [
      'a list counted',
      {
        '>=': [
          {
            reduce: [
              { filter: [{ var: 'item.files' }, { '!==': [{ var: 'name' }, null] }] },
              { '+': [{ var: 'accumulator' }, 1] },
              0,
            ],
          },
          1,
        ],
      },
    ],
    ['either of two values', { '===': [{ if: [kind, 'a', 'b'] }, 'a'] }],
    ['a test that depends on another', { and: [{ if: [kind, { '!': [kind] }, true] }, kind] }],
  ])('%s', (_name, assert) => expect(outsideProfile({ assert, needs })).toEqual([]));
});

describe('logic outside of it', () => {
  test.each<[string, Logic, string]>([
    ['an operator of some engines', { in: [{ var: 'item.name' }, 'ABC'] }, '"in"'],
    [
      'letters counted in bytes, code units or code points',
      { '===': [{ substr: [{ var: 'item.name' }, 0, 2] }, 'Đỗ'] },
      '"substr"',
    ],
    ['a rest, which has the sign of either side', { '<=': [{ '%': [members, 3] }, 0] }, '"%"'],
    ['a quotient, which may be a fraction or none', { '<=': [{ '/': [members, 2] }, 3] }, '"/"'],
    ['two operators in one object', { '!': [kind], or: [kind, kind] }, 'not one operation'],
    ['a fraction', { '<=': [members, 0.5] }, '0.5'],
    ['a path made by logic', { '===': [{ var: [{ var: 'item.kind' }] }, 'x'] }, 'plain text'],
    ['the length of a text', { '>=': [{ var: 'item.name.length' }, 2] }, 'item.name.length'],
    ['a number that may be missing', { '>=': [{ var: 'item.age' }, 18] }, 'may be missing'],
    ['a number compared for identity', { '===': [members, 2] }, 'with a number'],
    ['a value taken for true', { and: [{ var: 'item.name' }, kind] }, 'true or false'],
    ['a value turned into its opposite', { '!': [{ var: 'item.name' }] }, 'true or false'],
    ['a number as a condition', { if: [members, true, false] }, 'true or false'],
    ['values of a condition taken for true', { or: [{ if: [kind, 'a', 'b'] }, kind] }, 'true or false'],
    ['items kept for a value of theirs', { some: [{ var: 'item.files' }, { var: 'name' }] }, 'true or false'],
    [
      'a sum of what only the same "and" makes sure of',
      { and: [{ '!==': [{ var: 'item.age' }, null] }, { '>=': [{ '+': [{ var: 'item.age' }, 1] }, 18] }] },
      'may be missing',
    ],
    [
      'a list counted from another number than 0',
      { '>=': [{ reduce: [{ var: 'item.files' }, { '+': [{ var: 'accumulator' }, 1] }, 5] }, 6] },
      'start at 0',
    ],
    ['a constant asked of each item', { some: [{ var: 'item.files' }, true] }, 'constant'],
    [
      'a path around the list',
      { some: [{ var: 'item.files' }, { '===': [{ var: 'item.kind' }, 'x'] }] },
      'inside "some"',
    ],
    ['a conjunction of one', { and: [kind] }, 'one operand'],
  ])('%s', (_name, assert, said) => {
    expect(outsideProfile({ assert, needs }).join()).toContain(said);
  });
});

const text: Schema = { type: ['string', 'null'], maxLength: 10, pattern: '[^ ]' };

test.each<[string, Schema, string]>([
  ['a keyword of later drafts', { ...text, const: 'x' } as Schema, 'keyword "const"'],
  ['a pattern without a longest text', { type: 'string', pattern: '^a$' }, 'without "maxLength"'],
  ['a class of letters', { ...text, pattern: '^\\d+$' }, 'class of letters'],
  ['values of several types', { type: ['string', 'number'], minimum: 0, maximum: 1 }, 'several types'],
  ['numbers to choose from', { type: 'number', enum: [null], minimum: 0, maximum: 1 }, 'no text'],
  ['a number without limits', { type: 'number', minimum: 0 }, 'number without limits'],
  ['a list of any length', { type: 'array', items: text }, 'without "maxItems"'],
  ['the same below', { type: 'object', properties: { a: { type: 'array', items: text } } }, '/a: a list'],
])('a schema with %s is outside of it', (_name, schema, said) => {
  expect(schemaOutsideProfile(schema).join()).toContain(said);
});
