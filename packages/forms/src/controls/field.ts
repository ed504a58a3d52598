import { textIn, type FieldType, type FieldView } from '@kl01/rules';
import type { TemplateResult } from 'lit';
import type { FormContext } from '../state/form-context.js';
import { choicesField, selectField, yesNoField } from './choice.js';
import type { Framed } from './frame.js';
import { dateField, longTextField, textField, wholeNumberField, type TextBox } from './text-box.js';

/** What a control shows of its field. */
interface Asked extends TextBox {
  readonly options: NonNullable<FieldView['options']>;
}

/** The control of each type of field; each writes and reads its answer by one codec. */
const controls: Readonly<Record<FieldType, (form: FormContext, about: Asked) => TemplateResult>> = {
  text: textField,
  'long-text': longTextField,
  phone: (form, about) => textField(form, { ...about, inputMode: 'tel' }),
  'yes-no': yesNoField,
  choice: (form, about) => selectField(form, about, about.options),
  choices: (form, about) => choicesField(form, about, about.options),
  rating: (form, about) => selectField(form, about, about.options),
  count: wholeNumberField,
  date: dateField,
};

/** The control of a field of the pack, by its type. */
export function fieldControl(form: FormContext, field: FieldView, path: string): TemplateResult {
  const about = { ...framedBy(form, field, path), limit: field.limit, options: field.options ?? [] };
  return controls[field.type](form, about);
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
