import { listOperators } from '../judge/evaluate.js';
import type { Logic, NeededType } from '../rulebook.js';
import { membersAlong, type ValueType } from './value-type.js';

/**
 * Whether logic can come out as wanted:
 *
 * - `no`: for no values that the form allows
 * - `unknown`: none were found, but sums or products are involved, or the search was cut short
 */
export type Reachable = 'yes' | 'no' | 'unknown';

type Plain = string | number | boolean | null;

/** Evaluations of one expression. It bounds the search by what it does, so that every machine finds the same. */
const MOST_TRIES = 4000;
/** Of these, so many with values picked here and there, since sums are seldom reached in order. */
const PICKED_TRIES = 400;

/**
 * Searches for values for which logic comes out as wanted. A value is chosen only when the logic reads it, so that most
 * combinations are never tried. Candidates are the constants that a value is compared with, and their neighbours:
 * between two constants, comparisons cannot tell numbers apart.
 *
 * A count over a list, or a test of its items, is one value that is read like any other. What several of them have in
 * common is not seen: `yes` may be too generous, `no` never is.
 *
 * @param scope the data that the logic reads, from `scopeType`
 * @param needs values that are there, of these types
 */
export function reachable(
  logic: Logic,
  wanted: boolean,
  { scope, needs = {} }: { scope: ValueType; needs?: Readonly<Record<string, NeededType>> },
): Reachable {
  const uses = new Map<string, Use>();
  collect(logic, uses);
  const values = new Map<string, Plain>();
  let tries = 0;
  const found = (): boolean => {
    if (++tries > MOST_TRIES) return false;
    const value = evaluate(logic, values);
    if (!(value instanceof Unread)) return (value === true) === wanted;
    for (const candidate of candidatesOf(value.key, uses.get(value.key), scope, needs)) {
      values.set(value.key, candidate);
      if (found()) return true;
    }
    values.delete(value.key);
    return false;
  };
  if (picked(wanted, logic, (key) => candidatesOf(key, uses.get(key), scope, needs)) || found()) return 'yes';
  return tries > MOST_TRIES || [...uses.values()].some(({ computed }) => computed) ? 'unknown' : 'no';
}

