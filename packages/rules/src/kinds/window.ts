import { z } from 'zod';
import { instantOf, addDays, isoDay, localOf, parseMoment, parseSpan, type CalendarDay } from '../calendar.js';
import { holdsForUnit } from '../judge/for-unit.js';
import { either, equals, every, given, not, oneOf, variable, whenever } from '../logic.js';
import type { Logic, Rule, RulebookWindow, WindowWords } from '../rulebook.js';
import { judging } from '../judge/strings/judging.js';
import { endAfter } from '../judge/window-date.js';
import { windowMeaning, windowSaid } from '../judge/window-words.js';
import { inSentence } from '../text.js';
import { day, element, id, ids, label, moment, span } from './common.js';
import { dayTest, type Computing } from './computed.js';
import type { Day } from './condition-shape.js';
import { factPath } from './condition.js';
import type { FormContext } from './context.js';

/** Members that say when; `from` and `through` may stand together, `days` or `months` stand with `after`. */
export const MOMENTS = ['before', 'noLaterThan', 'from', 'through', 'within', 'on'] as const;
export const TIMING = [...MOMENTS, 'days', 'months', 'after'] as const;

/** How the members stand that are not alone. */
const TOGETHER = ['from,through', 'days,after', 'months,after'];

type Timed = Partial<Record<(typeof TIMING)[number], unknown>>;

function isTimed(shape: Timed): boolean {
  const given = TIMING.filter((name) => shape[name] !== undefined);
  if (TOGETHER.includes(given.join())) return true;
  return given.length === 1 && !['days', 'months', 'after'].includes(given[0]!);
}

/** Without a last moment nothing is ever late. */
const isOpenEnded = (shape: Timed): boolean => shape.from !== undefined && shape.through === undefined;

/** A day of the calendar, or one that is only known when a form is received. */
const event = z.union([
  day,
  z.strictObject({ given: id.describe('An id under "given" of the form') }),
  z.strictObject({ fact: id.describe('A fact of the form') }),
]);
export type WindowEvent = z.infer<typeof event>;

/** Ten years. */
const MOST_DAYS = 3660;
const MOST_MONTHS = 120;

/** The shape of a window whose days are written in this way. */
export const windowShape = <Moment extends z.ZodType>(when: Moment) =>
  z
    .strictObject({
      ...element,
      label: label.optional(),
      groups: ids.optional(),
      units: ids.optional(),
      receiver: id.optional().describe('Of one receiver only, by its id under "receivedBy"'),
      before: when.optional(),
      noLaterThan: when.optional(),
      from: when.optional(),
      through: when.optional(),
      within: span.optional(),
      on: day.optional(),
      days: z.int().min(1).max(MOST_DAYS).optional(),
      months: z.int().min(1).max(MOST_MONTHS).optional(),
      after: event
        .optional()
        .describe('With "days" or "months": the day from which they are counted, itself not counted'),
      early: z.enum(['warn', 'refuse']).optional(),
      late: z.enum(['accept', 'refuse']).optional(),
      lateUntil: when.optional(),
      provisional: z.boolean().optional(),
    })
    .refine(isTimed, 'window-timing')
    .refine((shape) => !(isOpenEnded(shape) && (shape.late ?? shape.lateUntil) !== undefined), 'window-late')
    .refine(({ after, lateUntil }) => typeof after !== 'object' || lateUntil === undefined, 'window-after');

export const window = windowShape(moment);
export type PackWindow = z.infer<typeof window>;

export const windows = z
  .union([z.literal('unannounced'), z.array(window).min(1)])
  .describe('"unannounced", or windows of which exactly one holds for a unit: naming it, else its group, else neither');
export type PackWindows = z.infer<typeof windows>;

export interface WindowPlace {
  /** address of the element with `windows` */
  address: string;
  period?: string;
  offset: number;
  document: string;
  cite?: string | undefined;
  provisional?: boolean | undefined;
  /** receivers of the form, which windows may name */
  receivers?: readonly Receiver[] | undefined;
  /** days of the form that windows may count from */
  stated?: Stated | undefined;
  /** what an amendment changed, by window address */
  amended?: ReadonlyMap<string, NonNullable<RulebookWindow['amended']>> | undefined;
}

