import { valueAt } from '@kl01/rules';
import type { Finding, Submission } from '@kl01/rules';
import type { FindingSource } from '../strings/said.js';
import { currentPointer, stableAddress } from './pointer.js';

/** A finding as a server sends it: not every backend says which values stand in its message. */
export type ReceivedFinding = Omit<Finding, 'params'> &
  Partial<Pick<Finding, 'params'>> & {
    /** left out: the server's */
    readonly from?: FindingSource | undefined;
  };

/** A finding as it is shown; without `from` it is the form's own. */
export type ShownFinding = Finding & { readonly from?: FindingSource | undefined };

/**
 * Which findings may be shown now. Nothing shouts before the officer had a chance to type: a finding of our own
 * shows once its place has been left or a submit was tried while it stood there. What the server found shows at
 * once, beside its field, until the value there changes.
 *
 * Places are remembered by stable address, so they stay with a nominee who is moved.
 */
export class ShownFindings {
  #received: { finding: ShownFinding; address: string; value: unknown }[] = [];

  /** The server's findings about the submission as it is now. */
  receive(findings: readonly ReceivedFinding[], submission: Submission): void {
    this.#received = findings.map((finding) => ({
      finding: { params: {}, ...finding, from: finding.from ?? 'server' },
      address: stableAddress(submission, finding.path),
      value: valueAt(submission, finding.path),
    }));
  }

  /**
   * Of our own what may be shown, without what the server said already.
   *
   * @param touched stable addresses of the places where the officer has been
   */
  ours(
    own: readonly Finding[],
    submission: Submission,
    { touched, received }: { touched: ReadonlySet<string>; received: readonly Finding[] },
  ): Finding[] {
    if (touched.size === 0) return [];
    const said = new Set(received.map(key));
    return own.filter((finding) => !said.has(key(finding)) && touched.has(stableAddress(submission, finding.path)));
  }

  /** What the server found and still stands. */
  received(submission: Submission): ShownFinding[] {
    return this.#received.flatMap(({ finding, address, value }) => {
      const path = currentPointer(submission, address);
      return path !== null && valueAt(submission, path) === value ? [{ ...finding, path }] : [];
    });
  }
}

function key(finding: Finding): string {
  return `${finding.rule} ${finding.path}`;
}
