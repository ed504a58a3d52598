import { compile } from '../compile/compile.js';
import type { AuthenticatedUnit, Finding, Verdict } from '../finding.js';
import { check } from '../judge/check.js';
import type { RulePack } from '../pack/pack.js';
import type { Lang } from '../text.js';
import { changesOf, type PackChange } from './pack-changes.js';

/** A submission that a unit has sent. */
export interface StoredSubmission {
  /** where it was found, for people */
  readonly source: string;
  readonly submission: unknown;
  /** ISO 8601 instant with an offset at which it is judged by both packs */
  readonly now: string;
  readonly unit?: AuthenticatedUnit | undefined;
}

/** A stored submission of which the two packs find different things. */
export interface SubmissionChange {
  readonly source: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly appeared: readonly Finding[];
  readonly disappeared: readonly Finding[];
}

/** What changed between two packs, and what that means for stored submissions. */
export interface PackDiff {
  readonly changes: readonly PackChange[];
  /** the packs differ, their versions do not: submissions could not tell them apart */
  readonly sameVersion: boolean;
  readonly submissions: readonly SubmissionChange[];
}

/** What else to compare, and in which language to say it. */
export interface DiffOptions {
  readonly submissions?: readonly StoredSubmission[];
  readonly lang?: Lang;
}

/**
 * What changed from one pack to another, amendments applied, in the words of an officer and by clause; and whether
 * submissions that were sent still hold.
 *
 * @throws RangeError when a `now` is not an ISO 8601 instant with an offset
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

/** Its version is not held against a submission of the same pack: that would be a finding in every one of them. */
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
