import type { Logic } from './rulebook.js';

/** Builders for JsonLogic within the portable profile. Each gives the smallest equivalent expression. */

export const variable = (path: string): Logic => ({ var: path });

export const equals = (path: string, value: string | boolean): Logic => ({ '===': [variable(path), value] });

/** There is a value: neither missing nor null. */
export const given = (path: string): Logic => ({ '!==': [variable(path), null] });

/** A list with something in it: an empty one is as blank as none at all. */
export const filledList = (path: string): Logic =>
  every([given(path), { some: [variable(path), { '!==': [variable(''), null] }] }]);

export function every(parts: readonly Logic[]): Logic {
  const telling = parts.filter((part) => part !== true);
  if (telling.includes(false)) return false;
  if (telling.length === 0) return true;
  return telling.length === 1 ? telling[0]! : { and: telling };
}

export function either(parts: readonly Logic[]): Logic {
  const telling = parts.filter((part) => part !== false);
  if (telling.includes(true)) return true;
  if (telling.length === 0) return false;
  return telling.length === 1 ? telling[0]! : { or: telling };
}

export function not(part: Logic): Logic {
  if (typeof part === 'boolean') return !part;
  return { '!': [part] };
}

/** A condition of the pack compiles into a rule as *not the condition, or the body*. */
export function whenever(condition: Logic, body: Logic): Logic {
  return condition === true ? body : either([not(condition), body]);
}

/** The inverse of `whenever`: logic that it did not make holds always, whatever the condition. */
export function parted(logic: Logic): { readonly condition: Logic; readonly body: Logic } {
  const [unless, body, ...more] = operandsOf(logic, 'or');
  const [condition, ...others] = unless === undefined ? [] : operandsOf(unless, '!');
  const isWhenever = body !== undefined && condition !== undefined && more.length + others.length === 0;
  return isWhenever && condition !== true ? { condition, body } : { condition: true, body: logic };
}

/** The list that an operator is applied to; none where it is another operator. */
function operandsOf(logic: Logic, operator: string): readonly Logic[] {
  if (typeof logic !== 'object' || logic === null || Object.keys(logic).length !== 1) return [];
  const operands: unknown = Object.hasOwn(logic, operator) ? logic[operator] : undefined;
  return Array.isArray(operands) ? (operands as readonly Logic[]) : [];
}

export const oneOf = (path: string, values: readonly string[]): Logic =>
  either(values.map((value) => equals(path, value)));

/** How many items of a list satisfy a test; inside the test a `var` reads the item. */
export function countWhere(listPath: string, test: Logic): Logic {
  const list: Logic = test === true ? variable(listPath) : { filter: [variable(listPath), test] };
  return { reduce: [list, { '+': [variable('accumulator'), 1] }, 0] };
}
