import { filledList } from '../logic.js';
import type { FieldView, Limits } from '../rulebook.js';
import { itemSchema, listSchema, MAX_LISTED } from '../shape.js';
import type { Lang } from '../text.js';
import { isObject } from '../values/plain.js';
import type { FieldTypeParts } from './field-type.js';

/**
 * A short list of things with fields of their own, such as earlier awards. An empty list is no answer.
 *
 * @param typeOf the type of a field of the items
 */
export function listOf(typeOf: (view: FieldView) => FieldTypeParts): FieldTypeParts {
  return {
    needs: 'list',
    schema: ({ fields = [] }) =>
      listSchema(
        itemSchema(Object.fromEntries(fields.map((view) => [view.field, typeOf(view).schema(view)]))),
        MAX_LISTED,
      ),
    filled: filledList,
    tests: [],
    limits: ['fields', 'items'],
    inWords: (value, field, lang) =>
      Array.isArray(value)
        ? value
            .map((item: unknown) => itemInWords(item, field, lang))
            .filter((words) => words !== '')
            .join('; ')
        : undefined,
  };

  function itemInWords(item: unknown, { fields = [] }: Limits, lang: Lang): string {
    if (!isObject(item)) return JSON.stringify(item);
    const told = fields.map((view) => {
      const value = item[view.field] ?? null;
      if (value === null) return '';
      return typeOf(view).inWords?.(value, view, lang) ?? (typeof value === 'string' ? value : JSON.stringify(value));
    });
    return told.filter((words) => words !== '').join(', ');
  }
}
