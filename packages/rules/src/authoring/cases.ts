import { check } from '../judge/check.js';
import { duty } from '../judge/duty.js';
import type { AuthenticatedUnit } from '../finding.js';
import type { Received } from '../committee/received.js';
import { review, type ReviewOptions } from '../committee/review.js';
import type { Rulebook } from '../rulebook.js';

/** A named case that an officer could read: what is sent, when and by whom, and what is found. */
export interface SubmissionCase {
  readonly name: string;
  readonly form: string;
  /** ISO 8601 instant with an offset */
  readonly now: string;
  readonly unit?: AuthenticatedUnit;
  readonly submission: Readonly<Record<string, unknown>>;
  readonly expect: { readonly valid: boolean; readonly findings: readonly { rule: string; path: string }[] };
}

export interface DutyCase {
  readonly name: string;
  readonly form: string;
  readonly person: unknown;
  readonly expect: { readonly duty: 'must' | 'encouraged'; readonly element?: string };
}

/** The committee's desk in a case: what came in, what was picked, and what is found. */
export interface ReviewCase extends Pick<ReviewOptions, 'units' | 'picks' | 'pastAwards'> {
  readonly name: string;
  /** a nomination form */
  readonly form: string;
  readonly now: string;
  readonly received: readonly ReceivedCase[];
  readonly expect: { readonly review: { readonly findings: readonly { rule: string; path: string }[] } };
}

/** One thing that came in, short: what another case of the pack sends, but for what `submission` says otherwise. */
export interface ReceivedCase {
  /** name of a case; left out, `submission` is all there is */
  readonly case?: string;
  /** members in place of the named case's own; in a list by position */
  readonly submission?: Readonly<Record<string, unknown>>;
  /** left out: the named case's `now`, else the review's */
  readonly at?: string;
  readonly unit?: AuthenticatedUnit;
}

export type PackCase = SubmissionCase | DutyCase | ReviewCase;

export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** findings expected but not made, and made but not expected: `rule path` */
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
 * The submission of a case with what it leaves out: `id`, `revision`, `rulebook`, `form`, nominees' ids, lists.
 * What a case gives, also as null, stays as it is.
 */
export const completeCase = (rulebook: Rulebook, { form, submission }: SubmissionCase): Record<string, unknown> =>
  completed(rulebook, form, submission);

function completed(
  rulebook: Rulebook,
  form: string,
  submission: SubmissionCase['submission'],
): Record<string, unknown> {
  const view = rulebook.forms.find(({ id }) => id === form)?.view;
  const lists = { ...(view?.nomination && { nominees: [] }), ...(view?.plan?.commitments && { commitments: [] }) };
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

/** @throws RangeError when it names no case that sends something */
function receivedOf(
  rulebook: Rulebook,
  { case: named, submission = {}, at, unit }: ReceivedCase,
  { form, now }: ReviewCase,
  cases: readonly PackCase[],
): Received {
  const sent = { at: at ?? now, ...(unit && { unit }) };
  if (named === undefined) return { submission: completed(rulebook, form, submission), ...sent };
  const like = cases.find((entry): entry is SubmissionCase => entry.name === named && 'submission' in entry);
  if (!like) throw new RangeError(`there is no case "${named}" with a submission`);
  const merged = overlaid(like.submission, submission) as Record<string, unknown>;
  return { submission: completed(rulebook, like.form, merged), ...sent, at: at ?? like.now };
}

/** `over` laid on `under`: members of objects by name, items of lists by position, all else replaced. */
function overlaid(under: unknown, over: unknown): unknown {
  if (over === null || typeof over !== 'object' || under === null || typeof under !== 'object') return over;
  if (Array.isArray(under) !== Array.isArray(over)) return over;
  const result = (Array.isArray(under) ? [...under] : { ...under }) as Record<string, unknown>;
  for (const [name, value] of Object.entries(over)) {
    result[name] = Object.hasOwn(result, name) ? overlaid(result[name], value) : value;
  }
  return result;
}

interface Told {
  readonly rule: string;
  readonly path: string;
}

/** Findings as an exact multiset. */
function compared(found: readonly Told[], expected: readonly Told[]): { missing: string[]; unexpected: string[] } {
  const told = (list: readonly Told[]) => list.map(({ rule, path }) => `${rule} ${path}`);
  return { missing: without(told(expected), told(found)), unexpected: without(told(found), told(expected)) };
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

/** What is in a list and not in the other, each as often as it stands there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
