import { z } from 'zod';
import { addDays, instantOf, parseMoment, parseSpan, type CalendarDay } from '../calendar.js';
import { holdsForUnit } from '../judge/for-unit.js';
import { either, equals, every, given, not, oneOf, variable, whenever } from '../logic.js';
import type { Logic, Rule, RulebookWindow, WindowWords } from '../rulebook.js';
import { judging } from '../judge/strings/judging.js';
import { windowMeaning, windowSaid } from '../judge/window-words.js';
import { day, element, id, ids, label, moment, span } from './common.js';
import type { FormContext } from './context.js';

/** Members that say when; `from` and `through` may stand together. */
export const TIMING = ['before', 'noLaterThan', 'from', 'through', 'within', 'on'] as const;

type Timed = Partial<Record<(typeof TIMING)[number], unknown>>;

function isTimed(shape: Timed): boolean {
  const given = TIMING.filter((name) => shape[name] !== undefined);
  return given.length === 1 || given.join() === 'from,through';
}

/** Without a last moment nothing is ever late. */
const isOpenEnded = (shape: Timed): boolean => shape.from !== undefined && shape.through === undefined;

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
      early: z.enum(['warn', 'refuse']).optional(),
      late: z.enum(['accept', 'refuse']).optional(),
      lateUntil: when.optional(),
      provisional: z.boolean().optional(),
    })
    .refine(isTimed, 'window-timing')
    .refine((shape) => !(isOpenEnded(shape) && (shape.late ?? shape.lateUntil) !== undefined), 'window-late');

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
  /** what an amendment changed, by window address */
  amended?: ReadonlyMap<string, NonNullable<RulebookWindow['amended']>> | undefined;
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
      said: wordsOf(shape),
      ...(amended && { amended }),
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
      holdsForReceiver(window, ofPeriod, context.form.receivedBy ?? []),
    ]);
    const rule = (name: 'early' | 'late', severity: Rule['severity'], assert: Logic): Rule => ({
      id: 'window',
      element: window.element,
      severity,
      needs: { now: 'integer' },
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
function holdsForReceiver(
  window: RulebookWindow,
  list: readonly RulebookWindow[],
  receivers: NonNullable<FormContext['form']['receivedBy']>,
): Logic {
  const named = [...new Set(list.flatMap(({ receiver }) => receiver ?? []))];
  if (named.length === 0) return true;
  const others = receivers.flatMap(({ id }) => (id !== undefined && !named.includes(id) ? [id] : []));
  const hasRest = list.some(({ receiver }) => receiver === undefined);
  const ofNone = not(oneOf('receiver', hasRest ? [...named, ...others] : named));
  const earlier = list.filter((other) => other.receiver !== window.receiver && isEarlier(other, window, list));
  return either([
    oneOf('receiver', window.receiver === undefined ? others : [window.receiver]),
    every([ofNone, ...earlier.map((other) => not(holdsFor(other, list)))]),
  ]);
}

/** Of two that end at one moment, the first in the list. */
function isEarlier(one: RulebookWindow, other: RulebookWindow, list: readonly RulebookWindow[]): boolean {
  const [left, right] = [one, other].map(({ until }) => until ?? Infinity) as [number, number];
  return left === right ? list.indexOf(one) < list.indexOf(other) : left < right;
}

function interval(shape: PackWindow, offset: number): { from?: number; until?: number } {
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