/** Whether logic comes out as wanted for some values picked from their candidates, in every run the same. */
function picked(wanted: boolean, logic: Logic, candidates: (key: string) => readonly Plain[]): boolean {
  let state = 1;
  const below = (most: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const lists = new Map<string, readonly Plain[]>();
  for (let tries = 0; tries < PICKED_TRIES;) {
    const values = new Map<string, Plain>();
    let value = evaluate(logic, values);
    for (; value instanceof Unread && tries < PICKED_TRIES; tries++) {
      const list = lists.get(value.key) ?? candidates(value.key);
      lists.set(value.key, list);
      values.set(value.key, list[below(list.length)] ?? null);
      value = evaluate(logic, values);
    }
    if (value instanceof Unread) return false;
    if ((value === true) === wanted) return true;
    if (values.size === 0) return false;
  }
  return false;
}

/** What the logic does with a value. */
interface Use {
  readonly numbers: Set<number>;
  readonly texts: Set<string>;
  boolean: boolean;
  number: boolean;
  null: boolean;
  /** whether it is added or multiplied, so that other numbers than these may matter */
  computed: boolean;
}
const unused = (): Use => ({ numbers: new Set(), texts: new Set(), boolean: false, number: false, null: false, computed: false }); // prettier-ignore

const listKeys = new WeakMap<object, string>();

/** A value that is read: a path or, over a list, the whole expression. */
function keyOf(node: Logic): string | null {
  const [operator, operands] = operationOf(node);
  if (operator === 'var') return typeof operands[0] === 'string' ? operands[0] : null;
  if (!listOperators.has(operator) || node === null || typeof node !== 'object') return null;
  const key = listKeys.get(node) ?? JSON.stringify(node);
  listKeys.set(node, key);
  return key;
}

function operationOf(node: Logic): [operator: string, operands: readonly Logic[]] {
  if (node === null || typeof node !== 'object') return ['', []];
  const [operator = '', operands = null] = Object.entries(node as Record<string, Logic | readonly Logic[]>)[0] ?? [];
  return [operator, (Array.isArray(operands) ? operands : [operands]) as readonly Logic[]];
}

const COMPARISONS = new Set(['<', '<=', '>', '>=']);
const ARITHMETIC = new Set(['+', '-', '*']);

function collect(node: Logic, uses: Map<string, Use>): void {
  const use = (key: string): Use => {
    const known = uses.get(key) ?? unused();
    uses.set(key, known);
    return known;
  };
  const key = keyOf(node);
  if (key !== null) {
    use(key);
    return;
  }
  const [operator, operands] = operationOf(node);
  if (COMPARISONS.has(operator)) {
    const numbers = operands.flatMap(numbersIn);
    const plain = operands.every((operand) => !ARITHMETIC.has(operationOf(operand)[0]));
    for (const read of operands.flatMap(keysIn)) {
      const known = use(read);
      known.number = true;
      if (!plain) known.computed = true;
      for (const number of numbers) known.numbers.add(number);
    }
  }
  if (operator === '===' || operator === '!==') {
    const constant = operands.find((operand) => operand === null || typeof operand !== 'object');
    for (const read of operands.flatMap(keysIn)) {
      const known = use(read);
      if (constant === null) known.null = true;
      else if (typeof constant === 'boolean') known.boolean = true;
      else if (typeof constant === 'string') known.texts.add(constant);
    }
  }
  for (const operand of operands) collect(operand, uses);
}

function keysIn(node: Logic): string[] {
  const key = keyOf(node);
  return key !== null ? [key] : operationOf(node)[1].flatMap(keysIn);
}

function numbersIn(node: Logic): number[] {
  if (typeof node === 'number') return [node];
  return keyOf(node) !== null ? [] : operationOf(node)[1].flatMap(numbersIn);
}

/** A text that no logic of a pack compares with. */
const OTHER = '\u0001';

function candidatesOf(
  key: string,
  use: Use | undefined,
  scope: ValueType,
  needs: Readonly<Record<string, NeededType>>,
): readonly Plain[] {
  const isExpression = key.startsWith('{');
  if (isExpression && !key.startsWith('{"reduce"')) return [true, false];
  const type = isExpression ? undefined : membersAlong(scope, key.split('.'));
  const blank: readonly null[] = isExpression || Object.hasOwn(needs, key) ? [] : [null];
  const needed = Object.hasOwn(needs, key) ? needs[key] : undefined;
  if (type?.is === 'boolean' || needed === 'boolean' || use?.boolean) return [true, false, ...blank];
  if (type?.is === 'number' || needed === 'integer' || use?.number || isExpression) {
    const [least, most] = isExpression ? [0, Infinity] : type?.is === 'number' ? [type.least, type.most] : [-Infinity, Infinity]; // prettier-ignore
    const ends = [least, most].filter(Number.isFinite);
    const near = [0, 1, ...(use?.numbers ?? []), ...ends].flatMap((number) => [number - 1, number, number + 1]);
    const numbers = [...new Set(near)].filter((number) => number >= least && number <= most);
    return [...numbers, ...blank];
  }
  const options = type?.is === 'text' ? type.schema?.enum?.filter((option) => option !== null) : undefined;
  const texts = [...(use?.texts ?? [])];
  if (options) return [...options.filter((option) => texts.includes(option)), ...options.filter((option) => !texts.includes(option)).slice(0, 1), ...blank]; // prettier-ignore
  return [...texts, OTHER, ...blank];
}

/** What logic comes to while a value that it depends on is not chosen yet. */
class Unread {
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
}

/** Evaluates logic over the values chosen so far; `and` and `or` are decided by any operand that decides them. */
function evaluate(node: Logic, values: ReadonlyMap<string, Plain>): Plain | Unread {
  if (node === null || typeof node !== 'object') return node;
  const key = keyOf(node);
  if (key !== null) return values.get(key) ?? (values.has(key) ? null : new Unread(key));
  const [operator, operands] = operationOf(node);
  if (operator === 'and' || operator === 'or') {
    const parts = operands.map((operand) => evaluate(operand, values));
    const deciding = operator === 'or';
    if (parts.some((part) => !(part instanceof Unread) && isTrue(part) === deciding)) return deciding;
    return parts.find((part) => part instanceof Unread) ?? !deciding;
  }
  if (operator === 'if') {
    const condition = evaluate(operands[0]!, values);
    if (condition instanceof Unread) return condition;
    if (isTrue(condition)) return evaluate(operands[1]!, values);
    const rest = operands.slice(2);
    return rest.length > 1 ? evaluate({ if: rest }, values) : evaluate(rest[0] ?? null, values);
  }
  const parts: Plain[] = [];
  for (const operand of operands) {
    const part = evaluate(operand, values);
    if (part instanceof Unread) return part;
    parts.push(part);
  }
  const [left = null, right = null] = parts;
  const numbers = parts.map(Number);
  const [one = 0, other = 0] = numbers;
  switch (operator) {
    case '!':
      return !isTrue(left);
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    case '+':
      return numbers.reduce((sum, number) => sum + number, 0);
    case '*':
      return numbers.reduce((product, number) => product * number, 1);
    case '-':
      return parts.length === 1 ? -one : one - other;
    default:
      return null;
  }
}

const isTrue = (value: Plain): boolean => Boolean(value);
