import { isoInstant, offsetMinutes, parseInstant } from '../calendar.js';
import type { WindowState } from '../finding.js';
import { datedWindow, type Stating } from './window-date.js';
import { nearestForUnit, windowsOfReceivers } from './for-unit.js';
import type { Rulebook, RulebookForm, RulebookWindow } from '../rulebook.js';
import { judging } from './strings/judging.js';
import { textIn, type Lang, type Text } from '../text.js';
import { lastDayOf, windowMeaning, windowSaid } from './window-words.js';

/** The last 72 hours before a deadline. */
const CLOSING_MINUTES = 72 * 60;

/** The unit and the instant to report dates for. */
export interface WindowsOptions extends Stating {
  /** ISO 8601 instant with an offset */
  now: string;
  /** whose dates to list; if absent, those for no specific unit or group, or the first of each form and period */
  unit?: { readonly id?: string | null; readonly group?: string | null } | undefined;
  /** restricts the result to this form */
  form?: string | undefined;
  /** restricts the result to the windows of this receiver and those of no receiver */
  receiver?: string | undefined;
  lang?: Lang | undefined;
}

/**
 * The dates of a directive and their states at an instant: one for each form and period, then the milestones.
 *
 * @throws RangeError if `now` is not an ISO 8601 instant with an offset
 */
export function windows(rulebook: Rulebook, { now, form, ...options }: WindowsOptions): WindowState[] {
  const { unit, lang = 'vi' } = options;
  const minute = parseInstant(now);
  const offset = offsetMinutes(rulebook.utcOffset);
  const state = ({ window, owner }: Owned) =>
    windowState(datedWindow(window, options, offset), owner, minute, rulebook.utcOffset, lang);
  const ofForms = rulebook.forms
    .filter(({ id }) => form === undefined || id === form)
    .flatMap((of) => windowsOfForm(of, options));
  if (form !== undefined) return ofForms.map(state);
  const ofMilestones = rulebook.milestones.flatMap(({ id, label, by, windows: list }): Owned[] => {
    const concerns = !unit || !by || by.committee || nearestForUnit([by], unit) !== undefined;
    const owner = { form: null, milestone: id, label };
    return concerns ? list.map((window) => ({ window, owner })) : [];
  });
  return [...ofForms, ...ofMilestones].map(state);
}

/** One window of each period and receiver. */
function windowsOfForm(
  { id, label, windows: list, view }: RulebookForm,
  { unit, receiver, lang = 'vi' }: Omit<WindowsOptions, 'now'>,
): Owned[] {
  const receivers = new Map(view.receivedBy.map((entry) => [entry.id, entry.label]));
  return [...new Set(list.map(({ period }) => period))].flatMap((period) => {
    const ofPeriod = list.filter((window) => window.period === period);
    const chosen = windowsOfReceivers(ofPeriod, unit).filter((window) => isOf(receiver, window, ofPeriod));
    const named = view.periods.find((entry) => entry.id === period)?.label;
    return (chosen.length > 0 || unit ? chosen : ofPeriod.slice(0, 1)).map((window): Owned => {
      const to = window.receiver === undefined ? undefined : receivers.get(window.receiver);
      const parts = [textIn(label, lang), named, to && judging[lang].window.to(to)].filter(
        (part) => part !== undefined,
      );
      return {
        window,
        owner: {
          form: id,
          milestone: null,
          label: parts.length > 1 ? { vi: parts.join(' – ') } : label,
          ...(window.receiver !== undefined && to !== undefined && { receiver: { id: window.receiver, label: to } }),
        },
      };
    });
  });
}

/** Whether a window is the receiver's: its own, or one of no receiver if it has none. */
function isOf(receiver: string | undefined, window: RulebookWindow, list: readonly RulebookWindow[]): boolean {
  if (receiver === undefined || window.receiver === receiver) return true;
  return window.receiver === undefined && !list.some((other) => other.receiver === receiver);
}

interface Owned {
  readonly window: RulebookWindow;
  readonly owner: Owner;
}

interface Owner {
  receiver?: WindowState['receiver'];
  form: string | null;
  milestone: string | null;
  label: Text;
}

function windowState(window: RulebookWindow, owner: Owner, now: number, utcOffset: string, lang: Lang): WindowState {
  const offset = offsetMinutes(utcOffset);
  const instant = (minute: number | undefined) => (minute === undefined ? null : isoInstant(minute, utcOffset));
  const { until } = window;
  return {
    element: window.element,
    id: window.id,
    form: owner.form,
    milestone: owner.milestone,
    period: window.period ?? null,
    receiver: owner.receiver ?? null,
    label: textIn(window.label ?? owner.label, lang),
    state: stateAt(window, now),
    from: instant(window.from),
    until: instant(until),
    lateUntil: instant(window.lateUntil),
    minutesLeft: until === undefined ? null : until - now,
    lastDay: until === undefined ? null : lastDayOf(until, offset),
    said: window.unannounced ? judging[lang].window.unannounced : windowSaid(window.said, lang),
    meaning: windowMeaning(window, offset, lang),
    early: window.early,
    late: window.late,
    provisional: window.provisional ?? false,
    amended: window.amended ? { was: windowSaid(window.amended.was, lang), by: window.amended.by } : null,
    ...(window.cite && { cite: window.cite }),
  };
}

/** `late`: past the deadline, but answers are still accepted; `closed`: answers are refused. */
function stateAt({ from, until, lateUntil, late, unannounced }: RulebookWindow, now: number): WindowState['state'] {
  if (unannounced) return 'unannounced';
  if (from !== undefined && now < from) return 'upcoming';
  if (until === undefined) return 'open';
  if (now < until) return until - now <= CLOSING_MINUTES ? 'closing' : 'open';
  if (lateUntil !== undefined) return now < lateUntil ? 'late' : 'closed';
  return late === 'refuse' ? 'closed' : 'late';
}
