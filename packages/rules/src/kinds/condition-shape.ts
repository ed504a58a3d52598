import { z } from 'zod';
import { storedNumber } from '../field-types/limits-in-words.js';
import type { Kind } from '../submission.js';
import { day, fieldName, id, ids, kinds, label, part, percentage, rounding } from './common.js';

/** Shapes of conditions: tests of values, numbers and days, joined. Compiled in `condition.ts`. */

/** A day: of the calendar, of receipt, or one that somebody states; shifted, by whole days, months or years. */
export type Day = string | Source | Shifted;
export type Source = { field: string } | { fact: string } | { given: string };
export type Shifted = { on: string | Source } & Period;

/** A length of time; exactly one of them. */
export interface Period {
  days?: number | undefined;
  months?: number | undefined;
  years?: number | undefined;
}

/** A number: written, stated, counted, or computed from such. */
export type Value =
  | number
  | Source
  | { count: Counted }
  | Total
  | { yearOf: Day }
  | Choice
  | { sum: Value[] }
  | { minus: [Value, Value] }
  | ({ of: Value; round: 'down' | 'up' | 'nearest' } & ShareOf);
/** One of two numbers, as a case is given or not; 0 unless `else` says another. */
export interface Choice {
  when: Condition;
  /** the case, as the directive names it */
  label: string;
  then: Value;
  else?: Value | undefined;
}
/** A number of each item of a list, added up over those that satisfy `where`. */
export interface Total {
  total: string;
  items: ListSource;
  where?: Condition | undefined;
}
/** A list of things with fields of their own. */
export type ListSource = { field: string } | { fact: string };
type ShareOf = { share: [number, number] } | { percent: number };

/** Bounds of a number; two of them make a range. */
export interface Bounds {
  is?: Value | undefined;
  atLeast?: Value | undefined;
  atMost?: Value | undefined;
  above?: Value | undefined;
  below?: Value | undefined;
}

/** Bounds of a day. */
export interface DayBounds {
  before?: Day | undefined;
  noLaterThan?: Day | undefined;
  from?: Day | undefined;
  through?: Day | undefined;
  /** within a period after a day, or before it; both ends count */
  within?: (Period & ({ after: Day; before?: undefined } | { before: Day; after?: undefined })) | undefined;
}

/** A test of a text, a choice, a yes or no … */
export type ValueTest = { is: string | boolean } | { in: string[] } | { atLeast: string } | { has: string };

/** … or of a number or a day. All that are given must hold. */
export interface Tests extends DayBounds {
  is?: string | boolean | Value | undefined;
  in?: string[] | undefined;
  has?: string | undefined;
  atLeast?: string | Value | undefined;
  atMost?: Value | undefined;
  above?: Value | undefined;
  below?: Value | undefined;
}

/** The number of nominees, or of items of a list, that satisfy `where`. */
export interface Counted {
  of?: Kind[] | undefined;
  items?: ListSource | undefined;
  where?: Condition | undefined;
}

/** The time between two days, in full years, months or days. */
export type Span = { span: 'years' | 'months' | 'days'; from: Day; to: Day } & NumberBounds;
/** The same, all of them written. */
export type NumberBounds = { [Name in keyof Bounds]: number | undefined };

/** When something is asked or due, or what must hold. A missing value makes every test false. */
export type Condition =
  | ({ field: string } & Tests)
  | ({ fact: string } & Tests)
  | ({ given: string } & Tests)
  | ({ day: Day } & DayBounds)
  | ({ value: Value } & Bounds)
  | Span
  | ({ count: Counted } & Bounds)
  | { atLeast: number; of: Condition[] }
  | { table: string; used: string[] }
  | { groups: string[] }
  | { units: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const boundNames = ['is', 'atLeast', 'atMost', 'above', 'below'] as const;
export const dayBoundNames = ['before', 'noLaterThan', 'from', 'through', 'within'] as const;

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
const givenByHost = z.string().min(1).max(80).describe('What the host knows: an id under "given" of the form');

const source = [
  z.strictObject({ field: fieldOrQuestion }),
  z.strictObject({ fact: factOfUnit }),
  z.strictObject({ given: givenByHost }),
] as const;

const dayOrReceipt = z.union([z.literal('receipt'), day]);
const lengths = {
  days: z.int().optional(),
  months: z.int().optional(),
  years: z.int().optional(),
};
const onePeriod = ({ days, months, years }: Period): boolean =>
  [days, months, years].filter((length) => length !== undefined).length === 1;

// Lazy, so that the published schema of packs says it once.
export const dayShape: z.ZodType<Day> = z.lazy(() =>
  z.union([
    dayOrReceipt,
    ...source,
    z.strictObject({ on: z.union([dayOrReceipt, ...source]), ...lengths }).refine(onePeriod, 'period'),
  ]),
);

const within: z.ZodType<NonNullable<DayBounds['within']>> = z.lazy(() =>
  z.union([
    z.strictObject({ ...lengths, after: dayShape }).refine(onePeriod, 'period'),
    z.strictObject({ ...lengths, before: dayShape }).refine(onePeriod, 'period'),
  ]),
);

const listSource = z.union([z.strictObject({ field: fieldOrQuestion }), z.strictObject({ fact: factOfUnit })]);

const counted: z.ZodType<Counted> = z.lazy(() =>
  z.union([
    z
      .strictObject({ of: kinds.optional(), where: condition.optional() })
      .describe('Nominees of these kinds that satisfy "where"; {} counts all'),
    z
      .strictObject({ items: listSource, where: condition.optional() })
      .describe('Items of a list that satisfy "where", which reads the fields of the item'),
  ]),
);

export const valueShape: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.number(),
    ...source,
    z.strictObject({ count: counted }),
    z
      .strictObject({ total: fieldName, items: listSource, where: condition.optional() })
      .describe('A number of each item of a list, added up'),
    z.strictObject({ yearOf: dayShape }),
    z
      .strictObject({
        when: condition,
        label: label.describe('The case, as the directive names it, to follow "if"'),
        then: valueShape,
        else: valueShape.optional().describe('0 unless said'),
      })
      .describe('A number in a case, and another out of it'),
    z.strictObject({ sum: z.array(valueShape).min(2) }),
    z.strictObject({ minus: z.tuple([valueShape, valueShape]) }),
    z.strictObject({ share: part, of: valueShape, round: rounding }),
    z.strictObject({ percent: percentage, of: valueShape, round: rounding }),
  ]),
);

