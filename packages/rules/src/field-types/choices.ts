import { filledList } from '../logic.js';
import { choicesSchema } from '../shape.js';
import { optionInWords, optionValues } from './choice.js';
import type { FieldTypeParts } from './field-type.js';
import { severalTests } from './tests.js';

/** Any number of the field's options. An empty list is no answer. */
export const choices: FieldTypeParts = {
  needs: 'list',
  schema: (field) => choicesSchema(optionValues(field)),
  filled: filledList,
  tests: severalTests,
  options: 'own',
  several: true,
  inWords: (value, field, lang) =>
    Array.isArray(value)
      ? value.map((each: unknown) => optionInWords(each, field, lang) ?? String(each)).join('; ')
      : undefined,
};
