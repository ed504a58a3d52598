import { profileOperators } from '../judge/evaluate.js';
import { nearest } from '../pack/pack-problem.js';
import type { Derive, Logic, NeededType, Rule, RulebookForm } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { ACCUMULATOR, read, typeAt } from './logic-paths.js';
import {
  always,
  inJson,
  isTest,
  listed,
  said,
  test,
  unknown,
  wordOf,
  type Around,
  type LogicProblem,
  type Report,
  type Value,
} from './logic-values.js';
import {
  DAYS,
  KEYS,
  NUMBER,
  objectOf,
  scopeType,
  TEXT,
  UNKNOWN,
  type DerivedType,
  type Places,
  type ValueType,
} from './value-type.js';

/**
 * Checks the logic of a rule: operators and number of operands, operand types as asked in the form, numbers that may be
 * missing or grow too large, paths that do not exist.
 *
 * @param scope the data the rule is judged over, from `scopeType`
 * @source docs/rulebook.md, "Portable profile: logic"
 */
export function logicProblems(
  rule: Pick<Rule, 'assert' | 'params' | 'repeats'> & {
    readonly needs: Readonly<Record<string, NeededType>>;
    /** further paths that must exist */
    readonly reads?: readonly string[];
  },
  scope: ValueType,
): LogicProblem[] {
  const problems: LogicProblem[] = [];
  const report: Report = (place, code, detail = {}) => problems.push({ code, place, detail });
  const needed = new Set(Object.keys(rule.needs));
  const around: Around = { data: scope, needed, guarded: needed, outer: new Set(), report };
  for (const [path, type] of Object.entries(rule.needs)) {
    const here = path === '' ? 'needs' : `needs/${path}`;
    const found = typeAt(path, here, around);
    if (!NEEDS[type].includes(found.is) && found.is !== 'unknown') {
      report(here, 'needs-type', { path, found: wordOf(found), wanted: type });
    }
  }
  for (const path of rule.repeats?.of ?? []) typeAt(path, 'repeats', around);
  for (const path of rule.reads ?? []) typeAt(path, 'path', around);
  if (rule.repeats?.where !== undefined) {
    const value = visit(rule.repeats.where, 'where', around);
    if (!isTest(value)) report('where', 'not-test', { ...said(value), operator: 'where' });
  }
  for (const [name, logic] of Object.entries(rule.params ?? {})) visit(logic, `params/${name}`, around);
  if (rule.assert !== undefined) {
    const value = visit(rule.assert, 'assert', around);
    if (!isTest(value)) report('assert', 'not-test', { ...said(value), operator: 'assert' });
  }
  return problems;
}

/** The type that logic gives, and its problems. */
export function typeOfLogic(
  logic: Logic,
  needs: Readonly<Record<string, NeededType>>,
  scope: ValueType,
): { type: ValueType; problems: LogicProblem[] } {
  const problems: LogicProblem[] = [];
  const report: Report = (place, code, detail = {}) => problems.push({ code, place, detail });
  const needed = new Set(Object.keys(needs));
  const { type } = visit(logic, 'logic', { data: scope, needed, guarded: needed, outer: new Set(), report });
  return { type, problems };
}

const NEEDS: Record<NeededType, readonly ValueType['is'][]> = {
  string: ['text'],
  integer: ['number'],
  boolean: ['boolean'],
  list: ['list'],
  object: ['object'],
};

function visit(node: Logic | readonly Logic[] | undefined, place: string, around: Around): Value {
  const { report } = around;
  if (Array.isArray(node)) {
    report(place, 'list-literal');
    return unknown;
  }
  if (node === null || node === undefined) return { ...always({ is: 'null' }), constant: null };
  if (typeof node === 'string') return { ...always(TEXT), constant: node };
  if (typeof node === 'boolean') return { ...test, constant: node };
  if (typeof node === 'number') {
    if (Number.isSafeInteger(node)) return { ...always({ is: 'number', least: node, most: node }), constant: node };
    report(place, 'number', { text: String(node) });
    return unknown;
  }
  const entries = Object.entries(node as Record<string, Logic | readonly Logic[]>);
  const [operator, operands] = entries[0] ?? ['', null];
  if (entries.length !== 1) {
    report(place, 'operation', { text: entries.map(([name]) => name).join(', ') });
    return unknown;
  }
  if (!profileOperators.has(operator)) {
    report(place, 'operator', { operator, nearest: nearest(operator, [...profileOperators]) });
    return unknown;
  }
  const here = `${place}/${operator}`;
  if (operator === 'var') {
    if (typeof operands === 'string') return read(operands, here, around);
    report(here, 'var', { text: inJson(operands) });
    return unknown;
  }
  const list = (Array.isArray(operands) ? operands : [operands]) as readonly Logic[];
  if (!takes[operator]!.fits(list.length)) {
    report(place, 'operands', { operator, wanted: takes[operator]!.said, count: list.length });
    return unknown;
  }
  return operations[operator]!({ operator, list, here, around });
}

