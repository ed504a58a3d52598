import { mayComeAgain } from './desk.js';
import type { Standing } from './desk.js';
import type { Body } from './directory.js';
import type { Portal } from './portal.js';
import type { Place } from './stored.js';

/** Rules for a returned submission that may still be sent again; empty if it may not. */
export interface ComingAgain {
  /** instant before which it must be sent */
  until?: string;
  /** instant to judge by: its first arrival, since the committee's time must not count against the unit */
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
