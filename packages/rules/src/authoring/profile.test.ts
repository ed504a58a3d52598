import { expect, test } from 'vitest';
import { schemaOutsideProfile } from './profile.js';
import type { Schema } from '../rulebook.js';

/** Schemas that `lint` refuses because libraries disagree on them. */

const text: Schema = { type: ['string', 'null'], maxLength: 10, pattern: '[^ ]' };

test.each<[string, Schema, string]>([
  ['a keyword of later drafts', { ...text, const: 'x' } as Schema, 'keyword "const"'],
  ['a pattern without a longest text', { type: 'string', pattern: '^a$' }, 'without "maxLength"'],
  ['a class of letters', { ...text, pattern: '^\\d+$' }, 'class of letters'],
  ['values of several types', { type: ['string', 'number'], minimum: 0, maximum: 1 }, 'several types'],
  ['numbers to choose from', { type: 'number', enum: [null], minimum: 0, maximum: 1 }, 'no text'],
  ['a number without limits', { type: 'number', minimum: 0 }, 'number without limits'],
  ['a list of any length', { type: 'array', items: text }, 'without "maxItems"'],
  ['the same below', { type: 'object', properties: { a: { type: 'array', items: text } } }, '/a: a list'],
])('a schema with %s is outside of it', (_name, schema, said) => {
  expect(schemaOutsideProfile(schema).join()).toContain(said);
});
