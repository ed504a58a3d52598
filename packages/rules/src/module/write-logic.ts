import { evaluator } from '../judge/evaluate.js';
import type { Logic, NeededType, Schema } from '../rulebook.js';
import { isInherited, literal, member } from './literal.js';

/** What is known of a value: nothing, that it is one (`scalar`), a number or null, true or false. */
export type Known = 'any' | 'scalar' | 'number' | 'boolean';

/** An expression of JavaScript, to be put in brackets or between commas. */
export interface Written {
  readonly code: string;
  readonly known: Known;
  /** where the value stands, if it is part of a submission or a mark */
  readonly of?: Base['of'];
}

/** What `var` reads. */
export interface Reader {
  read(path: string): Written;
  /** what costs a walk over a list may be kept for those who ask for it again */
  keep(written: () => Written): Written;
}

/** A value that paths lead into, not undefined. */
export interface Base {
  readonly code: string;
  /** its place in the schema; one mark, or an object or a list of marks; `null`: there is nothing */
  readonly of: Schema | 'mark' | 'marks' | 'unknown' | 'null';
}

/**
 * JsonLogic of the portable profile as an expression with the same result as `evaluator` of it has, on values that passed
 * the schema.
 *
 * @throws LogicError as `evaluator` does
 */
export function writeLogic(logic: Logic | undefined, reader: Reader, at = ''): Written {
  evaluator(logic, at);
  return write(logic, reader);
}

function write(logic: Logic | readonly Logic[] | undefined, reader: Reader): Written {
  if (Array.isArray(logic)) {
    return any(`[${(logic as readonly Logic[]).map((part) => write(part, reader).code).join(', ')}]`);
  }
  if (logic === null || logic === undefined) return { code: 'null', known: 'scalar' };
  if (typeof logic !== 'object') return { code: literal(logic), known: knownOf(logic) };
  const [[operator, operands]] = Object.entries(logic) as [[string, Logic | readonly Logic[]]];
  return writers[operator]!(Array.isArray(operands) ? operands : [operands as Logic], reader);
}

const knownOf = (constant: string | number | boolean): Known => {
  if (typeof constant === 'boolean') return 'boolean';
  return typeof constant === 'number' ? 'number' : 'scalar';
};

type Writer = (operands: readonly Logic[], reader: Reader) => Written;

const any = (code: string): Written => ({ code, known: 'any' });
const boolean = (code: string): Written => ({ code, known: 'boolean' });
const number = (code: string): Written => ({ code, known: 'number' });

/** Operands of the same precedence never stand side by side without brackets. */
const inBrackets = ({ code }: Written): string =>
  /^[\w.]+$|^"[^"\\]*"$|^\w+\([^()]*\)$/.test(code) ? code : `(${code})`;

/** A condition that stands alone, as in `if (…)`. */
export const conditionOf = (written: Written): string =>
  written.known === 'boolean' ? written.code : `isTruthy(${written.code})`;

/** A condition beside others. */
const truth = (written: Written): string =>
  written.known === 'boolean' ? inBrackets(written) : `isTruthy(${written.code})`;

const comparable = (written: Written): string =>
  written.known === 'any' ? `comparable(${written.code})` : inBrackets(written);

/** Numbers and null, which counts as 0, are added up as they are. */
const summand = (written: Written): string =>
  written.known === 'number' ? inBrackets(written) : `numberOf(${written.code})`;

const comparing =
  (sign: string): Writer =>
  ([left, right], reader) =>
    boolean(`${comparable(write(left, reader))} ${sign} ${comparable(write(right, reader))}`);

const same =
  (sign: string): Writer =>
  ([left, right], reader) =>
    boolean(`${inBrackets(write(left, reader))} ${sign} ${inBrackets(write(right, reader))}`);

const joined =
  (sign: string, lazily: string): Writer =>
  (operands, reader) => {
    const parts = operands.map((operand) => write(operand, reader));
    if (parts.every(({ known }) => known === 'boolean')) return boolean(parts.map(inBrackets).join(` ${sign} `));
    return parts.reduceRight((rest, part) => any(`${lazily}(${part.code}, () => ${inBrackets(rest)})`));
  };

const overItems =
  (call: (list: string, test: string) => string, isFilter = false): Writer =>
  ([list, test], reader) => {
    const from = write(list, reader);
    const code = call(`listOf(${from.code})`, `(x) => ${conditionOf(write(test, itemsOf(from)))}`);
    if (!isFilter) return boolean(code);
    return from.of === undefined ? any(code) : { ...any(code), of: from.of };
  };

