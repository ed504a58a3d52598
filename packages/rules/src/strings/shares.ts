import { grouped } from '../grouped.js';
import type { Bound } from '../rulebook.js';
import { inSentence, type Lang } from '../text.js';

/** "15%" as the pack gives it, else "2/3". */
export const partInWords = ({
  part,
  percent,
}: Pick<Extract<Bound, { readonly round: string }>, 'part' | 'percent'>): string =>
  percent === undefined ? part.join('/') : `${grouped(percent)}%`;

/** A share of members in words, for quotas, their findings and the committee's desk. */
export interface SharesStrings {
  /**
   * @param part "15%" or "2/3"
   * @param of what it is a share of; if absent, the members
   */
  part: (part: string, round: string, of?: string) => string;
  round: Record<'down' | 'up' | 'nearest', string>;
}

export const shares: Record<Lang, SharesStrings> = {
  vi: {
    part: (part, round, of = 'số đảng viên, hội viên') => `${part} ${inSentence(of)} (${round})`,
    round: { down: 'làm tròn xuống', up: 'làm tròn lên', nearest: 'làm tròn' },
  },
  en: {
    part: (part, round, of = 'the members') => `${part} of ${inSentence(of)} (${round})`,
    round: { down: 'rounded down', up: 'rounded up', nearest: 'rounded' },
  },
};
