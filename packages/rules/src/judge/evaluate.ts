import type { Logic } from '../rulebook.js';

/** What a rule may read: `{ submission, unit, now, item, index }`; inside a list operator, the list's item. */
export type Scope = unknown;
export type Evaluator = (scope: Scope) => unknown;

/** A rulebook holds logic outside the portable profile; `kl01 lint` names such rules beforehand. */
export class LogicError extends Error {
  override readonly name = 'LogicError';
}

/**
 * Compiles JsonLogic of the portable profile to a closure; nothing is evaluated as text.
 *
 * Equal to json-logic-js on every rule that `compile` makes, over values that passed the schema.
 * @throws LogicError for an operator outside the profile
 */
export function evaluator(logic: Logic | readonly Logic[]): Evaluator {
  if (Array.isArray(logic)) {
    const parts = logic.map((part: Logic) => evaluator(part));
    return (scope) => parts.map((part) => part(scope));
  }
  if (logic === null || typeof logic !== 'object') return () => logic;
  const entries = Object.entries(logic as Record<string, Logic | readonly Logic[]>);
  const [operator, operands] = entries[0] ?? ['', null];
  if (entries.length !== 1 || !Object.hasOwn(operators, operator)) {
    throw new LogicError(`"${operator}" is not an operator of the portable profile`);
  }
  return operators[operator]!(Array.isArray(operands) ? operands : [operands as Logic]);
}

/** Truth as JsonLogic has it: an empty list is false. */
export const isTruthy = (value: unknown): boolean =>
  typeof value === 'boolean' ? value : Array.isArray(value) ? value.length > 0 : Boolean(value);

/** A condition of a view, such as a field's `when`, over `{ submission, item }`. Compiled once per expression. */
export function holds(condition: Logic | undefined, scope: Scope): boolean {
  if (condition === undefined || condition === true) return true;
  if (condition === null || typeof condition !== 'object') return false;
  let compiled = conditions.get(condition);
  if (!compiled) conditions.set(condition, (compiled = evaluator(condition)));
  return compiled(scope) === true;
}

const conditions = new WeakMap<object, Evaluator>();

type Build = (operands: readonly Logic[]) => Evaluator;

const compare =
  (test: (left: number, right: number) => boolean): Build =>
  (operands) => {
    const [left, right] = operands.map(evaluator) as [Evaluator, Evaluator];
    return (scope) => test(left(scope) as number, right(scope) as number);
  };

const arithmetic =
  (combine: (left: number, right: number) => number): Build =>
  (operands) => {
    const [first, ...rest] = operands.map(evaluator) as [Evaluator, ...Evaluator[]];
    return (scope) => rest.reduce((total, part) => combine(total, Number(part(scope))), Number(first(scope)));
  };

/** Most rules compare a value with a constant: told apart once, not at every judging. */
const same =
  (wanted: boolean): Build =>
  ([first, second]) => {
    const left = evaluator(first!);
    if (second === null || typeof second !== 'object') {
      return wanted ? (scope) => left(scope) === second : (scope) => left(scope) !== second;
    }
    const right = evaluator(second!);
    return (scope) => (left(scope) === right(scope)) === wanted;
  };

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const overItems =
  (gather: (list: readonly unknown[], test: Evaluator) => unknown): Build =>
  ([list, test]) => {
    const items = evaluator(list!);
    const each = evaluator(test!);
    return (scope) => gather(listOf(items(scope)), each);
  };

const COUNTING = JSON.stringify({ '+': [{ var: 'accumulator' }, 1] });

const operators: Record<string, Build> = {
  var: ([path]) => read(String(path ?? '')),
  '===': same(true),
  '!==': same(false),
  '<': compare((left, right) => left < right),
  '<=': compare((left, right) => left <= right),
  '>': compare((left, right) => left > right),
  '>=': compare((left, right) => left >= right),
  and: (operands) => {
    const parts = operands.map(evaluator);
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
  or: (operands) => {
    const parts = operands.map(evaluator);
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
  '!': ([operand]) => {
    const part = evaluator(operand!);
    return (scope) => !isTruthy(part(scope));
  },
  if: (operands) => {
    const parts = operands.map(evaluator);
    return (scope) => {
      let at = 0;
      for (; at + 1 < parts.length; at += 2) if (isTruthy(parts[at]!(scope))) return parts[at + 1]!(scope);
      return at < parts.length ? parts[at]!(scope) : null;
    };
  },
  '+': (operands) => {
    const parts = operands.map(evaluator);
    return (scope) => parts.reduce((sum, part) => sum + Number(part(scope)), 0);
  },
  '-': (operands) => {
    if (operands.length > 1) return arithmetic((left, right) => left - right)(operands);
    const part = evaluator(operands[0]!);
    return (scope) => -Number(part(scope));
  },
  '*': arithmetic((left, right) => left * right),
  filter: overItems((list, test) => list.filter((item) => isTruthy(test(item)))),
  map: overItems((list, each) => list.map((item) => each(item))),
  some: overItems((list, test) => list.some((item) => isTruthy(test(item)))),
  none: overItems((list, test) => !list.some((item) => isTruthy(test(item)))),
  reduce: ([list, each, start]) => {
    const items = evaluator(list!);
    const step = evaluator(each!);
    const initial = evaluator(start ?? null);
    // Counting is what rules reduce lists for: the list's length is known without walking it.
    if (JSON.stringify(each) === COUNTING) return (scope) => Number(initial(scope)) + listOf(items(scope)).length;
    return (scope) =>
      listOf(items(scope)).reduce((accumulator, current) => step({ current, accumulator }), initial(scope));
  },
};

/** The operators of the portable profile: a closed list. */
export const profileOperators: ReadonlySet<string> = new Set(Object.keys(operators));

function read(path: string): Evaluator {
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

/** Own properties only: what a prototype lends, ours or a polluted one, is no part of a submission. */
function memberOf(value: unknown, step: string): unknown {
  if (value === null || typeof value !== 'object') return null;
  const member = (value as Record<string, unknown>)[step] ?? null;
  return member === null || Object.hasOwn(value, step) ? member : null;
}