/** For each operator of the profile, how it is written; `write-logic.test.ts` holds that none is left out. */
const writers: Readonly<Record<string, Writer>> = {
  var: ([path], reader) => reader.read(path as string),
  '===': same('==='),
  '!==': same('!=='),
  '<': comparing('<'),
  '<=': comparing('<='),
  '>': comparing('>'),
  '>=': comparing('>='),
  and: joined('&&', 'both'),
  or: joined('||', 'either'),
  '!': ([operand], reader) => boolean(`!${truth(write(operand, reader))}`),
  if: (operands, reader) => {
    const parts = operands.map((operand) => write(operand, reader));
    const values = parts.filter((_, index) => index % 2 === 1 || index === parts.length - 1);
    const [first] = values;
    const isOfOneKind = parts.length % 2 === 1 && values.every(({ known }) => known === first?.known);
    let code = parts.length % 2 === 1 ? inBrackets(parts.at(-1)!) : 'null';
    for (let index = parts.length - (parts.length % 2) - 2; index >= 0; index -= 2) {
      code = `${truth(parts[index]!)} ? ${inBrackets(parts[index + 1]!)} : ${code}`;
    }
    return { code, known: isOfOneKind && first ? first.known : 'any' };
  },
  // Begins with 0, so that no sum is −0.
  '+': (operands, reader) => number(['0', ...operands.map((operand) => summand(write(operand, reader)))].join(' + ')),
  '-': (operands, reader) => {
    const [left, right] = operands.map((operand) => summand(write(operand, reader)));
    return number(right === undefined ? `-${left}` : `${left} - ${right}`);
  },
  '*': (operands, reader) => number(['1', ...operands.map((operand) => summand(write(operand, reader)))].join(' * ')),
  filter: overItems((list, test) => `${list}.filter(${test})`, true),
  map: ([list, each], reader) => {
    const from = write(list, reader);
    return any(`listOf(${from.code}).map((x) => ${inBrackets(write(each, itemsOf(from)))})`);
  },
  some: overItems((list, test) => `${list}.some(${test})`),
  none: overItems((list, test) => `!${list}.some(${test})`),
  reduce: ([list, each, start], reader) =>
    reader.keep(() => {
      const filtered = start === 0 && JSON.stringify(each) === COUNTING ? filteredList(list) : null;
      if (filtered) {
        const from = write(filtered.list, reader);
        return number(`count(${from.code}, (x) => ${conditionOf(write(filtered.test, itemsOf(from)))})`);
      }
      const from = write(list, reader);
      const first = write(start, reader);
      const stepOver = (sum: Base['of']) =>
        write(each, readerOf({ current: itemOf(from), accumulator: { code: 'sum', of: sum } }));
      // A sum of numbers stays one, if it begins with one.
      const adding = first.known === 'number' ? stepOver(NUMBER) : first;
      const step = first.known === 'number' && adding.known === 'number' ? adding : stepOver('unknown');
      const known = step === adding ? 'number' : 'any';
      return { code: `listOf(${from.code}).reduce((sum, x) => ${inBrackets(step)}, ${first.code})`, known };
    }),
};

/** The operators that can be written. */
export const writtenOperators: ReadonlySet<string> = new Set(Object.keys(writers));

const COUNTING = JSON.stringify({ '+': [{ var: 'accumulator' }, 1] });

function filteredList(logic: Logic | undefined): { list: Logic; test: Logic } | null {
  if (typeof logic !== 'object' || logic === null || !Object.hasOwn(logic, 'filter')) return null;
  const [list, test] = logic['filter'] as readonly Logic[];
  return { list: list!, test: test! };
}

const NUMBER: Schema = { type: 'number' };

/** The item of a list, which is called `x`. */
function itemOf({ of }: Written): Base {
  if (of === 'marks') return { code: 'x', of: 'mark' };
  return { code: 'x', of: typeof of === 'object' && of.items ? of.items : 'unknown' };
}

const itemsOf = (list: Written): Reader => readerOf({ '': itemOf(list) });

/**
 * Reads by name from the bases.
 *
 * @param bases by the first step of a path; `''` for all paths
 */
export function readerOf(bases: Readonly<Record<string, Base>>): Reader {
  return {
    read(path) {
      const all = bases[''];
      if (all) return readFrom(all, path === '' ? [] : path.split('.'));
      const [first, ...steps] = path.split('.') as [string, ...string[]];
      return readFrom(Object.hasOwn(bases, first) ? bases[first]! : NOTHING, steps);
    },
    keep: (written) => written(),
  };
}

const NOTHING: Base = { code: 'null', of: 'null' };
const NULL: Written = { code: 'null', known: 'scalar' };

/**
 * Steps into a value. Those of a submission are plain objects: what is not their own is undefined there, but for what
 * all objects inherit.
 */
export function readFrom(base: Base, steps: readonly string[]): Written {
  let { code, of } = base;
  let mayBeUndefined = false;
  for (const step of steps) {
    const types = typeof of === 'object' ? typesOf(of) : [];
    if (of === 'null' || (typeof of === 'object' && !types.includes('object') && !types.includes('array'))) return NULL;
    const isKnown = typeof of === 'object' && Object.hasOwn(of.properties ?? {}, step);
    const isPlain = of === 'mark' || (isKnown && types.includes('object') && !isInherited(step));
    code = isPlain
      ? `${code}${member(step, mayBeUndefined || types.includes('null'))}`
      : `memberOf(${code}, ${literal(step)})`;
    mayBeUndefined = isPlain;
    of = memberPlace(of, step);
  }
  return { code: mayBeUndefined ? `${code} ?? null` : code, known: knownAt(of), of };
}

function memberPlace(of: Base['of'], step: string): Base['of'] {
  if (typeof of !== 'object') return of === 'marks' ? of : 'unknown';
  return Object.hasOwn(of.properties ?? {}, step) ? of.properties![step]! : 'unknown';
}

const typesOf = ({ type }: Schema): readonly string[] => (typeof type === 'string' ? [type] : type);

function knownAt(of: Base['of']): Known {
  if (of === 'null') return 'scalar';
  const types = typeof of === 'object' ? typesOf(of) : ['object'];
  if (types.includes('object') || types.includes('array')) return 'any';
  return types.includes('number') ? 'number' : 'scalar';
}

/** The tests that values have the types that rules need. */
export const needsOf = (needs: Readonly<Record<string, NeededType>>, reader: Reader): string[] =>
  Object.entries(needs).map(([path, type]) => hasType(type, reader.read(path).code));

function hasType(type: NeededType, code: string): string {
  if (type === 'list') return `Array.isArray(${code})`;
  if (type === 'object') return `isObject(${code})`;
  if (type === 'integer') return `Number.isInteger(${code})`;
  return `typeof (${code}) === ${literal(type)}`;
}
