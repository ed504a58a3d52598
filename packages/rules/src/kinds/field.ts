import { z } from 'zod';
import { fieldTypeNames, fieldTypes } from '../field-types/field-types.js';
import { every, given, oneOf, whenever } from '../logic.js';
import type { FieldView, Logic, Rule, Schema } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { scaleSteps } from './scales.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn, type Text } from '../text.js';
import { cite, fieldName, id, label, limit } from './common.js';
import { compileCondition, condition } from './condition.js';
import { makeRule, naming, type FormContext } from './context.js';

export const option = z.strictObject({ id, label });

export const field = z.strictObject({
  field: fieldName,
  type: z.enum(fieldTypeNames).optional(),
  label: label.optional(),
  hint: label.optional(),
  optional: z.boolean().optional(),
  when: condition.optional(),
  scale: id.optional(),
  year: z.int().min(1900).max(2200).optional(),
  options: z.array(option).min(1).optional(),
  limit: limit.optional(),
  cite: cite.optional(),
  description: z.string().optional(),
});
export const fields = z.array(z.union([fieldName, field])).min(1);

export type PackField = z.infer<typeof field>;

/** A field as listed in the pack: a word of the shared vocabulary, or a definition with a type. */
export const expandField = (field: string | PackField): PackField => (typeof field === 'string' ? { field } : field);

/**
 * @param prefix  `var` path of the object that holds the fields: `item` or `submission.person`
 * @param address pack address of the list of fields
 */
export function fieldViews(
  fields: readonly (string | PackField)[],
  context: FormContext,
  { prefix, address, kind }: { prefix: string; address: string; kind?: Kind },
): FieldView[] {
  const expanded = fields.map(expandField);
  return expanded.map((field) => {
    const word = Object.hasOwn(vocabulary.fields, field.field) ? vocabulary.fields[field.field] : undefined;
    const type = field.type ?? word?.type ?? 'text';
    const options = optionsOf(field, type, context);
    const condition = compileCondition(field.when, naming(`${prefix}.`, expanded, context));
    const limit = withoutUndefined(field.limit);
    const { maxLength } = fieldTypes[type];
    return {
      element: `${address}/${field.field}`,
      field: field.field,
      type,
      label: withYear(field.label ?? (kind && word?.by?.[kind]) ?? word?.label ?? field.field, field.year, context),
      ...(field.hint && { hint: field.hint }),
      optional: field.optional ?? false,
      ...(condition !== true && { when: condition }),
      ...(options && { options }),
      ...(field.year && { year: field.year }),
      ...(maxLength !== undefined && { maxLength }),
      ...(limit && { limit }),
      ...context.cite(field.cite),
    };
  });
}

/** Presence is checked by a rule, not by the schema. `asked` restricts it further, such as to the nominee's kind. */
export function fieldRules(
  views: readonly FieldView[],
  context: FormContext,
  { prefix, asked, each, path = '' }: { prefix: string; asked: Logic; each?: string; path?: string },
): Rule[] {
  return views
    .filter(({ optional }) => !optional)
    .map((view) =>
      makeRule({
        id: `required/${view.field}`,
        element: view.element,
        ...(each && { each }),
        assert: whenever(every([asked, view.when ?? true]), filled(view, `${prefix}.${view.field}`)),
        path: `${path}/${view.field}`,
        message: context.message((lang) => compiling[lang].required(textIn(view.label, lang))),
        ...(view.cite && { cite: view.cite }),
      }),
    );
}

/** Whether a field is answered. */
export const filled = ({ type }: FieldView, path: string): Logic => (fieldTypes[type].filled ?? given)(path);

export const fieldSchema = (view: FieldView): Schema => fieldTypes[view.type].schema(view);

export const ofKinds = (kinds: readonly Kind[] | undefined, all: readonly Kind[]): Logic =>
  !kinds || all.every((kind) => kinds.includes(kind)) ? true : oneOf('item.kind', kinds);

export function withoutUndefined(
  limit: { pages?: number | undefined; characters?: number | undefined } | undefined,
): { pages?: number; characters?: number } | undefined {
  if (!limit) return undefined;
  return {
    ...(limit.pages !== undefined && { pages: limit.pages }),
    ...(limit.characters !== undefined && { characters: limit.characters }),
  };
}

function optionsOf(field: PackField, type: FieldView['type'], context: FormContext) {
  if (fieldTypes[type].options === 'scale') return scaleSteps(context.pack, field.scale ?? 'rating') ?? [];
  return field.options?.map(({ id, label }) => ({ value: id, label }));
}

function withYear(label: Text, year: number | undefined, context: FormContext): Text {
  return year === undefined ? label : context.message((lang) => compiling[lang].year(textIn(label, lang), year));
}
