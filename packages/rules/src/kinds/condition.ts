import { z } from 'zod';
import { storedNumber } from '../field-types/limits-in-words.js';
import { countWhere, either, equals, every, given, not, oneOf, variable } from '../logic.js';
import type { Logic } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { id, ids, kinds } from './common.js';

/** Bounds of a number; two of them make a range. */
export interface Bounds {
  is?: number | undefined;
  atLeast?: number | undefined;
  atMost?: number | undefined;
  above?: number | undefined;
  below?: number | undefined;
}

/** A test of a single value: a text, a choice, a yes or no … */
type ValueTest = { is: string | boolean } | { in: string[] } | { atLeast: string } | { has: string };

/** … or of a number. */
export type Test = ValueTest | Bounds;
export type FieldTest = { field: string } & Test;

export const isValueTest = (test: Test): test is ValueTest =>
  'in' in test ||
  'has' in test ||
  ('is' in test && (typeof test.is === 'string' || typeof test.is === 'boolean')) ||
  ('atLeast' in test && typeof test.atLeast === 'string');

/** The number of nominees that satisfy `where`. */
export interface Counted {
  of?: Kind[] | undefined;
  where?: Condition | undefined;
}

/** When something is asked or due, or what must hold. A missing value makes every test false. */
export type Condition =
  | FieldTest
  | ({ fact: string } & Test)
  | ({ count: Counted } & Bounds)
  | { atLeast: number; of: Condition[] }
  | { table: string; used: string[] }
  | { groups: string[] }
  | { units: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const boundsOf = (number: z.ZodType<number>) => ({
  is: number.optional(),
  atLeast: number.optional(),
  atMost: number.optional(),
  above: number.optional(),
  below: number.optional(),
});

const fieldOrQuestion = z
  .string()
  .min(1)
  .max(80)
  .describe('A field of the nominee (or "kind") or of the person (or "posts"), or a question of the report');

const factOfUnit = z
  .string()
  .min(1)
  .max(80)
  .describe('A fact of the form, or "members", how many members the unit has');

const testsOf = <Read extends z.ZodRawShape>(read: Read) =>
  [
    z.strictObject({ ...read, is: z.union([z.string(), z.boolean()]) }),
    z.strictObject({ ...read, in: z.array(z.string()).min(1) }),
    z.strictObject({ ...read, atLeast: z.string() }),
    z.strictObject({ ...read, has: z.string() }),
    z.strictObject({ ...read, ...boundsOf(z.number()) }),
  ] as const;

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    ...testsOf({ field: fieldOrQuestion }),
    ...testsOf({ fact: factOfUnit }),
    z.strictObject({
      count: z
        .strictObject({ of: kinds.optional(), where: condition.optional() })
        .describe('Nominees of these kinds that satisfy "where"; {} counts all'),
      ...boundsOf(z.int()),
    }),
    z
      .strictObject({ atLeast: z.int().min(1), of: z.array(condition).min(2) })
      .describe('At least so many of these hold'),
    z.strictObject({ table: id, used: z.array(id).min(1) }),
    z.strictObject({ groups: ids.describe('The unit answering is of one of these groups') }),
    z.strictObject({ units: ids.describe('The unit answering is one of these named units') }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

/** How the names in a condition map to a submission. */
export interface Naming {
  /** `var` path of a field or question */
  path: (field: string) => string;
  /** the field's options at or above the given one, or null if the field has no scale */
  atOrAbove: (field: string, value: string) => string[] | null;
  /** how many of what is stored make one: 10 for a decimal with one digit; 1 unless said */
  scale?: (field: string) => number;
  /** the same for a fact */
  factScale?: (fact: string) => number;
  /** restricts a field's value to those who are asked for it; if absent, everyone is */
  asked?: (field: string) => Logic;
  /** for `count`: how conditions over a nominee of these kinds are read, inside a filter of the list */
  counted?: (of: readonly Kind[] | undefined) => { naming: Naming; kinds: readonly Kind[] | null };
  /** for `used`: every cell of the given columns, by table; tick cells count if ticked, text cells if filled */
  cells?: (table: string, columns: string[]) => { path: string; type: 'count' | 'tick' | 'percent' | 'text' }[];
}

/** Compiles a condition of the pack. Numbers are checked to be present first, in the same `and`. */
export function compileCondition(when: Condition | undefined, naming: Naming): Logic {
  if (!when) return true;
  if ('all' in when) return every(when.all.map((part) => compileCondition(part, naming)));
  if ('any' in when) return either(when.any.map((part) => compileCondition(part, naming)));
  if ('not' in when) return not(compileCondition(when.not, naming));
  if ('count' in when) {
    const counted = countOf(when.count, naming);
    return every([given(NOMINEES), ...boundsHold(counted, when)]);
  }
  if ('of' in when) {
    const parts = when.of.map((part) => compileCondition(part, naming));
    return atLeastOf(when.atLeast, parts);
  }
  if ('groups' in when) return oneOf('submission.unit.group', when.groups);
  if ('units' in when) return oneOf('submission.unit.id', when.units);
  if ('table' in when) return either((naming.cells?.(when.table, when.used) ?? []).map(cellUsed));
  if ('fact' in when) return compileTest(when, factPath(when.fact), () => null, naming.factScale?.(when.fact));
  return every([
    naming.asked?.(when.field) ?? true,
    compileTest(
      when,
      naming.path(when.field),
      (value) => naming.atOrAbove(when.field, value),
      naming.scale?.(when.field),
    ),
  ]);
}

/** Compiles the test of one value, shared by conditions and checked criteria; includes guards for numbers and lists. */
export function compileTest(test: Test, path: string, atOrAbove: (step: string) => string[] | null, scale = 1): Logic {
  if (!isValueTest(test)) return every([given(path), ...boundsHold(variable(path), storedBounds(test, scale))]);
  if ('in' in test) return either(test.in.map((value) => equals(path, value)));
  if ('has' in test) return every([given(path), { some: [variable(path), { '===': [variable(''), test.has] }] }]);
  if ('is' in test) return equals(path, test.is);
  return either((atOrAbove(test.atLeast) ?? []).map((value) => equals(path, value)));
}

/** Bounds as people write them, as they are stored. */
const storedBounds = ({ is, atLeast, atMost, above, below }: Bounds, scale: number): Bounds => {
  const stored = (bound: number | undefined) => (bound === undefined ? undefined : storedNumber(bound, scale));
  return {
    is: stored(is),
    atLeast: stored(atLeast),
    atMost: stored(atMost),
    above: stored(above),
    below: stored(below),
  };
};

const boundsHold = (number: Logic, { is, atLeast, atMost, above, below }: Bounds): Logic[] => [
  ...(is === undefined ? [] : [{ '<=': [number, is] }, { '>=': [number, is] }]),
  ...(atLeast === undefined ? [] : [{ '>=': [number, atLeast] }]),
  ...(above === undefined ? [] : [{ '>': [number, above] }]),
  ...(atMost === undefined ? [] : [{ '<=': [number, atMost] }]),
  ...(below === undefined ? [] : [{ '<': [number, below] }]),
];

/** The unit's number of members, as it states it. */
export const MEMBERS = 'submission.unit.members';

/** Path of a fact; `members` is a fact of every unit. */
export const factPath = (fact: string): string => (fact === 'members' ? MEMBERS : `submission.facts.${fact}`);

const NOMINEES = 'submission.nominees';

/** The number of nominees that a condition counts; valid only if the naming has a list. */
export function countOf({ of, where }: Counted, naming: Naming): Logic {
  const { naming: own, kinds } = naming.counted?.(of) ?? { naming, kinds: of ?? null };
  return countWhere(NOMINEES, every([kinds ? oneOf('kind', kinds) : true, compileCondition(where, own)]));
}

/** At least `least` of the parts, in one pass: each part is counted as an `if` of 1 or 0. */
const atLeastOf = (least: number, parts: readonly Logic[]): Logic => ({
  '>=': [{ '+': parts.map((part): Logic => ({ if: [part, 1, 0] })) }, least],
});

/** A field that a condition reads and, if it counts nominees, of which of them. */
export interface Read {
  readonly field: string;
  readonly of?: readonly Kind[] | undefined;
  readonly counted: boolean;
}

/** A condition that joins no others. */
type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition } | { of: Condition[] }>;

/** What a condition joins, in order; what is counted stays inside its count. */
function leaves(when: Condition | undefined): Leaf[] {
  if (!when) return [];
  if ('all' in when) return when.all.flatMap(leaves);
  if ('any' in when) return when.any.flatMap(leaves);
  if ('not' in when) return leaves(when.not);
  return 'of' in when ? when.of.flatMap(leaves) : [when];
}

/** Every field a condition reads. */
export const fieldsRead = (when: Condition | undefined): Read[] =>
  leaves(when).flatMap((leaf): Read[] => {
    if ('field' in leaf) return [{ field: leaf.field, counted: false }];
    if (!('count' in leaf)) return [];
    const { of, where } = leaf.count;
    return fieldsRead(where).map(({ field }) => ({ field, of, counted: true }));
  });

/** Every fact a condition reads. */
export const factsRead = (when: Condition | undefined): string[] =>
  leaves(when).flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : []));

/** Every table column whose use a condition tests. */
export const columnsRead = (when: Condition | undefined): { table: string; columns: string[] }[] =>
  leaves(when).flatMap((leaf) => ('table' in leaf ? [{ table: leaf.table, columns: leaf.used }] : []));

/** Whether no number can satisfy the bounds, because they contradict each other. */
export function boundsExclude(bounds: Bounds, scale = 1): boolean {
  const { is, atLeast, atMost, above, below } = storedBounds(bounds, scale);
  const low = Math.max(is ?? -Infinity, atLeast ?? -Infinity, above === undefined ? -Infinity : above + 1);
  const high = Math.min(is ?? Infinity, atMost ?? Infinity, below === undefined ? Infinity : below - 1);
  return low > high;
}

function cellUsed({ path, type }: { path: string; type: 'count' | 'tick' | 'percent' | 'text' }): Logic {
  if (type === 'tick') return equals(path, true);
  if (type === 'text') return given(path);
  return every([given(path), { '>': [variable(path), 0] }]);
}
