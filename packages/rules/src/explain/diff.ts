import { compile } from '../compile/compile.js';
import type { AuthenticatedUnit, Finding, Verdict } from '../finding.js';
import { check } from '../judge/check.js';
import type { RulePack } from '../pack/pack.js';
import type { Lang } from '../text.js';
import { changesOf, type PackChange } from './pack-changes.js';

/** A submission that a unit has sent. */
export interface StoredSubmission {
  /** where it was found, shown to people */
  readonly source: string;
  readonly submission: unknown;
  /** ISO 8601 instant with an offset, as of which both packs judge it */
  readonly now: string;
  readonly unit?: AuthenticatedUnit | undefined;
}

/** A stored submission for which the two packs give different findings. */
export interface SubmissionChange {
  readonly source: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly appeared: readonly Finding[];
  readonly disappeared: readonly Finding[];
}

/** The changes between two packs, and their effect on stored submissions. */
export interface PackDiff {
  readonly changes: readonly PackChange[];
  /** the packs differ but have the same version, so submissions cannot tell them apart */
  readonly sameVersion: boolean;
  readonly submissions: readonly SubmissionChange[];
}

/** What else to compare, and the language of the result. */
export interface DiffOptions {
  readonly submissions?: readonly StoredSubmission[];
  readonly lang?: Lang;
}

/**
 * What changed from one pack to another, with amendments applied, in words for officers and by clause; and whether
 * stored submissions are still valid.
 *
 * @throws RangeError if a `now` is not an ISO 8601 instant with an offset
 */
export function diff(before: RulePack, after: RulePack, { submissions = [], lang = 'vi' }: DiffOptions = {}): PackDiff {
  const changes = changesOf(before, after, { lang });
  const [old, current] = [compile(before), compile(after)];
  return {
    changes,
    sameVersion: changes.length > 0 && before.id === after.id && before.version === after.version,
    submissions: submissions.map(({ source, submission, now, unit }): SubmissionChange => {
      const judged = (rulebook: typeof old) =>
        check(rulebook, restamped(submission, rulebook), { now, lang, ...(unit && { unit }) });
      const [first, second] = [judged(old), judged(current)];
      return {
        source,
        before: first,
        after: second,
        appeared: without(second.findings, first.findings),
        disappeared: without(first.findings, second.findings),
      };
    }),
  };
}

/** Ignores a different version of the same pack, which would otherwise be a finding in every submission. */
function restamped(submission: unknown, { id, version }: { id: string; version: string }): unknown {
  if (submission === null || typeof submission !== 'object' || Array.isArray(submission)) return submission;
  const { rulebook } = submission as { rulebook?: unknown };
  const same = typeof rulebook === 'string' && rulebook.split('@')[0] === id;
  return same ? { ...submission, rulebook: `${id}@${version}` } : submission;
}

function without(list: readonly Finding[], other: readonly Finding[]): Finding[] {
  const key = ({ rule, severity, path }: Finding): string => `${rule} ${severity} ${path}`;
  const left = other.map(key);
  return list.filter((finding) => {
    const at = left.indexOf(key(finding));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
