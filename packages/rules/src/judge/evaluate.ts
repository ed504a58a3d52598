import type { Logic } from '../rulebook.js';
import { isObject } from '../values/plain.js';
import { isDeeper, MAX_LEVELS } from './read-rulebook.js';
import { LogicError } from './rulebook-error.js';

/** Data available to a rule: `{ submission, unit, now, item, index }`; inside a list operator, the list's item. */
export type Scope = unknown;
export type Evaluator = (scope: Scope) => unknown;

/** How `var` reads outside list operators; inside one, paths are read from the list's item by name. */
export interface Reads {
  value(path: string): Evaluator;
  /** whether a value is, or is not, a constant; null if there is no better way than to compare what `value` gives */
  same(path: string, constant: Constant, wanted: boolean): Evaluator | null;
  /** what is counted over a list, evaluated as often as its result may differ */
  counted(logic: Logic, count: Evaluator): Evaluator;
}

export type Constant = string | number | boolean | null;

/** Reads members of the scope by their names. */
const byName: Reads = { value: readByName, same: () => null, counted: (_logic, count) => count };

/**
 * Compiles JsonLogic of the portable profile to a closure; nothing is evaluated as text.
 *
 * Gives the same result as json-logic-js for every rule that `compile` makes, on values that passed the schema. On
 * other values, the result is unspecified, but it never throws.
 * @param at JSON Pointer of the logic in its rulebook
 * @param reads how paths outside list operators are read
 * @throws LogicError for an operator outside the profile, or one with too few or too many operands
 */
export function evaluator(logic: Logic | readonly Logic[] | undefined, at = '', reads = byName): Evaluator {
  if (Array.isArray(logic)) {
    const parts = logic.map((part: Logic, index) => evaluator(part, `${at}/${index}`, reads));
    return (scope) => parts.map((part) => part(scope));
  }
  if (logic === null || typeof logic !== 'object') return () => logic ?? null;
  const entries = Object.entries(logic as Record<string, Logic | readonly Logic[]>);
  const [operator, operands] = entries[0] ?? ['', null];
  if (entries.length !== 1 || !Object.hasOwn(operators, operator)) {
    throw new LogicError(at, `“${operator}” is not an operator of the portable profile`);
  }
  const isList = Array.isArray(operands);
  const list = isList ? (operands as readonly Logic[]) : [operands as Logic];
  const { build, least, most } = operators[operator]!;
  const here = `${at}/${operator}`;
  if (list.length < least || list.length > most) {
    throw new LogicError(here, `“${operator}” has ${list.length} operands, and takes ${takes(least, most)}`);
  }
  const built = build(list, isList ? (index) => `${here}/${index}` : () => here, reads);
  return operator === 'reduce' ? reads.counted(logic as Logic, built) : built;
}

const takes = (least: number, most: number): string =>
  least === most ? String(least) : most === Infinity ? `${least} or more` : `${least} to ${most}`;

/** Truthiness as in JsonLogic: an empty list is false. */
export const isTruthy = (value: unknown): boolean =>
  typeof value === 'boolean' ? value : Array.isArray(value) ? value.length > 0 : Boolean(value);

/** A condition of a view, such as a field's `when`, over `{ submission, item }`. Compiled once per expression. */
export function holds(condition: Logic | undefined, scope: Scope): boolean {
  if (condition === undefined || condition === true) return true;
  if (condition === null || typeof condition !== 'object') return false;
  let compiled = conditions.get(condition);
  if (!compiled) {
    if (isDeeper(condition, MAX_LEVELS)) throw new LogicError('', 'too much is nested within one another');
    conditions.set(condition, (compiled = evaluator(condition)));
  }
  return compiled(scope) === true;
}

const conditions = new WeakMap<object, Evaluator>();

/** @param at JSON Pointer of one of the operands */
type Build = (operands: readonly Logic[], at: (index: number) => string, reads: Reads) => Evaluator;

interface Operator {
  readonly build: Build;
  /** minimum number of operands; engines disagree on fewer, or on more than `most` */
  readonly least: number;
  readonly most: number;
}

const partsOf: (...args: Parameters<Build>) => Evaluator[] = (operands, at, reads) =>
  operands.map((operand, index) => evaluator(operand, at(index), reads));

