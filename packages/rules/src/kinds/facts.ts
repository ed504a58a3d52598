import { z } from 'zod';
import { compileCondition, factPath, MEMBERS, type Naming } from './condition.js';
import { factsRead, type Condition } from './condition-shape.js';
import { cite, id, label } from './common.js';
import { factScale, itemNaming, makeRule, type FormContext, type FormParts } from './context.js';
import { fieldTypeNames } from '../field-types/field-types.js';
import { answers, fieldRules, fieldSchema, fieldViews, type PackField } from './field.js';
import { either, every, given as isGiven, variable, whenever } from '../logic.js';
import type { Cite, FieldView, Logic, Rule, Schema } from '../rulebook.js';
import { objectSchema } from '../shape.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn } from '../text.js';

/** What is asked once per unit, in any form: numbers that shares are based on, days, yes or no. */
export const fact = z.strictObject({
  id: id.refine((name) => name !== 'members', 'reserved'),
  type: z.enum(fieldTypeNames),
  label,
  ...answers,
});
export type PackFact = z.infer<typeof fact>;

/** What the host knows and hands to the judge: the day of an event, a number, yes or no. Never asked of units. */
export const given = z.strictObject({
  id,
  type: z.enum(['date', 'count', 'yes-no']),
  label,
  cite: cite.optional(),
  description: z.string().optional(),
});
export type PackGiven = z.infer<typeof given>;

/** What rules about facts read from a form of any type. */
export interface FactsForm extends FormParts {
  readonly facts?: readonly PackFact[] | undefined;
  readonly given?: readonly PackGiven[] | undefined;
}

const asFields = (facts: readonly PackFact[]): PackField[] =>
  facts.map(({ id: field, ...fact }) => ({ field, ...fact }));

/** Conditions over facts alone; these have no nominee, person or question. */
const factNaming = (form: FactsForm, context: FormContext): Naming => ({
  path: (field) => field,
  atOrAbove: () => null,
  factScale: factScale(form),
  derivations: context.derivations,
  items: (list) => itemNaming(list, '', [], context),
});

/** When a fact is due, according to the conditions that read it. */
function factDue(form: FactsForm, name: string, context: FormContext) {
  return compileCondition(form.facts?.find(({ id }) => id === name)?.when, factNaming(form, context));
}

/** For each fact that conditions read: it is due and missing. */
export const factsMissing = (
  conditions: readonly (Condition | undefined)[],
  form: FactsForm,
  context: FormContext,
): Logic[] =>
  conditions
    .flatMap((when) => factsRead(when))
    .filter((name) => !form.facts?.some(({ id, type, optional }) => id === name && type === 'list' && optional))
    .map((name) => every([factDue(form, name, context), { '===': [variable(factPath(name)), null] }]));

export function factViews(form: FactsForm, context: FormContext): FieldView[] {
  return fieldViews(asFields(form.facts ?? []), context, {
    prefix: 'submission.facts',
    address: `${form.id}/facts`,
  });
}

/** Requires the facts that are due. */
export const factRules = (views: readonly FieldView[], context: FormContext): Rule[] =>
  fieldRules(views, context, { prefix: 'submission.facts', asked: true, path: '/facts' });

/** An element that needs the unit's number of members, and for which units. */
export interface MembersRead {
  readonly element: string;
  readonly asked: Logic;
  readonly cite?: Cite;
}

/** Requires the unit's number of members wherever a share is taken of it or a condition of the form reads it. */
export function membersRules(form: FactsForm, shares: readonly MembersRead[], context: FormContext): Rule[] {
  const inCondition = { element: form.id, asked: true, ...context.cite() };
  const reads = [...shares, ...(readsMembers(form) ? [inCondition] : [])];
  const [first] = reads;
  if (!first) return [];
  return [
    makeRule({
      id: 'required/members',
      element: first.element,
      assert: whenever(either(reads.map(({ asked }) => asked)), isGiven(MEMBERS)),
      path: '/unit/members',
      message: context.message((lang) => compiling[lang].required(textIn(vocabulary.places['/unit/members']!, lang))),
      ...(first.cite && { cite: first.cite }),
    }),
  ];
}

/** Bounds of a quota, whose shares are asked of its own units. */
const OF_QUOTAS = new Set(['exactly', 'min', 'max']);

/** Whether `{ "fact": "members" }` occurs anywhere in a form but in what quotas are computed from. */
function readsMembers(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if ((value as { fact?: unknown }).fact === 'members') return true;
  return Object.entries(value).some(([name, part]) => !OF_QUOTAS.has(name) && readsMembers(part));
}

export const factsSchema = (views: readonly FieldView[]): Record<string, Schema> =>
  views.length === 0
    ? {}
    : { facts: objectSchema(Object.fromEntries(views.map((view) => [view.field, fieldSchema(view)]))) };
