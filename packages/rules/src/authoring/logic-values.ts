import type { LogicCode, LogicDetail, ValueWord } from './strings/logic.js';
import { BOOLEAN, UNKNOWN, type ValueType } from './value-type.js';

/** What checking a piece of logic carries along, and the words for what it finds. */

/** One thing in a piece of logic that engines would judge differently, or that can never be as it is meant. */
export interface LogicProblem {
  readonly code: LogicCode;
  /** steps from the rule to the place, such as `assert/and/1` */
  readonly place: string;
  readonly detail: LogicDetail;
}

export type Report = (place: string, code: LogicCode, detail?: LogicDetail) => void;

export interface Around {
  /** what `var` reads */
  readonly data: ValueType;
  /** paths that `needs` has made sure of, as long as `var` reads the same data */
  readonly needed: ReadonlySet<string>;
  /** those, and what the same `and` has made sure of before */
  readonly guarded: ReadonlySet<string>;
  /** members of the items around, inside a list operator */
  readonly outer: ReadonlySet<string>;
  /** the list operator around */
  readonly within?: string;
  readonly report: Report;
}

export interface Value {
  readonly type: ValueType;
  /** whether it is there: always, where the same `and` made sure of it before, or not known to be */
  readonly there: 'always' | 'guarded' | 'maybe';
  /** whether it is true or false whatever the data */
  readonly test?: boolean;
  readonly constant?: string | number | boolean | null;
  readonly path?: string;
}

export const always = (type: ValueType): Value => ({ type, there: 'always' });
export const test: Value = { type: BOOLEAN, there: 'always', test: true };
export const unknown: Value = always(UNKNOWN);
export const isTest = ({ type, test: isOne }: Value): boolean => isOne === true || type.is === 'unknown';

/** As many names as a sentence can hold. */
export const listed = (names: readonly string[]): string =>
  names.slice(0, 12).join(', ') + (names.length > 12 ? ', …' : '');

export const inJson = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** What a value is called in a sentence; a text written as a day is taken for one. */
export function wordOf(type: ValueType, { constant }: Pick<Value, 'constant'> = {}): ValueWord {
  if (type.is !== 'text') return type.is;
  return typeof constant === 'string' && /^\d{4}-\d{2}-\d{2}/.test(constant) ? 'date' : type.said;
}

export const said = (value: Value): LogicDetail => ({
  found: wordOf(value.type, value),
  ...(value.path !== undefined && { path: value.path }),
  ...(value.constant !== undefined && { text: inJson(value.constant) }),
});
