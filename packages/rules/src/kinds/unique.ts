import type { FieldView, Rule } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { compiling } from '../strings/compiling.js';
import { makeRule, type FormContext } from './context.js';

/**
 * Reports an id that occurs twice in a list, and a nominee listed twice: same kind, name and, if individuals are asked
 * for them, position and workplace. Values that a kind is not asked for are null, and null equals null.
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
