import { describe, expect, test } from 'vitest';
import { defineLazily } from '../committee/lazy.js';
import { jsonParts } from './json-parts.js';

const written = (value: unknown, levels?: number) => [...jsonParts(value, levels)].join('');

describe('JSON in parts', () => {
  test.each<[name: string, value: unknown, text: string]>([
    ['nothing', null, 'null'],
    ['a text with a quote', 'a"b', '"a\\"b"'],
    ['an empty record, an empty list', { a: {}, b: [] }, '{\n  "a": {},\n  "b": []\n}'],
    ['what is left out', { a: undefined, b: 1 }, '{\n  "b": 1\n}'],
    [
      'four levels on lines of their own',
      { a: [{ b: { c: 1 } }] },
      '{\n  "a": [\n    {\n      "b": {\n        "c": 1\n      }\n    }\n  ]\n}',
    ],
    [
      'a fifth on one line',
      { a: { b: { c: { d: { e: [1, null] } } } } },
      '{\n  "a": {\n    "b": {\n      "c": {\n        "d": {"e":[1,null]}\n      }\n    }\n  }\n}',
    ],
  ])('%s', (_, value, text) => expect(written(value)).toBe(text));

  test.each([0, 1, 2, 3, 4])(
    'whatever is made when it is read is written as if it had been there: %i levels',
    (levels) => {
      const items = [
        { unit: 'b', text: 'Chữ "trong" ngoặc' },
        { unit: 'a', text: null },
      ];
      const members = { '7': 1, ['__proto__']: 2, 'a"b': 3 };
      const made = defineLazily(defineLazily({ value: 4 }, 'list', { list: () => items }), 'by', {
        record: () => Object.entries(members),
      });
      expect(written({ made }, levels)).toBe(written({ made: { value: 4, list: items, by: members } }, levels));
      const none = defineLazily({ value: null }, 'by', { record: () => [] });
      expect(written({ none }, levels)).toBe(written({ none: { value: null, by: {} } }, levels));
    },
  );

  test('of what is made when it is read only one item is there at a time', () => {
    let made = 0;
    const large = defineLazily({}, 'list', {
      *list() {
        for (; made < 1000; made++) yield { text: 'x' };
      },
    });
    const parts = jsonParts(large);
    for (let read = 0; read < 10; read++) parts.next();
    expect(made).toBeLessThan(10);
    expect([...parts].join('').match(/"text"/g)?.length).toBeGreaterThan(900);
  });
});
