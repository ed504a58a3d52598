import { normalized } from '../reading/normalized.js';
import { vocabulary } from '../strings/vocabulary.js';
import { inSentence } from '../text.js';

/**
 * What a nomination is for, as its title or label says it within a sentence.
 *
 * @param said "Giới thiệu học sinh dự thi cấp tỉnh"
 * @returns "giới thiệu học sinh dự thi cấp tỉnh"; undefined if it does not begin with a word for what is done
 */
export function purposeIn(said: string): string | undefined {
  const phrase = inSentence(normalized(said));
  return vocabulary.purposes.some((verb) => phrase.startsWith(`${verb} `)) ? phrase : undefined;
}