/** How many operands an operator takes. */
interface Arity {
  readonly fits: (count: number) => boolean;
  /** as in `operandCount` of the strings */
  readonly said: string;
}
const exactly = (count: number): Arity => ({ fits: (given) => given === count, said: String(count) });
const atLeast = (count: number): Arity => ({ fits: (given) => given >= count, said: `${count}+` });
const takes: Record<string, Arity> = {
  ...Object.fromEntries(['===', '!==', '<', '<=', '>', '>=', 'filter', 'map', 'some', 'none'].map((name) => [name, exactly(2)])), // prettier-ignore
  '!': exactly(1),
  and: atLeast(2),
  or: atLeast(2),
  '+': atLeast(1),
  '*': atLeast(2),
  '-': { fits: (count) => count === 1 || count === 2, said: '1-2' },
  if: { fits: (count) => count >= 3 && count % 2 === 1, said: 'if' },
  reduce: exactly(3),
};

interface Operation {
  readonly operator: string;
  readonly list: readonly Logic[];
  readonly here: string;
  readonly around: Around;
}
type Check = (operation: Operation) => Value;

const operations: Record<string, Check> = {
  '===': equality,
  '!==': equality,
  '<': comparison,
  '<=': comparison,
  '>': comparison,
  '>=': comparison,
  and: conjunction,
  or: tests,
  '!': tests,
  if: choice,
  '+': (operation) => arithmetic(operation, (one, other) => [one.least + other.least, one.most + other.most]),
  '-': (operation) => arithmetic(operation, (one, other) => [one.least - other.most, one.most - other.least]),
  '*': (operation) => arithmetic(operation, products),
  some: (operation) => (overItems(operation), test),
  none: (operation) => (overItems(operation), test),
  filter(operation) {
    const { items } = overItems(operation);
    return always(items);
  },
  map(operation) {
    const { items, each } = overItems(operation);
    const { here, around } = operation;
    const plain = ['text', 'number', 'boolean', 'unknown'].includes(each.type.is);
    if (!plain || each.there !== 'always') around.report(here, 'map-null', said(each));
    return always(items.is === 'list' ? { ...items, of: each.type } : items);
  },
  reduce: reduction,
};

/** Texts with texts, booleans with booleans, anything with null. */
function equality({ operator, list, here, around }: Operation): Value {
  const values = list.map((part, at) => visit(part, `${here}/${at}`, around));
  const [left, right] = values as [Value, Value];
  const kinds = values.map(({ type }) => type.is);
  if (kinds.includes('unknown') || kinds.includes('null')) return test;
  if (kinds.every((kind) => kind === 'number')) around.report(here, 'same-number', { operator });
  else if (kinds.some((kind) => kind === 'list' || kind === 'object')) {
    const large = values.find(({ type }) => type.is === 'list' || type.is === 'object')!;
    around.report(here, 'same-list', { operator, ...said(large) });
  } else if (left.type.is !== right.type.is) {
    around.report(here, 'same-types', { operator, found: wordOf(left.type, left), other: wordOf(right.type, right) });
  } else {
    canBeEqual(left, right, here, around);
    canBeEqual(right, left, here, around);
  }
  return test;
}

