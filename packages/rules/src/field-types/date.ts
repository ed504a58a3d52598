import { officialDate } from '../official-date.js';
import { daySchema } from '../shape.js';
import type { FieldTypeParts } from './field-type.js';
import { dayTests } from './tests.js';

/** A day of the calendar, `YYYY-MM-DD`. */
export const date: FieldTypeParts = {
  needs: 'string',
  schema: () => daySchema,
  tests: dayTests,
  limits: ['days'],
  inWords: (value) => (typeof value === 'string' ? officialDate(value) : undefined),
};
