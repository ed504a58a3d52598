import { check, type CheckOptions, type Finding, type Rulebook, type Submission, type Verdict } from '@kl01/rules';
import { withValue } from './pointer.js';

/**
 * The other findings while a value cannot be read, such as "12 meetings" in a number cell. The judge stops at such a
 * value, as every backend does, but an officer still wants to see the rest. So the rest is judged as if these values
 * were blank, without reporting them twice. The verdict is still the judge's own.
 */
export function findingsBesides(
  rulebook: Rulebook,
  submission: Submission,
  { findings }: Verdict,
  options: CheckOptions,
): readonly Finding[] {
  const unread = new Set(findings.filter(({ rule, path }) => rule === 'schema' && path !== '').map(({ path }) => path));
  if (unread.size === 0) return [];
  const blanked = [...unread].reduce((rest, path) => withValue(rest, path, null), submission);
  const said = new Set(findings.map(({ rule, path }) => `${rule} ${path}`));
  return check(rulebook, blanked, options).findings.filter(
    ({ rule, path }) => !unread.has(path) && !said.has(`${rule} ${path}`),
  );
}
