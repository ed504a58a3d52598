import { check } from './check.js';
import { duty } from './duty.js';
import type { AuthenticatedUnit } from './finding.js';
import type { Rulebook } from './rulebook.js';

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

export type PackCase = SubmissionCase | DutyCase;

export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** findings expected but not made, and made but not expected: `rule path` */
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/** Runs a pack's cases against its rulebook. */
export function runCases(rulebook: Rulebook, cases: readonly PackCase[]): CaseResult[] {
  return cases.map((entry) => ('person' in entry ? runDuty(rulebook, entry) : runSubmission(rulebook, entry)));
}

/**
 * The submission of a case with what it leaves out: `id`, `revision`, `rulebook`, `form`, nominees' ids, lists.
 * What a case gives, also as null, stays as it is.
 */
export function completeCase(rulebook: Rulebook, { form, submission }: SubmissionCase): Record<string, unknown> {
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
  const found = findings.map(({ rule, path }) => `${rule} ${path}`);
  const expected = entry.expect.findings.map(({ rule, path }) => `${rule} ${path}`);
  const missing = without(expected, found);
  const unexpected = without(found, expected);
  if (valid !== entry.expect.valid) unexpected.push(`valid: ${valid}`);
  return { name: entry.name, passed: missing.length + unexpected.length === 0, missing, unexpected };
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
