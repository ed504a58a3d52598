import { describe, expect, test } from 'vitest';
import { sheetName } from './workbook.js';

describe('names of sheets are ones that Excel takes', () => {
  const long = 'Đảng ủy xã Minh Khai, huyện';
  test.each<[what: string, wanted: readonly string[], names: readonly string[]]>([
    ['as it is', ['Huyện ủy A'], ['Huyện ủy A']],
    ['signs that mean something in formulas', ['[A]: B/C\\D*?'], ['A B C D']],
    ['nothing left', ['', '***'], ['–', '– (2)']],
    ['the same again, in capitals too', ['Xã A', 'Xã A', 'XÃ A'], ['Xã A', 'Xã A (2)', 'XÃ A (3)']],
    ['marks stored apart', ['Xã Ấ', 'Xã Ấ'.normalize('NFD')], ['Xã Ấ', 'Xã Ấ (2)']],
    ['the name that Excel keeps for itself', ['History', 'history'], ['History (2)', 'history (3)']],
    ['signs that are not printed', ['Xã A', 'Xã\u00a0\u0001 A\u200e'], ['Xã A', 'Xã A (2)']],
    ['quotes at the ends', ["'Xã A'"], ['Xã A']],
    ['a quote where it is cut', [`${long} A'B C`, `${long} A'B D`], [`${long} A'B`.slice(0, 31), `${long} (2)`]],
    ['a quote that would stand last', [`${long} AB' C`], [`${long} AB`]],
    ['a letter of two parts that would be cut', [`${long} AB\u{20000}`], [`${long} AB`]],
  ])('%s', (_, wanted, names) => {
    const taken = new Set<string>();
    expect(wanted.map((name) => sheetName(name, taken))).toEqual(names);
  });
});
