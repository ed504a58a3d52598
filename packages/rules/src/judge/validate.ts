import { pointerToken } from '../values/pointer.js';
import { isObject } from '../values/plain.js';
import type { Schema } from '../rulebook.js';
import { NOT_BLANK } from '../shape.js';
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

/** Steps from the submission to the value; converted to a pointer only on a violation. */
type Trail = (string | number)[];
type Visit = (value: unknown, trail: Trail, breaches: Breach[]) => void;

const pathOf = (trail: Trail): string => trail.map((step) => `/${pointerToken(step)}`).join('');

const SPACE = 0x20;

/** Keywords whose violation stops the judging, because rules could not read such values. */
export const endsJudging: ReadonlySet<string> = new Set(['type', 'multipleOf', 'minimum', 'maximum', 'maxItems']);

/**
 * Compiles a schema of the flat portable profile to closures: no `eval`, one finding per path. Reports the same paths
 * as ajv with all errors.
 *
 * @param at JSON Pointer of the schema in its rulebook
 * @throws RulebookError for anything outside the profile, such as a place that allows several types
 */
export function validator(schema: Schema, at = ''): Validator {
  const visit = build(schema, at);
  return (value) => {
    const breaches: Breach[] = [];
    visit(value, [], breaches);
    return breaches;
  };
}

function build(schema: Schema, at: string): Visit {
  mustBeSchema(schema, at);
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  const [type, ...others] = types.filter((name) => name !== 'null');
  const isKnown = type !== undefined && others.length === 0 && Object.hasOwn(visitors, type);
  if (!isKnown) throw new RulebookError(`${at}/type`, `a place may hold one type, or null: ${types.join(', ')}`);
  const visit = visitors[type]!(schema, at);
  if (!types.includes('null') || schema.enum?.includes(null) === false) return visit;
  return (value, trail, breaches) => {
    if (value !== null) visit(value, trail, breaches);
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

/** For each type, the validator of a value of that type. */
const visitors: Record<string, (schema: Schema, at: string) => Visit> = {
  string(schema) {
    const options = schema.enum && new Set<unknown>(schema.enum);
    const breachOf = stringTest(schema);
    return (value, trail, breaches) => {
      if (options?.has(value)) return;
      const keyword = typeof value !== 'string' ? typeOrEnum(value, schema) : options ? 'enum' : breachOf(value);
      if (keyword) breaches.push({ path: pathOf(trail), keyword, schema });
    };
  },
  number(schema) {
    const breachOf = numberTest(schema);
    return (value, trail, breaches) => {
      const keyword = typeof value !== 'number' ? 'type' : breachOf(value);
      if (keyword) breaches.push({ path: pathOf(trail), keyword, schema });
    };
  },
  boolean: (schema) => (value, trail, breaches) => {
    if (typeof value !== 'boolean') breaches.push({ path: pathOf(trail), keyword: 'type', schema });
  },
  array(schema, at) {
    const visit = schema.items && build(schema.items, `${at}/items`);
    const { maxItems = Infinity } = schema;
    return (value, trail, breaches) => {
      if (!Array.isArray(value)) return void breaches.push({ path: pathOf(trail), keyword: 'type', schema });
      if (value.length > maxItems) breaches.push({ path: pathOf(trail), keyword: 'maxItems', schema });
      if (!visit) return;
      for (let index = 0; index < value.length; index++) {
        trail.push(index);
        visit(value[index], trail, breaches);
        trail.pop();
      }
    };
  },
  object(schema, at) {
    const members = new Map(
      Object.entries(schema.properties ?? {}).map(([name, member]) => [
        name,
        build(member, `${at}/properties/${pointerToken(name)}`),
      ]),
    );
    return (value, trail, breaches) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return void breaches.push({ path: pathOf(trail), keyword: 'type', schema });
      }
      let unknown: string | undefined;
      for (const name of Object.keys(value)) {
        const member = (value as Record<string, unknown>)[name];
        if (member === undefined) continue;
        const visit = members.get(name);
        if (visit) {
          trail.push(name);
          visit(member, trail, breaches);
          trail.pop();
        } else unknown ??= name;
      }
      if (unknown !== undefined && schema.additionalProperties === false) {
        breaches.push({ path: pathOf(trail), keyword: 'additionalProperties', schema, property: unknown });
      }
    };
  },
};

/** For a value that is not a text: null may have the right type without being an option. */
const typeOrEnum = (value: unknown, { type }: Schema): keyof Schema =>
  value === null && type.includes('null') ? 'enum' : 'type';

function stringTest({ minLength, maxLength, pattern }: Schema): (text: string) => keyof Schema | null {
  const test = pattern === undefined ? null : new RegExp(pattern, 'u');
  const notBlank = pattern === NOT_BLANK;
  return (text) => {
    // Code points are counted only if the number of code units does not decide.
    if (maxLength !== undefined && text.length > maxLength && codePoints(text) > maxLength) return 'maxLength';
    if (minLength !== undefined && codePoints(text) < minLength) return 'minLength';
    // Most texts begin with a letter, and are known not to be blank without a regular expression.
    if (!test || (notBlank && text.charCodeAt(0) > SPACE)) return null;
    return test.test(text) ? null : 'pattern';
  };
}

function numberTest({ minimum, maximum, multipleOf }: Schema): (value: number) => keyof Schema | null {
  return (value) => {
    if (multipleOf !== undefined && !Number.isInteger(value)) return 'multipleOf';
    if (minimum !== undefined && value < minimum) return 'minimum';
    return maximum !== undefined && value > maximum ? 'maximum' : null;
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff && at + 1 < text.length) at++;
    count++;
  }
  return count;
}
