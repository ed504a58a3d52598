import { evaluator } from './evaluate.js';
import type { Cite, Rulebook } from './rulebook.js';

export interface Duty {
  readonly duty: 'must' | 'encouraged';
  /** the element that makes it a must */
  readonly element?: string;
  readonly cite?: Cite;
}

/**
 * Whether a person must make a plan, and which clause says so.
 *
 * @param form   id of a plan form
 * @param person the `person` of a plan: fields and posts
 * @throws RangeError when the rulebook has no such plan form
 */
export function duty(rulebook: Rulebook, form: string, person: unknown): Duty {
  const rules = rulebook.forms.find(({ id, type }) => id === form && type === 'plan')?.duty;
  if (!rules) throw new RangeError(`the rulebook ${rulebook.id} has no plan form "${form}"`);
  const scope = { submission: { person } };
  for (const { element, assert, cite } of rules) {
    if (evaluator(assert)(scope) === true) return { duty: 'must', element, ...(cite && { cite }) };
  }
  return { duty: 'encouraged' };
}