const bounds = {
  is: valueShape.optional(),
  atLeast: valueShape.optional(),
  atMost: valueShape.optional(),
  above: valueShape.optional(),
  below: valueShape.optional(),
};

const dayBounds = {
  before: dayShape.optional(),
  noLaterThan: dayShape.optional(),
  from: dayShape.optional(),
  through: dayShape.optional(),
  within: within.optional(),
};

/** Members of any test of one value; which of them fit depends on its type. */
export const tests = {
  is: z.union([z.string(), z.boolean(), valueShape]).optional(),
  in: z.array(z.string()).min(1).optional(),
  has: z.string().optional(),
  atLeast: z.union([z.string(), valueShape]).optional(),
  atMost: valueShape.optional(),
  above: valueShape.optional(),
  below: valueShape.optional(),
  ...dayBounds,
};

const spanBound = z.int('span-bound');

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: fieldOrQuestion, ...tests }),
    z.strictObject({ fact: factOfUnit, ...tests }),
    z.strictObject({ given: givenByHost, ...tests }),
    z.strictObject({ day: dayShape, ...dayBounds }),
    z.strictObject({ value: valueShape, ...bounds }),
    z.strictObject({
      span: z.enum(['years', 'months', 'days']).describe('Full years, months or days'),
      from: dayShape,
      to: dayShape,
      is: spanBound.optional(),
      atLeast: spanBound.optional(),
      atMost: spanBound.optional(),
      above: spanBound.optional(),
      below: spanBound.optional(),
    }),
    z.strictObject({ count: counted, ...bounds }),
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

/** Whether a test compares with a text, a choice or a yes or no. */
export const valueTests = (tests: Tests): ValueTest[] => [
  ...(typeof tests.is === 'string' || typeof tests.is === 'boolean' ? [{ is: tests.is }] : []),
  ...(tests.in === undefined ? [] : [{ in: tests.in }]),
  ...(typeof tests.atLeast === 'string' ? [{ atLeast: tests.atLeast }] : []),
  ...(tests.has === undefined ? [] : [{ has: tests.has }]),
];

