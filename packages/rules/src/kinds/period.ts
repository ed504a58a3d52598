import { z } from 'zod';
import { addDays, dayInMonth, firstDayOfMonth, isoDay, lastDayOfMonth, monthOf, parseSpan } from '../calendar.js';
import { officialDate } from '../official-date.js';
import { periodNames } from '../strings/periods.js';
import { isObject } from '../values/plain.js';
import { day, element, ids, label, moment, span } from './common.js';
import { MOMENTS, windowShape, type PackWindow, type PackWindows } from './window.js';

/** One time at which a form is due, or one that repeats; compiled, each is a period of its own. */

const STEPS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
export type Every = keyof typeof STEPS;
const everies = Object.keys(STEPS) as [Every, ...Every[]];

/** Ten years of months. */
const MOST_PERIODS = 120;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock');

const dayOfMonth = {
  month: z
    .int()
    .min(-23)
    .max(36)
    .describe('Month of the period, from 1; 0 is the one before it, one beyond its last the next'),
  day: z.int().min(1).max(31).describe('A day that the month lacks is its last'),
};

/** A day told from the period, as a window of a repeated period has it. */
const relative = z.union([
  z.strictObject({ ...dayOfMonth, at: clock.optional() }),
  z.strictObject({ days: z.int().min(0).max(366), after: z.literal('end'), at: clock.optional() }),
]);
export type RelativeDay = z.infer<typeof relative>;

const periodWindow = windowShape(z.union([moment, relative]));
export type PeriodWindow = z.infer<typeof periodWindow>;

const edge = z.union([day, z.strictObject(dayOfMonth)]);

const periodShape = z.strictObject({
  ...element,
  label: label.optional(),
  every: z.enum(everies).optional(),
  from: span.optional().describe('Of what repeats: begins with this year, quarter or month'),
  through: span.optional(),
  covers: z.strictObject({ from: edge, through: edge }).optional().describe('Days whose numbers it reports'),
  inPlaceOf: ids.optional().describe('Repeated periods of which those are left out that end with one of these'),
  windows: z.union([z.literal('unannounced'), z.array(periodWindow).min(1)]).optional(),
});
export type PackPeriod = z.infer<typeof periodShape>;

export const period = periodShape
  .refine((shape) => shape.every !== undefined || shape.label !== undefined, 'period-label')
  .refine(
    ({ every, from, through }) =>
      (every === undefined) === (from === undefined) && (from === undefined) === (through === undefined),
    'period-every',
  )
  .refine((shape) => !isWhole(shape) || countOf(shape) >= 1, 'period-part')
  .refine((shape) => countOf(shape) <= MOST_PERIODS, 'period-many')
  .refine((shape) => isFitting(shape), 'period-days');
type Repeated = Pick<PackPeriod, 'every' | 'from' | 'through'>;

const isWhole = ({ every, from, through }: Repeated): boolean =>
  every !== undefined && from !== undefined && through !== undefined;

/** How many periods there are; 0 if they do not fill the time from beginning to end. */
function countOf({ every, from, through }: Repeated): number {
  const [first, last] = [from, through].map((text) => (text === undefined ? null : parseSpan(text)));
  if (!every || !first || !last) return 1;
  const count = (monthOf(last.last) - monthOf(first.first) + 1) / STEPS[every];
  return Number.isInteger(count) && count > 0 ? count : 0;
}

/** Days of what repeats are told from the period, days of one period are of the calendar. */
function isFitting({ every, covers, windows }: Pick<PackPeriod, 'every' | 'covers' | 'windows'>): boolean {
  const told = [
    ...(covers ? [covers.from, covers.through] : []),
    ...(Array.isArray(windows)
      ? windows.flatMap((window) => [...MOMENTS.map((name) => window[name]), window.lateUntil])
      : []),
  ].filter((value) => value !== undefined);
  return told.every((value) => (typeof value === 'string') === (every === undefined));
}

/** A period as compiled. */
export interface Period extends Partial<Pick<PackPeriod, 'cite' | 'description'>> {
  readonly id: string;
  /** id of the pack's element */
  readonly source: string;
  readonly label: string;
  readonly windows?: PackWindows | undefined;
  /** days whose numbers it reports, if the pack says so */
  readonly covers?: { readonly from: string; readonly through: string };
  /** the last day that it is about, if known */
  readonly end?: string;
  /** a deadline as it was before, with this period's days */
  resolved: (timing: object) => object;
}

