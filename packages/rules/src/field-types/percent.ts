import { grouped } from '../grouped.js';
import { percentSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { numberTests } from './tests.js';

/** A percentage, stored in hundredths: 97,5 % is 9750. */
export const percent: FieldTypeParts = {
  needs: 'integer',
  schema: () => percentSchema,
  tests: numberTests,
  limits: ['range'],
  scale: () => 100,
  inWords: (value) => (typeof value === 'number' ? `${grouped(value / 100)} %` : undefined),
};
