import { describe, expect, test } from 'vitest';
import { SYMBOL_FONTS, type SymbolFont } from './strings/symbol-letters.js';
import { knownSigns, privateSigns, symbolFont, symbolText } from './symbol-text.js';

describe('text in a font of signs', () => {
  test.each<[font: SymbolFont, letters: string, seen: string]>([
    ['symbol', '³', '≥'],
    ['symbol', '£', '≤'],
    ['symbol', '¹', '≠'],
    ['symbol', '®', '→'],
    ['symbol', 'Þ', '⇒'],
    ['symbol', '\uf0b3', '≥'],
    ['symbol', 'a + b', 'α + β'],
    ['symbol', '·', '•'],
    ['symbol', '.', '.'],
    ['symbol', '95', '95'],
    ['symbol', 'ð', '\uf0f0'],
    ['wingdings', 'à', '→'],
    ['wingdings', 'è', '➔'],
    ['wingdings', 'ß', '←'],
    ['wingdings', 'ü', '✓'],
    ['wingdings', 'þ', '☑'],
    ['wingdings', 'J', '☺'],
    ['wingdings', '§', '▪'],
    ['wingdings', '\u201a', '②'],
    ['wingdings', '‡', '⑦'],
    ['wingdings', 'Z', '\uf05a'],
    ['wingdings 2', 'P', '✓'],
    ['wingdings 3', 'g', '\uf067'],
    ['wingdings', 'ế\u00a0đ', 'ế\u00a0đ'],
  ])('%s: “%s” was seen as “%s”', (font, letters, seen) => expect(symbolText(letters, font)).toBe(seen));

  test('every place of Symbol is where Adobe has it', () => {
    const { symbol } = SYMBOL_FONTS;
    const samples = {
      0x22: '∀',
      0x40: '≅',
      0x57: 'Ω',
      0x5c: '∴',
      0x61: 'α',
      0x7a: 'ζ',
      0x7e: '∼',
      0xa0: '€',
      0xa5: '∞',
    };
    const more = { 0xb0: '°', 0xbf: '↵', 0xc6: '∅', 0xd0: '∠', 0xd6: '√', 0xe0: '◊', 0xe5: '∑', 0xf2: '∫', 0xfe: '⎭' };
    for (const [place, sign] of Object.entries({ ...samples, ...more })) expect(symbol.get(Number(place))).toBe(sign);
    expect(symbol.size).toBe(95 + 95 - 1);
  });
});

test.each([
  ['"Wingdings 2"', 'wingdings 2'],
  ["'Symbol'", 'symbol'],
  [' SYMBOL ', 'symbol'],
  ['Times New Roman', null],
  ['Segoe UI Symbol', null],
  ['constructor', null],
])('the font %s is %s', (name, font) => expect(symbolFont(name)).toBe(font));

test.each<[text: string, known: string, left: string[]]>([
  ['Tỷ lệ \uf0b3 95%', 'Tỷ lệ ≥ 95%', []],
  ['\uf0fc Đạt, \uf0a3 5 %', '✓ Đạt, ≤ 5 %', []],
  ['\uf0d8 Kết quả \uf0e0 tốt', '➢ Kết quả → tốt', []],
  ['a \uf045 b \ue123 c \uf045', 'a \uf045 b \ue123 c \uf045', ['\uf045', '\ue123']],
  ['Đảng ủy', 'Đảng ủy', []],
])('“%s”', (text, known, left) => {
  expect(knownSigns(text)).toBe(known);
  expect(privateSigns(known)).toEqual(left);
});
