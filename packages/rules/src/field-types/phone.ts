import { PHONE, textSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { textTests } from './tests.js';

/** A telephone number. */
export const phone: FieldTypeParts = {
  needs: 'string',
  schema: () => textSchema(PHONE),
  maxLength: PHONE,
  tests: textTests,
};
