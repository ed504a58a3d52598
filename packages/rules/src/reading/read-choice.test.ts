import { expect, test } from 'vitest';
import { readChoice } from './read-choice.js';

const options = [
  { value: 'a', label: 'Hoàn thành xuất sắc nhiệm vụ' },
  { value: 'b', label: 'Hoàn thành tốt nhiệm vụ' },
  { value: 'c', label: 'Hòa giải' },
  { value: 'd', label: 'Khá' },
];

test.each([
  ['Khá', 'd'],
  ['  KHÁ ', 'd'],
  ['Kha\u0301', 'd'],
  ['khá.', 'd'],
  ['Khá\u200b', 'd'],
  ['Hoà giải', 'c'],
  ['hòa\u00a0giải', 'c'],
  ['2. Hoàn thành tốt nhiệm vụ', 'b'],
  ['- Khá', 'd'],
])('%j is that option', (typed, value) => expect(readChoice(typed, options)).toEqual({ value }));

test.each([
  ['Kha', ['d']],
  ['hoan thanh tot nhiem vu', ['b']],
  ['Hoàn thành', ['a', 'b']],
  ['tốt', ['b']],
  ['Khá tốt', ['d']],
  ['Yếu', []],
  ['Khách', []],
])('%j is asked about, with what may be meant', (typed, readings) =>
  expect(readChoice(typed, options)).toEqual({ doubt: 'choice', readings }),
);

test.each(['', ' ', '\u200b\u00a0'])('%j is nothing', (typed) =>
  expect(readChoice(typed, options)).toEqual({ value: null }),
);

test('an option that is a number is not taken for a mark before another', () => {
  const numbers = ['1. 2', '2'].map((label) => ({ value: label, label }));
  expect(readChoice('1. 2', numbers)).toEqual({ value: '1. 2' });
});
