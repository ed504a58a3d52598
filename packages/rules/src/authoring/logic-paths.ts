import { nearest } from '../pack/pack-problem.js';
import type { LogicCode, LogicDetail } from './strings/logic.js';
import { listed, wordOf, type Around, type Value } from './logic-values.js';
import { UNKNOWN, type ValueType } from './value-type.js';

/** Name of the sum so far in a step of `reduce`. */
export const ACCUMULATOR = 'accumulator';

/** The value at a `var` path; problems with the path are reported here only. */
export function read(path: string, place: string, around: Around): Value {
  const type = typeAt(path, place, around);
  const there = isAlwaysThere(path, type, around) ? 'always' : around.guarded.has(path) ? 'guarded' : 'maybe';
  return { type, there, path };
}

/** `now`, `item`, the items of a list, and whatever `needs` names. */
function isAlwaysThere(path: string, type: ValueType, { needed, within }: Around): boolean {
  if (within) return path === '' || path === 'current';
  return needed.has(path) || ALWAYS.has(path) || type.is === 'unknown';
}

/** Never missing where rules are judged. */
const ALWAYS = new Set(['now', 'index', 'derived.today', 'derived.todayKey']);

/** Top-level names of a rule's data: one engine looks them up when an item lacks a member. */
const SCOPE = new Set([
  'submission',
  'unit',
  'now',
  'item',
  'index',
  'owner',
  'given',
  'receiver',
  'derived',
  'mark',
  'marks',
]);

/** The type at a path of `var` or `needs`. */
export function typeAt(path: string, place: string, around: Around): ValueType {
  const { data, within, outer, report } = around;
  if (data.is === 'unknown') return UNKNOWN;
  if (path === '' && within && within !== 'reduce') return data;
  const steps = path.split('.');
  const wrong = (code: LogicCode, detail: LogicDetail = {}): ValueType => {
    report(place, code, { path, ...(within && { operator: within }), ...detail });
    return UNKNOWN;
  };
  if (steps.includes('')) return wrong('path-step');
  if (within && path === ACCUMULATOR) return wrong('reduce-step');
  if (within && SCOPE.has(steps[0]!)) return wrong('path-outside');
  if (within && outer.has(steps[0]!)) return wrong('path-shadowed');
  let at: ValueType = data;
  for (const [index, step] of steps.entries()) {
    const before = steps.slice(0, index).join('.');
    if (at.is === 'unknown') return UNKNOWN;
    if (at.is === 'list' && /^-?\d+$/.test(step)) return wrong('path-step');
    if (at.is !== 'object') return wrong('path-into', { text: step, before, found: wordOf(at) });
    const member: ValueType | undefined = at.members.get(step);
    if (member === undefined) {
      const names = [...at.members.keys()];
      const near = nearest(step, names);
      const whole = (name: string) => [...steps.slice(0, index), name].join('.');
      return wrong('path-unknown', {
        text: whole(step),
        nearest: near && [...steps.slice(0, index), near, ...steps.slice(index + 1)].join('.'),
        allowed: listed(names.map(whole)),
      });
    }
    at = member;
  }
  return at;
}
