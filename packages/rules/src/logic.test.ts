import { expect, test } from 'vitest';
import { either, equals, every, given, not, parted, whenever } from './logic.js';

const condition = equals('item.kind', 'individual');
const body = given('item.name');

test('what `whenever` made is parted into the same condition and body', () => {
  for (const each of [body, either([body, condition]), every([body, condition]), not(body)]) {
    expect(parted(whenever(condition, each))).toEqual({ condition, body: each });
  }
  expect(parted(whenever(true, body))).toEqual({ condition: true, body });
});

test.each([
  ['a value', true],
  ['another operator', body],
  ['alternatives without a condition', either([body, condition])],
  ['a condition of three', { or: [not(condition), body, body] }],
  ['a negation of two', { or: [{ '!': [condition, body] }, body] }],
  ['two operators', { or: [not(condition), body], and: [] }],
])('%s is body as a whole', (_name, logic) => {
  expect(parted(logic)).toEqual({ condition: true, body: logic });
});

test('one part that is false decides the whole', () => {
  expect(every([body, false])).toBe(false);
  expect(either([body, true])).toBe(true);
});
