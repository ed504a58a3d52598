import { EMAIL, emailSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { textTests } from './tests.js';

/** An e-mail address. */
export const email: FieldTypeParts = {
  needs: 'string',
  schema: () => emailSchema,
  maxLength: EMAIL,
  tests: textTests,
};
