import { expect, test } from 'vitest';
import { seenText } from './unseen-signs.js';

test.each<[what: string, given: string, seen: string]>([
  ['decomposed letters', 'Đảng ủy'.normalize('NFD'), 'Đảng ủy'],
  ['blanks of other widths', 'a\u00a0b\u2003c\u202fd\u3000e', 'a b c d e'],
  ['zero-width blanks and joiners', 'Ng\u200bu\u200cy\u200dễ\u2060n\ufeff', 'Nguyễn'],
  ['marks of direction', '\u202eTrần\u202c \u200eMẫu\u2069', 'Trần Mẫu'],
  ['fillers', 'a\u3164\uffa0\u115f', 'a'],
  ['the variant of a sign', '☑\ufe0f', '☑'],
  ['the place of a picture', 'a\ufffcb', 'ab'],
  ['control characters', 'a\u0000\u0007\u001b\u009fb', 'ab'],
  ['halves of characters, whole ones stay', '\ud83d😀\ude00', '😀'],
  ['tags', 'a\u{e0041}', 'a'],
  ['line ends of every program', 'a\r\nb\rc\u2028d\u2029e\vf\fg\u0085h', 'a\nb\nc\nd\ne\nf\ng\nh'],
  ['tabs', 'a\tb', 'a\tb'],
  ['ư of TCVN3', 'Tr­êng', 'Tr­êng'],
  ['signs of a font', 'Tỷ lệ \uf0b3 95%', 'Tỷ lệ ≥ 95%'],
  ['signs of a font that are not known', '\uf045', '\uf045'],
])('%s', (_, given, seen) => {
  expect(seenText(given)).toBe(seen);
  expect(seenText(seen)).toBe(seen);
});
