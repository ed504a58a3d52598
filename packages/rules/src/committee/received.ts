import type { AuthenticatedUnit } from '../finding.js';
import type { CheckOptions } from '../judge/check.js';
import type { Kind } from '../submission.js';

/** Something received in a campaign: what, when, from whom. Per unit, the highest revision counts, then the latest. */
export interface Received {
  /** untrusted; judged before any of it is used */
  readonly submission: unknown;
  /** ISO 8601 instant with an offset at which the server received it; for a returned submission, its first arrival */
  readonly at: string;
  /** the unit as authenticated by the host; if absent, the unit that the submission names */
  readonly unit?: AuthenticatedUnit | null | undefined;
  /** what the host knows of the unit, and the receiver that it judges for; see `CheckOptions` */
  readonly given?: CheckOptions['given'];
  readonly receiver?: string | null | undefined;
  /** name shown to people, such as a file name; if absent, its position in the stream */
  readonly source?: string | undefined;
}

/** A unit of the committee's own list: who is expected to answer. */
export interface RosterUnit {
  readonly id: string;
  readonly group: string;
  readonly name?: string | null | undefined;
}

/** Why a submission was not counted. */
export type LeftOutReason = 'invalid' | 'superseded' | 'exempt' | 'other-form' | 'other-period' | 'unreadable';

/** A submission that is not part of the result, and the reason. */
export interface LeftOut {
  /** position in the stream, or `Received.source` if given */
  readonly source: number | string;
  readonly unit?: string;
  readonly reason: LeftOutReason;
}

/** One entry of the committee's list of past awards. */
export interface PastAward {
  readonly kind: Kind;
  readonly name: string;
  /** id of an award of the pack */
  readonly award: string;
  readonly year: number;
}
