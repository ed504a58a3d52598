/**
 * Letters of fonts of signs, by their place in the font; a dot where there is no sign, or none in Unicode that everybody
 * has. Office programs write such a sign as a letter of Latin-1 and name the font, or as U+F000 and its place.
 *
 * @source Symbol: Adobe's encoding of the font, as Unicode's mapping `VENDORS/ADOBE/symbol.txt` has it.
 *   Wingdings: what Unicode 7.0 encoded of them, in older signs of the same look where a machine of 2010 has no others.
 */
const SYMBOL =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼' +
  `${'.'.repeat(33)}€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪.⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭`;

const WINGDINGS: Readonly<Record<number, string>> = {
  0x21: '✏✂✁',
  0x28: '☎',
  0x2a: '✉',
  0x41: '✌',
  0x4a: '☺',
  0x4c: '☹',
  0x52: '☼',
  0x54: '❄',
  0x6c: '●',
  0x6e: '■□',
  0x71: '❑❒⬧⧫◆❖⬥☒',
  0x80: '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿',
  0x9e: '·•▪○',
  0xa4: '◉◎',
  0xa7: '▪◻',
  0xaa: '✦★✶✴✹✵',
  0xb5: '✪✰',
  0xd5: '⌫⌦',
  0xd8: '➢',
  0xdf: '←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⇔⇳',
  0xfb: '✗✓☒☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = { 0x4f: '✗✓☒☑☒', 0xa3: '☐' };
const WEBDINGS: Readonly<Record<number, string>> = { 0x61: '✔', 0x63: '□', 0x67: '■', 0x6e: '●' };

/** Fonts of signs, by the name in small letters. */
export type SymbolFont = 'symbol' | 'wingdings' | 'wingdings 2' | 'wingdings 3' | 'webdings';

export const SYMBOL_FONTS: Readonly<Record<SymbolFont, ReadonlyMap<number, string>>> = {
  symbol: signsOf({ 0x20: SYMBOL }),
  wingdings: signsOf(WINGDINGS),
  'wingdings 2': signsOf(WINGDINGS_2),
  'wingdings 3': new Map(),
  webdings: signsOf(WEBDINGS),
};

/**
 * Signs of U+F000 and up whose font nobody said, as a text copied from a PDF has them: those that one font alone uses in
 * the writing of offices. F06E, a bullet of Wingdings and ν of Symbol, is a bullet: nobody reports in Greek.
 */
export const SIGNS_WITHOUT_FONT: ReadonlyMap<number, string> = new Map([
  ...pick('symbol', '2b 2d 3c 3d 3e 5b 5d a3 a5 ae b0 b1 b3 b4 b7 b8 b9 ba bb bc de e5'),
  ...pick('wingdings', '6c 6e 6f 71 72 76 78 a7 a8 d8 df e0 e8 ef f0 fb fc fd fe'),
]);

function signsOf(runs: Readonly<Record<number, string>>): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(runs).flatMap(([first, signs]) =>
      [...signs].flatMap((sign, index): [number, string][] =>
        sign === '.' && Number(first) + index !== 0x2e ? [] : [[Number(first) + index, sign]],
      ),
    ),
  );
}

function pick(font: SymbolFont, places: string): [number, string][] {
  return places.split(' ').map((place) => [parseInt(place, 16), SYMBOL_FONTS[font].get(parseInt(place, 16))!]);
}

/** What the places 80–9F are in the encoding of Windows, by which programs turn them into Unicode. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
