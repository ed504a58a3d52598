import { LONG_TEXT } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { textTests } from './tests.js';
import { limitedText } from './text.js';

/** Paragraphs. */
export const longText: FieldTypeParts = {
  needs: 'string',
  schema: limitedText,
  maxLength: LONG_TEXT,
  tests: textTests,
  limits: ['length'],
};