/** The operand of a comparison; objects, which no schema allows, become NaN, so their `toString` is not called. */
export const comparable = (value: unknown): number =>
  typeof value === 'object' && value !== null ? NaN : (value as number);

export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number(comparable(value)));

const compare = (test: (left: number, right: number) => boolean): Operator => ({
  least: 2,
  most: 2,
  build: (operands, at, reads) => {
    const [left, right] = partsOf(operands, at, reads) as [Evaluator, Evaluator];
    return (scope) => {
      const one = left(scope);
      const other = right(scope);
      if (typeof one === 'number' && typeof other === 'number') return test(one, other);
      return test(comparable(one), comparable(other));
    };
  },
});

/** Most rules compare a value with a constant; this case is detected at compile time. */
const same = (wanted: boolean): Operator => ({
  least: 2,
  most: 2,
  build: ([first, second = null], at, reads) => {
    const left = evaluator(first, at(0), reads);
    if (second === null || typeof second !== 'object') {
      const path = pathOf(first);
      const direct = path === null ? null : reads.same(path, second, wanted);
      if (direct) return direct;
      return wanted ? (scope) => left(scope) === second : (scope) => left(scope) !== second;
    }
    const right = evaluator(second, at(1), reads);
    return (scope) => (left(scope) === right(scope)) === wanted;
  },
});

/** The path of a `var`; null for other logic. */
const pathOf = (logic: Logic | undefined): string | null =>
  isObject(logic) && typeof logic['var'] === 'string' ? logic['var'] : null;

