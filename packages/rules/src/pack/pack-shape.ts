import type { z } from 'zod';
import { rulePack, type RulePack } from './pack.js';
import { nearest, problem, type PackProblem, type Path } from './pack-problem.js';
import { authoring, type ProblemCode } from './strings/authoring.js';
import type { Lang } from '../text.js';

type Issue = z.core.$ZodIssue;
type AnySchema = z.core.$ZodType;

/** Parses the shape of a pack: returns the pack, or every problem with its shape. */
export function readShape(json: unknown, lang: Lang): { pack: RulePack } | { problems: PackProblem[] } {
  const parsed = rulePack.safeParse(json, { reportInput: true, error: allowedHere });
  if (parsed.success) return { pack: parsed.data };
  return {
    problems: manyAsOne(
      severalAsOne(unrepeated(parsed.error.issues.flatMap((issue) => shapeProblems(issue, lang))), lang),
      lang,
    ),
  };
}

const MARK = 'allowed:';

/** Issues do not keep their schema, so what it allows is passed in the message. */
function allowedHere(issue: z.core.$ZodRawIssue): string | undefined {
  const schema = issue.inst as AnySchema | undefined;
  if (!schema) return undefined;
  if (issue.code === 'unrecognized_keys') return MARK + JSON.stringify(namesOf(schema));
  if (issue.code === 'invalid_union') return MARK + JSON.stringify([...new Set(optionsOf(schema).map(outline))]);
  return undefined;
}

const allowedIn = ({ message }: Issue): string[] =>
  message.startsWith(MARK) ? (JSON.parse(message.slice(MARK.length)) as string[]) : [];

const codes = new Set<string>(Object.keys(authoring.vi.problems));

function shapeProblems(issue: Issue, lang: Lang, above: Path = []): PackProblem[] {
  const path = [...above, ...issue.path];
  const say = (code: ProblemCode, detail = '', allowed: string[] = []) => [problem(path, code, lang, detail, allowed)];
  const words = authoring[lang];
  if (issue.input === undefined && path.length > 0 && ['invalid_type', 'invalid_value'].includes(issue.code)) {
    return say('missing', String(path.at(-1)), wantedOf(issue, lang));
  }
  // Our own refinements and patterns use their code as the message.
  if (codes.has(issue.message)) return say(issue.message as ProblemCode, textOf(issue.input));
  switch (issue.code) {
    case 'invalid_type':
      return say('type', words.types[issue.expected] ?? issue.expected, foundOf(issue.input, lang));
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem([...path, key], 'unknown-key', lang, key, allowedIn(issue)));
    case 'invalid_value':
      if (typeof issue.input === 'string' && !issue.values.some((value) => typeof value === 'string')) {
        return say('type', issue.values.map(String).join(', '), foundOf(issue.input, lang));
      }
      return say('value', textOf(issue.input), issue.values.map(String));
    case 'too_small':
      return say(lengthCode(issue), words.atLeast(Number(issue.minimum), issue.origin), [sizeOf(issue.input)]);
    case 'too_big':
      return say(lengthCode(issue), words.atMost(Number(issue.maximum), issue.origin), [sizeOf(issue.input)]);
    case 'invalid_union':
      return unionProblems(issue, path, lang);
    case 'invalid_key':
      return issue.issues.flatMap((inner) => shapeProblems(inner, lang, path));
    case 'invalid_element':
      return issue.issues.flatMap((inner) => shapeProblems(inner, lang, path));
    default:
      return say('shape', '', allowedIn(issue));
  }
}

/** What a missing member has to be. */
function wantedOf(issue: Issue, lang: Lang): string[] {
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value));
  return issue.code === 'invalid_type' ? [authoring[lang].types[issue.expected] ?? issue.expected] : [];
}

/** The JSON type that stands where another is wanted. */
function foundOf(input: unknown, lang: Lang): string[] {
  const type = Array.isArray(input) ? 'array' : input === null ? 'null' : typeof input;
  const words = authoring[lang].types;
  return Object.hasOwn(words, type) ? [words[type]!] : [];
}

/** A number itself; of a list or a text, its length. */
const sizeOf = (input: unknown): string =>
  Array.isArray(input) || typeof input === 'string' ? String([...input].length) : textOf(input);

const lengthCode = ({ origin }: { origin: string }): ProblemCode =>
  origin === 'array' || origin === 'string' ? 'length' : 'range';

/** Reports problems for the union branch that the author most likely meant; if none stands out, all that is allowed. */
function unionProblems(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, lang: Lang): PackProblem[] {
  const discriminator = (issue as { discriminator?: string }).discriminator;
  if (discriminator !== undefined) {
    const value = (issue.input as Record<string, unknown> | undefined)?.[discriminator];
    const types = ['nomination', 'report', 'plan'];
    return [
      value === undefined
        ? problem(path, 'missing', lang, discriminator)
        : problem(path, 'value', lang, textOf(value), types),
    ];
  }
  if (issue.input === undefined) return [problem(path, 'missing', lang, String(path.at(-1)))];
  const branches = issue.errors
    .flatMap(branchesIn)
    .filter((errors) => !errors.some((inner) => inner.path.length === 0 && inner.code !== 'unrecognized_keys'))
    .filter((errors) => !hasNothingOf(errors, issue.input))
    .map((errors) => ({ errors, distance: strangeness(errors) }))
    .sort((left, right) => left.distance - right.distance);
  const [best, next] = branches;
  const undecided = best && next && best.distance > 0 && best.distance === next.distance;
  if (!best || undecided) {
    const fitting = issue.errors.length === 1 ? issue.errors[0]! : [];
    return fitting.length > 0
      ? fitting.flatMap((inner) => shapeProblems(inner, lang, path))
      : [problem(path, 'shape', lang, textOf(issue.input), allowedIn(issue))];
  }
  return best.errors.flatMap((inner) => shapeProblems(inner, lang, path));
}

