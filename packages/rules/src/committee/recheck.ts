import { check, labelAt, type CheckOptions } from '../judge/check.js';
import type { Verdict } from '../finding.js';
import { fit } from '../judge/fit.js';
import type { Received } from './received.js';
import type { Rulebook } from '../rulebook.js';
import type { Submission } from '../submission.js';
import type { Lang } from '../text.js';

/** How a stored submission stands by the rulebook as it is now. */
export interface Recheck extends Verdict {
  /** JSON Pointers of what the version it was made by asked for and this one has no place for: left out of account */
  readonly dropped: readonly string[];
}

/**
 * Judges again what was accepted earlier, as of the instant it arrived, after a directive was amended in the middle of
 * a campaign. As `review` and `consolidate` do: what was made by another version of the pack and fails only for parts
 * that this one has no place for any more is judged without them.
 *
 * @throws RangeError when `at` is not an ISO 8601 instant with an offset
 */
export function recheck(
  rulebook: Rulebook,
  { submission, at, unit }: Received,
  { lang = 'vi' }: { lang?: Lang | undefined } = {},
): Recheck {
  const { valid, findings, dropped } = judgedByThisVersion(rulebook, submission as Submission, { now: at, unit, lang });
  return { valid, findings, dropped };
}

interface Judged extends Recheck {
  /** without what was dropped */
  readonly submission: Submission;
}

/** @param sent whatever came in; `check` tells what is no submission at all */
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
