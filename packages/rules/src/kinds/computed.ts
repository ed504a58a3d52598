import { dayKey, dayNumber, parseDay } from '../calendar.js';
import { every, pathsRead, variable } from '../logic.js';
import type { Derive, Logic, NeededType } from '../rulebook.js';
import {
  boundNames,
  givenRead,
  type Bounds,
  type Choice,
  type Condition,
  type Counted,
  type Day,
  type DayBounds,
  type Period,
  type Source,
  type Span,
  type Total,
  type Value,
} from './condition-shape.js';

/**
 * Compiles comparisons of days and of computed numbers. The profile computes with numbers that `needs` guarantees, so
 * each comparison becomes a derived boolean, null where a value is missing.
 */

/** How the names of stated values map to a submission, and where computed values are kept. */
export interface Computing {
  readonly derivations: Derivations;
  /** JSON Pointer of the list whose items are read as `item`; absent if conditions read no item */
  readonly each?: string | undefined;
  /** `var` path of what is read */
  readonly path: (source: Source) => string;
  /** how many of what is stored make one: 10 for 75 that is 7.5 */
  readonly scale: (source: Source) => number;
  /** the number of nominees; `perItem` if it depends on the item */
  readonly count: (counted: Counted) => Operand;
  /** a number of each item of a list, added up */
  readonly total: (total: Total) => Operand;
  /** a condition, for a number that depends on a case */
  readonly holds: (when: Condition) => Logic;
  /** the type of what the host gives */
  readonly givenType: (given: string) => NeededType;
}

/** Part of a comparison. */
export interface Operand {
  readonly logic: Logic;
  readonly needs: Readonly<Record<string, NeededType>>;
  readonly scale: number;
  /** whether it depends on the item */
  readonly perItem: boolean;
}

/** The path of a boolean that says whether all bounds of a day hold. */
export function dayTest(day: Day, bounds: DayBounds, computing: Computing): string {
  const { before, noLaterThan, from, through, within } = bounds;
  const parts = [
    ...(before === undefined ? [] : [compared(day, '<', before, computing)]),
    ...(noLaterThan === undefined ? [] : [compared(day, '<=', noLaterThan, computing)]),
    ...(from === undefined ? [] : [compared(day, '>=', from, computing)]),
    ...(through === undefined ? [] : [compared(day, '<=', through, computing)]),
  ];
  if (within) {
    const { after, before: end, ...period } = within;
    const edge = (after ?? end)!;
    parts.push(compared(day, after === undefined ? '<=' : '>=', edge, computing));
    const other = shiftedBy(edge, after === undefined ? negative(period) : period);
    parts.push(compared(day, after === undefined ? '>=' : '<=', other, computing));
  }
  return joined(parts, computing);
}

/** The path of a boolean that says whether the full years, months or days between two days are within bounds. */
export function spanTest(shape: Span, computing: Computing): string {
  const { span, from, to, is, atLeast, atMost, above, below } = shape;
  /** From then on, so many are full. */
  const full = (count: number): Day => shiftedBy(from, { [span]: count });
  const reached = (count: number) => compared(to, '>=', full(count), computing);
  const notYet = (count: number) => compared(to, '<', full(count), computing);
  return joined(
    [
      reached(0),
      ...(is === undefined ? [] : [reached(is), notYet(is + 1)]),
      ...(atLeast === undefined ? [] : [reached(atLeast)]),
      ...(above === undefined ? [] : [reached(above + 1)]),
      ...(atMost === undefined ? [] : [notYet(atMost + 1)]),
      ...(below === undefined ? [] : [notYet(below)]),
    ],
    computing,
  );
}

/** The path of a boolean that says whether all bounds of a number hold. */
export function valueTest(value: Value, bounds: Bounds, computing: Computing): string {
  const left = valueOperand(value, computing);
  const parts = boundNames.flatMap((name): Operand[] => {
    const bound = bounds[name];
    if (bound === undefined) return [];
    const right = valueOperand(bound, computing);
    const [one, other] = alike([left, right]) as [Logic, Logic];
    const logic = every(OPERATORS[name].map((operator): Logic => ({ [operator]: [one, other] })));
    return [{ ...combined([left, right]), logic }];
  });
  return joined(parts, computing);
}

