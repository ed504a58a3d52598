import type { Host, Post } from './host.js';
import { isSame, stateOf } from './host.js';
import type { PointId } from './points.js';
import type { Trial } from './trial.js';

/** What a group of points is tried with. */
export interface Trying {
  readonly trial: Trial;
  see(point: PointId, holds: boolean, seen: () => string): void;
  /** Posts what must be refused with one of these, and looks whether anything was stored all the same. */
  refused(point: PointId, post: Post, statuses: readonly number[]): ReturnType<Host['post']>;
}

/** Tries the points of one sort. What it throws is told of the points of that sort of which nothing was seen. */
export type Try = (trying: Trying) => Promise<void>;

export function tryingOf(trial: Trial, see: Trying['see']): Trying {
  return {
    trial,
    see,
    async refused(point, post, statuses) {
      const before = await stateOf(trial.host);
      const answer = await trial.host.post(post);
      see(point, statuses.includes(answer.status), () => String(answer.status));
      const after = await stateOf(trial.host);
      const isKept = before.revision === after.revision && isSame(before.submission, after.submission);
      see(point, isKept, () => `${answer.status}; revision ${before.revision} → ${after.revision}`);
      return answer;
    },
  };
}
