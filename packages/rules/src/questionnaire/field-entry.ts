import type { FieldView, RulebookForm } from '../rulebook.js';
import type { Entry } from './entry.js';
import { requiredBy } from './fixed-entry.js';

/**
 * A field that the pack asks for about a nominee or a person. An optional field is still due if a document of the
 * dossier prints it.
 *
 * @param root JSON Pointer of the nominee or person
 */
export function fieldEntry(form: RulebookForm, view: FieldView, root: string): Entry {
  const path = `${root}/${view.field}`;
  const { element: _element, field: _field, year: _year, optional, ...asked } = view;
  const unless = optional ? requiredBy(form, path) : undefined;
  return {
    ...asked,
    key: path,
    path,
    optional: optional && unless === undefined,
    ...(unless !== undefined && { unless }),
  };
}