const OPERATORS = { is: ['<=', '>='], atLeast: ['>='], atMost: ['<='], above: ['>'], below: ['<'] } as const;

/** A number and what it needs; shares are derived themselves, so that a message can say what they come to. */
export function valueOperand(value: Value, computing: Computing): Operand {
  if (typeof value === 'number') {
    const scale = 10 ** decimalsOf(value);
    return { logic: Math.round(value * scale), needs: {}, scale, perItem: false };
  }
  if ('count' in value) return computing.count(value.count);
  if ('total' in value) return computing.total(value);
  if ('then' in value) return choiceOperand(value, computing);
  if ('yearOf' in value) return yearOperand(value.yearOf, computing);
  if ('sum' in value || 'minus' in value) {
    const [operator, list] = 'sum' in value ? (['+', value.sum] as const) : (['-', value.minus] as const);
    const parts = list.map((part) => valueOperand(part, computing));
    return { ...combined(parts), logic: { [operator]: alike(parts) } };
  }
  if ('of' in value) {
    const of = valueOperand(value.of, computing);
    const path = computing.derivations.path({
      ...eachOf(of, computing),
      needs: of.needs,
      share: { of: of.logic, part: 'share' in value ? value.share : partOf(value.percent), round: value.round },
    });
    return { ...of, logic: variable(path), needs: { [path]: 'integer' } };
  }
  const path = computing.path(value);
  return {
    logic: variable(path),
    needs: { [path]: 'integer' },
    scale: computing.scale(value),
    perItem: isOfItem(path),
  };
}

/** A number that depends on a case; unknown while the host has not given what the case depends on. */
function choiceOperand({ when, then, else: otherwise = 0 }: Choice, computing: Computing): Operand {
  const operands = [then, otherwise].map((part) => valueOperand(part, computing));
  const parts = alike(operands).map((logic, index): Logic => {
    const { needs } = operands[index]!;
    if (Object.keys(needs).length === 0) return logic;
    return variable(computing.derivations.path({ ...eachOf(operands[index]!, computing), needs, logic }));
  });
  const holds = computing.holds(when);
  const perItem = operands.some((operand) => operand.perItem) || pathsRead(holds).some(isOfItem);
  const path = computing.derivations.path({
    ...eachOf({ perItem }, computing),
    needs: Object.fromEntries(givenRead(when).map((name) => [`given.${name}`, computing.givenType(name)])),
    logic: { if: [holds, ...parts] },
  });
  const { scale } = combined(operands);
  return { logic: variable(path), needs: { [path]: 'integer' }, scale, perItem };
}

/** 97.5 percent is 39 of 40. */
export function partOf(percent: number): [number, number] {
  const decimals = decimalsOf(percent);
  const [one, other] = [Math.round(percent * 10 ** decimals), 100 * 10 ** decimals];
  const divisor = greatestDivisor(one, other);
  return [one / divisor, other / divisor];
}

const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other);

const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** Numbers of the same scale: those of a lower one are multiplied. */
function alike(parts: readonly Operand[]): Logic[] {
  const most = Math.max(...parts.map(({ scale }) => scale));
  return parts.map(({ logic, scale }): Logic => {
    const factor = most / scale;
    if (factor === 1) return logic;
    return typeof logic === 'number' ? logic * factor : { '*': [logic, factor] };
  });
}

function combined(parts: readonly Operand[]): Omit<Operand, 'logic'> {
  return {
    needs: Object.assign({}, ...parts.map(({ needs }) => needs)) as Operand['needs'],
    scale: Math.max(1, ...parts.map(({ scale }) => scale)),
    perItem: parts.some(({ perItem }) => perItem),
  };
}

function joined(parts: readonly Operand[], computing: Computing): string {
  const all = combined(parts);
  return computing.derivations.path({
    ...eachOf(all, computing),
    needs: all.needs,
    logic: every(parts.map(({ logic }) => logic)),
  });
}

const eachOf = ({ perItem }: Pick<Operand, 'perItem'>, { each }: Computing): { each?: string } =>
  perItem && each !== undefined ? { each } : {};

