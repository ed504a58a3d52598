import { check, type CheckOptions } from '../judge/check.js';
import { duty } from '../judge/duty.js';
import type { AuthenticatedUnit, Finding } from '../finding.js';
import type { Received } from '../committee/received.js';
import { review, type ReviewOptions } from '../committee/review.js';
import type { Rulebook, Severity } from '../rulebook.js';

/** An expected finding; if it has no severity, any matches. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly path: string;
  readonly severity?: Severity;
}

/** A named case that an officer can read: what is sent, when and by whom, and the expected findings. */
export interface SubmissionCase {
  readonly name: string;
  /** for maintainers of the cases */
  readonly description?: string;
  readonly form: string;
  /** ISO 8601 instant with an offset */
  readonly now: string;
  readonly unit?: AuthenticatedUnit;
  /** what the host knows, and the receiver that it judges for */
  readonly given?: CheckOptions['given'];
  readonly receiver?: string;
  readonly submission: Readonly<Record<string, unknown>>;
  readonly expect: { readonly valid: boolean; readonly findings: readonly ExpectedFinding[] };
}

/** A person in a case, and whether they must make a plan. */
export interface DutyCase {
  readonly name: string;
  readonly form: string;
  readonly person: unknown;
  readonly expect: { readonly duty: 'must' | 'encouraged'; readonly element?: string };
}

/** The committee's desk in a case: what was received, what was picked, and the expected findings. */
export interface ReviewCase extends Pick<ReviewOptions, 'units' | 'picks' | 'pastAwards'> {
  readonly name: string;
  /** id of a nomination form */
  readonly form: string;
  readonly now: string;
  readonly received: readonly ReceivedCase[];
  readonly expect: { readonly review: { readonly findings: readonly ExpectedFinding[] } };
}

/** Something received, in short form: another case's submission, with the changes in `submission`. */
export interface ReceivedCase {
  /** name of a case; if absent, `submission` is complete */
  readonly case?: string;
  /** members that replace those of the named case; list items are matched by position */
  readonly submission?: Readonly<Record<string, unknown>>;
  /** if absent, the named case's `now`, otherwise the review's */
  readonly at?: string;
  readonly unit?: AuthenticatedUnit;
  readonly given?: CheckOptions['given'];
  readonly receiver?: string;
}

/** One entry of a pack’s `.cases.json`. */
export type PackCase = SubmissionCase | DutyCase | ReviewCase;

/** The result of a case. */
export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** expected findings that were not made, and unexpected ones: `rule path`, and what tells them apart */
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/** Runs a pack's cases against its rulebook. */
export function runCases(rulebook: Rulebook, cases: readonly PackCase[]): CaseResult[] {
  return cases.map((entry) => {
    if ('person' in entry) return runDuty(rulebook, entry);
    return 'received' in entry ? runReview(rulebook, entry, cases) : runSubmission(rulebook, entry);
  });
}

/**
 * The submission of a case, with omitted members filled in: `id`, `revision`, `rulebook`, `form`, nominees' ids, lists.
 * Members that the case gives, including null, are kept.
 */
export const completeCase = (rulebook: Rulebook, { form, submission }: SubmissionCase): Record<string, unknown> =>
  completed(rulebook, form, submission);

function completed(
  rulebook: Rulebook,
  form: string,
  submission: SubmissionCase['submission'],
): Record<string, unknown> {
  const known = rulebook.forms.find(({ id }) => id === form);
  const lists = {
    ...(known?.type === 'nomination' && { nominees: [] }),
    ...(known?.type === 'plan' && known.view.plan.commitments && { commitments: [] }),
  };
  const complete: Record<string, unknown> = {
    id: 'case',
    revision: 1,
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form,
    ...lists,
    ...submission,
  };
  if (Array.isArray(complete['nominees'])) {
    complete['nominees'] = complete['nominees'].map((nominee: unknown, index) =>
      nominee !== null && typeof nominee === 'object' ? { id: `nominee-${index + 1}`, ...nominee } : nominee,
    );
  }
  return complete;
}

