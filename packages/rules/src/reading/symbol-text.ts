import { SIGNS_WITHOUT_FONT, SYMBOL_FONTS, WINDOWS_1252, type SymbolFont } from './strings/symbol-letters.js';

/** The font of signs that a name means, such as `"Wingdings 2"`; null for any other. */
export function symbolFont(name: string): SymbolFont | null {
  const plain = name.replace(/["']/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
  return Object.hasOwn(SYMBOL_FONTS, plain) ? (plain as SymbolFont) : null;
}

/**
 * A text set in a font of signs, in the signs that were seen. One that is not known becomes a private one (U+F000 and its
 * place in the font), never the letter that stands at this place in other fonts; `privateSigns` finds it. Letters that no
 * font of signs has, such as most of Vietnamese, were seen as they are.
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

/** Signs of fonts nobody named, as a text from a PDF has them, in Unicode where there is no doubt which. */
export const knownSigns = (text: string): string =>
  text.replace(/[\uf021-\uf0ff]/g, (sign) => SIGNS_WITHOUT_FONT.get(sign.charCodeAt(0) - 0xf000) ?? sign);

/** Signs that mean something in one font only (U+E000–F8FF): printed in another they are a gap. Each once. */
export const privateSigns = (text: string): string[] => [...new Set(text.match(/[\ue000-\uf8ff]/g))];

/** The place of a letter in a font of signs. */
function placeOf(letter: string): number | null {
  const code = letter.charCodeAt(0);
  if (code >= 0xf020 && code <= 0xf0ff) return code - 0xf000;
  if ((code >= 0x21 && code <= 0x7e) || (code >= 0xa1 && code <= 0xff)) return code;
  const windows = WINDOWS_1252.indexOf(letter);
  return windows < 0 ? null : 0x80 + windows;
}
