import { dayKey, dayNumber, localOf, parseDay } from '../calendar.js';
import type { AnyForm, Derive, NeededType } from '../rulebook.js';
import { isObject } from '../values/plain.js';
import { pointerToken, stepsOf, valueBy } from '../values/pointer.js';
import { evaluator, type Evaluator, type Reads } from './evaluate.js';
import { Frames, type Items, type Noted } from './frames.js';
import type { Frame } from './validate.js';

/** What rules and derived values are computed from; docs/rulebook.md describes each member. */
export interface RuleScope {
  submission: object;
  unit: unknown;
  now: number | null;
  item: unknown;
  index: number | null;
  /** the item around a list in a list */
  owner: unknown;
  derived: Record<string, unknown>;
  /** what is derived for the item */
  mark: Mark;
  /** all marks, in the shape of the submission; null if nothing is derived */
  marks: Mark | null;
  given: unknown;
  receiver: unknown;
}

/** Where a rule or a derived value is judged: over the submission, or per item of a list or member of an object. */
export interface Places {
  readonly each?: string | undefined;
  readonly keys?: readonly string[] | undefined;
}

type Mark = Record<string, unknown>;

/** Without a prototype, since the names come from a rulebook; a class, since engines are slow with `Object.create(null)`. */
class BareMark {
  [name: string]: unknown;
}
Reflect.deleteProperty(BareMark.prototype, 'constructor');
Object.setPrototypeOf(BareMark.prototype, null);

const newMark = (): Mark => new BareMark();

export const NO_MARK: Mark = Object.freeze(newMark());

/** The judging of one submission. */
export interface Run extends Noted {
  readonly scope: RuleScope;
  /** values by frame, see `Frames` */
  readonly frames: readonly (readonly unknown[])[];
  /** JSON Pointer of the list or object that is visited, and the name of its member */
  within: string;
  key: string | null;
}

/**
 * @param frames values of the submission by frame; none if everything is read by name
 * @param counts number of counts that are kept
 */
export const newRun = (scope: RuleScope, frames: Run['frames'] = [[]], counts = 0): Run => ({
  scope,
  outer: frames[0]!,
  frames,
  items: NOTHING,
  base: 0,
  counted: new Array<unknown>(counts).fill(null),
  within: '',
  key: null,
});

const NOTHING: readonly unknown[] = [];

/** JSON Pointer of the item that is visited; empty for the submission. */
export function placeOf({ scope, within, key }: Run): string {
  if (scope.index === null) return '';
  return `${within}/${key === null ? scope.index : pointerToken(key)}`;
}

export interface PreparedPlaces {
  /** steps to the list or object, and its pointer */
  readonly steps: readonly string[];
  readonly pointer: string;
  /** the same within each item, for a list in a list */
  readonly inner: { readonly steps: readonly string[]; readonly pointer: string } | null;
  readonly keys: readonly string[] | null;
  /** numbers the values of items */
  readonly frame: Frame | null;
}

/** Null for the submission. */
export function preparePlaces({ each, keys }: Places, items: Items | null): PreparedPlaces | null {
  if (each === undefined) return null;
  const [pointer = '', inner] = each.split('/*');
  return {
    steps: stepsOf(pointer),
    pointer,
    inner: inner === undefined ? null : { steps: stepsOf(inner), pointer: inner },
    keys: keys ?? null,
    frame: items && items.frame,
  };
}

export interface PreparedDerive {
  readonly as: string;
  readonly places: PreparedPlaces | null;
  readonly needs: readonly Evaluator[];
  readonly value: Evaluator;
}

/** @param at JSON Pointer of the list in the rulebook */
export function prepareDerive(list: readonly Derive[], at: string, frames = new Frames(null)): PreparedDerive[] {
  return list.map((shape, index) => {
    const items = frames.items(shape);
    const reads = frames.reads(items);
    return {
      as: shape.as,
      places: preparePlaces(shape, items),
      needs: prepareNeeds(shape.needs ?? {}, reads),
      value: valueOf(shape, `${at}/${index}`, reads),
    };
  });
}

export const prepareNeeds = (needs: Readonly<Record<string, NeededType>>, reads: Reads): Evaluator[] =>
  Object.entries(needs).map(([path, type]) => needed(reads.value(path), type));

export const needsHold = (needs: readonly Evaluator[], run: Run): boolean => {
  for (let at = 0; at < needs.length; at++) if (needs[at]!(run) !== true) return false;
  return true;
};

function needed(read: Evaluator, type: NeededType): Evaluator {
  if (type === 'list') return (run) => Array.isArray(read(run));
  if (type === 'object') return (run) => isObject(read(run));
  if (type === 'integer') return (run) => Number.isInteger(read(run));
  return (run) => typeof read(run) === type;
}

function valueOf(shape: Derive, at: string, reads: Reads): Evaluator {
  const { days, months, share, logic } = shape;
  if (days !== undefined) return ofDay(reads.value(days), dayNumber);
  if (months !== undefined) return ofDay(reads.value(months), dayKey);
  if (!share) return evaluator(logic, `${at}/logic`, reads);
  const whole = evaluator(share.of, `${at}/share/of`, reads);
  return (run) => {
    const number = whole(run);
    return Number.isInteger(number) ? shareOf(number as number, share.part, share.round) : null;
  };
}

function ofDay(read: Evaluator, count: typeof dayNumber): Evaluator {
  return (run) => {
    const text = read(run);
    const day = typeof text === 'string' ? parseDay(text) : null;
    return day && count(day);
  };
}

