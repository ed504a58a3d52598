import type { Finding } from '@kl01/rules';
import type { FormContext } from './form-context.js';
import { stepsOf } from './pointer.js';

/** Parts of a submission from top to bottom of the page; what is not named stands between. */
const FIRST = ['period', 'unit', 'contact', 'person', 'nominees', 'meeting'];
const LAST = ['declared', 'sections', 'tables', 'commitments', 'result', 'adoption', 'documents'];

/** Findings in the order in which an officer meets their fields. The rulebook gives them in the order of its rules. */
export function inReadingOrder(form: FormContext, findings: readonly Finding[]): readonly Finding[] {
  const ranked = findings.map((finding) => ({ finding, rank: rankOf(finding.path, fieldsAround(form, finding.path)) }));
  return ranked.sort((one, other) => compare(one.rank, other.rank)).map(({ finding }) => finding);
}

/** The fields asked of the person or the nominee whom a path leads to: each kind of nominee has an order of its own. */
function fieldsAround({ view, submission }: FormContext, path: string): readonly string[] {
  const [part, item] = stepsOf(path);
  if (part === 'person') return ['id', ...(view.plan?.person?.fields.map(({ field }) => field) ?? [])];
  const nominee = part === 'nominees' ? submission.nominees?.[Number(item)] : undefined;
  return view.nomination?.kinds.find(({ kind }) => kind === nominee?.kind)?.fields.map(({ field }) => field) ?? [];
}

function rankOf(path: string, fields: readonly string[]): readonly number[] {
  const [part = '', item, member = ''] = stepsOf(path);
  if (part === 'person') return [place(part, FIRST), place(item ?? '', fields)];
  if (part === 'commitments') return [place(part, FIRST), Number(item ?? -1)];
  if (part !== 'nominees' || item === undefined) return [place(part, FIRST)];
  return [place(part, FIRST), Number(item), place(member, fields)];
}

/** Where a name stands among what comes first, or after it. */
function place(name: string, first: readonly string[]): number {
  const known = first.indexOf(name);
  return known >= 0 ? known : first.length + 1 + LAST.indexOf(name);
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, rank] of one.entries()) {
    const difference = rank - (other[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
