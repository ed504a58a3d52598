import { pointerToken } from './logic.js';
import type { Schema } from './rulebook.js';

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

/** Keywords whose breach ends the judging: rules could not read such values. */
export const endsJudging: ReadonlySet<string> = new Set(['type', 'multipleOf', 'minimum', 'maximum', 'maxItems']);

/**
 * Compiles a schema of the flat portable profile to closures: no `eval`, one finding per path.
 * Equal to ajv, all errors, on the paths it reports.
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
  const types = new Set(typeof schema.type === 'string' ? [schema.type] : schema.type);
  const texts = stringTest(schema);
  const numbers = numberTest(schema);
  const options = schema.enum && new Set<unknown>(schema.enum);
  const items = schema.items && build(schema.items);
  const members = schema.properties
    ? new Map(Object.entries(schema.properties).map(([name, member]) => [name, build(member)] as const))
    : undefined;

  return (value, trail, breaches) => {
    const type = typeOf(value);
    const report = (keyword: keyof Schema) => void breaches.push({ path: pathOf(trail), keyword, schema });
    if (!types.has(type)) return report('type');
    if (options && !options.has(value)) return report('enum');
    if (type === 'string') {
      const keyword = texts(value as string);
      if (keyword) report(keyword);
    } else if (type === 'number') {
      const keyword = numbers(value as number);
      if (keyword) report(keyword);
    } else if (type === 'array') {
      const list = value as unknown[];
      if (schema.maxItems !== undefined && list.length > schema.maxItems) report('maxItems');
      if (!items) return;
      for (let index = 0; index < list.length; index++) {
        trail.push(index);
        items(list[index], trail, breaches);
        trail.pop();
      }
    } else if (type === 'object' && members) {
      let unknown: string | undefined;
      for (const name of Object.keys(value as object)) {
        const member = (value as Record<string, unknown>)[name];
        if (member === undefined) continue;
        const known = members.get(name);
        if (known) {
          trail.push(name);
          known(member, trail, breaches);
          trail.pop();
        } else unknown ??= name;
      }
      if (unknown !== undefined && schema.additionalProperties === false) {
        breaches.push({ path: pathOf(trail), keyword: 'additionalProperties', schema, property: unknown });
      }
    }
  };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function stringTest({ minLength, maxLength, pattern }: Schema): (text: string) => keyof Schema | null {
  const test = pattern === undefined ? null : new RegExp(pattern, 'u');
  return (text) => {
    // Code points are counted only where code units cannot decide.
    if (maxLength !== undefined && text.length > maxLength && codePoints(text) > maxLength) return 'maxLength';
    if (minLength !== undefined && codePoints(text) < minLength) return 'minLength';
    return test && !test.test(text) ? 'pattern' : null;
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
