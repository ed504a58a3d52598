import { evaluator, holds } from './evaluate.js';
import type { Cite, Logic, Rulebook, RulebookForm } from '../rulebook.js';

export interface Duty {
  readonly duty: 'must' | 'encouraged';
  /** the element that makes it a must, and whom the directive says it speaks of */
  readonly element?: string;
  readonly label?: string;
  readonly cite?: Cite;
  /** asked of this person, not answered yet, and able to change the duty: names of fields, or `posts` */
  readonly unanswered: readonly string[];
}

const PERSON = 'submission.person.';

/**
 * Whether a person must make a plan, and which clause says so.
 *
 * @param form   id of a plan form
 * @param person the `person` of a plan: fields and posts
 * @throws RangeError when the rulebook has no such plan form
 */
export function duty(rulebook: Rulebook, form: string, person: unknown): Duty {
  const planForm = rulebook.forms.find(({ id, type }) => id === form && type === 'plan');
  if (!planForm?.duty) throw new RangeError(`the rulebook ${rulebook.id} has no plan form "${form}"`);
  const scope = { submission: { person } };
  for (const { element, label, assert, cite } of planForm.duty) {
    if (evaluator(assert)(scope) !== true) continue;
    const unanswered = unansweredOf(planForm, person, [assert]);
    return { duty: 'must', element, ...(label && { label }), ...(cite && { cite }), unanswered };
  }
  const asserts = planForm.duty.map(({ assert }) => assert);
  return { duty: 'encouraged', unanswered: unansweredOf(planForm, person, asserts) };
}

/** What conditions read of a person and the form asks of this one, as far as it is missing. */
function unansweredOf({ view }: RulebookForm, person: unknown, asserts: readonly Logic[]): string[] {
  const read = new Set(asserts.flatMap(pathsRead));
  const fields = (view.plan?.person?.fields ?? []).filter(
    ({ field, when }) => read.has(field) && (when === undefined || holds(when, { submission: { person } })),
  );
  const asked = [...fields.map(({ field }) => field), ...(read.has('posts') ? ['posts'] : [])];
  const given = typeof person === 'object' && person !== null ? (person as Record<string, unknown>) : {};
  return asked.filter((field) => !Object.hasOwn(given, field) || given[field] === null || given[field] === undefined);
}

function pathsRead(logic: Logic): string[] {
  if (typeof logic !== 'object' || logic === null) return [];
  return Object.entries(logic).flatMap(([operator, part]) => {
    if (operator === 'var')
      return typeof part === 'string' && part.startsWith(PERSON) ? [part.slice(PERSON.length)] : [];
    return (Array.isArray(part) ? (part as readonly Logic[]) : [part as Logic]).flatMap(pathsRead);
  });
}