export function periodsOf(list: readonly PackPeriod[] = []): Period[] {
  const all = list.map((shape) => ({ shape, periods: expanded(shape) }));
  const replaced = new Set(
    all.flatMap(({ shape: { inPlaceOf }, periods }) =>
      (inPlaceOf ?? []).flatMap((source) => periods.map(({ last }) => `${source} ${last}`)),
    ),
  );
  return all.flatMap(({ periods }) =>
    periods.filter(({ period: { source }, last }) => !replaced.has(`${source} ${last}`)).map(({ period }) => period),
  );
}

interface Expanded {
  readonly period: Period;
  /** the last month, counted from year 0 */
  readonly last: number | null;
}

function expanded(shape: PackPeriod): Expanded[] {
  const { id: source, every, from, cite, description } = shape;
  const same = { source, ...(cite !== undefined && { cite }), ...(description !== undefined && { description }) };
  if (every === undefined) {
    const covers = shape.covers as { from: string; through: string } | undefined;
    const name = shape.label ?? '';
    const own = {
      ...same,
      id: source,
      label: covers ? periodNames.covering(name, officialDate(covers.from), officialDate(covers.through)) : name,
      windows: shape.windows as PackWindows | undefined,
      ...(covers && { covers, end: covers.through }),
      resolved: (timing: object) => timing,
    };
    return [{ period: own, last: null }];
  }
  const first = monthOf(parseSpan(from!)!.first);
  return Array.from({ length: countOf(shape) }, (_, index): Expanded => {
    const begins = first + index * STEPS[every];
    const ends = begins + STEPS[every] - 1;
    const resolve = (told: unknown) => (isRelative(told) ? momentIn(told, begins, ends) : told);
    const resolved = (timing: object) =>
      Object.fromEntries(Object.entries(timing).map(([name, told]) => [name, resolve(told)]));
    const { code, name } = named(every, begins, ends);
    const whole = shape.label === undefined ? name : periodNames.labelled(shape.label, name);
    const covers = shape.covers && (resolved(shape.covers) as { from: string; through: string });
    return {
      last: ends,
      period: {
        ...same,
        id: `${source}-${code}`,
        label: covers ? periodNames.covering(whole, officialDate(covers.from), officialDate(covers.through)) : whole,
        windows: Array.isArray(shape.windows)
          ? shape.windows.map((window) => resolved(window) as PackWindow)
          : shape.windows,
        ...(covers && { covers }),
        end: covers ? covers.through : isoDay(lastDayOfMonth(ends)),
        resolved,
      },
    };
  });
}

export const isRelative = (told: unknown): told is RelativeDay =>
  isObject(told) && ('month' in told || 'after' in told);

function momentIn(told: RelativeDay, begins: number, ends: number): string {
  const clocked = told.at === undefined ? '' : `T${told.at}`;
  if ('after' in told) return `${isoDay(addDays(lastDayOfMonth(ends), told.days))}${clocked}`;
  const month = begins + told.month - 1;
  return `${isoDay(dayInMonth(month, told.day))}${clocked}`;
}

/** The end of a period's id, and its name. */
function named(every: Every, begins: number, ends: number): { code: string; name: string } {
  const { year, month } = firstDayOfMonth(begins);
  if (every === 'month')
    return { code: `${year}-${String(month).padStart(2, '0')}`, name: periodNames.month(month, year) };
  const part = (month - 1) / STEPS[every] + 1;
  if (!Number.isInteger(part)) {
    const last = firstDayOfMonth(ends);
    const name = periodNames.months([month, year], [last.month, last.year]);
    return { code: `${year}-${String(month).padStart(2, '0')}`, name };
  }
  if (every === 'quarter') return { code: `${year}-q${part}`, name: periodNames.quarter(part, year) };
  if (every === 'half-year') return { code: `${year}-h${part}`, name: periodNames.halfYear(part, year) };
  return { code: `${year}`, name: periodNames.year(year) };
}
