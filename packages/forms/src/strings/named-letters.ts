/** Names of the Latin-1 letters, from U+00A0 on: LibreOffice uses them for Vietnamese where it can. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

/** The other names of HTML 4, which office programs write, and some HTML 5 names of the same characters. */
const OTHERS =
  'Abreve Ă abreve ă Dstrok Đ dstrok đ Itilde Ĩ itilde ĩ Utilde Ũ utilde ũ OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ ' +
  'circ ˆ tilde ˜ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ ' +
  'Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ ' +
  'eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ ' +
  'psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ ndash – mdash — horbar ― lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † ' +
  'Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘ real ℜ trade ™ ' +
  'numero № alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ ' +
  'empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ ' +
  'int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ leq ≤ ge ≥ geq ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ ' +
  'perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang 〈 rang 〉 loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ half ½ check ✓ ' +
  "cross ✗ star ☆ starf ★ squ □ squf ▪ apos ' percnt % num # plus + equals = comma , period . colon : semi ; excl ! quest ? " +
  'lpar ( rpar ) lsqb [ rsqb ] lcub { rcub } sol / bsol \\ lowbar _ ast * commat @ dollar $ verbar | grave ` Hat ^ hyphen ‐ ' +
  'dash ‐ frac13 ⅓ frac23 ⅔ frac15 ⅕ frac25 ⅖ frac35 ⅗ frac45 ⅘ frac16 ⅙ frac56 ⅚ frac18 ⅛ frac38 ⅜ frac58 ⅝ frac78 ⅞';

/** Characters that cannot be in the list above: whitespace and invisible ones. */
const UNSEEN: Readonly<Record<string, string>> = {
  Tab: '\t',
  NewLine: '\n',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  NoBreak: '\u2060',
};

/** Names that HTML also accepts without a semicolon. */
const bare = new Map(
  LATIN.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
);
for (const [name, letter] of [
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
] as const)
  bare.set(name, letter);

const others = OTHERS.split(' ');
const named = new Map([
  ...bare,
  ...others.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, others[index + 1]!]] : [])),
  ...Object.entries(UNSEEN),
]);

/** The character for an HTML entity name; undefined if the name is unknown. */
export const namedLetter = (name: string, ends: boolean): string | undefined => (ends ? named : bare).get(name);