/** Comparing with a text that a place can never hold is a mistake: it is not an option, or not a calendar day. */
function canBeEqual({ constant }: Value, { type, path = '' }: Value, here: string, { report }: Around): void {
  if (typeof constant !== 'string' || type.is !== 'text' || !type.schema) return;
  const { enum: options, pattern, maxLength = Infinity } = type.schema;
  const allowed = options?.filter((option) => option !== null);
  if (allowed && !allowed.includes(constant)) {
    report(here, 'option', { path, text: constant, nearest: nearest(constant, allowed), allowed: listed(allowed) });
  } else if ([...constant].length > maxLength || (pattern && !new RegExp(pattern, 'u').test(constant))) {
    report(here, 'never-equal', { path, text: constant, found: wordOf(type) });
  }
}

/** Both operands must be numbers that are present. If neither is a number, the more informative one is reported. */
function comparison({ operator, list, here, around }: Operation): Value {
  const values = list.map((part, at) => visit(part, `${here}/${at}`, around));
  const wrong = values.filter(({ type }) => type.is !== 'number' && type.is !== 'unknown');
  const [told] = [...wrong.filter(({ constant }) => constant === undefined), ...wrong];
  if (told) around.report(here, 'not-number', { operator, ...said(told) });
  else values.forEach((value) => mustBeThere(value, value.there === 'maybe', operator, here, around));
  return test;
}

function mustBeThere({ type, path }: Value, missing: boolean, operator: string, here: string, around: Around): void {
  if (!missing || type.is !== 'number') return;
  around.report(here, 'missing', { operator, path: path ?? '', ...(around.within && { within: around.within }) });
}

function conjunction({ operator, list, here, around }: Operation): Value {
  const guarded = new Set(around.guarded);
  list.forEach((part, at) => {
    mustBeTest(visit(part, `${here}/${at}`, { ...around, guarded }), operator, `${here}/${at}`, around);
    const path = guardOf(part);
    if (path !== null) guarded.add(path);
  });
  return test;
}

function tests({ operator, list, here, around }: Operation): Value {
  list.forEach((part, at) => mustBeTest(visit(part, `${here}/${at}`, around), operator, `${here}/${at}`, around));
  return test;
}

function mustBeTest(value: Value, operator: string, place: string, { report }: Around): void {
  if (!isTest(value)) report(place, 'not-test', { operator, ...said(value) });
}

/** The path whose presence `{ "!==": [{ var }, null] }` guarantees. */
function guardOf(node: Logic): string | null {
  if (node === null || typeof node !== 'object') return null;
  const operands = node['!=='];
  if (!Array.isArray(operands) || operands[1] !== null) return null;
  const [first] = operands as readonly Logic[];
  const path = first !== null && typeof first === 'object' ? first['var'] : undefined;
  return typeof path === 'string' ? path : null;
}

function choice({ operator, list, here, around }: Operation): Value {
  const values: Value[] = [];
  list.forEach((part, at) => {
    const value = visit(part, `${here}/${at}`, around);
    if (at % 2 === 0 && at < list.length - 1) mustBeTest(value, operator, `${here}/${at}`, around);
    // What is chosen because it is there is there, whether an engine evaluates the other branch or not.
    else if (at % 2 === 1 && value.path !== undefined && guardOf(list[at - 1] ?? null) === value.path) {
      values.push({ ...value, there: 'always' });
    } else values.push(value);
  });
  return eitherOf(values, here, around);
}

