import { grouped } from '../grouped.js';
import { countSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { numberTests } from './tests.js';

/** A whole number from 0. */
export const count: FieldTypeParts = {
  needs: 'integer',
  schema: () => countSchema,
  tests: numberTests,
  limits: ['range'],
  inWords: (value) => (typeof value === 'number' ? grouped(value) : undefined),
};
