import type { LogicCode, LogicDetail, ValueWord } from './strings/logic.js';
import { BOOLEAN, UNKNOWN, type ValueType } from './value-type.js';

/** The context in which logic is checked, and the words for reporting problems. */

/** Logic that engines would evaluate differently, or that can never work as intended. */
export interface LogicProblem {
  readonly code: LogicCode;
  /** steps from the rule to the problem, such as `assert/and/1` */
  readonly place: string;
  readonly detail: LogicDetail;
}

export type Report = (place: string, code: LogicCode, detail?: LogicDetail) => void;

export interface Around {
  /** the data that `var` reads */
  readonly data: ValueType;
  /** paths whose presence `needs` guarantees, as long as `var` reads the same data */
  readonly needed: ReadonlySet<string>;
  /** these, plus those guaranteed by earlier operands of the same `and` */
  readonly guarded: ReadonlySet<string>;
  /** members of enclosing items, inside a list operator */
  readonly outer: ReadonlySet<string>;
  /** the enclosing list operator */
  readonly within?: string;
  readonly report: Report;
}

export interface Value {
  readonly type: ValueType;
  /** whether the value is present: always, because an earlier operand of the same `and` ensures it, or possibly not */
  readonly there: 'always' | 'guarded' | 'maybe';
  /** whether it is always a boolean */
  readonly test?: boolean;
  readonly constant?: string | number | boolean | null;
  readonly path?: string;
}

export const always = (type: ValueType): Value => ({ type, there: 'always' });
export const test: Value = { type: BOOLEAN, there: 'always', test: true };
export const unknown: Value = always(UNKNOWN);
export const isTest = ({ type, test: isOne }: Value): boolean => isOne === true || type.is === 'unknown';

/** As many names as fit in a sentence. */
export const listed = (names: readonly string[]): string =>
  names.slice(0, 12).join(', ') + (names.length > 12 ? ', …' : '');

export const inJson = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** The word for a value in a sentence; text in the format of a day counts as a day. */
export function wordOf(type: ValueType, { constant }: Pick<Value, 'constant'> = {}): ValueWord {
  if (type.is !== 'text') return type.is;
  return typeof constant === 'string' && /^\d{4}-\d{2}-\d{2}/.test(constant) ? 'date' : type.said;
}

export const said = (value: Value): LogicDetail => ({
  found: wordOf(value.type, value),
  ...(value.path !== undefined && { path: value.path }),
  ...(value.constant !== undefined && { text: inJson(value.constant) }),
});