/** `part` of a whole number, rounded; exact as long as `number * part[0]` is. */
export function shareOf(number: number, [part, whole]: readonly [number, number], round: 'down' | 'up' | 'nearest') {
  const product = number * part;
  // Of the numbers below, those divisible are divided exactly; a quotient of doubles may round up to a whole number.
  const floor = (value: number, by: number): number => (value - (((value % by) + by) % by)) / by;
  if (round === 'down') return floor(product, whole);
  return round === 'up' ? floor(product + whole - 1, whole) : floor(2 * product + whole, 2 * whole);
}

/**
 * The state of one submission before its rules are judged.
 *
 * @param offset minutes east of UTC; null if nobody reads what day it is
 */
export function derive(prepared: readonly PreparedDerive[], run: Run, offset: number | null): void {
  const { scope } = run;
  if (scope.now !== null && offset !== null) {
    const { day } = localOf(scope.now, offset);
    scope.derived['today'] = dayNumber(day);
    scope.derived['todayKey'] = dayKey(day);
  }
  if (prepared.length > 0) scope.marks = newMark();
  for (const { as, places, needs, value } of prepared) {
    if (!places) {
      scope.derived[as] = needsHold(needs, run) ? value(run) : null;
      continue;
    }
    const note = () => {
      scope.mark[as] = needsHold(needs, run) ? value(run) : null;
    };
    forEachPlace(places, run, note, newMark);
  }
}

/**
 * Calls back for each item, with the run set to it; there is no item afterwards.
 *
 * @param make makes the marks that are not there yet
 */
export function forEachPlace(
  places: PreparedPlaces,
  run: Run,
  visit: () => void,
  make: (() => Mark) | null = null,
): void {
  const { scope } = run;
  const { steps, pointer, inner, frame, keys } = places;
  const list = valueBy(scope.submission, steps);
  const marks = scope.marks && marksAt(scope.marks, steps, list, inner ? null : keys, make);
  run.items = (frame && run.frames[frame.index]) ?? NOTHING;
  if (!inner) visitItems(list, pointer, marks, places, run, visit);
  else if (Array.isArray(list)) {
    list.forEach((owner: unknown, index) => {
      const value = valueBy(owner, inner.steps);
      const ownerMark = Array.isArray(marks) ? (marks[index] as Mark) : null;
      const own = ownerMark && marksAt(ownerMark, inner.steps, value, keys, make);
      scope.owner = owner;
      visitItems(value, `${pointer}/${index}${inner.pointer}`, own, places, run, visit);
    });
  }
  scope.item = scope.index = scope.owner = run.key = null;
  scope.mark = NO_MARK;
  run.items = NOTHING;
  run.base = 0;
}

function visitItems(
  value: unknown,
  within: string,
  marks: Mark[] | Mark | null,
  { keys, frame }: PreparedPlaces,
  run: Run,
  visit: () => void,
): void {
  const { scope } = run;
  run.within = within;
  if (keys) {
    const members = isObject(value) ? value : {};
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      scope.item = Object.hasOwn(members, key) ? (members[key] ?? null) : null;
      scope.index = index;
      scope.mark = ((marks as Mark | null)?.[key] as Mark | undefined) ?? NO_MARK;
      run.key = key;
      visit();
    }
    return;
  }
  if (!Array.isArray(value)) return;
  const width = frame?.width ?? 0;
  for (let index = 0; index < value.length; index++) {
    scope.item = value[index] as unknown;
    scope.index = index;
    scope.mark = Array.isArray(marks) ? marks[index]! : NO_MARK;
    run.base = index * width;
    visit();
  }
}

/** One item of `each`. */
export interface Place extends Pick<RuleScope, 'item' | 'index' | 'owner' | 'mark'> {
  /** JSON Pointer of the item */
  readonly path: string;
}

/** The items of `each`, in order; none if there is no such list. */
export function placesOf(places: Places, scope: RuleScope): Place[] {
  const prepared = preparePlaces(places, null);
  if (!prepared) return [];
  const run = newRun(scope);
  const found: Place[] = [];
  forEachPlace(prepared, run, () => {
    const { item, index, owner, mark } = scope;
    found.push({ item, index, owner, mark, path: placeOf(run) });
  });
  return found;
}

/** The marks of a list's items or, with keys, of an object's members; null if there are none, and none are made. */
function marksAt(
  of: Mark,
  steps: readonly string[],
  value: unknown,
  keys: readonly string[] | null,
  make: (() => Mark) | null,
): Mark[] | Mark | null {
  let around = of;
  for (let at = 0; at < steps.length - 1; at++) {
    const step = steps[at]!;
    if (make) around[step] ??= make();
    if (!isObject(around[step])) return null;
    around = around[step];
  }
  const name = steps.at(-1) ?? '';
  if (make) {
    if (keys) around[name] ??= make();
    else if (Array.isArray(value)) around[name] ??= Array.from({ length: value.length }, make);
  }
  const marks = around[name] as Mark[] | Mark | undefined;
  if (keys && make && isObject(marks)) for (const key of keys) marks[key] ??= make();
  return marks ?? null;
}

/**
 * What conditions of a form's view are evaluated over: the submission and what is derived from it. Neither the moment of
 * receipt nor what the host gives is known there.
 */
export function submissionScope(form: Pick<AnyForm, 'derive'>, submission: object): RuleScope {
  const scope = newScope(submission);
  if (!form.derive) return scope;
  let prepared = preparedLists.get(form.derive);
  if (!prepared) preparedLists.set(form.derive, (prepared = prepareDerive(form.derive, '')));
  derive(prepared, newRun(scope), 0);
  return scope;
}

const preparedLists = new WeakMap<readonly Derive[], PreparedDerive[]>();

export const newScope = (submission: object): RuleScope => ({
  submission,
  unit: null,
  now: null,
  item: null,
  index: null,
  owner: null,
  derived: newMark(),
  mark: NO_MARK,
  marks: null,
  given: null,
  receiver: null,
});
