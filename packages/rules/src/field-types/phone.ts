import { PHONE, phoneSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { textTests } from './tests.js';

/** A telephone number, with words around it if need be. */
export const phone: FieldTypeParts = {
  needs: 'string',
  schema: () => phoneSchema,
  maxLength: PHONE,
  tests: textTests,
};
