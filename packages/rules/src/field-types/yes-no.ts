import { yesNoSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { fieldWords } from './strings/field-words.js';
import { yesNoTests } from './tests.js';

/** Yes or no; no answer is neither. */
export const yesNo: FieldTypeParts = {
  needs: 'boolean',
  schema: () => yesNoSchema,
  tests: yesNoTests,
  values: () => [true, false],
  inWords: (value, _field, lang) => (typeof value === 'boolean' ? fieldWords[lang][value ? 'yes' : 'no'] : undefined),
};
