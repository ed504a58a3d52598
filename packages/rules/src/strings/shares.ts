import type { Lang } from '../text.js';

/** A share of members in words, as quotas, their findings and the committee's desk say it. */
export interface SharesStrings {
  percent: (percent: number, round: string) => string;
  round: Record<'down' | 'up' | 'nearest', string>;
}

export const shares: Record<Lang, SharesStrings> = {
  vi: {
    percent: (percent, round) => `${percent}% số đảng viên, hội viên (${round})`,
    round: { down: 'làm tròn xuống', up: 'làm tròn lên', nearest: 'làm tròn' },
  },
  en: {
    percent: (percent, round) => `${percent}% of the members (${round})`,
    round: { down: 'rounded down', up: 'rounded up', nearest: 'rounded' },
  },
};
