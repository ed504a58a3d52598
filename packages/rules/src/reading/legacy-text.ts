import {
  CAPITAL_AND_SMALL,
  CLOSING,
  SYLLABLE,
  TCVN3,
  UNICODE_ONLY,
  VNI_LETTERS,
  VNI_MARKS,
  VNI_SIGNS,
} from './strings/legacy-letters.js';
import { normalized } from './normalized.js';

/** Pre-Unicode encodings that still arrive by pasting, in which the same codes mean other letters. */
export type LegacyEncoding = 'TCVN3' | 'VNI';

/**
 * Detects the encoding of a text typed in an old font, such as .VnTime or VNI-Times.
 *
 * A word is evidence for an encoding if it is not a Vietnamese syllable as is, but becomes one when decoded. There must
 * be at least two different such words, and three times as many as words that fit no encoding. Surrounding lines of
 * Unicode Vietnamese are ignored, since old files are pasted into new ones.
 *
 * @returns null for Unicode, for other languages, and for texts that are too short to be sure
 */
export function legacyEncoding(text: string): LegacyEncoding | null {
  if (!FOREIGN.test(text)) return null;
  const found = (['TCVN3', 'VNI'] as const).map((encoding) => {
    const lines = text.split('\n').map((line) => readLine(line, encoding));
    const old = lines.filter((line) => !line.isUnicode);
    const hits = new Set(old.flatMap((line) => line.hits));
    const misses = new Set(old.flatMap((line) => line.misses));
    return { encoding, hits: hits.size, sure: hits.size > 1 && hits.size >= 3 * misses.size };
  });
  const [best] = found.filter(({ sure }) => sure).sort((one, other) => other.hits - one.hits);
  return best?.encoding ?? null;
}

/** Decodes a text in an old encoding; lines of Unicode Vietnamese, and words with Unicode-only letters, are kept. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  const lines = text.split('\n').map((line) => ({ line, ...readLine(line, encoding) }));
  const mixed = lines.some(({ isUnicode }) => isUnicode);
  return lines
    .map(({ line, isUnicode, hits }) =>
      isUnicode || (mixed && hits.length === 0) ? line : line.replace(WORD, (word) => converted(word, encoding)),
    )
    .join('\n');
}

/** Letters, and characters that represent letters in TCVN3, including the soft hyphen (ư). */
const WORD = /[a-z\u00a1-\u024f\u1ea0-\u1ef9]+/gi;
const FOREIGN = /[\u00a1-\u00ff]/;

interface Line {
  /** most of its words are Vietnamese as is, with letters that exist only in Unicode */
  readonly isUnicode: boolean;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

function readLine(line: string, encoding: LegacyEncoding): Line {
  const hits: string[] = [];
  const misses: string[] = [];
  let unicode = 0;
  for (const [word] of normalized(line).matchAll(WORD)) {
    if (UNICODE_ONLY.test(word)) unicode += 1;
    // A symbol alone may be a bullet, a quote or a degree sign.
    else if (FOREIGN.test(word) && /[a-z]/i.test(word) && !isSyllable(word)) {
      (isSyllable(converted(word, encoding)) ? hits : misses).push(word);
    }
  }
  return { isUnicode: unicode > hits.length, hits, misses };
}

function converted(word: string, encoding: LegacyEncoding): string {
  if (!FOREIGN.test(word) || UNICODE_ONLY.test(word) || /^[·©«»¨°]+$/.test(word)) return word;
  return encoding === 'TCVN3' ? fromTcvn3(word) : fromVni(word);
}

/** TCVN3 has no capitals with tones. Converters write the capital, then the small letter with the tone: `A¶` is Ả. */
function fromTcvn3(word: string): string {
  const read = word.replace(/[^a-z]/gi, (letter) => TCVN3[letter] ?? letter);
  return read.replace(CAPITAL_AND_SMALL, (both, capital: string, small: string) =>
    normalized(normalized(small, 'NFD').replace(TONES, '')) === capital.toLowerCase() ? small.toUpperCase() : both,
  );
}

function fromVni(word: string): string {
  const read = word.replace(VNI_SIGNS, (letter: string, vowel?: string, mark?: string) =>
    vowel && mark ? (VNI_LETTERS[vowel] ?? vowel) + VNI_MARKS[mark.toLowerCase()]! : (VNI_LETTERS[letter] ?? letter),
  );
  return normalized(read);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word could be one Vietnamese syllable in Unicode, whichever vowel carries the tone. */
function isSyllable(word: string): boolean {
  const parts = normalized(word.toLowerCase(), 'NFD');
  const tones = parts.match(TONES)?.length ?? 0;
  const [, rime] = SYLLABLE.exec(normalized(parts.replace(TONES, ''))) ?? [];
  if (rime === undefined || tones > 1) return false;
  const lastBearsIt = /[\u0300\u0301\u0303\u0309\u0323][\u0302\u0306\u031b]*$/.test(parts);
  return !(lastBearsIt && CLOSING.test(rime));
}
