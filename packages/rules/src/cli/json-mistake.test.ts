import { describe, expect, test } from 'vitest';
import { packs } from '../../test/lib/packs.js';
import { jsonMistake } from './json-mistake.js';

describe('what is JSON has no mistake', () => {
  test.each([
    '0',
    '-1.5e+3',
    '"\\u00e0\\""',
    'true',
    ' null ',
    '[]',
    '{}',
    '[{"a":[1,{}]},"x"]',
    '{"a":1,"b":{"c":[]}}',
  ])('%s', (text) => expect(jsonMistake(text)).toBeNull());
  test.each(packs.map(({ id, pack }) => [id, JSON.stringify(pack, null, 2)] as const))('%s', (_id, text) =>
    expect(jsonMistake(text)).toBeNull(),
  );
});

describe('the place of the first mistake', () => {
  test.each<[name: string, text: string, place: string]>([
    ['nothing', '', '1:1'],
    ['a word', 'hello', '1:1'],
    ['a comma too many in an object', '{\n  "a": 1,\n}', '3:1'],
    ['a comma too many in a list', '[1,]', '1:4'],
    ['a comma missing', '{\r\n  "a": 1\r\n  "b": 2\r\n}', '3:3'],
    ['single quotes', "{'a': 1}", '1:2'],
    ['a name without quotes', '{a: 1}', '1:2'],
    ['a comment', '{} // x', '1:4'],
    ['no end', '{"a": [1', '1:9'],
    ['another bracket', '[1}', '1:3'],
    ['a quote missing', '{"a": "x\n}', '1:7'],
    ['a leading zero', '[01]', '1:2'],
    ['typographer’s quotes', '{“a”: 1}', '1:2'],
    ['two values', '{} {}', '1:4'],
    ['a colon for a comma', '{"a":1:2}', '1:7'],
    ['no value', '{"a":}', '1:6'],
    ['Vietnamese before it', '{"tên": "Đảng bộ", }', '1:20'],
  ])('%s', (_name, text, place) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    const found = jsonMistake(text)!;
    expect(`${found.line}:${found.column}`).toBe(place);
  });
});

test.each([
  ['letters', 'a'.repeat(5_000_000)],
  ['escapes', '\\n'.repeat(2_500_000)],
])('a text of 5 MB of %s that nothing ends', (_name, text) =>
  expect(jsonMistake(`{"a":"${text}`)).toEqual({ line: 1, column: 6 }),
);
