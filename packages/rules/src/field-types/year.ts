import { yearSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { numberTests } from './tests.js';

/** A year of the calendar, written without a separator. */
export const year: FieldTypeParts = {
  needs: 'integer',
  schema: () => yearSchema,
  tests: numberTests,
  limits: ['range'],
  inWords: (value) => (typeof value === 'number' ? String(value) : undefined),
};
