import { TEXT, textSchema } from '../shape.js';
import type { Limits, Schema } from '../rulebook.js';
import type { FieldTypeParts } from './field-type.js';
import { masks } from './strings/masks.js';
import { textTests } from './tests.js';

/** A line of text. */
export const text: FieldTypeParts = {
  needs: 'string',
  schema: limitedText,
  maxLength: TEXT,
  tests: textTests,
  limits: ['length', 'mask'],
};

/** Text of the field's length and form. */
export function limitedText({ minLength, maxLength = TEXT, mask }: Limits): Schema {
  return { ...textSchema(maxLength, mask && masks[mask]), ...(minLength !== undefined && { minLength }) };
}
