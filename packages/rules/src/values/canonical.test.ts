import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { packs } from '../../test/lib/packs.js';
import { canonicalJson } from './canonical.js';
import { compile } from '../compile/compile.js';
import { parsePack } from '../pack/parse-pack.js';

describe('canonical JSON (RFC 8785)', () => {
  test('section 3.2.2: literals, numbers and text as ECMAScript prints them', () => {
    const input = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as unknown;
    expect(canonicalJson(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('section 3.2.3: members in the order of UTF-16 code units', () => {
    const input = JSON.parse(
      String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    ) as object;
    const sorted = JSON.parse(canonicalJson(input)) as object;
    expect(
      canonicalJson(input)
        .match(/:"([^"]+)"/g)!
        .map((value) => value.slice(2, -1)),
    ).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(sorted).toEqual(input);
  });

  test.each([
    ['minus zero', -0, '0'],
    ['the largest whole number', Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ['1e21', 1e21, '1e+21'],
    ['1e-7', 1e-7, '1e-7'],
    ['an empty list', [], '[]'],
    ['an empty object', {}, '{}'],
    ['keys that are numbers come as text', { b: 1, 10: 2, 9: 3 }, '{"10":2,"9":3,"b":1}'],
    ['within lists and objects too', [{ b: [{ d: 1, c: 2 }], a: null }], '[{"a":null,"b":[{"c":2,"d":1}]}]'],
    ['a member that is undefined is not there', { a: undefined, b: 1 }, '{"b":1}'],
    ['Vietnamese letters stay letters', { tên: 'Đảng ủy' }, '{"tên":"Đảng ủy"}'],
    ['__proto__ is a name like any other', JSON.parse('{"b":1,"__proto__":2}'), '{"__proto__":2,"b":1}'],
  ])('%s', (_name, value, text) => expect(canonicalJson(value)).toBe(text));

  test.each(packs.map((entry) => [entry.id, entry] as const))('same pack, same bytes: %s', (_id, { pack }) => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const readAgain = parsePack(JSON.parse(JSON.stringify(pack)));
    expect(sha256(canonicalJson(compile(readAgain)))).toBe(sha256(canonicalJson(compile(pack))));
  });
});
