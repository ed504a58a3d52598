import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fromLegacy, legacyEncoding, type LegacyEncoding } from './legacy-text.js';

interface Case {
  name: string;
  text: string;
  encoding: LegacyEncoding | null;
  unicode?: string;
}
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const cases = JSON.parse(readFileSync(path('../../test/legacy-text.json'), 'utf8')) as Case[];

describe('text of an old encoding', () => {
  test.each(cases)('$name', ({ text, encoding, unicode }) => {
    expect(legacyEncoding(text)).toBe(encoding);
    if (encoding) expect(fromLegacy(text, encoding)).toBe(unicode);
  });

  test('once read, it is no more', () => {
    for (const { encoding, unicode } of cases) if (encoding) expect(legacyEncoding(unicode!)).toBe(null);
  });

  // One word for each letter, as in the published tables of both encodings.
  test.each([
    [
      'TCVN3',
      'µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë ® Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö × Ý Ø Ü Þ',
      'à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị',
    ],
    [
      'TCVN3',
      'ß ã á â ä « å è æ ç é ¬ ê í ë ì î ï ó ñ ò ô \u00ad õ ø ö ÷ ù ú ý û ü þ',
      'ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ',
    ],
    [
      'VNI',
      'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ í ì æ ó ò yø yù yû yõ î',
      'à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ í ì ỉ ĩ ị ỳ ý ỷ ỹ ỵ',
    ],
    [
      'VNI',
      'oø où oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï eø eâ eà eá',
      'ò ó ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự è ê ề ế',
    ],
  ] as const)('%s: %s', (encoding, text, unicode) => {
    const words = text.split(' ').map((letter) => `l${letter}`);
    expect(fromLegacy(words.join(' '), encoding)).toBe(
      unicode
        .split(' ')
        .map((letter) => `l${letter}`)
        .join(' '),
    );
  });

  test('nothing of the packs is taken for one', () => {
    for (const name of readdirSync(path('../../packs'))) {
      const lines = readFileSync(path(`../../packs/${name}`), 'utf8').split('\n');
      expect(lines.filter((line) => legacyEncoding(line) !== null)).toEqual([]);
    }
  });

  test('a long text of one word without an end is read in time', () => {
    const long = 'é'.repeat(200_000);
    expect(legacyEncoding(`${long} ${'aá '.repeat(100_000)}`)).toBe(null);
  });
});
