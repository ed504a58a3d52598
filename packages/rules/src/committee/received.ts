import type { AuthenticatedUnit } from '../finding.js';
import type { Kind } from '../submission.js';

/** What came in, when, from whom: one item of a campaign. Of several by one unit the highest revision counts, then the latest. */
export interface Received {
  /** anything at all: it is judged before anything in it is used */
  readonly submission: unknown;
  /** ISO 8601 instant with an offset at which the server received it; a returned one: its first arrival */
  readonly at: string;
  /** the unit as the host authenticated it; left out, the unit that the submission names */
  readonly unit?: AuthenticatedUnit | null | undefined;
  /** how to name it to people, such as a file; left out, its position in the stream */
  readonly source?: string | undefined;
}

/** A unit of the committee's own list: who is expected to answer. */
export interface RosterUnit {
  readonly id: string;
  readonly group: string;
  readonly name?: string | null | undefined;
}

/** Why something that came in was not counted. */
export type LeftOutReason = 'invalid' | 'superseded' | 'exempt' | 'other-form' | 'other-period' | 'unreadable';

/** A submission that is not part of the result, and why. */
export interface LeftOut {
  /** position in the stream, or what `Received.source` says */
  readonly source: number | string;
  readonly unit?: string;
  readonly reason: LeftOutReason;
}

/** One entry of the committee's own list of awards given before. */
export interface PastAward {
  readonly kind: Kind;
  readonly name: string;
  /** id of an award of the pack */
  readonly award: string;
  readonly year: number;
}
