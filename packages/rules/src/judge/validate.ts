import { parseDay } from '../calendar.js';
import { isWellFormed, MAX_BYTES, MAX_DEPTH, MAX_VALUES } from '../reading/read-json.js';
import { pointer, pointerToken } from '../values/pointer.js';
import { isObject } from '../values/plain.js';
import type { Schema } from '../rulebook.js';
import { daySchema, NOT_BLANK } from '../shape.js';
import { RulebookError } from './rulebook-error.js';

/** One place where a submission violates the schema, with the first violated keyword. */
export interface Breach {
  /** JSON Pointer; for an unknown property, that of its parent */
  readonly path: string;
  readonly keyword: keyof Schema;
  readonly schema: Schema;
  /** name of an unknown property */
  readonly property?: string;
}

export type Validator = (value: unknown) => Breach[];

/**
 * Compiles a schema of the flat portable profile: no `eval`, one finding per path. Reports the same paths as ajv with all
 * errors.
 *
 * @param at JSON Pointer of the schema in its rulebook
 * @throws RulebookError for anything outside the profile, such as a place that allows several types
 */
export function validator(schema: Schema, at = ''): Validator {
  const root = schemaPlace(schema, at);
  return (value) => walk(root, value).breaches;
}

/** A place of the schema, prepared for walking. */
export interface SchemaPlace {
  readonly schema: Schema;
  readonly type: string;
  /** null is left unvisited */
  readonly isNullable: boolean;
  readonly options: ReadonlySet<unknown> | null;
  readonly pattern: RegExp | null;
  /** the pattern says no more than that a text is not blank */
  readonly isNotBlank: boolean;
  /** the pattern is that of days */
  readonly isDay: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly isWhole: boolean;
  readonly maxItems: number;
  readonly members: ReadonlyMap<string, SchemaPlace>;
  readonly items: SchemaPlace | null;
  readonly name: string;
  /** the member that came first, or after this one, last time: most objects have theirs in one order */
  first: SchemaPlace | undefined;
  next: SchemaPlace | undefined;
  /** where the walk notes the value for the rules; -1 for nowhere */
  slot: number;
  /** of a list: where the values of its items are noted */
  frame: Frame | null;
}

/** Numbers the values that rules read of a submission, or of an item of a list. */
export interface Frame {
  /** index in `Walk.frames` */
  readonly index: number;
  /** number of values of one item */
  width: number;
}

/** One walk over a submission: what is wrong with it, and what others would have to walk over it again for. */
export interface Walk {
  readonly breaches: Breach[];
  /** values by frame; those of items follow one another */
  readonly frames: unknown[][];
  /** at least as many as there are values */
  values: number;
  /** at least as many UTF-16 units as there are in texts and names */
  units: number;
  /** something was left unvisited, or may have to be refused */
  isOdd: boolean;
  /** steps to the value; only as many as it is deep are valid; converted to a pointer only on a violation */
  readonly trail: (string | number)[];
  /** ordinary objects inherit nothing that could be taken for a member */
  readonly isPlainWorld: boolean;
  /** the frame that values are noted in now, and where its item begins */
  noted: unknown[];
  base: number;
}

/** Whether `refusal` must decide: only then may it give a reason. */
export const mayBeRefused = ({ values, units, isOdd }: Walk): boolean =>
  isOdd || values > MAX_VALUES || units > MAX_BYTES;

/** @param frame numbers the values outside lists; has the index 0 */
export function walk(root: SchemaPlace, value: unknown, frame: Frame = NO_FRAME): Walk {
  const noted = blanks(frame.width);
  const state: Walk = {
    breaches: [],
    frames: [noted],
    values: 1,
    units: 0,
    isOdd: false,
    trail: [],
    isPlainWorld: Object.keys(Object.prototype).length === 0,
    noted,
    base: 0,
  };
  if (value !== null || !root.isNullable) visit(root, value, state, 0);
  return state;
}

const NO_FRAME: Frame = Object.freeze({ index: 0, width: 0 });

/** Short lists are the rule, and made faster this way. */
function blanks(length: number): unknown[] {
  if (length > 64) return new Array<unknown>(length).fill(null);
  const list: unknown[] = [];
  for (let at = 0; at < length; at++) list.push(null);
  return list;
}

function breach(state: Walk, depth: number, rest: Omit<Breach, 'path'>): void {
  state.breaches.push({ path: pointer(...state.trail.slice(0, depth)), ...rest });
}

