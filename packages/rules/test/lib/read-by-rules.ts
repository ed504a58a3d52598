import jsonLogic from 'json-logic-js';
import type { Derive, Logic, NeededType, Rule, RulebookForm } from '../../src/rulebook.js';
import { pointerToken } from '../../src/values/pointer.js';

/** What a rule is given besides the submission. */
export interface Judging {
  readonly unit: unknown;
  /** minutes since 1970 UTC */
  readonly now: number;
  readonly given?: unknown;
  readonly receiver?: string | null | undefined;
  readonly derived?: Record<string, unknown>;
  readonly marks?: Marks;
}

type Marks = { [name: string]: unknown };

/** One judging of one rule: the data that JsonLogic sees. */
export interface Scope extends Judging {
  readonly submission: unknown;
  readonly item: unknown;
  readonly index: number | null;
  readonly owner: unknown;
  readonly mark: Marks | null;
  /** JSON Pointer of the item; empty for the submission */
  readonly path: string;
}

type Places = Pick<Rule, 'each' | 'keys'>;

/** The scopes a rule is judged in: one, or one for each item of its list; `needs` not yet asked. */
export function scopesOf({ each, keys }: Places, submission: unknown, judging: Judging): Scope[] {
  const none: Scope = { submission, ...judging, item: null, index: null, owner: null, mark: null, path: '' };
  if (each === undefined) return [none];
  const [outer = '', inner] = each.split('/*');
  const marks = judging.marks ?? {};
  if (inner === undefined) return itemsAt(submission, outer, { keys, within: none, marks });
  return itemsAt(submission, outer, { keys: undefined, within: none, marks }).flatMap((scope) =>
    itemsAt(scope.item, inner, { keys, within: scope, marks: scope.mark ?? {} }),
  );
}

interface Within {
  readonly keys: readonly string[] | undefined;
  readonly within: Scope;
  readonly marks: Marks;
}

function itemsAt(holder: unknown, path: string, { keys, within, marks }: Within): Scope[] {
  const value = valueAt(holder, path);
  const names = keys ?? (Array.isArray(value) ? [...value.keys()].map(String) : []);
  const own = keys || Array.isArray(value) ? holderOf(marks, path, keys === undefined) : {};
  return names.map((name, index) => ({
    ...within,
    item: (Object(value) as Record<string, unknown>)[name] ?? null,
    index,
    owner: within.item,
    mark: (own[name] ??= {}) as Marks,
    path: `${within.path}${path}/${pointerToken(name)}`,
  }));
}

/** The list or object of marks at a path, made where there is none. */
function holderOf(marks: Marks, path: string, isList: boolean): Marks {
  const steps = path.split('/').slice(1);
  return steps.reduce((part, step, at) => (part[step] ??= isList && at === steps.length - 1 ? [] : {}) as Marks, marks);
}

/** What is judged over, with the values that a form derives: docs/rulebook.md, written apart from `derive`. */
export function derivedFor(form: RulebookForm, submission: unknown, judging: Judging): Judging {
  const today = new Date((judging.now + UTC_OFFSET) * 60_000).toISOString().slice(0, 10);
  const derived: Record<string, unknown> = { today: daysSince1970(today), todayKey: monthsKey(today) };
  const marks: Marks = {};
  const state = { given: null, receiver: null, ...judging, derived, marks };
  for (const entry of form.derive ?? []) {
    for (const scope of scopesOf(entry, submission, state)) {
      const value = needsHold({ needs: entry.needs ?? {} }, scope) ? valueOf(entry, scope) : null;
      (entry.each === undefined ? derived : scope.mark!)[entry.as] = value;
    }
  }
  return state;
}

/** Every directive here is of Vietnam. */
const UTC_OFFSET = 420;

function valueOf({ days, months, share, logic = null }: Derive, scope: Scope): unknown {
  if (days !== undefined) return daysSince1970(oracle({ var: days }, scope));
  if (months !== undefined) return monthsKey(oracle({ var: months }, scope));
  if (!share) return oracle(logic, scope);
  const whole = oracle(share.of, scope);
  if (typeof whole !== 'number' || !Number.isInteger(whole)) return null;
  const [part, all] = share.part.map(BigInt) as [bigint, bigint];
  const product = BigInt(whole) * part;
  const rest = ((product % all) + all) % all;
  const down = (product - rest) / all;
  const isUp = rest > 0n && (share.round === 'up' || (share.round === 'nearest' && 2n * rest >= all));
  return Number(isUp ? down + 1n : down);
}

function daysSince1970(text: unknown): number | null {
  return isDay(text) ? Date.parse(text) / 86_400_000 : null;
}

function monthsKey(text: unknown): number | null {
  if (!isDay(text)) return null;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return (12 * year + month - 1) * 32 + day;
}

function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text < '0001') return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const needsHold = (rule: Pick<Rule, 'needs'>, scope: Scope): boolean =>
  Object.entries(rule.needs).every(([path, type]) => isOfType(oracle({ var: path }, scope), type));

function isOfType(value: unknown, type: NeededType): boolean {
  if (type === 'list') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

/** JsonLogic as its reference implementation has it. */
export const oracle = (logic: Logic, scope: unknown): unknown =>
  jsonLogic.apply(logic as Parameters<typeof jsonLogic.apply>[0], scope) as unknown;

/**
 * Object properties that rules of severity `error` read, by JSON Pointer, each with the rules that read it. A rule
 * applies where its `needs` hold; what stands behind a condition that is false it does not read.
 */
export function readByRules(form: RulebookForm, submission: unknown, judging: Judging): Map<string, Rule[]> {
  const readers = new Map<string, Rule[]>();
  const state = derivedFor(form, submission, judging);
  for (const rule of form.rules.filter(({ severity }) => severity === 'error')) {
    const paths = new Set<string>();
    const plain = scopesOf(rule, submission, state);
    scopesOf(rule, recording(submission, '', paths), state).forEach((scope, at) => {
      if (!needsHold(rule, plain[at]!)) return;
      if (rule.assert !== undefined) oracle(rule.assert, scope);
      for (const path of repeatsOf(rule)?.of ?? []) oracle({ var: path }, scope);
    });
    for (const path of paths) readers.set(path, [...(readers.get(path) ?? []), rule]);
  }
  return readers;
}

/** What a rule says of repetition. */
export const repeatsOf = ({ repeats }: Rule) => repeats;

/** A view of data that notes each property of an object that is looked at. */
function recording(value: unknown, path: string, paths: Set<string>): unknown {
  if (value === null || typeof value !== 'object') return value;
  return new Proxy(value, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || !Object.hasOwn(target, name) || (Array.isArray(target) && name === 'length')) {
        return member;
      }
      const here = `${path}/${pointerToken(name)}`;
      if (!Array.isArray(target)) paths.add(here);
      return recording(member, here, paths);
    },
  });
}

/** A copy without the property at a pointer. */
export function without<T>(value: T, pointer: string): T {
  const copy = structuredClone(value);
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop()!;
  const holder = steps.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], copy);
  delete (holder as Record<string, unknown>)[last];
  return copy;
}

/** The value at a pointer; undefined where there is none. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((part, step) => (Object(part) as Record<string, unknown>)[step], value);