/** What a form's events are called. */
interface Stated {
  readonly given?: readonly Named[] | undefined;
  readonly facts?: readonly Named[] | undefined;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

interface Receiver {
  readonly id?: string | undefined;
  readonly groups?: string[] | undefined;
  readonly units?: string[] | undefined;
}

export function compileWindows(pack: PackWindows | undefined, place: WindowPlace): RulebookWindow[] {
  const scope = place.period === undefined ? {} : { period: place.period };
  if (pack === undefined) return [];
  if (pack === 'unannounced') {
    return [
      {
        element: `${place.address}/windows`,
        id: 'unannounced',
        ...scope,
        early: 'warn',
        late: 'accept',
        unannounced: true,
        ...(place.cite !== undefined && { cite: { document: place.document, clause: place.cite } }),
      },
    ];
  }
  return pack.map((shape) => {
    const address = `${place.address}/windows/${shape.id}`;
    const amended = place.amended?.get(address);
    const clause = shape.cite ?? place.cite;
    return {
      element: address,
      id: shape.id,
      ...(shape.label && { label: shape.label }),
      ...scope,
      ...forWhom(shape, place.receivers),
      ...(shape.receiver && { receiver: shape.receiver }),
      ...interval(shape, place.offset),
      ...(shape.lateUntil && { lateUntil: end(shape.lateUntil, place.offset) }),
      early: shape.early ?? 'warn',
      late: shape.late ?? 'accept',
      ...((shape.provisional ?? place.provisional) && { provisional: true as const }),
      said: told(wordsOf(shape), place.stated),
      ...(amended && { amended: { ...amended, ...(amended.was && { was: told(amended.was, place.stated) }) } }),
      ...(amended ? { cite: amended.by } : clause !== undefined && { cite: { document: place.document, clause } }),
    };
  });
}

/** A receiver's window is for those who send to it, if it does not say for whom. */
function forWhom(shape: PackWindow, receivers: readonly Receiver[] = []): Pick<RulebookWindow, 'groups' | 'units'> {
  const receiver = receivers.find(({ id }) => id !== undefined && id === shape.receiver);
  const { groups, units } = shape.groups || shape.units || !receiver ? shape : receiver;
  return { ...(groups && { groups }), ...(units && { units }) };
}

/** A plan is due once: its outcome is written in later revisions, none of which is late. */
const isLaterPlan = every([given('submission.revision'), { '>': [variable('submission.revision'), 1] }]);

/** At most one `window` finding, since too early and too late exclude each other. */
export function windowRules(list: readonly RulebookWindow[], context: FormContext): Rule[] {
  return list.flatMap((window) => {
    if (window.unannounced) return [];
    const ofPeriod = list.filter((other) => other.period === window.period);
    const applies = every([
      window.period === undefined ? true : equals('submission.period', window.period),
      holdsFor(window, ofPeriod),
      holdsForReceiver(window, ofPeriod, context),
    ]);
    const rule = (
      name: 'early' | 'late',
      severity: Rule['severity'],
      assert: Logic,
      needs: Rule['needs'] = { now: 'integer' },
    ): Rule => ({
      id: 'window',
      element: window.element,
      severity,
      needs,
      assert: whenever(
        applies,
        name === 'late' && context.form.type === 'plan' ? either([isLaterPlan, assert]) : assert,
      ),
      path: '',
      message: context.message((lang) =>
        judging[lang].window[name](windowSaid(window.said, lang), windowMeaning(window, context.offset, lang)),
      ),
      ...(window.cite && { cite: window.cite }),
    });
    const now = variable('now');
    const rules: Rule[] = [];
    if (window.from !== undefined) {
      rules.push(rule('early', window.early === 'refuse' ? 'error' : 'warning', { '>=': [now, window.from] }));
    }
    const { until, lateUntil } = window;
    if (window.after) {
      // Not judged while the day of the event is unknown.
      const inTime = dayTest('receipt', { noLaterThan: lastDayOf(window, context) }, computing(context));
      const severity = window.late === 'refuse' ? 'error' : 'warning';
      return [rule('late', severity, equals(inTime, true), { [inTime]: 'boolean' })];
    }
    if (until === undefined) return rules;
    if (lateUntil !== undefined) {
      rules.push(rule('late', 'warning', either([{ '<': [now, until] }, { '>=': [now, lateUntil] }])));
      rules.push(rule('late', 'error', { '<': [now, lateUntil] }));
    } else {
      rules.push(rule('late', window.late === 'refuse' ? 'error' : 'warning', { '<': [now, until] }));
    }
    return rules;
  });
}

/** The most specific of a receiver's windows. */
const holdsFor = (window: RulebookWindow, list: readonly RulebookWindow[]): Logic =>
  holdsForUnit(
    window,
    list.filter((other) => other !== window && other.receiver === window.receiver),
  );

/**
 * A receiver goes by its own window, one without by that which names none. Whoever judges for no receiver of the form
 * goes by the earliest, so that nothing is in time for one and late for another without being said.
 */
function holdsForReceiver(window: RulebookWindow, list: readonly RulebookWindow[], context: FormContext): Logic {
  const receivers = context.form.receivedBy ?? [];
  const named = [...new Set(list.flatMap(({ receiver }) => receiver ?? []))];
  if (named.length === 0) return true;
  const others = receivers.flatMap(({ id }) => (id !== undefined && !named.includes(id) ? [id] : []));
  const hasRest = list.some(({ receiver }) => receiver === undefined);
  const ofNone = not(oneOf('receiver', hasRest ? [...named, ...others] : named));
  const earlier = list.flatMap((other) => {
    const isIt = other.receiver !== window.receiver && isEarlier(other, window, list, context);
    return isIt === false ? [] : [every([isIt, holdsFor(other, list)])];
  });
  return either([
    oneOf('receiver', window.receiver === undefined ? others : [window.receiver]),
    every([ofNone, ...earlier.map(not)]),
  ]);
}

/** Of two that end at one moment, the first in the list. */
function isEarlier(
  one: RulebookWindow,
  other: RulebookWindow,
  list: readonly RulebookWindow[],
  context: FormContext,
): Logic {
  if (one.after ?? other.after) return endsOnEarlierDay(one, other, list, context);
  const [left, right] = [one, other].map(({ until }) => until ?? Infinity) as [number, number];
  return left === right ? list.indexOf(one) < list.indexOf(other) : left < right;
}

/** The same where an event dates one of them, by the last days of both; false while that day is unknown. */
function endsOnEarlierDay(
  one: RulebookWindow,
  other: RulebookWindow,
  list: readonly RulebookWindow[],
  context: FormContext,
): Logic {
  // A number of days and one of months cannot be compared with each other, so that both hold.
  if (one.after && other.after && (one.after.days === undefined) !== (other.after.days === undefined)) return false;
  if (!one.after && one.until === undefined) return false;
  if (!other.after && other.until === undefined) {
    return equals(dayTest(lastDayOf(one, context), { from: '1900-01-01' }, computing(context)), true);
  }
  const endsBeforeNight = ({ until }: RulebookWindow) =>
    until !== undefined && localOf(until, context.offset).time !== 0;
  const isFirst = !endsBeforeNight(other) && (endsBeforeNight(one) || list.indexOf(one) < list.indexOf(other));
  const end = lastDayOf(other, context);
  const bound = isFirst ? { noLaterThan: end } : { before: end };
  return equals(dayTest(lastDayOf(one, context), bound, computing(context)), true);
}

/** The last day that counts. */
function lastDayOf({ after, until }: RulebookWindow, { offset }: FormContext): Day {
  if (!after) return isoDay(localOf((until ?? 0) - 1, offset).day);
  const { days, months, ...on } = after;
  return { on: on as Exclude<WindowEvent, string>, ...(days === undefined ? { months } : { days }) };
}

const NO_NUMBER = { logic: 0, needs: {}, scale: 1, perItem: false };

/** Windows compare days, never numbers. */
const computing = ({ derivations }: FormContext): Computing => ({
  derivations,
  path: (source) => {
    if ('given' in source) return `given.${source.given}`;
    return 'fact' in source ? factPath(source.fact) : source.field;
  },
  scale: () => 1,
  count: () => NO_NUMBER,
  total: () => NO_NUMBER,
  holds: () => true,
  givenType: () => 'string',
});

function interval(shape: PackWindow, offset: number): Pick<RulebookWindow, 'from' | 'until' | 'after'> {
  if (shape.after !== undefined) {
    const { days, months, after } = shape;
    const length = days === undefined ? { months: months! } : { days };
    return typeof after === 'string'
      ? { until: endAfter(dayOf(after), length, offset) }
      : { after: { ...after, ...length } };
  }
  if (shape.before) return { until: start(shape.before, offset) };
  if (shape.noLaterThan) return { until: end(shape.noLaterThan, offset) };
  if (shape.from ?? shape.through) {
    return {
      ...(shape.from && { from: start(shape.from, offset) }),
      ...(shape.through && { until: end(shape.through, offset) }),
    };
  }
  const { first, last } = shape.on ? { first: dayOf(shape.on), last: dayOf(shape.on) } : parseSpan(shape.within!)!;
  return { from: instantOf(first, offset), until: instantOf(addDays(last, 1), offset) };
}

const dayOf = (text: string): CalendarDay => parseMoment(text)!.day;

function start(text: string, offset: number): number {
  const { day, time } = parseMoment(text)!;
  return instantOf(day, offset, time ?? 0);
}

/** First instant too late: the next day or, with a time of day, the next minute. */
function end(text: string, offset: number): number {
  const { day, time } = parseMoment(text)!;
  return time === undefined ? instantOf(addDays(day, 1), offset) : instantOf(day, offset, time + 1);
}

export const wordsOf = (window: Timed): WindowWords =>
  Object.fromEntries(TIMING.filter((name) => window[name] !== undefined).map((name) => [name, window[name]]));

/** Wording with an event by the name that the form gives it, else by its id. */
export function told(words: WindowWords, { given: known = [], facts = [] }: Stated = {}): WindowWords {
  const after: unknown = words.after;
  if (typeof after !== 'object' || after === null) return words;
  const event = after as Exclude<WindowEvent, string>;
  const [list, id] = 'given' in event ? [known, event.given] : [facts, event.fact];
  return { ...words, after: inSentence(list.find((entry) => entry.id === id)?.label ?? id) };
}
