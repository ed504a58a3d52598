import { inSentence, type Lang } from '../text.js';

/** A share of members in words, for quotas, their findings and the committee's desk. */
export interface SharesStrings {
  /** @param of what it is a share of; if absent, the members */
  percent: (percent: number, round: string, of?: string) => string;
  round: Record<'down' | 'up' | 'nearest', string>;
}

export const shares: Record<Lang, SharesStrings> = {
  vi: {
    percent: (percent, round, of = 'số đảng viên, hội viên') => `${percent}% ${inSentence(of)} (${round})`,
    round: { down: 'làm tròn xuống', up: 'làm tròn lên', nearest: 'làm tròn' },
  },
  en: {
    percent: (percent, round, of = 'the members') => `${percent}% of ${inSentence(of)} (${round})`,
    round: { down: 'rounded down', up: 'rounded up', nearest: 'rounded' },
  },
};
