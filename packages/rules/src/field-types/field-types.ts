import type { FieldType, Limits } from '../rulebook.js';
import { choice } from './choice.js';
import { choices } from './choices.js';
import { count } from './count.js';
import { date } from './date.js';
import { decimal } from './decimal.js';
import { email } from './email.js';
import type { FieldTypeParts } from './field-type.js';
import { listOf } from './list.js';
import { longText } from './long-text.js';
import { percent } from './percent.js';
import { phone } from './phone.js';
import { rating } from './rating.js';
import { text } from './text.js';
import { year } from './year.js';
import { yesNo } from './yes-no.js';

/** Every type that a field of a nominee or person, or a fact, may have. */
export const fieldTypes: Readonly<Record<FieldType, FieldTypeParts>> = {
  text,
  'long-text': longText,
  phone,
  email,
  'yes-no': yesNo,
  choice,
  choices,
  rating,
  count,
  decimal,
  percent,
  year,
  date,
  list: listOf(({ type }) => fieldTypes[type]),
};

/** Their names, for shapes of packs. */
export const fieldTypeNames = Object.keys(fieldTypes) as readonly FieldType[];

/** The type of that name; undefined for a type that only the form itself uses. */
export const fieldTypeOf = (name: string): FieldTypeParts | undefined =>
  Object.hasOwn(fieldTypes, name) ? fieldTypes[name as FieldType] : undefined;

/** What is stored for one: 100 for a percentage, 1 for a count. */
export const scaleOf = (type: FieldType, { decimals }: { decimals?: Limits['decimals'] | undefined } = {}): number =>
  fieldTypes[type].scale?.(decimals === undefined ? {} : { decimals }) ?? 1;
