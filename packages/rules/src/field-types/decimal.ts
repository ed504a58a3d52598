import { grouped } from '../grouped.js';
import type { Limits } from '../rulebook.js';
import { countSchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { numberTests } from './tests.js';

/** A number from 0 with up to three decimals; whole numbers are stored, so that every language compares them alike. */
export const decimal: FieldTypeParts = {
  needs: 'integer',
  schema: () => countSchema,
  tests: numberTests,
  limits: ['decimals', 'range'],
  scale,
  inWords: (value, field) => (typeof value === 'number' ? grouped(value / scale(field)) : undefined),
};

function scale({ decimals = 1 }: Limits): number {
  return 10 ** decimals;
}
