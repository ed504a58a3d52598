import { stepsOf, valueAt, labelAt, textIn } from '@kl01/rules';
import type { FormContext } from './form-context.js';

/** The rulebook's short name for what a path points to, or else the last step of the path. */
export function nameOf(form: FormContext, path: string): string {
  const label = labelAt(form.definition, path);
  return label === undefined ? (stepsOf(path).at(-1) ?? path) : textIn(label, form.lang);
}

/** The nominee that a finding's path lies in: by name, else by position in the list. */
export function nomineeOf(form: FormContext, path: string): string | null {
  const [, list, index] = /^\/(nominees|commitments)\/(\d+)/.exec(path) ?? [];
  if (index === undefined) return null;
  if (list === 'commitments') return form.strings.plan.commitment(Number(index) + 1);
  const name = valueAt(form.submission, `/nominees/${index}/name`);
  return typeof name === 'string' ? name : form.strings.nominees.position(Number(index) + 1);
}
