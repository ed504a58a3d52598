import { SIGNS_WITHOUT_FONT, SYMBOL_FONTS, WINDOWS_1252, type SymbolFont } from './strings/symbol-letters.js';

/** The symbol font that a name refers to, such as `"Wingdings 2"`; null for any other font. */
export function symbolFont(name: string): SymbolFont | null {
  const plain = name.replace(/["']/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
  return Object.hasOwn(SYMBOL_FONTS, plain) ? (plain as SymbolFont) : null;
}

/**
 * Converts text set in a symbol font to the characters that were shown. Unknown ones become private-use characters
 * (U+F000 plus the code), never the letter that other fonts show for the code; `privateSigns` finds them. Letters that
 * no symbol font contains, such as most Vietnamese ones, are kept, since they were shown as is.
 */
export function symbolText(text: string, font: SymbolFont): string {
  const signs = SYMBOL_FONTS[font];
  return [...text]
    .map((letter) => {
      const place = placeOf(letter);
      if (place === null || /\s/.test(letter)) return letter;
      return signs.get(place) ?? String.fromCharCode(0xf000 + place);
    })
    .join('');
}

/** Converts characters of unnamed symbol fonts, as in text from a PDF, to Unicode if the meaning is unambiguous. */
export const knownSigns = (text: string): string =>
  text.replace(/[\uf021-\uf0ff]/g, (sign) => SIGNS_WITHOUT_FONT.get(sign.charCodeAt(0) - 0xf000) ?? sign);

/** Private-use characters (U+E000–F8FF), with a meaning in one font only and gaps when printed in others. Each once. */
export const privateSigns = (text: string): string[] => [...new Set(text.match(/[\ue000-\uf8ff]/g))];

/** The code of a letter in a symbol font. */
function placeOf(letter: string): number | null {
  const code = letter.charCodeAt(0);
  if (code >= 0xf020 && code <= 0xf0ff) return code - 0xf000;
  if ((code >= 0x21 && code <= 0x7e) || (code >= 0xa1 && code <= 0xff)) return code;
  const windows = WINDOWS_1252.indexOf(letter);
  return windows < 0 ? null : 0x80 + windows;
}
