import type { Submission } from '@kl01/rules';

/** Everything an officer has typed, pasted or chosen here. */
export interface Work {
  readonly submission: Submission;
  readonly files: ReadonlyMap<string, File>;
  /** data kept with the submission that would not be sent, such as a pasted report not yet split */
  readonly beside: unknown;
}
