import { textIn, type FieldView } from '@kl01/rules';
import type { TemplateResult } from 'lit';
import type { FormContext } from '../state/form-context.js';
import { choicesField, selectField, yesNoField } from './choice.js';
import type { Framed } from './frame.js';
import { dateField, longTextField, textField, wholeNumberField } from './text-box.js';

/** The control of a field of the pack, by its type. */
export function fieldControl(form: FormContext, field: FieldView, path: string): TemplateResult {
  const about = { ...framedBy(form, field, path), limit: field.limit };
  switch (field.type) {
    case 'long-text':
      return longTextField(form, about);
    case 'phone':
      return textField(form, { ...about, inputMode: 'tel' });
    case 'yes-no':
      return yesNoField(form, about);
    case 'choice':
    case 'rating':
      return selectField(form, about, field.options ?? []);
    case 'choices':
      return choicesField(form, about, field.options ?? []);
    case 'count':
      return wholeNumberField(form, about);
    case 'date':
      return dateField(form, about);
    case 'text':
      return textField(form, about);
  }
}

function framedBy(form: FormContext, field: FieldView, path: string): Framed {
  return {
    path,
    label: textIn(field.label, form.lang),
    hint: field.hint === undefined ? undefined : textIn(field.hint, form.lang),
    optional: field.optional,
    cite: field.cite,
  };
}
