import type { Schema } from './rulebook.js';

/** Schemas in the flat portable profile. No schema requires a member: presence is checked by rules. */

/** In characters: finite, but generous for real names and words of a person or office. */
export const TEXT = 500;
export const PHONE = 60;
export const EMAIL = 254;
export const LONG_TEXT = 20_000;
export const SECTION_TEXT = 200_000;
const COUNT_MAX = 999_999_999;
/** Hundredths of a percent: 1000 %. */
const PERCENT_MAX = 100_000;
export const MAX_NOMINEES = 1000;
const MAX_FILES = 100;
const MAX_ITEMS = 1000;
/** of a list that is the answer to one field */
export const MAX_LISTED = 100;

/** At least one character that is not white space. */
export const NOT_BLANK = '[^ \\t\\r\\n]';

/** Text that is not only white space, or of a form of its own. */
export const textSchema = (maxLength: number, pattern = NOT_BLANK): Schema => ({
  type: ['string', 'null'],
  maxLength,
  pattern,
});

/**
 * Seven digits, the shortest number between offices, with nothing but the usual signs between them. What stands around
 * them is free: an extension, a second number, whom to ask for.
 */
const PHONE_PATTERN = '[0-9]([ .()/-]{0,3}[0-9]){6}';
export const phoneSchema = textSchema(PHONE, PHONE_PATTERN);

const EMAIL_PATTERN = "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$";
export const emailSchema = textSchema(EMAIL, EMAIL_PATTERN);

export const yesNoSchema: Schema = { type: ['boolean', 'null'] };

export const wholeSchema = (minimum: number, maximum: number): Schema => ({
  type: ['number', 'null'],
  multipleOf: 1,
  minimum,
  maximum,
});
export const countSchema = wholeSchema(0, COUNT_MAX);
export const percentSchema = wholeSchema(0, PERCENT_MAX);
export const yearSchema = wholeSchema(1900, 2200);

/** A valid calendar day, 1900–2099: checks the lengths of months, and 29 February in leap years only. */
const DAY_PATTERN =
  '^((19|20)[0-9][0-9]-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|((19|20)(0[48]|[2468][048]|[13579][26])|2000)-02-29)$';
export const daySchema: Schema = { type: ['string', 'null'], maxLength: 10, pattern: DAY_PATTERN };

export const choiceSchema = (values: readonly string[]): Schema => ({
  type: ['string', 'null'],
  enum: [...values, null],
});

export const choicesSchema = (values: readonly string[]): Schema => ({
  type: ['array', 'null'],
  maxItems: MAX_ITEMS,
  items: { type: 'string', enum: [...values] },
});

export const objectSchema = (properties: Record<string, Schema>): Schema => ({
  type: ['object', 'null'],
  properties,
  additionalProperties: false,
});

export const itemSchema = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  additionalProperties: false,
});

export const listSchema = (items: Schema, maxItems: number): Schema => ({ type: ['array', 'null'], maxItems, items });

export const textListSchema = listSchema({ type: 'string', maxLength: TEXT, pattern: NOT_BLANK }, 100);

export const filesSchema: Schema = listSchema(
  itemSchema({
    name: textSchema(255),
    // An empty file answers nothing.
    size: wholeSchema(1, Number.MAX_SAFE_INTEGER),
    type: textSchema(255),
    sha256: { type: ['string', 'null'], maxLength: 64, pattern: '^[0-9a-f]{64}$' },
    ref: textSchema(TEXT),
  }),
  MAX_FILES,
);

/** Members of every submission, whatever the type of its form. */
export const envelopeSchema = (periods: readonly string[]): Record<string, Schema> => ({
  id: textSchema(200),
  revision: wholeSchema(0, Number.MAX_SAFE_INTEGER),
  rulebook: textSchema(400),
  form: textSchema(200),
  period: choiceSchema(periods),
  unit: objectSchema({
    id: textSchema(200),
    group: textSchema(200),
    name: textSchema(TEXT),
    members: countSchema,
  }),
  contact: objectSchema({ name: textSchema(TEXT), phone: textSchema(PHONE), email: textSchema(TEXT) }),
  issuer: objectSchema({
    superior: textSchema(TEXT),
    name: textSchema(TEXT),
    place: textSchema(TEXT),
    number: textSchema(100),
    symbol: textSchema(100),
    date: daySchema,
    authority: textSchema(TEXT),
    title: textSchema(TEXT),
    signer: textSchema(TEXT),
    recipients: textListSchema,
  }),
});

export const meetingSchema = objectSchema({
  date: daySchema,
  present: countSchema,
  absent: countSchema,
  chair: textSchema(TEXT),
  secretary: textSchema(TEXT),
  votes: listSchema(itemSchema({ nominee: textSchema(200), for: countSchema, against: countSchema }), MAX_NOMINEES),
});