/** One of several values: of one type, and guaranteed to be present only as far as all of them are. */
function eitherOf(values: readonly Value[], here: string, { report }: Around): Value {
  const [first = unknown, ...others] = values.filter(({ type }) => type.is !== 'unknown' && type.is !== 'null');
  const other = others.find(({ type }) => type.is !== first.type.is);
  if (other) {
    report(here, 'branches', { found: wordOf(first.type, first), other: wordOf(other.type, other) });
    return unknown;
  }
  const numbers = [first, ...others].flatMap(({ type }) => (type.is === 'number' ? [type] : []));
  const type: ValueType =
    numbers.length > 0
      ? {
          is: 'number',
          least: Math.min(...numbers.map(({ least }) => least)),
          most: Math.max(...numbers.map(({ most }) => most)),
        }
      : first.type.is === 'text'
        ? { is: 'text', said: first.type.said }
        : first.type;
  const unsure = (there: Value['there']) => values.find((value) => value.there === there);
  const least = values.some((value) => value.type.is === 'null') ? undefined : (unsure('maybe') ?? unsure('guarded'));
  return {
    type,
    there: values.some((value) => value.type.is === 'null') ? 'maybe' : (least?.there ?? 'always'),
    ...(least?.path !== undefined && { path: least.path }),
    test: values.every(isTest),
  };
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Operands must be numbers that `needs` guarantees, with a result that every engine can represent. */
function arithmetic(
  { operator, list, here, around }: Operation,
  combine: (one: Range, other: Range) => readonly [number, number],
): Value {
  const values = list.map((part, at) => visit(part, `${here}/${at}`, around));
  const wrong = values.find(({ type }) => type.is !== 'number' && type.is !== 'unknown');
  if (wrong) {
    around.report(here, 'not-number', { operator, ...said(wrong) });
    return always(UNKNOWN);
  }
  // Engines that evaluate every operand of an `and` can compare missing values, but not add them.
  values.forEach((value) => mustBeThere(value, value.there !== 'always', operator, here, around));
  const ranges = values.map(({ type }): Range => (type.is === 'number' ? type : { least: 0, most: 0 }));
  const [first = { least: 0, most: 0 }, ...rest] = ranges;
  const range =
    operator === '-' && rest.length === 0
      ? { least: -first.most, most: -first.least }
      : rest.reduce<Range>((sum, next) => {
          const [least, most] = combine(sum, next);
          return { least, most };
        }, first);
  return always(withinBounds(range, operator, here, around));
}

function withinBounds({ least, most }: Range, operator: string, here: string, { report }: Around): ValueType {
  if (Number.isSafeInteger(least) && Number.isSafeInteger(most)) return { is: 'number', least, most };
  report(here, 'too-big', { operator });
  return UNKNOWN;
}

function products(one: Range, other: Range): readonly [number, number] {
  const all = [one.least, one.most].flatMap((left) => [other.least, other.most].map((right) => left * right));
  return [Math.min(...all), Math.max(...all)];
}

/** A list, and a test or mapping of its items; inside, `var` reads from the item. */
function overItems({ operator, list, here, around }: Operation): { items: ValueType; each: Value } {
  const [subject, each] = list as [Logic, Logic];
  const { items, of } = itemsOf(subject, operator, here, around);
  if (each === null || typeof each !== 'object') {
    around.report(`${here}/1`, 'item-constant', { operator });
    return { items, each: unknown };
  }
  const value = visit(each, `${here}/1`, inside(of, operator, around));
  if (operator !== 'map') mustBeTest(value, operator, `${here}/1`, around);
  return { items, each: value };
}

function itemsOf(subject: Logic, operator: string, here: string, around: Around): { items: ValueType; of: ValueType } {
  const value = visit(subject, `${here}/0`, around);
  if (value.type.is === 'list') {
    // One engine fails on `filter` over a missing value; `some` and `none` give the same result in all engines.
    const mayFail = operator !== 'some' && operator !== 'none' && value.there === 'maybe';
    if (mayFail) {
      around.report(here, 'missing-list', {
        operator,
        path: value.path ?? '',
        ...(around.within && { within: around.within }),
      });
    }
    return { items: value.type, of: value.type.of };
  }
  if (value.type.is !== 'unknown') around.report(here, 'not-list', { operator, ...said(value) });
  return { items: UNKNOWN, of: UNKNOWN };
}

function inside(data: ValueType, within: string, around: Around): Around {
  const members = around.data.is === 'object' ? [...around.data.members.keys()] : [];
  return {
    data,
    needed: new Set(),
    guarded: new Set(),
    outer: new Set([...around.outer, ...members]),
    within,
    report: around.report,
  };
}

/** Summing from 0: the range of what each item adds determines the range of the sum. */
function reduction({ operator, list, here, around }: Operation): Value {
  const [subject, step, start] = list as [Logic, Logic, Logic];
  const { items, of } = itemsOf(subject, operator, here, around);
  if (start !== 0) around.report(`${here}/2`, 'reduce-start', { text: inJson(start) });
  const within = inside(objectOf([['current', of]]), operator, around);
  const added = addedBy(step, `${here}/1`, within);
  const most = items.is === 'list' ? items.most : 0;
  const sum = { least: Math.min(0, added.least * most), most: Math.max(0, added.most * most) };
  return always(items.is === 'list' ? withinBounds(sum, operator, here, around) : NUMBER);
}

/** What a step adds to the sum so far. A step is `accumulator`, a sum with it, or an `if` between such steps. */
function addedBy(step: Logic, here: string, around: Around): Range {
  const nothing = { least: 0, most: 0 };
  if (isAccumulator(step)) return nothing;
  const [operator = '', operands] = step !== null && typeof step === 'object' ? (Object.entries(step)[0] ?? []) : [];
  if (Array.isArray(operands) && operator === '+') {
    const parts = (operands as readonly Logic[]).map((part, at) => [part, at] as const);
    const others = parts.filter(([part]) => !isAccumulator(part));
    if (others.length === parts.length - 1) {
      const ranges = others.map(([part, at]): Range => {
        const value = arithmetic({ operator, list: [part], here: `${here}/+/${at}`, around }, () => [0, 0]);
        return value.type.is === 'number' ? value.type : nothing;
      });
      return ranges.reduce((sum, range) => ({ least: sum.least + range.least, most: sum.most + range.most }), nothing);
    }
  }
  if (Array.isArray(operands) && operator === 'if' && takes['if']!.fits(operands.length)) {
    const parts = operands as readonly Logic[];
    const ranges = parts.flatMap((part, at) => {
      const place = `${here}/if/${at}`;
      if (at % 2 === 1 || at === parts.length - 1) return [addedBy(part, place, around)];
      mustBeTest(visit(part, place, around), operator, place, around);
      return [];
    });
    return {
      least: Math.min(...ranges.map(({ least }) => least)),
      most: Math.max(...ranges.map(({ most }) => most)),
    };
  }
  around.report(here, 'reduce-step');
  return nothing;
}

const isAccumulator = (node: Logic): boolean =>
  node !== null && typeof node === 'object' && node['var'] === ACCUMULATOR;

/** The data that a form's rules are judged over, wherever they are judged, and the problems of what it derives. */
export function scopesOf(form: RulebookForm): {
  /** @param kinds kinds of nominee that a rule applies to; if absent, all */
  scopeOf: (places: Places, kinds?: readonly Kind[]) => ValueType;
  problems: LogicProblem[];
} {
  const { types, problems } = derivedTypes(form);
  const scopes = new Map<string, ValueType>();
  const scopeOf = ({ each, keys }: Places, kinds?: readonly Kind[]): ValueType => {
    const key = JSON.stringify([each, keys, kinds]);
    const scope = scopes.get(key) ?? scopeType(form, { each, keys }, kinds, types);
    scopes.set(key, scope);
    return scope;
  };
  return { scopeOf, problems };
}

/** The types of a form's derived values, each read by those after it, and the problems of their logic. */
function derivedTypes(form: RulebookForm): { types: DerivedType[]; problems: LogicProblem[] } {
  const types: DerivedType[] = [];
  const problems: LogicProblem[] = [];
  for (const entry of form.derive ?? []) {
    const scope = scopeType(form, entry, undefined, types);
    const { each, keys } = entry;
    const path = entry.days ?? entry.months;
    const needs = entry.needs ?? {};
    const found = logicProblems({ needs, ...(path !== undefined && { reads: [path] }) }, scope);
    const { type, problems: own } = valueType(entry, scope);
    problems.push(
      ...[...found, ...own].map((problem) => ({ ...problem, place: `derive/${entry.as}/${problem.place}` })),
    );
    types.push({ as: entry.as, each, keys, type });
  }
  return { types, problems };
}

function valueType(entry: Derive, scope: ValueType): { type: ValueType; problems: LogicProblem[] } {
  if (entry.days !== undefined) return { type: DAYS, problems: [] };
  if (entry.months !== undefined) return { type: KEYS, problems: [] };
  if (!entry.share) return typeOfLogic(entry.logic ?? null, entry.needs ?? {}, scope);
  const [part, whole] = entry.share.part;
  const { type, problems } = typeOfLogic({ '*': [entry.share.of, 2 * part] }, entry.needs ?? {}, scope);
  if (type.is !== 'number') return { type: UNKNOWN, problems };
  const least = Math.floor(type.least / (2 * whole));
  return { type: { is: 'number', least, most: Math.ceil(type.most / (2 * whole)) }, problems };
}
