import { z } from 'zod';
import { compileCondition, condition, MEMBERS, type Naming } from './condition.js';
import { cite, id, label, limit } from './common.js';
import { makeRule, type FormContext, type FormParts } from './context.js';
import { fieldRules, fieldSchema, fieldViews, option, type PackField } from './field.js';
import { given } from '../logic.js';
import type { FieldView, Rule, Schema } from '../rulebook.js';
import { objectSchema } from '../shape.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn } from '../text.js';

/** What is asked once per unit, in any form: numbers that shares are based on, days, yes or no. */
export const fact = z.strictObject({
  id: id.refine((name) => name !== 'members', 'reserved'),
  type: z.enum(['text', 'long-text', 'phone', 'yes-no', 'choice', 'choices', 'count', 'date']),
  label,
  hint: label.optional(),
  optional: z.boolean().optional(),
  when: condition.optional(),
  options: z.array(option).min(1).optional(),
  limit: limit.optional(),
  cite: cite.optional(),
  description: z.string().optional(),
});
export type PackFact = z.infer<typeof fact>;

/** What rules about facts read from a form of any type. */
export interface FactsForm extends FormParts {
  readonly facts?: readonly PackFact[] | undefined;
}

const asFields = (facts: readonly PackFact[]): PackField[] =>
  facts.map(({ id: field, ...fact }) => ({ field, ...fact }));

/** Conditions over facts alone; these have no nominee, person or question. */
const factNaming: Naming = { path: (field) => field, atOrAbove: () => null };

/** When a fact is due, according to the conditions that read it. */
export function factDue(form: FactsForm, name: string) {
  return compileCondition(form.facts?.find(({ id }) => id === name)?.when, factNaming);
}

export function factViews(form: FactsForm, context: FormContext): FieldView[] {
  return fieldViews(asFields(form.facts ?? []), context, {
    prefix: 'submission.facts',
    address: `${form.id}/facts`,
  });
}

/** Requires facts that are due, and the unit's members if a condition reads them. */
export function factRules(
  form: FactsForm,
  views: readonly FieldView[],
  { context, membersAsked }: { context: FormContext; membersAsked: boolean },
): Rule[] {
  const due = fieldRules(views, context, { prefix: 'submission.facts', asked: true, path: '/facts' });
  if (membersAsked || !readsMembers(form)) return due;
  return [
    ...due,
    makeRule({
      id: 'required/members',
      element: form.id,
      assert: given(MEMBERS),
      path: '/unit/members',
      message: context.message((lang) => compiling[lang].required(textIn(vocabulary.places['/unit/members']!, lang))),
      ...context.cite(),
    }),
  ];
}

/** Whether `{ "fact": "members" }` occurs anywhere in a form. */
function readsMembers(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if ((value as { fact?: unknown }).fact === 'members') return true;
  return Object.values(value).some(readsMembers);
}

export const factsSchema = (views: readonly FieldView[]): Record<string, Schema> =>
  views.length === 0
    ? {}
    : { facts: objectSchema(Object.fromEntries(views.map((view) => [view.field, fieldSchema(view)]))) };
