import { check, labelAt, type CheckOptions } from '../judge/check.js';
import type { Verdict } from '../finding.js';
import { fit } from '../judge/fit.js';
import type { Received } from './received.js';
import type { Rulebook } from '../rulebook.js';
import type { Submission } from '../submission.js';
import type { Lang } from '../text.js';

/** A stored submission, judged by the current rulebook. */
export interface Recheck extends Verdict {
  /** JSON Pointers of values that the earlier version asked for and this one has no place for; ignored in judging */
  readonly dropped: readonly string[];
}

/**
 * Judges an accepted submission again, as of its arrival, after the directive was amended during a campaign. As in
 * `review` and `consolidate`, a submission made with another version of the pack that fails only for parts this version
 * has no place for is judged without them.
 *
 * @throws RangeError if `at` is not an ISO 8601 instant with an offset
 */
export function recheck(
  rulebook: Rulebook,
  { submission, at, unit, given, receiver }: Received,
  { lang = 'vi' }: { lang?: Lang | undefined } = {},
): Recheck {
  const options = { now: at, unit, given, receiver, lang };
  const { valid, findings, dropped } = judgedByThisVersion(rulebook, submission as Submission, options);
  return { valid, findings, dropped };
}

interface Judged extends Recheck {
  /** without the dropped values */
  readonly submission: Submission;
}

/** @param sent untrusted; `check` reports anything that is not a submission */
export function judgedByThisVersion(rulebook: Rulebook, sent: Submission, options: CheckOptions): Judged {
  const { valid, findings } = check(rulebook, sent, options);
  const asSent = { submission: sent, valid, findings, dropped: [] };
  if (valid || !findings.some(({ rule, severity }) => rule === 'rulebook' && severity === 'warning')) return asSent;
  const form = rulebook.forms.find(({ id }) => id === sent.form);
  if (!form) return asSent;
  const { value, dropped } = fit(form.schema, sent);
  const paths = dropped.map(({ path }) => path);
  if (paths.length === 0 || paths.some((path) => labelAt(form, path) !== undefined)) return asSent;
  const again = check(rulebook, value, options);
  if (!again.valid) return asSent;
  return { submission: value as Submission, valid: true, findings: again.findings, dropped: paths };
}
