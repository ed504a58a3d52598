import { mayComeAgain } from './desk.js';
import type { Standing } from './desk.js';
import type { Body } from './directory.js';
import type { Portal } from './portal.js';
import type { Place } from './stored.js';

/** What holds for a submission that was given back and may still come again: nothing of it where it may not. */
export interface ComingAgain {
  /** instant before which it may come */
  until?: string;
  /** instant as of which it is judged: its first arrival, for the time that the committee took is not the unit's */
  judgedAt?: string;
}

export async function comingAgain(
  { store }: Pick<Portal, 'store'>,
  { clock }: Body,
  place: Place,
  standing: Standing,
): Promise<ComingAgain> {
  if (!standing.returned || !mayComeAgain(standing, clock.now())) return {};
  const first = (await store.history(place)).filter(({ stale }) => !stale).at(-1);
  return { until: standing.returned.until, ...(first && { judgedAt: first.judgedAt }) };
}
