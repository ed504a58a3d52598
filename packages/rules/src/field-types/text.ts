import { TEXT, textSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { textTests } from './tests.js';

/** A line of text. */
export const text: FieldTypeParts = {
  needs: 'string',
  schema: () => textSchema(TEXT),
  maxLength: TEXT,
  tests: textTests,
};
