import { expect, test } from 'vitest';
import { readYesNo } from './read-yes-no.js';

test.each([
  'x',
  'X',
  ' x ',
  'v',
  'V',
  '√',
  '✓',
  '✔\ufe0f',
  '☑',
  'có',
  'Có',
  'CÓ.',
  'co\u0301',
  'đã có',
  '(x)',
  '[x]',
  '1',
  '+',
  'x\u200b',
  'ｘ',
])('%j is yes', (typed) => expect(readYesNo(typed)).toEqual({ value: true }));

test.each(['-', '–', '0', 'không', 'KHÔNG', 'Ko', 'chưa có', '☐'])('%j is no', (typed) =>
  expect(readYesNo(typed)).toEqual({ value: false }),
);

test.each(['', ' ', '\u00a0', '\u200b', '\ufeff', '\u3164', '( )', '[ ]'])('%j is nothing', (typed) =>
  expect(readYesNo(typed)).toEqual({ value: null }),
);

test.each(['chưa rõ', 'xx', 'có thể', '2', '?', 'x (một phần)'])('%j is asked about', (typed) =>
  expect(readYesNo(typed)).toEqual({ doubt: 'yes-no', readings: [] }),
);
