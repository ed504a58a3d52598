import { textIn, type FieldView } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import { showDate } from './calendar-date.js';

/** The value of a field as it is read, options by their words. */
export function fieldInWords(form: FormContext, field: FieldView, value: unknown): string {
  const option = (each: unknown): string => {
    const found = field.options?.find((known) => known.value === each);
    return found ? textIn(found.label, form.lang) : String(each);
  };
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(option).join('; ');
  if (field.options) return option(value);
  return field.type === 'date' ? showDate(String(value)) : inWords(form, value);
}

/** Yes, no, a text or a number. */
export function inWords(form: FormContext, value: unknown): string {
  if (value === true) return form.strings.yes;
  if (value === false) return form.strings.no;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
