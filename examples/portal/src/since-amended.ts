import { fit, labelAt } from '@kl01/rules';
import { recheck } from '@kl01/rules/committee';
import type { Finding, Rulebook, RulebookForm, Submission } from '@kl01/rules';
import type { Body } from './directory.js';
import type { Stored } from './stored.js';

/**
 * What is wrong in a stored submission by the rulebook of today and was not when it was accepted: the directive was
 * amended since. Empty for one that was made by this version, withdrawn, or refused as stale.
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

/** What somebody wrote and the form has no place for any more, where it stood. */
export type Lost = ReturnType<typeof fit>['dropped'];

/** What a stored submission holds beyond the form of today; empty for one that was made by this version. */
export function lostSinceAmended({ rulebook }: Pick<Body, 'rulebook'>, form: RulebookForm, { body }: Stored): Lost {
  return isOfAnotherVersion(rulebook, body) ? fit(form.schema, body).dropped : [];
}

/**
 * A submission that was begun before the directive was amended, as the form of today has a place for it; null for one
 * that was made by this version, or that no form of it can show.
 */
export function carriedOver(
  rulebook: Rulebook,
  form: RulebookForm,
  submission: Submission,
): { body: Submission; lost: Lost } | null {
  if (!isOfAnotherVersion(rulebook, submission)) return null;
  const { value, dropped } = fit(form.schema, submission);
  // Half of it dropped for its type alone would be no amendment's doing.
  if (dropped.length === 0 || dropped.some(({ path }) => labelAt(form, path) !== undefined)) return null;
  return { body: value as Submission, lost: dropped };
}

const isOfAnotherVersion = ({ id, version }: Rulebook, { rulebook }: Submission): boolean =>
  rulebook !== `${id}@${version}`;
