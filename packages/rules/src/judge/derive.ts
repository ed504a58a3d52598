import { dayKey, dayNumber, localOf, parseDay } from '../calendar.js';
import type { AnyForm, Derive, NeededType } from '../rulebook.js';
import { isObject } from '../values/plain.js';
import { pointerToken, stepsOf, valueAt } from '../values/pointer.js';
import { evaluator, type Evaluator } from './evaluate.js';

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

/** One item of `each`. */
export interface Place {
  readonly item: unknown;
  readonly index: number;
  readonly owner: unknown;
  /** JSON Pointer of the item */
  readonly path: string;
  readonly mark: Mark;
}

type Mark = Record<string, unknown>;

/** Without a prototype: the names come from a rulebook. */
const newMark = (): Mark => Object.create(null) as Mark;

export const NO_MARK: Mark = Object.freeze(newMark());

export interface PreparedDerive {
  readonly as: string;
  readonly places: Places;
  readonly needs: readonly ((scope: RuleScope) => boolean)[];
  readonly value: Evaluator;
}

/** @param at JSON Pointer of the list in the rulebook */
export function prepareDerive(list: readonly Derive[], at: string): PreparedDerive[] {
  return list.map((shape, index) => ({
    as: shape.as,
    places: { each: shape.each, keys: shape.keys },
    needs: prepareNeeds(shape.needs ?? {}),
    value: valueOf(shape, `${at}/${index}`),
  }));
}

export const prepareNeeds = (needs: Readonly<Record<string, NeededType>>): ((scope: RuleScope) => boolean)[] =>
  Object.entries(needs).map(([path, type]) => needed(evaluator({ var: path }), type));

export const needsHold = (needs: readonly ((scope: RuleScope) => boolean)[], scope: RuleScope): boolean => {
  for (let at = 0; at < needs.length; at++) if (!needs[at]!(scope)) return false;
  return true;
};

function needed(read: Evaluator, type: NeededType): (scope: RuleScope) => boolean {
  if (type === 'list') return (scope) => Array.isArray(read(scope));
  if (type === 'object') return (scope) => isObject(read(scope));
  if (type === 'integer') return (scope) => Number.isInteger(read(scope));
  return (scope) => typeof read(scope) === type;
}

function valueOf(shape: Derive, at: string): Evaluator {
  const { days, months, share, logic } = shape;
  if (days !== undefined) return ofDay(days, dayNumber);
  if (months !== undefined) return ofDay(months, dayKey);
  if (!share) return evaluator(logic, `${at}/logic`);
  const whole = evaluator(share.of, `${at}/share/of`);
  return (scope) => {
    const number = whole(scope);
    return Number.isInteger(number) ? shareOf(number as number, share.part, share.round) : null;
  };
}

function ofDay(path: string, count: typeof dayNumber): Evaluator {
  const read = evaluator({ var: path });
  return (scope) => {
    const text = read(scope);
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

/** The state of one submission before its rules are judged. */
export function derive(prepared: readonly PreparedDerive[], scope: RuleScope, offset: number): void {
  if (scope.now !== null) {
    const { day } = localOf(scope.now, offset);
    scope.derived['today'] = dayNumber(day);
    scope.derived['todayKey'] = dayKey(day);
  }
  if (prepared.length > 0) scope.marks = newMark();
  for (const { as, places, needs, value } of prepared) {
    if (places.each === undefined) {
      scope.derived[as] = needsHold(needs, scope) ? value(scope) : null;
      continue;
    }
    forEachPlace(places, scope, ({ mark }) => {
      mark[as] = needsHold(needs, scope) ? value(scope) : null;
    });
  }
}

/** Calls back for each item of `each`, with the scope set to it; the scope has no item afterwards. */
export function forEachPlace(places: Places, scope: RuleScope, visit: (place: Place) => void): void {
  for (const place of placesOf(places, scope)) {
    scope.item = place.item;
    scope.index = place.index;
    scope.owner = place.owner;
    scope.mark = place.mark;
    visit(place);
  }
  scope.item = scope.index = scope.owner = null;
  scope.mark = NO_MARK;
}

/** The items of `each`, in order; none if there is no such list. */
export function placesOf({ each, keys }: Places, { submission, marks }: RuleScope): Place[] {
  const [path = '', inner] = (each ?? '').split('/*');
  const list = valueAt(submission, path);
  const around = marks && memberMarks(marks, path);
  if (inner === undefined) return placesIn(list, path, keys, null, around);
  if (!Array.isArray(list)) return [];
  const ownerMarks = itemMarks(around, list.length);
  return list.flatMap((owner: unknown, index) =>
    placesIn(
      valueAt(owner, inner),
      `${path}/${index}${inner}`,
      keys,
      owner,
      ownerMarks && memberMarks(ownerMarks[index]!, inner),
    ),
  );
}

function placesIn(
  value: unknown,
  path: string,
  keys: readonly string[] | undefined,
  owner: unknown,
  marks: Member | null,
): Place[] {
  if (keys) {
    const members = isObject(value) ? value : {};
    return keys.map((key, index) => ({
      item: Object.hasOwn(members, key) ? (members[key] ?? null) : null,
      index,
      owner,
      path: `${path}/${pointerToken(key)}`,
      mark: keyMark(marks, key),
    }));
  }
  if (!Array.isArray(value)) return [];
  const own = itemMarks(marks, value.length);
  return value.map((item: unknown, index) => ({
    item,
    index,
    owner,
    path: `${path}/${index}`,
    mark: own ? own[index]! : NO_MARK,
  }));
}

/** The member of an object of marks that holds those of a list, or of an object's members. */
interface Member {
  readonly of: Mark;
  readonly name: string;
}

function memberMarks(marks: Mark, path: string): Member {
  const steps = stepsOf(path);
  let of = marks;
  for (const step of steps.slice(0, -1)) of = (of[step] ??= newMark()) as Mark;
  return { of, name: steps.at(-1) ?? '' };
}

const itemMarks = (member: Member | null, length: number): Mark[] | null =>
  member && ((member.of[member.name] ??= Array.from({ length }, newMark)) as Mark[]);

function keyMark(member: Member | null, key: string): Mark {
  if (!member) return NO_MARK;
  const marks = (member.of[member.name] ??= newMark()) as Record<string, Mark>;
  return (marks[key] ??= newMark());
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
  derive(prepared, scope, 0);
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
