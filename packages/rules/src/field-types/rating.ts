import { choice } from './choice.js';
import type { FieldTypeParts } from './field-type.js';
import { stepTests } from './tests.js';

/** A step of one of the pack's scales, lowest first. */
export const rating: FieldTypeParts = { ...choice, tests: stepTests, options: 'scale' };
