import type { FieldView, Rule } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { compiling } from '../strings/compiling.js';
import { makeRule, type FormContext } from './context.js';

/**
 * An id twice in a list; the same nominee twice: kind, name and, as far as individuals are asked for them, position
 * and workplace. Where a kind is not asked for a value it is null, and null repeats null.
 */
export function uniqueRules(kindFields: ReadonlyMap<Kind, readonly FieldView[]>, context: FormContext): Rule[] {
  const asked = kindFields.get('individual') ?? [];
  const telling = ['position', 'workplace'].filter((field) => asked.some((view) => view.field === field));
  const shared = { element: `${context.form.id}/nominees`, each: '/nominees', ...context.cite() };
  return [
    makeRule({
      ...shared,
      id: 'unique/id',
      needs: { 'item.id': 'string' },
      unique: ['item.id'],
      path: '',
      message: context.message((lang) => compiling[lang].uniqueId),
    }),
    makeRule({
      ...shared,
      id: 'unique/nominee',
      needs: { 'item.kind': 'string', 'item.name': 'string' },
      unique: ['item.kind', 'item.name', ...telling.map((field) => `item.${field}`)],
      path: '',
      message: context.message((lang) => compiling[lang].uniqueNominee),
    }),
  ];
}