function runSubmission(rulebook: Rulebook, entry: SubmissionCase): CaseResult {
  const { valid, findings } = check(rulebook, completeCase(rulebook, entry), {
    now: entry.now,
    unit: entry.unit,
    given: entry.given,
    receiver: entry.receiver,
  });
  const { missing, unexpected } = compared(findings, entry.expect.findings);
  if (valid !== entry.expect.valid) unexpected.push(`valid: ${valid}`);
  return { name: entry.name, passed: missing.length + unexpected.length === 0, missing, unexpected };
}

function runReview(rulebook: Rulebook, entry: ReviewCase, cases: readonly PackCase[]): CaseResult {
  const { name, form, now, received, units, picks, pastAwards, expect } = entry;
  const items = received.map((item) => receivedOf(rulebook, item, entry, cases));
  const { findings } = review(rulebook, items, { now, form, units, picks, pastAwards });
  const { missing, unexpected } = compared(findings, expect.review.findings);
  return { name, passed: missing.length + unexpected.length === 0, missing, unexpected };
}

/** @throws RangeError if it does not name a case with a submission */
function receivedOf(
  rulebook: Rulebook,
  { case: named, submission = {}, at, unit, given, receiver }: ReceivedCase,
  { form, now }: ReviewCase,
  cases: readonly PackCase[],
): Received {
  const sent = { at: at ?? now, ...(unit && { unit }), ...(given && { given }), ...(receiver && { receiver }) };
  if (named === undefined) return { submission: completed(rulebook, form, submission), ...sent };
  const like = cases.find((entry): entry is SubmissionCase => entry.name === named && 'submission' in entry);
  if (!like) throw new RangeError(`there is no case "${named}" with a submission`);
  const merged = overlaid(like.submission, submission) as Record<string, unknown>;
  return { submission: completed(rulebook, like.form, merged), ...sent, at: at ?? like.now };
}

/** Merges `over` into `under`: objects by member, lists by position; anything else is replaced. */
function overlaid(under: unknown, over: unknown): unknown {
  if (over === null || typeof over !== 'object' || under === null || typeof under !== 'object') return over;
  if (Array.isArray(under) !== Array.isArray(over)) return over;
  const result = (Array.isArray(under) ? [...under] : { ...under }) as Record<string, unknown>;
  for (const [name, value] of Object.entries(over)) {
    result[name] = Object.hasOwn(result, name) ? overlaid(result[name], value) : value;
  }
  return result;
}

/** Compares findings as exact multisets. */
function compared(
  found: readonly Finding[],
  expected: readonly ExpectedFinding[],
): { missing: string[]; unexpected: string[] } {
  const left = [...found];
  // Expectations with a severity are matched first; those without take what is left.
  const choosing = [...expected].sort((one, other) => Number(!one.severity) - Number(!other.severity));
  const missing = choosing.filter((wanted) => {
    const at = left.findIndex((made) => isExpected(made, wanted));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  // Includes the severity if an expectation with the same rule and path is unmet, since that is then the difference.
  const unmet = (made: Finding) => missing.some(({ rule, path }) => rule === made.rule && path === made.path);
  return {
    missing: missing.map(({ rule, path, severity }) => [rule, path, severity].filter(isSaid).join(' ')),
    unexpected: left.map((made) => toldOf(made, unmet(made))),
  };
}

const isExpected = (made: Finding, { rule, path, severity }: ExpectedFinding): boolean =>
  made.rule === rule && made.path === path && (severity === undefined || made.severity === severity);

const isSaid = (part: string | undefined): boolean => part !== undefined;

/** An unknown member is reported at the object around it, so its name is included. */
function toldOf({ rule, path, severity, params }: Finding, withSeverity: boolean): string {
  const { property } = params;
  return [
    `${rule} ${path}`,
    ...(withSeverity ? [severity] : []),
    ...(property === undefined ? [] : [`(“${property}”)`]),
  ].join(' ');
}

function runDuty(rulebook: Rulebook, entry: DutyCase): CaseResult {
  const result = duty(rulebook, entry.form, entry.person);
  const passed = result.duty === entry.expect.duty && (result.element ?? null) === (entry.expect.element ?? null);
  const told = (of: { duty: string; element?: string }) => [of.duty, of.element].filter(Boolean).join(' ');
  return {
    name: entry.name,
    passed,
    missing: passed ? [] : [told(entry.expect)],
    unexpected: passed ? [] : [told(result)],
  };
}