/** The bounds of a number among tests; undefined if there are none. */
export function numberBounds({ is, atLeast, atMost, above, below }: Tests): Bounds | undefined {
  const found: Bounds = {
    ...(is !== undefined && typeof is !== 'string' && typeof is !== 'boolean' && { is }),
    ...(atLeast !== undefined && typeof atLeast !== 'string' && { atLeast }),
    ...(atMost !== undefined && { atMost }),
    ...(above !== undefined && { above }),
    ...(below !== undefined && { below }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** The bounds of a day among tests; undefined if there are none. */
export function dayBoundsOf({ before, noLaterThan, from, through, within }: DayBounds): DayBounds | undefined {
  const found: DayBounds = {
    ...(before !== undefined && { before }),
    ...(noLaterThan !== undefined && { noLaterThan }),
    ...(from !== undefined && { from }),
    ...(through !== undefined && { through }),
    ...(within !== undefined && { within }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Whether bounds are numbers as written, so that they can be compared without computing. */
export const isWritten = (bounds: Bounds): bounds is NumberBounds =>
  boundNames.every((name) => bounds[name] === undefined || typeof bounds[name] === 'number');

/** Something stated that a condition reads and, if it counts nominees, of which of them. */
export type Read = (
  | { readonly field: string; readonly of?: readonly Kind[] | undefined }
  | { readonly fact: string }
  | { readonly given: string }
) & {
  readonly counted: boolean;
  /** it is a list whose items are read, and there may be none */
  readonly items?: true;
};

/** Everything stated that a condition reads. */
export const readsOf = (when: Condition | undefined): Read[] => leaves(when).flatMap(leafReads);

function leafReads(leaf: Leaf): Read[] {
  if ('groups' in leaf || 'units' in leaf || 'table' in leaf) return [];
  if ('span' in leaf) return [...dayReads(leaf.from), ...dayReads(leaf.to)];
  const own: Read[] = (() => {
    if ('field' in leaf) return [{ field: leaf.field, counted: false }];
    if ('fact' in leaf) return [{ fact: leaf.fact, counted: false }];
    if ('given' in leaf) return [{ given: leaf.given, counted: false }];
    if ('day' in leaf) return dayReads(leaf.day);
    return 'value' in leaf ? valueReads(leaf.value) : countReads(leaf.count);
  })();
  const ofNumbers = 'day' in leaf ? {} : (numberBounds(leaf) ?? {});
  const ofDays = 'value' in leaf || 'count' in leaf ? {} : leaf;
  return [...own, ...boundNames.flatMap((name) => valueReads(ofNumbers[name])), ...boundDays(ofDays).flatMap(dayReads)];
}

/** The days that bounds compare with. */
export const boundDays = ({ before, noLaterThan, from, through, within }: DayBounds): Day[] =>
  [before, noLaterThan, from, through, within?.after ?? within?.before].flatMap((found) =>
    found === undefined ? [] : [found],
  );

function dayReads(found: Day): Read[] {
  if (typeof found === 'string') return [];
  if ('on' in found) return dayReads(found.on);
  return [{ ...found, counted: false }];
}

export function valueReads(value: Value | undefined): Read[] {
  if (value === undefined || typeof value === 'number') return [];
  if ('then' in value) return [...readsOf(value.when), ...valueReads(value.then), ...valueReads(value.else)];
  if ('sum' in value) return value.sum.flatMap(valueReads);
  if ('minus' in value) return value.minus.flatMap(valueReads);
  if ('count' in value) return countReads(value.count);
  if ('total' in value) return itemReads(value.items, value.where);
  if ('yearOf' in value) return dayReads(value.yearOf);
  return 'of' in value ? valueReads(value.of) : [{ ...value, counted: false }];
}

const countReads = ({ of, items, where }: Counted): Read[] =>
  items
    ? itemReads(items, where)
    : readsOf(where).map((read) => ('field' in read ? { ...read, of, counted: true } : read));

/** The list itself; fields of its items are read nowhere else. */
const itemReads = (items: ListSource, where: Condition | undefined): Read[] => [
  { ...items, counted: false, items: true },
  ...readsOf(where).filter((read) => !('field' in read)),
];

/** Every field a condition reads. */
export const fieldsRead = (when: Condition | undefined) =>
  readsOf(when).flatMap((read) => ('field' in read ? [read] : []));

/** Every fact a condition reads. */
export const factsRead = (when: Condition | undefined): string[] =>
  readsOf(when).flatMap((read) => ('fact' in read ? [read.fact] : []));

/** Everything a condition reads that the host gives. */
export const givenRead = (when: Condition | undefined): string[] =>
  readsOf(when).flatMap((read) => ('given' in read ? [read.given] : []));

/** Every table column whose use a condition tests. */
export const columnsRead = (when: Condition | undefined): { table: string; columns: string[] }[] =>
  leaves(when).flatMap((leaf) => ('table' in leaf ? [{ table: leaf.table, columns: leaf.used }] : []));

/** Whether a condition computes something, so that it cannot be evaluated inside a list operator. */
export function computes(when: Condition | undefined): boolean {
  return leaves(when).some((leaf) => {
    if ('span' in leaf || 'day' in leaf || 'value' in leaf) return true;
    if ('count' in leaf) return !isWritten(leaf) || leaf.count.items !== undefined || computes(leaf.count.where);
    if (!('field' in leaf || 'fact' in leaf || 'given' in leaf)) return false;
    return dayBoundsOf(leaf) !== undefined || !isWritten(numberBounds(leaf) ?? {});
  });
}

/** Bounds as people write them, as they are stored. */
export const storedBounds = ({ is, atLeast, atMost, above, below }: NumberBounds, scale: number): NumberBounds => {
  const stored = (bound: number | undefined) => (bound === undefined ? undefined : storedNumber(bound, scale));
  return {
    is: stored(is),
    atLeast: stored(atLeast),
    atMost: stored(atMost),
    above: stored(above),
    below: stored(below),
  };
};

/** Whether no number can satisfy the bounds, because they contradict each other; only written numbers are compared. */
export function boundsExclude(bounds: Bounds, scale = 1): boolean {
  const written = Object.fromEntries(
    boundNames.map((name) => [name, typeof bounds[name] === 'number' ? bounds[name] : undefined]),
  ) as Record<(typeof boundNames)[number], number | undefined>;
  const { is, atLeast, atMost, above, below } = storedBounds(written, scale);
  const low = Math.max(is ?? -Infinity, atLeast ?? -Infinity, above === undefined ? -Infinity : above + 1);
  const high = Math.min(is ?? Infinity, atMost ?? Infinity, below === undefined ? Infinity : below - 1);
  return low > high;
}
