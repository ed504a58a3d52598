import { valueAt } from '@kl01/rules';
import type { Finding, Submission } from '@kl01/rules';
import type { FindingSource } from '../strings/said.js';
import { currentPointer, stableAddress } from './pointer.js';

/** A finding as a server sends it: not every backend includes the values used in its message. */
export type ReceivedFinding = Omit<Finding, 'params'> &
  Partial<Pick<Finding, 'params'>> & {
    /** left out: the server's */
    readonly from?: FindingSource | undefined;
  };

/** A finding as it is shown; without `from` it is the form's own. */
export type ShownFinding = Finding & { readonly from?: FindingSource | undefined };

/**
 * Which findings may be shown now. Nothing is reported before the officer had a chance to type: the form's own finding
 * is shown once its field has been left or a submit was attempted while it applied. The server's findings are shown at
 * once, beside their fields, until the value there changes.
 *
 * Places are remembered by stable address, so they follow a nominee who is moved.
 */
export class ShownFindings {
  #received: { finding: ShownFinding; address: string; value: unknown }[] = [];

  /** Stores the server's findings about the current submission. */
  receive(findings: readonly ReceivedFinding[], submission: Submission): void {
    this.#received = findings.map((finding) => ({
      finding: { params: {}, ...finding, from: finding.from ?? 'server' },
      address: stableAddress(submission, finding.path),
      value: valueAt(submission, finding.path),
    }));
  }

  /**
   * The form's own findings that may be shown, without those the server has already reported.
   *
   * @param touched stable addresses of the places the officer has visited
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

  /** The server's findings that still apply. */
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
