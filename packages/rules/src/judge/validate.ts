import { pointerToken } from '../logic.js';
import type { Schema } from '../rulebook.js';
import { NOT_BLANK } from '../shape.js';

/** One place where a submission's shape is broken: the first keyword found there. */
export interface Breach {
  /** JSON Pointer; an unknown property at its parent */
  readonly path: string;
  readonly keyword: keyof Schema;
  readonly schema: Schema;
  /** name of an unknown property */
  readonly property?: string;
}

export type Validator = (value: unknown) => Breach[];

/** Steps from the submission to the value; made into a pointer only where something is broken. */
type Trail = (string | number)[];
type Visit = (value: unknown, trail: Trail, breaches: Breach[]) => void;

const pathOf = (trail: Trail): string => trail.map((step) => `/${pointerToken(step)}`).join('');

const SPACE = 0x20;

/** Keywords whose breach ends the judging: rules could not read such values. */
export const endsJudging: ReadonlySet<string> = new Set(['type', 'multipleOf', 'minimum', 'maximum', 'maxItems']);

/**
 * Compiles a schema of the flat portable profile to closures: no `eval`, one finding per path.
 * Equal to ajv, all errors, on the paths it reports.
 *
 * @throws RangeError for a place that may hold values of several types: the profile knows one, or null
 */
export function validator(schema: Schema): Validator {
  const visit = build(schema);
  return (value) => {
    const breaches: Breach[] = [];
    visit(value, [], breaches);
    return breaches;
  };
}

function build(schema: Schema): Visit {
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  const [type, ...others] = types.filter((name) => name !== 'null');
  const visitor = type === undefined || others.length > 0 ? undefined : visitors[type];
  if (!visitor) throw new RangeError(`a place may hold one type, or null: ${types.join(', ')}`);
  const visit = visitor(schema);
  if (!types.includes('null') || schema.enum?.includes(null) === false) return visit;
  return (value, trail, breaches) => {
    if (value !== null) visit(value, trail, breaches);
  };
}

/** For each type, what looks at a value that should be of it. */
const visitors: Record<string, (schema: Schema) => Visit> = {
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
  array(schema) {
    const visit = schema.items && build(schema.items);
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
  object(schema) {
    const members = new Map(Object.entries(schema.properties ?? {}).map(([name, member]) => [name, build(member)]));
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

/** Of what is no text: null may be of the right type and still be no option. */
const typeOrEnum = (value: unknown, { type }: Schema): keyof Schema =>
  value === null && type.includes('null') ? 'enum' : 'type';

function stringTest({ minLength, maxLength, pattern }: Schema): (text: string) => keyof Schema | null {
  const test = pattern === undefined ? null : new RegExp(pattern, 'u');
  const notBlank = pattern === NOT_BLANK;
  return (text) => {
    // Code points are counted only where code units cannot decide.
    if (maxLength !== undefined && text.length > maxLength && codePoints(text) > maxLength) return 'maxLength';
    if (minLength !== undefined && codePoints(text) < minLength) return 'minLength';
    // Most texts begin with a letter, and need no regular expression to be told from blank ones.
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
