import { labelAt, shapeFinding } from '../judge/check.js';
import { judging } from '../judge/strings/judging.js';
import type { Finding } from '../finding.js';
import type { RulebookForm, Schema } from '../rulebook.js';
import { daySchema, NOT_BLANK } from '../shape.js';
import { textIn, type Lang } from '../text.js';
import { pointerToken } from '../values/pointer.js';
import type { ModuleForm, Said } from './head.js';
import { literal, member } from './literal.js';
import { block, type Parts } from './parts.js';

/** The keywords that a glance looks at; `write-shape.test.ts` holds that none is left out. */
export const writtenKeywords: ReadonlySet<string> = new Set([
  '$schema',
  'type',
  'properties',
  'additionalProperties',
  'items',
  'enum',
  'minimum',
  'maximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'maxItems',
  'pattern',
]);

/** Few enough to be compared one after another. */
const FEW = 8;
const LANGS: readonly Lang[] = ['vi', 'en'];

/** The schema of a form as functions that take a glance at a value: see `Glance` in `head.ts`. */
export function writeGlance(schema: Schema, parts: Parts): string {
  const { type } = typeOf(schema);
  if (type === 'object') return objectGlance(schema, parts);
  return type === 'array' ? listGlance(schema, parts) : parts.function('glance', leafGlance(schema, parts));
}

function objectGlance({ properties = {} }: Schema, parts: Parts): string {
  // Counted from the object, so that objects of the same shape share a function.
  let place = 1;
  const members = Object.entries(properties).map(([name, schema], index) => {
    const value = `v${index}`;
    const looked = look(schema, { value, step: literal(`/${pointerToken(name)}`), place }, parts);
    place += placesIn(schema);
    return `const ${value} = o${member(name)};\nif (${value} !== undefined) { n++; ${looked} }`;
  });
  const lines = [
    'if (!isPlain(o)) return ODD;',
    'let g = null, n = 0, k;',
    ...members,
    'return n === sizeOf(o) ? g : ODD;',
  ];
  return parts.function('glance', block('(o)', lines).join('\n'));
}

function listGlance({ items, maxItems }: Schema, parts: Parts): string {
  const long = maxItems === undefined ? 'null' : `list.length > ${maxItems} ? broken(null, "", "maxItems", 0) : null`;
  const lines = [
    'if (!isList(list)) return ODD;',
    `let g = ${long}, k;`,
    ...(items
      ? block('for (let i = 0; i < list.length; i++)', [
          'const v = list[i];',
          look(items, { value: 'v', step: '"/" + i', place: 1 }, parts),
        ])
      : []),
    'return g;',
  ];
  return parts.function('glance', block('(list)', lines).join('\n'));
}

interface Looked {
  readonly value: string;
  /** an expression */
  readonly step: string;
  readonly place: number;
}

/** A statement that adds to `g` what is wrong with a value. */
function look(schema: Schema, { value, step, place }: Looked, parts: Parts): string {
  const { type, isNullable } = typeOf(schema);
  const unless = isNullable ? `${value} !== null && ` : '';
  if (type === 'object' || type === 'array') {
    return `if (${unless}(k = ${writeGlance(schema, parts)}(${value})) !== null) g = within(g, ${step}, k, ${place});`;
  }
  const leaf = parts.function('leaf', leafGlance(schema, parts));
  return `if (${unless}(k = ${leaf}(${value})) !== "") g = broken(g, ${step}, k, ${place});`;
}