/** Texts that sort before it begin with a space or a control character, or are empty. */
const FIRST_LETTER = '!';

/** Keywords whose violation stops the judging, because rules could not read such values. */
export const endsJudging: ReadonlySet<string> = new Set(['type', 'multipleOf', 'minimum', 'maximum', 'maxItems']);

const TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'array', 'object']);

/**
 * @param at JSON Pointer of the schema in its rulebook
 * @param name that of the member of an object
 * @throws RulebookError for anything outside the profile
 */
export function schemaPlace(schema: Schema, at: string, name = ''): SchemaPlace {
  mustBeSchema(schema, at);
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  const [type, ...others] = types.filter((each) => each !== 'null');
  if (type === undefined || others.length > 0 || !TYPES.has(type)) {
    throw new RulebookError(`${at}/type`, `a place may hold one type, or null: ${types.join(', ')}`);
  }
  const { pattern, properties = {}, items } = schema;
  return {
    schema,
    type,
    isNullable: types.includes('null') && schema.enum?.includes(null) !== false,
    options: schema.enum ? new Set<unknown>(schema.enum) : null,
    pattern: pattern === undefined ? null : new RegExp(pattern, 'u'),
    isNotBlank: pattern === NOT_BLANK,
    isDay: pattern === daySchema.pattern,
    minLength: schema.minLength ?? 0,
    maxLength: schema.maxLength ?? Infinity,
    minimum: schema.minimum ?? -Infinity,
    maximum: schema.maximum ?? Infinity,
    isWhole: schema.multipleOf !== undefined,
    maxItems: schema.maxItems ?? Infinity,
    members: new Map(
      Object.entries(properties).map(([member, each]) => [
        member,
        schemaPlace(each, `${at}/properties/${pointerToken(member)}`, member),
      ]),
    ),
    items: items ? schemaPlace(items, `${at}/items`) : null,
    name,
    first: undefined,
    next: undefined,
    slot: -1,
    frame: null,
  };
}

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** The keywords of the profile, each with a check of its value. */
const keywords: Readonly<Record<string, (value: unknown) => boolean>> = {
  $schema: (value) => typeof value === 'string',
  type: (value) =>
    typeof value === 'string' || (Array.isArray(value) && value.every((name) => typeof name === 'string')),
  properties: isObject,
  additionalProperties: (value) => value === false,
  items: isObject,
  enum: (value) => Array.isArray(value) && value.every((option) => option === null || typeof option === 'string'),
  minimum: Number.isFinite,
  maximum: Number.isFinite,
  multipleOf: (value) => value === 1,
  minLength: isWhole,
  maxLength: isWhole,
  maxItems: isWhole,
  pattern: isPattern,
};

/** The keywords of the portable profile; the set is closed. */
export const schemaKeywords: ReadonlySet<string> = new Set(Object.keys(keywords));

function mustBeSchema(schema: unknown, at: string): void {
  if (!isObject(schema)) throw new RulebookError(at, 'there is no schema');
  if (!Object.hasOwn(schema, 'type')) throw new RulebookError(`${at}/type`, 'there is no type');
  for (const [keyword, value] of Object.entries(schema)) {
    if (Object.hasOwn(keywords, keyword) && keywords[keyword]!(value)) continue;
    throw new RulebookError(`${at}/${pointerToken(keyword)}`, 'a schema of the portable profile has nothing like it');
  }
}

