import jsonLogic from 'json-logic-js';
import type { Logic, NeededType, Rule, RulebookForm } from '../../src/rulebook.js';
import { pointerToken } from '../../src/values/pointer.js';

/** What a rule is given besides the submission. */
export interface Judging {
  readonly unit: unknown;
  /** minutes since 1970 UTC */
  readonly now: number;
  readonly given?: unknown;
  readonly receiver?: string | undefined;
}

/** One judging of one rule: the data that JsonLogic sees. */
export interface Scope extends Judging {
  readonly submission: unknown;
  readonly item: unknown;
  readonly index: number | null;
  readonly owner: unknown;
  /** JSON Pointer of the item; empty for the submission */
  readonly path: string;
}

/** The scopes a rule is judged in: one, or one for each item of its list; `needs` not yet asked. */
export function scopesOf(rule: Rule, submission: unknown, judging: Judging): Scope[] {
  const none = { submission, ...judging, item: null, index: null, owner: null, path: '' };
  if (rule.each === undefined) return [none];
  const [outer = '', inner] = rule.each.split('/*');
  const items = itemsAt(submission, outer, none);
  return inner === undefined ? items : items.flatMap((scope) => itemsAt(scope.item, inner, scope));
}

function itemsAt(holder: unknown, pointer: string, within: Scope): Scope[] {
  const list = valueAt(holder, pointer);
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown, index) => ({
    ...within,
    item,
    index,
    owner: within.item,
    path: `${within.path}${pointer}/${index}`,
  }));
}

export const needsHold = (rule: Rule, scope: Scope): boolean =>
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
  for (const rule of form.rules.filter(({ severity }) => severity === 'error')) {
    const paths = new Set<string>();
    for (const scope of scopesOf(rule, recording(submission, '', paths), judging)) {
      if (!needsHold(rule, plainScope(scope, submission, rule))) continue;
      if (rule.assert !== undefined) oracle(rule.assert, scope);
      for (const path of rule.unique ?? []) oracle({ var: path }, scope);
    }
    for (const path of paths) readers.set(path, [...(readers.get(path) ?? []), rule]);
  }
  return readers;
}

/** The same scope over the data itself, so that asking for `needs` is not recorded as reading. */
const plainScope = (scope: Scope, submission: unknown, rule: Rule): Scope =>
  scope.index === null
    ? { ...scope, submission }
    : scopesOf(rule, submission, scope).find(({ path }) => path === scope.path)!;

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