/** Gives the keyword that a value breaks, or `""`; what may not be judged, or is of another type, needs care. */
function leafGlance(schema: Schema, parts: Parts): string {
  const { type } = typeOf(schema);
  const tests: string[] = [];
  const test = (condition: string, keyword: string) => tests.push(`if (${condition}) return ${literal(keyword)};`);
  if (type === 'boolean') return '(v) { return typeof v === "boolean" ? "" : ODD; }';
  if (type === 'number') {
    const { minimum, maximum, multipleOf } = schema;
    if (multipleOf !== undefined) test('!Number.isInteger(v)', 'multipleOf');
    if (minimum !== undefined) test(`v < ${literal(minimum)}`, 'minimum');
    if (maximum !== undefined) test(`v > ${literal(maximum)}`, 'maximum');
    return block('(v)', ['if (!isNumber(v)) return ODD;', ...tests, 'return "";']).join('\n');
  }
  if (schema.enum) {
    const options = schema.enum.filter((option) => option !== null);
    const isOption =
      options.length > FEW
        ? `${parts.constant('OPTIONS', `new Set(${literal(options)})`)}.has(v)`
        : options.map((option) => `v === ${literal(option)}`).join(' || ') || 'false';
    return `(v) { return ${isOption} ? "" : isText(v) ? "enum" : ODD; }`;
  }
  const { minLength, maxLength, pattern } = schema;
  // Code points are counted only if the number of code units does not decide.
  if (maxLength !== undefined) test(`v.length > ${maxLength} && codePoints(v) > ${maxLength}`, 'maxLength');
  if (minLength !== undefined) test(`codePoints(v) < ${minLength}`, 'minLength');
  if (pattern === daySchema.pattern) test('!isDay(v)', 'pattern');
  else if (pattern !== undefined) {
    const breach = `!${parts.constant('PATTERN', `new RegExp(${literal(pattern)}, "u")`)}.test(v)`;
    // Most texts begin with a letter, and are known not to be blank without a regular expression.
    test(pattern === NOT_BLANK ? `!(v.charCodeAt(0) > 32) && ${breach}` : breach, 'pattern');
  }
  return block('(v)', ['if (!isText(v)) return ODD;', ...tests, 'return "";']).join('\n');
}

function typeOf({ type, enum: options }: Schema): { type: string; isNullable: boolean } {
  const types = typeof type === 'string' ? [type] : type;
  return {
    type: types.find((name) => name !== 'null') ?? 'null',
    isNullable: types.includes('null') && options?.includes(null) !== false,
  };
}

const placesIn = ({ properties = {}, items }: Schema): number =>
  1 + Object.values(properties).reduce((sum, member) => sum + placesIn(member), 0) + (items ? placesIn(items) : 0);

/** What is said of each place that breaks the schema: the judge's own words, made beforehand. */
export function saidOfPlaces(form: RulebookForm): Pick<ModuleForm, 'places' | 'said'> {
  const places: ModuleForm['places'][number][] = [];
  const said = new Map<string, Said>();
  const visit = (schema: Schema, path: string): void => {
    const [label, words] = saidOf(form, schema, path);
    const key = literal(words);
    said.set(key, words);
    places.push([label, [...said.keys()].indexOf(key)]);
    for (const [name, member] of Object.entries(schema.properties ?? {}))
      visit(member, `${path}/${pointerToken(name)}`);
    // Any position: labels do not depend on it.
    if (schema.items) visit(schema.items, `${path}/0`);
  };
  visit(form.schema, '');
  return { places, said: [...said.values()] };
}

const KEYWORDS: Readonly<Record<string, readonly (keyof Schema)[]>> = {
  string: ['enum', 'maxLength', 'minLength', 'pattern'],
  number: ['multipleOf', 'minimum', 'maximum'],
  boolean: [],
  array: ['maxItems'],
  object: ['additionalProperties'],
};

function saidOf(
  form: RulebookForm,
  schema: Schema,
  path: string,
): [label: ModuleForm['places'][number][0], said: Said] {
  const text = labelAt(form, path);
  const [vi, en] = LANGS.map((lang) => textIn(text ?? judging[lang].shape.place, lang)) as [string, string];
  const words: Record<string, NonNullable<Said[string]>> = {};
  for (const keyword of ['type', ...KEYWORDS[typeOf(schema).type]!] as const) {
    if (keyword !== 'type' && schema[keyword] === undefined) continue;
    // Filled in when a submission has such a member.
    const unknown = keyword === 'additionalProperties' ? { property: '{property}' } : {};
    const [said, saidInEnglish] = LANGS.map((lang) =>
      shapeFinding({ path, keyword, schema, ...unknown }, form, lang),
    ) as [Finding, Finding];
    const isOfLabel = said.message.startsWith(vi) && saidInEnglish.message.startsWith(en);
    const { property: _, ...params } = said.params;
    words[keyword] = {
      vi: isOfLabel ? said.message.slice(vi.length) : said.message,
      en: isOfLabel ? saidInEnglish.message.slice(en.length) : saidInEnglish.message,
      params,
      ...(isOfLabel && { isOfLabel }),
    };
  }
  return [vi === en ? vi : { vi, en }, words];
}
