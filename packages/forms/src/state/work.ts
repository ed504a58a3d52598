import type { Submission } from '@kl01/rules';

/** Everything an officer has typed, pasted or chosen here. */
export interface Work {
  readonly submission: Submission;
  readonly files: ReadonlyMap<string, File>;
  /** what stands beside the submission and would not be sent, such as a report that is pasted and not yet parted */
  readonly beside: unknown;
}
