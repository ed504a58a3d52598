import { formOfType } from '../form-of-type.js';
import { pathsRead } from '../logic.js';
import { isObject } from '../values/plain.js';
import { evaluator, holds, type Evaluator } from './evaluate.js';
import { isDeeper, MAX_LEVELS, mustBeForm, mustBeRulebook, mustHaveNeeds } from './read-rulebook.js';
import { RulebookError } from './rulebook-error.js';
import type { Cite, FieldView, Logic, PlanView, Rulebook, RulebookPlan } from '../rulebook.js';

/** Whether a person must make a plan, and why. */
export interface Duty {
  readonly duty: 'must' | 'encouraged';
  /** the element that makes it mandatory, and who it applies to in the directive's words */
  readonly element?: string;
  readonly label?: string;
  readonly cite?: Cite;
  /** unanswered questions that could change the duty: names of fields, or `posts` */
  readonly unanswered: readonly string[];
}

const PERSON = 'submission.person.';

/**
 * Whether a person must make a plan, and the clause that says so.
 *
 * @param form   id of a plan form
 * @param person the `person` of a plan: fields and posts
 * @throws RangeError if the rulebook has no such plan form
 * @throws RulebookError naming the place, if the rulebook is malformed
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

/** The conditions of a form's duty rules, validated and compiled once. */
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

/** What is asked about a plan's person. Judging does not need a view, so a rulebook may lack one. */
function personFields({ view }: RulebookPlan): readonly FieldView[] {
  const { plan }: { plan?: PlanView } = view;
  return plan?.person?.fields ?? [];
}

/** Members of the person that conditions read, that the form asks for in this case, and that are missing. */
function unansweredOf(form: RulebookPlan, person: unknown, asserts: readonly Logic[]): string[] {
  const paths = asserts.flatMap(pathsRead).filter((path) => path.startsWith(PERSON));
  const read = new Set(paths.map((path) => path.slice(PERSON.length)));
  const fields = personFields(form).filter(
    ({ field, when }) => read.has(field) && (when === undefined || holds(when, { submission: { person } })),
  );
  const asked = [...fields.map(({ field }) => field), ...(read.has('posts') ? ['posts'] : [])];
  const given = typeof person === 'object' && person !== null ? (person as Record<string, unknown>) : {};
  return asked.filter((field) => !Object.hasOwn(given, field) || given[field] === null || given[field] === undefined);
}
