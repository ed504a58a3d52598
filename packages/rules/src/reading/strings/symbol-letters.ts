/**
 * Characters of symbol fonts by code; a dot if there is no character, or no widely supported one in Unicode. Office
 * programs write such a character as a Latin-1 letter plus the font's name, or as U+F000 plus its code.
 *
 * @source Symbol: Adobe's encoding of the font, from Unicode's mapping `VENDORS/ADOBE/symbol.txt`. Wingdings: the
 * characters that Unicode 7.0 added for it, or older ones of the same appearance if a machine of 2010 lacks them.
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

/** Symbol fonts, by lower-case name. */
export type SymbolFont = 'symbol' | 'wingdings' | 'wingdings 2' | 'wingdings 3' | 'webdings';

export const SYMBOL_FONTS: Readonly<Record<SymbolFont, ReadonlyMap<number, string>>> = {
  symbol: signsOf({ 0x20: SYMBOL }),
  wingdings: signsOf(WINGDINGS),
  'wingdings 2': signsOf(WINGDINGS_2),
  'wingdings 3': new Map(),
  webdings: signsOf(WEBDINGS),
};

/**
 * Characters from U+F000 up whose font is unknown, as in text copied from a PDF: only those that offices use from one
 * font alone. F06E, a bullet in Wingdings and ν in Symbol, is read as a bullet, since no one reports in Greek.
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

/** Codes 80–9F in the Windows encoding, which programs use to convert them to Unicode. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
