import type { FieldType } from '../rulebook.js';
import { choice } from './choice.js';
import { choices } from './choices.js';
import { count } from './count.js';
import { date } from './date.js';
import type { FieldTypeParts } from './field-type.js';
import { longText } from './long-text.js';
import { phone } from './phone.js';
import { rating } from './rating.js';
import { text } from './text.js';
import { yesNo } from './yes-no.js';

/** Every type that a field of a nominee or person, or a fact, may have. */
export const fieldTypes: Readonly<Record<FieldType, FieldTypeParts>> = {
  text,
  'long-text': longText,
  phone,
  'yes-no': yesNo,
  choice,
  choices,
  rating,
  count,
  date,
};

/** Their names, for shapes of packs. */
export const fieldTypeNames = Object.keys(fieldTypes) as readonly FieldType[];

/** The type of that name; undefined for a type that only the form itself uses. */
export const fieldTypeOf = (name: string): FieldTypeParts | undefined =>
  Object.hasOwn(fieldTypes, name) ? fieldTypes[name as FieldType] : undefined;