/** What *one of these texts* is written as; null for other alternatives. */
function oneOf(alternatives: readonly Logic[]): { path: string; values: ReadonlySet<unknown> } | null {
  const values = new Set<unknown>();
  let path: string | null = null;
  for (const alternative of alternatives) {
    const [read, value, ...more] = isObject(alternative) && Array.isArray(alternative['===']) ? alternative['==='] : [];
    const of = pathOf(read as Logic | undefined);
    if (of === null || typeof value !== 'string' || more.length > 0 || of !== (path ??= of)) return null;
    values.add(value);
  }
  return path === null || values.size < 3 ? null : { path, values };
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const overItems = (gather: (list: readonly unknown[], test: Evaluator) => unknown): Operator => ({
  least: 2,
  most: 2,
  build: ([list, test], at, reads) => {
    const items = evaluator(list, at(0), reads);
    const each = evaluator(test, at(1));
    return (scope) => gather(listOf(items(scope)), each);
  },
});

const COUNTING = JSON.stringify({ '+': [{ var: 'accumulator' }, 1] });

const operators: Record<string, Operator> = {
  var: {
    least: 1,
    most: 1,
    build: ([path], at, reads) => {
      if (typeof path !== 'string') throw new LogicError(at(0), 'the path of “var” is no text');
      return reads.value(path);
    },
  },
  '===': same(true),
  '!==': same(false),
  '<': compare((left, right) => left < right),
  '<=': compare((left, right) => left <= right),
  '>': compare((left, right) => left > right),
  '>=': compare((left, right) => left >= right),
  and: {
    least: 1,
    most: Infinity,
    build: (operands, at, reads) => {
      const parts = partsOf(operands, at, reads);
      const [first, second] = parts;
      if (parts.length === 2) {
        return (scope) => {
          const value = first!(scope);
          return value === true || isTruthy(value) ? second!(scope) : value;
        };
      }
      return (scope) => {
        let value: unknown;
        for (const part of parts) if (!isTruthy((value = part(scope)))) return value;
        return value;
      };
    },
  },
  or: {
    least: 1,
    most: Infinity,
    build: (operands, at, reads) => {
      const choice = oneOf(operands);
      if (choice) {
        const value = reads.value(choice.path);
        return (scope) => choice.values.has(value(scope));
      }
      const parts = partsOf(operands, at, reads);
      const [first, second] = parts;
      if (parts.length === 2) {
        return (scope) => {
          const value = first!(scope);
          return value === true || isTruthy(value) ? value : second!(scope);
        };
      }
      return (scope) => {
        let value: unknown;
        for (const part of parts) if (isTruthy((value = part(scope)))) return value;
        return value;
      };
    },
  },
  '!': {
    least: 1,
    most: 1,
    build: ([operand], at, reads) => {
      const part = evaluator(operand, at(0), reads);
      return (scope) => !isTruthy(part(scope));
    },
  },
  if: {
    least: 1,
    most: Infinity,
    build: (operands, at, reads) => {
      const parts = partsOf(operands, at, reads);
      return (scope) => {
        let index = 0;
        for (; index + 1 < parts.length; index += 2) {
          if (isTruthy(parts[index]!(scope))) return parts[index + 1]!(scope);
        }
        return index < parts.length ? parts[index]!(scope) : null;
      };
    },
  },
  '+': {
    least: 1,
    most: Infinity,
    build: (operands, at, reads) => {
      const parts = partsOf(operands, at, reads);
      return (scope) => parts.reduce((sum, part) => sum + numberOf(part(scope)), 0);
    },
  },
  '-': {
    least: 1,
    most: 2,
    build: (operands, at, reads) => {
      const [first, second] = partsOf(operands, at, reads) as [Evaluator, Evaluator?];
      if (!second) return (scope) => -numberOf(first(scope));
      return (scope) => numberOf(first(scope)) - numberOf(second(scope));
    },
  },
  '*': {
    least: 1,
    most: Infinity,
    build: (operands, at, reads) => {
      const parts = partsOf(operands, at, reads);
      return (scope) => parts.reduce((product, part) => product * numberOf(part(scope)), 1);
    },
  },
  filter: overItems((list, test) => list.filter((item) => isTruthy(test(item)))),
  map: overItems((list, each) => list.map((item) => each(item))),
  some: overItems((list, test) => list.some((item) => isTruthy(test(item)))),
  none: overItems((list, test) => !list.some((item) => isTruthy(test(item)))),
  reduce: {
    least: 3,
    most: 3,
    build: ([list, each, start], at, reads) => {
      const items = evaluator(list, at(0), reads);
      const step = evaluator(each, at(1));
      const initial = evaluator(start, at(2), reads);
      if (JSON.stringify(each) === COUNTING) {
        const [all, test] = isObject(list) && Array.isArray(list['filter']) ? (list['filter'] as Logic[]) : [];
        if (test !== undefined) return counting(evaluator(all, `${at(0)}/filter/0`, reads), evaluator(test), initial);
        return (scope) => numberOf(initial(scope)) + listOf(items(scope)).length;
      }
      return (scope) =>
        listOf(items(scope)).reduce((accumulator, current) => step({ current, accumulator }), initial(scope));
    },
  },
};

/** Rules use reduce for counting; nothing is gathered for that. */
const counting = (list: Evaluator, test: Evaluator, initial: Evaluator): Evaluator => {
  return (scope) => {
    const items = listOf(list(scope));
    let count = numberOf(initial(scope));
    for (let at = 0; at < items.length; at++) if (isTruthy(test(items[at]))) count++;
    return count;
  };
};

/** Those that read from each item of a list. */
export const listOperators: ReadonlySet<string> = new Set(['filter', 'map', 'some', 'none', 'reduce']);

/** The operators of the portable profile; the set is closed. */
export const profileOperators: ReadonlySet<string> = new Set(Object.keys(operators));

export function readByName(path: string): Evaluator {
  if (path === '') return (scope) => scope ?? null;
  const [first, second, third, ...rest] = path.split('.') as [string, ...string[]];
  if (second === undefined) return (scope) => memberOf(scope, first);
  if (third === undefined) return (scope) => memberOf(memberOf(scope, first), second);
  if (rest.length === 0) return (scope) => memberOf(memberOf(memberOf(scope, first), second), third);
  return (scope) => {
    let value = memberOf(memberOf(memberOf(scope, first), second), third);
    for (let at = 0; at < rest.length; at++) value = memberOf(value, rest[at]!);
    return value;
  };
}

/** Own properties only: inherited members, such as those of a polluted prototype, are not part of a submission. */
export function memberOf(value: unknown, step: string): unknown {
  if (value === null || typeof value !== 'object') return null;
  const member = (value as Record<string, unknown>)[step] ?? null;
  return member === null || Object.hasOwn(value, step) ? member : null;
}
