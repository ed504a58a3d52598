import { limitsInWords, textIn, type FieldType, type FieldView, type Lang } from '@kl01/rules';
import type { TemplateResult } from 'lit';
import type { FormContext } from '../state/form-context.js';
import { choicesField, selectField, yesNoField } from './choice.js';
import type { Framed } from './frame.js';
import { decimalNumber } from './decimal-number.js';
import { listField } from './list.js';
import {
  dateField,
  decimalField,
  emailField,
  longTextField,
  textField,
  wholeNumberField,
  type TextBox,
} from './text-box.js';

/** What a control shows of its field. */
interface Asked extends TextBox {
  readonly field: FieldView;
  readonly options: NonNullable<FieldView['options']>;
}

/** The control of each type of field; each writes and reads its answer by one codec. */
const controls: Readonly<Record<FieldType, (form: FormContext, about: Asked) => TemplateResult>> = {
  text: textField,
  'long-text': longTextField,
  phone: (form, about) => textField(form, { ...about, inputMode: 'tel' }),
  email: emailField,
  'yes-no': yesNoField,
  choice: (form, about) => selectField(form, about, about.options),
  choices: (form, about) => choicesField(form, about, about.options),
  rating: (form, about) => selectField(form, about, about.options),
  count: wholeNumberField,
  decimal: (form, about) => decimalField(form, about, decimalNumber(about.field.decimals ?? 1)),
  percent: (form, about) => decimalField(form, about, decimalNumber(2, 'percent')),
  year: wholeNumberField,
  date: dateField,
  list: (form, about) =>
    listField(form, about, about.field.fields ?? [], (field, path) => fieldControl(form, field, path)),
};

/** The control of a field of the pack, by its type. */
export function fieldControl(form: FormContext, field: FieldView, path: string): TemplateResult {
  const about = { ...framedBy(form, field, path), limit: field.limit, field, options: field.options ?? [] };
  return controls[field.type](form, about);
}

function framedBy(form: FormContext, field: FieldView, path: string): Framed {
  return {
    path,
    label: textIn(field.label, form.lang),
    hint: hintOf(field, form.lang),
    optional: field.optional,
    cite: field.cite,
  };
}

/** What the pack says of the field, and what its answers may be. */
function hintOf(field: FieldView, lang: Lang): string | undefined {
  const limits = limitsInWords(field, lang);
  const said = [
    ...(field.hint === undefined ? [] : [textIn(field.hint, lang)]),
    ...(limits === '' ? [] : [sentence(limits)]),
  ];
  return said.length > 0 ? said.join(' ') : undefined;
}

const sentence = (words: string): string => `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}.`;