function isPattern(value: unknown): boolean {
  try {
    return typeof value === 'string' && new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** @param depth number of steps to the value */
function visit(place: SchemaPlace, value: unknown, state: Walk, depth: number): void {
  switch (place.type) {
    case 'string':
      return visitText(place, value, state, depth);
    case 'number': {
      const isNumber = typeof value === 'number';
      if (!isNumber || !isSafe(value)) state.isOdd = true;
      const keyword = isNumber ? numberBreach(place, value) : 'type';
      if (keyword) breach(state, depth, { keyword, schema: place.schema });
      return;
    }
    case 'boolean':
      if (typeof value !== 'boolean') mistyped(place, state, depth);
      return;
    case 'array':
      return visitList(place, value, state, depth);
    default:
      return visitObject(place, value, state, depth);
  }
}

function visitText(place: SchemaPlace, value: unknown, state: Walk, depth: number): void {
  const { options, schema } = place;
  if (typeof value !== 'string') {
    state.isOdd = true;
    if (!options?.has(value)) breach(state, depth, { keyword: typeOrEnum(value, schema), schema });
    return;
  }
  const { length } = value;
  state.units += length;
  // Options are texts of the rulebook.
  if (options !== null && options.has(value)) return;
  if (!isWellFormed(value)) state.isOdd = true;
  const keyword = options !== null ? 'enum' : textBreach(place, value, length);
  if (keyword) breach(state, depth, { keyword, schema });
}

function visitList(place: SchemaPlace, value: unknown, state: Walk, depth: number): void {
  const { schema, items, frame } = place;
  if (!Array.isArray(value)) return mistyped(place, state, depth);
  const list: readonly unknown[] = value;
  if (list.length > place.maxItems) breach(state, depth, { keyword: 'maxItems', schema });
  const isVisited = items !== null && counts(state, list.length, depth);
  if (!isVisited) {
    state.isOdd = true;
    return;
  }
  const { noted, base } = state;
  if (frame !== null) state.noted = state.frames[frame.index] = blanks(list.length * frame.width);
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    if (item === null && items.isNullable) continue;
    if (frame !== null) state.base = index * frame.width;
    state.trail[depth] = index;
    visit(items, item, state, depth + 1);
  }
  state.noted = noted;
  state.base = base;
}

function visitObject(place: SchemaPlace, value: unknown, state: Walk, depth: number): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return mistyped(place, state, depth);
  const { schema, members } = place;
  if (!counts(state, 0, depth)) {
    state.isOdd = true;
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = state.isPlainWorld && (prototype === Object.prototype || prototype === null);
  let unknown: string | undefined;
  let count = 0;
  let before = place;
  let member = place.first;
  let units = 0;
  // Faster than over a list of names.
  for (const name in value) {
    if (!isPlain && !Object.hasOwn(value, name)) continue;
    if (++count > MAX_VALUES) break;
    const part = (value as Record<string, unknown>)[name];
    if (member === undefined || member.name !== name) {
      member = members.get(name);
      if (member === undefined) {
        // What the schema does not describe is left unvisited.
        state.isOdd = true;
        if (part !== undefined) unknown ??= name;
        continue;
      }
      if (before === place) place.first = member;
      else before.next = member;
    }
    before = member;
    units += name.length;
    if (part !== undefined && (part !== null || !member.isNullable)) {
      if (member.slot >= 0) state.noted[state.base + member.slot] = part;
      state.trail[depth] = name;
      visit(member, part, state, depth + 1);
    }
    member = member.next;
  }
  state.values += count;
  state.units += units;
  if (unknown !== undefined && schema.additionalProperties === false) {
    breach(state, depth, { keyword: 'additionalProperties', schema, property: unknown });
  }
}

/** Adds the parts of a list or an object; false if there are too many, or they lie too deep, to be visited. */
function counts(state: Walk, count: number, depth: number): boolean {
  state.values += count;
  return state.values <= MAX_VALUES && depth < MAX_DEPTH;
}

function mistyped({ schema }: SchemaPlace, state: Walk, depth: number): void {
  state.isOdd = true;
  breach(state, depth, { keyword: 'type', schema });
}

const isSafe = (value: number): boolean => value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;

/** For a value that is not a text: null may have the right type without being an option. */
const typeOrEnum = (value: unknown, { type }: Schema): keyof Schema =>
  value === null && type.includes('null') ? 'enum' : 'type';

function textBreach(place: SchemaPlace, text: string, length: number): keyof Schema | null {
  const { minLength, maxLength, pattern } = place;
  // Code points are counted only if the number of code units does not decide.
  if (length > maxLength && codePoints(text) > maxLength) return 'maxLength';
  if (minLength > 0 && codePoints(text) < minLength) return 'minLength';
  // Most texts begin with a letter, and are known not to be blank without a regular expression.
  if (pattern === null || (place.isNotBlank && text >= FIRST_LETTER)) return null;
  if (place.isDay && isDayOfCenturies(text)) return null;
  return pattern.test(text) ? null : 'pattern';
}

/** Whether it is a day that the pattern of days allows, without its regular expression. */
const isDayOfCenturies = (text: string): boolean => {
  const day = parseDay(text);
  return day !== null && day.year >= 1900 && day.year < 2100;
};

function numberBreach({ minimum, maximum, isWhole }: SchemaPlace, value: number): keyof Schema | null {
  if (isWhole && !Number.isInteger(value)) return 'multipleOf';
  if (value < minimum) return 'minimum';
  return value > maximum ? 'maximum' : null;
}

export function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff && at + 1 < text.length) at++;
    count++;
  }
  return count;
}
