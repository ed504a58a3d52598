import type { FieldView, RulebookForm } from '../rulebook.js';
import type { Entry } from './entry.js';
import { requiredBy } from './fixed-entry.js';

/**
 * A field that the pack asks of a nominee or a person. One that may be left out is due all the same where a document of
 * the dossier prints it.
 *
 * @param root JSON Pointer of whose field it is
 */
export function fieldEntry(form: RulebookForm, view: FieldView, root: string): Entry {
  const path = `${root}/${view.field}`;
  const { type, label, hint, optional, when, options, maxLength, limit, cite } = view;
  const unless = optional ? requiredBy(form, path) : undefined;
  return {
    key: path,
    path,
    type,
    label,
    optional: optional && unless === undefined,
    ...(unless !== undefined && { unless }),
    ...(hint !== undefined && { hint }),
    ...(when !== undefined && { when }),
    ...(options && { options }),
    ...(maxLength !== undefined && { maxLength }),
    ...(limit && { limit }),
    ...(cite && { cite }),
  };
}
