import { expect, test } from 'vitest';
import { readNumber } from './read-number.js';
import { loweredText, raisedText, struckText } from './shown-text.js';

test.each<[look: (text: string) => string, text: string, shown: string]>([
  [raisedText, '3', '³'],
  [raisedText, '-12', '⁻¹²'],
  [raisedText, '(1)', '⁽¹⁾'],
  [raisedText, ' 2 ', ' ² '],
  [raisedText, 'o', '°'],
  [raisedText, 'n', 'ⁿ'],
  [raisedText, '1,2', '[1,2]'],
  [raisedText, '[1]', '[1]'],
  [raisedText, '*', '*'],
  [raisedText, 'th', 'th'],
  [raisedText, 'ni dung', 'ni dung'],
  [raisedText, '', ''],
  [loweredText, '2', '₂'],
  [loweredText, 'max', 'max'],
  [struckText, '12', '[gạch bỏ: 12]'],
  [struckText, ' hai $& ', ' [gạch bỏ: hai $&] '],
  [struckText, ' ', ' '],
])('%o of “%s” is “%s”', (look, text, shown) => expect(look(text)).toBe(shown));

test.each([
  `120${raisedText('1')}`,
  raisedText('5'),
  `2${loweredText('2')}`,
  `${struckText('12')}15`,
  struckText('150'),
])('nobody reads a number in %s', (text) => {
  expect(readNumber('count', text)).toHaveProperty('doubt', 'words');
  expect(readNumber('percent', `${text}%`)).toHaveProperty('doubt', 'words');
});
