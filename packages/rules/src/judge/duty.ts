import { formOfType } from '../form-of-type.js';
import { isObject } from '../values/plain.js';
import { evaluator, holds, type Evaluator } from './evaluate.js';
import { isDeeper, MAX_LEVELS, mustBeForm, mustBeRulebook, mustHaveNeeds } from './read-rulebook.js';
import { RulebookError } from './rulebook-error.js';
import type { Cite, FieldView, Logic, PlanView, Rulebook, RulebookPlan } from '../rulebook.js';

/** Whether somebody has to make a plan, and why. */
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
 * @throws RulebookError naming the place, when the rulebook is no rulebook
 */
export function duty(rulebook: Rulebook, form: string, person: unknown): Duty {
  mustBeRulebook(rulebook);
  const planForm = formOfType(rulebook, form, 'plan');
  const scope = { submission: { person } };
  const tests = testsOf(planForm, `/forms/${rulebook.forms.indexOf(planForm)}`);
  for (const [index, { element, label, assert, cite }] of planForm.duty.entries()) {
    if (tests[index]!(scope) !== true) continue;
    const unanswered = unansweredOf(planForm, person, [assert]);
    return { duty: 'must', element, ...(label && { label }), ...(cite && { cite }), unanswered };
  }
  const asserts = planForm.duty.map(({ assert }) => assert);
  return { duty: 'encouraged', unanswered: unansweredOf(planForm, person, asserts) };
}

const prepared = new WeakMap<RulebookPlan, readonly Evaluator[]>();

/** The tests of a form's duties, looked at and compiled once. */
function testsOf(form: RulebookPlan, at: string): readonly Evaluator[] {
  const known = prepared.get(form);
  if (known) return known;
  mustBeForm(form, at);
  const duties: unknown = form.duty;
  if (!Array.isArray(duties) || isDeeper(duties, MAX_LEVELS)) {
    throw new RulebookError(`${at}/duty`, 'there is no list, or too much is nested in it');
  }
  const fields: unknown = personFields(form);
  if (!Array.isArray(fields) || !fields.every(isObject)) {
    throw new RulebookError(`${at}/view/plan/person/fields`, 'there is no list of fields');
  }
  const tests = duties.map((duty: unknown, index) => {
    const here = `${at}/duty/${index}`;
    if (!isObject(duty)) throw new RulebookError(here, 'there is no object');
    mustHaveNeeds(duty, here);
    return evaluator(duty['assert'] as Logic | undefined, `${here}/assert`);
  });
  prepared.set(form, tests);
  return tests;
}

/** What is asked of a plan's person. Judging needs no view: a rulebook may come without. */
function personFields({ view }: RulebookPlan): readonly FieldView[] {
  const { plan }: { plan?: PlanView } = view;
  return plan?.person?.fields ?? [];
}

/** What conditions read of a person and the form asks of this one, as far as it is missing. */
function unansweredOf(form: RulebookPlan, person: unknown, asserts: readonly Logic[]): string[] {
  const read = new Set(asserts.flatMap(pathsRead));
  const fields = personFields(form).filter(
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
