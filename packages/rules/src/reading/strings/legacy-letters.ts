/** Letters of Vietnamese and of pre-Unicode encodings: facts of the language, used by `legacy-text.ts`. */

/** Letters of Vietnamese that neither old encoding contains. */
export const UNICODE_ONLY = /[\u1ea0-\u1ef9ăđĩũơưĂĐĨŨƠƯ]/;

// --- TCVN3 (TCVN 5712:1993, third table; fonts .VnTime): one byte is one letter ----------------------------------------

export const TCVN3: Readonly<Record<string, string>> = table(
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦',
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ',
);

/** A capital followed by a lower-case letter with a tone. */
export const CAPITAL_AND_SMALL = /([AEIOUYĂÂÊÔƠƯ])([à-ỹ])/g;

// --- VNI for Windows (fonts VNI-Times): a vowel, then a letter for its marks ------------------------------------------

/** The marks that the second letter adds to the vowel, as Unicode combining marks, the tone last. */
export const VNI_MARKS: Readonly<Record<string, string>> = {
  ...table('ùøûõïêâ', '\u0301\u0300\u0309\u0303\u0323\u0306\u0302'),
  ...{ é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
  ...{ á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
};
export const VNI_LETTERS = table('ôöñíìæóòîÔÖÑÍÌÆÓÒÎ', 'ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ');

/** A vowel with its marks, or a single letter. */
export const VNI_SIGNS = /([aeouyôö])([ùøûõïêâéèúüëáàåãä])|[ôöñíìæóòî]/gi;

// --- Vietnamese syllables ------------------------------------------------------------------------------------------

export const SYLLABLE = new RegExp(
  '^(?:ngh?|g[hi]?|[kpt]h|ch|tr|nh|qu|[bcdđhklmnprstvx])?(' +
    '[uo]?(?:a(?:ch|n[gh]|[cimnoptuy])?|ă(?:ng|[cmnpt])|e(?:ng|[cmnopt])?)|' +
    'u?(?:â(?:ng|[cmnptuy])|ê(?:ch|n[gh]|[cmnptu])?|y(?:ch|nh|[ptua]|ê[nt])?|ơ[imnpt]?)|' +
    'i(?:ch|nh|[amnptu]|ê(?:ng|[cmnptu]))?|yê(?:ng|[mntu])|' +
    'o(?:ong|oc|ng|[cimnpt])?|ô(?:ng|[cimnpt])?|' +
    'u(?:ng|[acimnpt]|ô(?:ng|[cimnt]))?|ư(?:ng|[acimntu]|ơ(?:ng|[cimnptu]))?)$',
);
/** A vowel that only closes the syllable has no tone: `cáu`, never `caú`. */
export const CLOSING = /[aâeêiôơư]u$|[ae]o$|[aoôơuư]i$|[aâ]y$/;

function table(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, index) => [letter, [...to][index]!]));
}