/** The branches of a union inside a union are branches of it. */
function branchesIn(errors: readonly Issue[]): (readonly Issue[])[] {
  const [only, ...others] = errors;
  const isUnion = only?.code === 'invalid_union' && only.path.length === 0 && others.length === 0;
  return isUnion && only.errors.length > 0 ? only.errors.flatMap(branchesIn) : [errors];
}

/** Whether an object has none of a branch's members, but others. */
function hasNothingOf(errors: readonly Issue[], input: unknown): boolean {
  const foreign = errors.flatMap((inner) =>
    inner.code === 'unrecognized_keys' && inner.path.length === 0 ? inner.keys : [],
  );
  const missing = errors.filter((inner) => inner.path.length === 1 && inner.input === undefined);
  const members = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  return missing.length > 1 && foreign.length > 1 && foreign.length === members.length;
}

/**
 * Distance of an object from a branch: its unknown and missing members (a misspelt one counts half), and a quarter for
 * each member whose value does not fit.
 */
function strangeness(errors: readonly Issue[]): number {
  const foreign = errors.flatMap((inner) =>
    inner.code === 'unrecognized_keys' && inner.path.length === 0 ? inner.keys : [],
  );
  const missing = errors
    .filter(({ path, input }) => path.length === 1 && input === undefined)
    .map(({ path }) => String(path[0]));
  const misspelt = foreign.filter((key) => nearest(key, missing) !== '').length;
  const unfit = errors.filter(({ path, input }) => path.length === 1 && input !== undefined).length;
  return foreign.length + missing.length - misspelt * 1.5 + unfit / 4;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : (JSON.stringify(value) ?? '').slice(0, 200);

interface Definition {
  type: string;
  shape?: Record<string, AnySchema>;
  options?: AnySchema[];
  values?: unknown[];
  entries?: Record<string, unknown>;
  innerType?: AnySchema;
  keyType?: AnySchema;
  getter?: () => AnySchema;
}
const definition = (schema: AnySchema): Definition => schema._zod.def as unknown as Definition;

function unwrapped(schema: AnySchema): AnySchema {
  const { innerType, getter } = definition(schema);
  if (innerType) return unwrapped(innerType);
  return getter ? unwrapped(getter()) : schema;
}

const membersOf = (schema: AnySchema): Record<string, AnySchema> => definition(schema).shape ?? {};

/** Names of an object's members, or of those that a record may have. */
function namesOf(schema: AnySchema): string[] {
  const { keyType } = definition(schema);
  return keyType ? Object.keys(definition(keyType).entries ?? {}) : Object.keys(membersOf(schema));
}
const optionsOf = (schema: AnySchema): AnySchema[] =>
  (definition(schema).options ?? []).flatMap((option) => {
    const inner = unwrapped(option);
    return definition(inner).type === 'union' ? optionsOf(inner) : [inner];
  });

/** A brief description of a shape: `{ "field", "is" }`, `[ … ]`, `"unannounced"`. */
function outline(schema: AnySchema): string {
  const { type, values } = definition(schema);
  if (type === 'literal') return (values ?? []).map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'array') return '[ … ]';
  if (type === 'string') return '"…"';
  if (type !== 'object') return type === 'number' ? '0' : '{ … }';
  const asked = Object.entries(membersOf(schema)).filter(([, member]) => definition(member).type !== 'optional');
  return `{ ${asked.map(([name]) => `"${name}"`).join(', ')} }`;
}

function unrepeated(problems: PackProblem[]): PackProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ pointer: at, code, message }) => {
    const key = `${at}|${code}|${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** As often as one mistake is told at each of its places; more are told once, with the places. */
const TOLD_APART = 3;

function manyAsOne(problems: readonly PackProblem[], lang: Lang): PackProblem[] {
  const alike = new Map<string, PackProblem[]>();
  for (const entry of problems) {
    const key = JSON.stringify([entry.pointer.split('/').at(-1), entry.code, entry.message]);
    const known = alike.get(key);
    if (known) known.push(entry);
    else alike.set(key, [entry]);
  }
  return [...alike.values()].flatMap(([first, ...more]) =>
    first === undefined || more.length < TOLD_APART
      ? [...(first ? [first] : []), ...more]
      : [
          {
            ...first,
            message: authoring[lang].elsewhere(
              first.message,
              more.map(({ pointer }) => pointer),
            ),
          },
        ],
  );
}

/** A mistake repeated in several entries of a list, such as numbers instead of texts, is reported once. */
function severalAsOne(problems: readonly PackProblem[], lang: Lang): PackProblem[] {
  const alike = new Map<string, PackProblem[]>();
  for (const entry of problems) {
    const { pointer, code, message } = entry;
    const [, list] = /^(.*)\/\d+$/.exec(pointer) ?? [];
    const key = JSON.stringify(list === undefined ? [pointer, code, message] : [list, code, message, 'entries']);
    const known = alike.get(key);
    if (known) known.push(entry);
    else alike.set(key, [entry]);
  }
  return [...alike.values()].map(([first, ...more]) =>
    more.length === 0 ? first! : { ...first!, message: authoring[lang].alike(first!.message, more.length) },
  );
}