/** Whether what a `var` path reads is of the item. */
export const isOfItem = (path: string): boolean => path.startsWith('item.') || path.startsWith('mark.');

/** Two days compared. One always adds to the earlier day, so that a month counts forward from it. */
function compared(left: Day, operator: '<' | '<=' | '>=', right: Day, computing: Computing): Operand {
  const shifts = [shiftOf(left), shiftOf(right)] as const;
  const unit = shifts.some((shift) => shift.unit === 'months') ? 'months' : 'days';
  const by = shifts[0].by - shifts[1].by;
  const [one, other] = shifts.map(({ on }) => dayOperand(on, unit, computing)) as [Operand, Operand];
  return {
    ...combined([one, other]),
    logic: { [operator]: [added(one.logic, Math.max(0, by)), added(other.logic, Math.max(0, -by))] },
  };
}

function added(logic: Logic, by: number): Logic {
  if (by === 0) return logic;
  return typeof logic === 'number' ? logic + by : { '+': [logic, by] };
}

interface Shift {
  readonly on: Exclude<Day, { on: unknown }>;
  /** absent if it is not shifted */
  readonly unit?: 'days' | 'months';
  /** in that unit, months counted as 32 days */
  readonly by: number;
}

function shiftOf(day: Day): Shift {
  if (typeof day === 'string' || !('on' in day)) return { on: day, by: 0 };
  const { on, days, months = 0, years = 0 } = day;
  return days === undefined ? { on, unit: 'months', by: 32 * (months + 12 * years) } : { on, unit: 'days', by: days };
}

/** A day moved further; both shifts are of one unit. */
function shiftedBy(day: Day, period: Period): Day {
  if (typeof day === 'string' || !('on' in day)) return { on: day, ...period };
  const add = (name: keyof Period): Period =>
    day[name] === undefined && period[name] === undefined ? {} : { [name]: (day[name] ?? 0) + (period[name] ?? 0) };
  return { on: day.on, ...add('days'), ...add('months'), ...add('years') };
}

const negative = (period: Period): Period =>
  Object.fromEntries(Object.entries(period).map(([name, length]) => [name, -(length as number)]));

function dayOperand(day: Shift['on'], unit: 'days' | 'months', computing: Computing): Operand {
  const operand = (path: string, perItem = false): Operand => ({
    logic: variable(path),
    needs: { [path]: 'integer' },
    scale: 1,
    perItem,
  });
  if (day === 'receipt') return operand(unit === 'days' ? 'derived.today' : 'derived.todayKey');
  if (typeof day === 'string') {
    const written = parseDay(day)!;
    return { logic: (unit === 'days' ? dayNumber : dayKey)(written), needs: {}, scale: 1, perItem: false };
  }
  const path = computing.path(day);
  const perItem = isOfItem(path);
  return operand(computing.derivations.path({ ...eachOf({ perItem }, computing), [unit]: path }), perItem);
}

/** The key of a day is 384 times its year, and less than 384 more. */
function yearOperand(day: Day, computing: Computing): Operand {
  const { on, by } = shiftOf(day);
  const key = dayOperand(on, 'months', computing);
  if (typeof key.logic === 'number') return { ...key, logic: Math.floor((key.logic + by) / 384) };
  const path = computing.derivations.path({
    ...eachOf(key, computing),
    needs: key.needs,
    share: { of: added(key.logic, by), part: [1, 384], round: 'down' },
  });
  return { ...key, logic: variable(path), needs: { [path]: 'integer' } };
}

/** The values that a form's rules read besides the submission's own, gathered while its conditions are compiled. */
export class Derivations {
  readonly list: Derive[] = [];
  readonly #known = new Map<string, string>();

  /** Adds a value, or finds the same one; returns the name that `derived` or `mark` holds it under. */
  add(value: Omit<Derive, 'as'>): string {
    const key = JSON.stringify(value);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const as = `d${this.list.length + 1}`;
    this.#known.set(key, as);
    this.list.push({ as, ...value });
    return as;
  }

  /** As `add`, but returns the `var` path, which is of the item if the value is. */
  path(value: Omit<Derive, 'as'>): string {
    return `${value.each === undefined ? 'derived' : 'mark'}.${this.add(value)}`;
  }
}
