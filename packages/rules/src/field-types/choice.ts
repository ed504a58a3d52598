import type { Limits } from '../rulebook.js';
import { choiceSchema } from '../shape.js';
import { textIn, type Lang } from '../text.js';
import type { FieldTypeParts } from './field-type.js';
import { textTests } from './tests.js';

/** One of the field's options. */
export const choice: FieldTypeParts = {
  needs: 'string',
  schema: (field) => choiceSchema(optionValues(field)),
  tests: textTests,
  options: 'own',
  values: optionValues,
  inWords: optionInWords,
};

export function optionValues({ options = [] }: Limits): string[] {
  return options.map(({ value }) => value);
}

export function optionInWords(value: unknown, { options = [] }: Limits, lang: Lang): string | undefined {
  const option = options.find((known) => known.value === value);
  return option && textIn(option.label, lang);
}
