import type { Logic } from './rulebook.js';

/** Builders for JsonLogic within the portable profile. Each returns the smallest equivalent expression. */

export const variable = (path: string): Logic => ({ var: path });

export const equals = (path: string, value: string | boolean): Logic => ({ '===': [variable(path), value] });

/** The value is present: neither missing nor null. */
export const given = (path: string): Logic => ({ '!==': [variable(path), null] });

/** A non-empty list; an empty list counts as blank, like a missing one. */
export const filledList = (path: string): Logic =>
  every([given(path), { some: [variable(path), { '!==': [variable(''), null] }] }]);

export function every(parts: readonly Logic[]): Logic {
  const telling = parts.filter((part) => part !== true);
  if (telling.includes(false)) return false;
  if (telling.length === 0) return true;
  return telling.length === 1 ? telling[0]! : { and: telling };
}

/** Each expression once, in order. */
export const distinct = (parts: readonly Logic[]): Logic[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
];

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

/** Makes a rule conditional: *not the condition, or the body*. */
export function whenever(condition: Logic, body: Logic): Logic {
  return condition === true ? body : either([not(condition), body]);
}

/** The inverse of `whenever`; for logic that `whenever` did not build, the condition is always true. */
export function parted(logic: Logic): { readonly condition: Logic; readonly body: Logic } {
  const [unless, body, ...more] = operandsOf(logic, 'or');
  const [condition, ...others] = unless === undefined ? [] : operandsOf(unless, '!');
  const isWhenever = body !== undefined && condition !== undefined && more.length + others.length === 0;
  return isWhenever && condition !== true ? { condition, body } : { condition: true, body: logic };
}

/** The operands of an operator; empty if the expression uses another operator. */
function operandsOf(logic: Logic, operator: string): readonly Logic[] {
  if (typeof logic !== 'object' || logic === null || Object.keys(logic).length !== 1) return [];
  const operands: unknown = Object.hasOwn(logic, operator) ? logic[operator] : undefined;
  return Array.isArray(operands) ? (operands as readonly Logic[]) : [];
}

/** Every `var` path in an expression, of items of lists too, as often as it is read. */
export function pathsRead(logic: Logic | readonly Logic[]): string[] {
  if (typeof logic !== 'object' || logic === null) return [];
  if (Array.isArray(logic)) return (logic as readonly Logic[]).flatMap(pathsRead);
  return Object.entries(logic).flatMap(([operator, part]: [string, Logic | readonly Logic[]]) => {
    if (operator === 'var') return typeof part === 'string' ? [part] : [];
    return pathsRead(part);
  });
}

export const oneOf = (path: string, values: readonly string[]): Logic =>
  either(values.map((value) => equals(path, value)));

/** Counts the items of a list that satisfy a test; inside the test, `var` reads from the item. */
export function countWhere(listPath: string, test: Logic): Logic {
  const list: Logic = test === true ? variable(listPath) : { filter: [variable(listPath), test] };
  return { reduce: [list, { '+': [variable('accumulator'), 1] }, 0] };
}
