/** Encodings of the time before Unicode that still come in by pasting: the letters are there, but they are others. */
export type LegacyEncoding = 'TCVN3' | 'VNI';

/** Letters of Vietnamese that neither old encoding contains: where one stands, the text is Unicode. */
const UNICODE_ONLY = /[\u1ea0-\u1ef9ăđơưĂĐƠƯ]/;
/** Signs that TCVN3 (.VnTime) uses for letters, and that stand inside no word of Unicode Vietnamese. */
const TCVN3 = /(?<=\p{L})[µ¸¶·¹¨»¾¼½©®ª×«¬­¡¢§£¤¥¦Þßæçëîïñö÷ûüþÆÇËÎÏÑÖØÜ]|[µ¸¶·¹¨»¾¼½©®ª«¬¡¢§£¤¥¦](?=\p{L})/gu;
/** VNI writes a vowel and its tone as two letters: `aù` is á, `aâ` is â; and `ñ` is đ. */
const VNI = /[aeoy](?:[ùøûõïåäâ])|[uùö][ùøûõï]|(?<!\p{L})ñ(?=[a-zöôêâùøûõï])/giu;

/**
 * Names the encoding of a text that was typed in an old font.
 *
 * @returns null for Unicode, and where fewer than two places speak for another encoding
 */
export function legacyEncoding(text: string): LegacyEncoding | null {
  if (UNICODE_ONLY.test(text)) return null;
  const [tcvn3, vni] = [text.match(TCVN3)?.length ?? 0, text.match(VNI)?.length ?? 0];
  if (Math.max(tcvn3, vni) < 2) return null;
  return tcvn3 > vni ? 'TCVN3' : 'VNI';
}
