import { z } from 'zod';
import { fieldTypes } from '../field-types/field-types.js';
import { oneOf, variable } from '../logic.js';
import { tellingFields } from '../judge/nominee-kinds.js';
import type { FieldView, NominationView, Rule } from '../rulebook.js';
import { compiling } from '../strings/compiling.js';
import type { Kind } from '../submission.js';
import { textIn } from '../text.js';
import { element, fieldName, kinds, label, severity } from './common.js';
import { kindsOf, makeRule, severityOf, type FormContext, type FormParts } from './context.js';

/** How often the same person or thing may occur in a list of nominees. */
export const repeats = z.strictObject({
  ...element,
  by: z.array(fieldName).min(1).describe('The fields that are the same for the same person or thing'),
  of: kinds.optional(),
  atMost: z.int().min(1).max(1000),
  label: label
    .optional()
    .describe('Who or what is counted, named by a noun; the label of the first field, unless said'),
  message: label.optional().describe('What is wrong where it occurs too often, as a sentence'),
  severity: severity.optional(),
});
export type PackRepeats = z.infer<typeof repeats>;

/** What rules about repetition read from a nomination. */
export interface RepeatsForm extends FormParts {
  readonly nominees: NonNullable<FormParts['nominees']>;
  readonly repeats?: readonly PackRepeats[] | undefined;
}

export function repeatsRules(
  form: RepeatsForm,
  kindFields: ReadonlyMap<Kind, readonly FieldView[]>,
  context: FormContext,
): Rule[] {
  return (form.repeats ?? []).map((shape) => {
    const views = shape.by.map((field) => fieldView(field, shape.of, kindFields));
    const all = kindsOf(form);
    const narrowed = shape.of && !all.every((kind) => shape.of!.includes(kind)) ? shape.of : undefined;
    return makeRule({
      id: `repeats/${shape.id}`,
      element: `${form.id}/repeats/${shape.id}`,
      severity: severityOf(shape),
      each: '/nominees',
      needs: Object.fromEntries(
        views.map((view, index) => [`item.${shape.by[index]!}`, view ? fieldTypes[view.type].needs : 'string']),
      ),
      repeats: {
        of: shape.by.map((field) => `item.${field}`),
        atMost: shape.atMost,
        ...(narrowed && { where: oneOf('item.kind', narrowed) }),
      },
      path: `/${shape.by[0]!}`,
      params: { value: variable(`item.${shape.by[0]!}`) },
      message: context.message((lang) => {
        const labels = views.map((view, index) => textIn(view?.label ?? shape.by[index]!, lang));
        const { repeats, sameValues } = compiling[lang];
        return shape.message ?? repeats(shape.label ?? sameValues(labels), shape.atMost);
      }),
      ...context.cite(shape.cite),
    });
  });
}

function fieldView(
  field: string,
  of: readonly Kind[] | undefined,
  kindFields: ReadonlyMap<Kind, readonly FieldView[]>,
): FieldView | undefined {
  const views = [...kindFields].flatMap(([kind, fields]) => (!of || of.includes(kind) ? fields : []));
  return views.find((view) => view.field === field);
}

/**
 * Reports an id that occurs twice in a list, and a nominee listed twice: same kind, name and whatever tells people of
 * one name apart. Values that a kind is not asked for are null, and null equals null.
 */
export function uniqueRules(view: Pick<NominationView, 'kinds'>, context: FormContext): Rule[] {
  const telling = tellingFields(view);
  const shared = { element: `${context.form.id}/nominees`, each: '/nominees', ...context.cite() };
  return [
    makeRule({
      ...shared,
      id: 'unique/id',
      needs: { 'item.id': 'string' },
      repeats: { of: ['item.id'], atMost: 1 },
      path: '',
      message: context.message((lang) => compiling[lang].uniqueId),
    }),
    makeRule({
      ...shared,
      id: 'unique/nominee',
      needs: { 'item.kind': 'string', 'item.name': 'string' },
      repeats: { of: ['item.kind', 'item.name', ...telling.map((field) => `item.${field}`)], atMost: 1 },
      path: '',
      message: context.message((lang) => compiling[lang].uniqueNominee),
    }),
  ];
}
