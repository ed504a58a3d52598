import { fit, labelAt } from '@kl01/rules';
import { recheck } from '@kl01/rules/committee';
import type { Finding, Rulebook, RulebookForm, Submission } from '@kl01/rules';
import type { Body } from './directory.js';
import type { Stored } from './stored.js';

/**
 * Errors in a stored submission by the current rulebook that it did not have when accepted, since the directive was
 * amended. Empty if it was made by this version, withdrawn, or refused as stale.
 */
export function wrongSinceAmended(
  { rulebook, units }: Pick<Body, 'rulebook' | 'units'>,
  stored: Stored | undefined,
): readonly Finding[] {
  if (!stored || stored.withdrawn || stored.stale) return [];
  if (!isOfAnotherVersion(rulebook, stored.body)) return [];
  const unit = units.find(({ id }) => id === stored.unit);
  const { findings } = recheck(rulebook, { submission: stored.body, at: stored.judgedAt, ...(unit && { unit }) });
  return findings.filter(({ severity }) => severity === 'error');
}

/** Content that the form no longer has a place for, with its former location. */
export type Lost = ReturnType<typeof fit>['dropped'];

/** Content of a stored submission that the current form has no place for; empty if it was made by this version. */
export function lostSinceAmended({ rulebook }: Pick<Body, 'rulebook'>, form: RulebookForm, { body }: Stored): Lost {
  return isOfAnotherVersion(rulebook, body) ? fit(form.schema, body).dropped : [];
}

/**
 * A submission begun before the directive was amended, fitted to the current form; null if it was made by this version,
 * or no form of this version can show it.
 */
export function carriedOver(
  rulebook: Rulebook,
  form: RulebookForm,
  submission: Submission,
): { body: Submission; lost: Lost } | null {
  if (!isOfAnotherVersion(rulebook, submission)) return null;
  const { value, dropped } = fit(form.schema, submission);
  // Content dropped only because of its type is not due to an amendment.
  if (dropped.length === 0 || dropped.some(({ path }) => labelAt(form, path) !== undefined)) return null;
  return { body: value as Submission, lost: dropped };
}

const isOfAnotherVersion = ({ id, version }: Rulebook, { rulebook }: Submission): boolean =>
  rulebook !== `${id}@${version}`;
