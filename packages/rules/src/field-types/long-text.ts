import { LONG_TEXT, textSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { textTests } from './tests.js';

/** Paragraphs. */
export const longText: FieldTypeParts = {
  needs: 'string',
  schema: () => textSchema(LONG_TEXT),
  maxLength: LONG_TEXT,
  tests: textTests,
};
