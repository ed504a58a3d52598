import { instantOf, offsetMinutes, parseDay } from '../calendar.js';
import type { Report } from './lint-finding.js';
import { periodsOf } from '../kinds/period.js';
import type { PackForm, RulePack } from '../pack/pack.js';
import { namedTwice } from './named-twice.js';
import type { Rulebook, RulebookForm, RulebookNomination, RulebookWindow } from '../rulebook.js';
import type { Lang } from '../text.js';
import { windowMeaning } from '../judge/window-words.js';

/** Each unit must have exactly one window per form and period, with its days in order. */
export function lintWindows(
  rulebook: Rulebook,
  form: RulebookForm,
  shape: PackForm | undefined,
  report: Report,
  lang: Lang,
): void {
  const offset = offsetMinutes(rulebook.utcOffset);
  const periods = form.view.periods.length > 0 ? form.view.periods.map(({ id }) => id) : [undefined];
  for (const period of periods) {
    const list = form.windows.filter((window) => window.period === period || window.period === undefined);
    if (list.length === 0) report('window-missing', period ? `${form.id}/periods/${period}` : form.id);
    for (const receiver of new Set(list.map((window) => window.receiver))) {
      const own = list.filter((window) => window.receiver === receiver);
      for (const name of namedTwice(own)) report('window-two', own[0]!.element, name);
    }
    lintReceivers(form, list, report);
  }
  lintDays(rulebook, form.windows, report, lang);
  lintPeriods(form, shape, report, { offset, lang });
  if (form.type === 'nomination') lintAchievements(form, offset, report);
}

/** A period is reported once it is over, and one that takes the place of others ends with some of them. */
function lintPeriods(
  form: RulebookForm,
  shape: PackForm | undefined,
  report: Report,
  { offset, lang }: { offset: number; lang: Lang },
): void {
  // The same day of every time it repeats is one mistake; nominations and plans are often due before their year is over.
  const told = new Set<string>();
  for (const { id, source, label, end, description } of form.type === 'report' ? periodsOf(shape?.periods) : []) {
    // Whoever says why has seen it.
    if (description !== undefined) continue;
    const over = end === undefined ? -Infinity : instantOf(parseDay(end)!, offset);
    const early = form.windows.find(({ period, until = Infinity }) => period === id && until <= over);
    if (!early || told.has(source)) continue;
    told.add(source);
    report('period-end', early.element, `${label}: ${windowMeaning(early, offset, lang)}`, 'warning');
  }
  for (const { id, inPlaceOf = [], covers } of shape?.periods ?? []) {
    const address = `${form.id}/periods/${id}`;
    const others = (shape?.periods ?? []).map((entry) =>
      entry.id === id ? { ...entry, inPlaceOf: undefined } : entry,
    );
    for (const other of inPlaceOf) {
      const count = (list: typeof others) => periodsOf(list).filter(({ source }) => source === other).length;
      if (count(shape?.periods ?? []) === count(others)) report('period-in-place', address, other);
    }
    const [first] = covers ? periodsOf((shape?.periods ?? []).filter((entry) => entry.id === id)) : [];
    if (first?.covers && first.covers.from > first.covers.through) report('period-covers', address, first.label);
  }
}

/** Where windows name receivers, each receiver has a deadline. */
function lintReceivers({ id, view }: RulebookForm, list: readonly RulebookWindow[], report: Report): void {
  const named = list.map(({ receiver }) => receiver);
  if (named.every((receiver) => receiver === undefined)) return;
  const hasRest = named.includes(undefined);
  for (const { id: receiver, label, when } of view.receivedBy) {
    if (when !== undefined && receiver !== undefined && named.includes(receiver)) report('receiver-when', id, label);
    if (!hasRest && (receiver === undefined || !named.includes(receiver))) report('window-receiver', id, label);
  }
  const ofEverybody = list.filter(({ groups, units }) => !groups && !units).map(({ receiver }) => receiver);
  const isLeft = view.receivedBy.some(({ id: receiver }) => receiver === undefined || !ofEverybody.includes(receiver));
  for (const { receiver, element } of list) if (receiver === undefined && !isLeft) report('window-nobody', element);
}

function lintAchievements({ id, view, windows }: RulebookNomination, offset: number, report: Report): void {
  const { from, through } = view.achievements ?? {};
  // Days written YYYY-MM-DD sort as texts.
  if (from !== undefined && through !== undefined && from > through) {
    report('achievements-order', id, `${from} – ${through}`);
  }
  if (!through || windows.length === 0) return;
  const end = instantOf(parseDay(through)!, offset);
  if (windows.every(({ until }) => until !== undefined && until < end)) {
    report('achievements-past-window', id, through, 'advice');
  }
}

/** Checks dates on which no form is due; the committee can select only after its units have answered. */
export function lintMilestones(rulebook: Rulebook, report: Report, lang: Lang): void {
  const offset = offsetMinutes(rulebook.utcOffset);
  for (const { windows, selection, element } of rulebook.milestones) {
    lintDays(rulebook, windows, report, lang);
    const picked = lastOf(windows);
    const answered = selection === undefined ? undefined : sourceOf(rulebook, selection);
    if (picked?.until === undefined || answered?.until === undefined || picked.until >= answered.until) continue;
    const told = `${windowMeaning(picked, offset, lang)} < ${windowMeaning(answered, offset, lang)}`;
    report('committee-date', element, told);
  }
}

/** The last date of a selection's source: another selection's, or a form's. */
function sourceOf(rulebook: Rulebook, selection: string): RulebookWindow | undefined {
  const from = rulebook.selections.find(({ id }) => id === selection)?.from;
  const form = rulebook.forms.find(({ id }) => id === from);
  if (form || from === undefined) return lastOf(form?.windows ?? []);
  const earlier = rulebook.milestones.filter((milestone) => milestone.selection === from);
  return lastOf(earlier.flatMap(({ windows }) => windows)) ?? sourceOf(rulebook, from);
}

function lastOf(windows: readonly RulebookWindow[]): RulebookWindow | undefined {
  const dated = windows.filter(({ until }) => until !== undefined);
  return dated.sort((one, other) => other.until! - one.until!)[0];
}

function lintDays(rulebook: Rulebook, windows: readonly RulebookWindow[], report: Report, lang: Lang): void {
  const offset = offsetMinutes(rulebook.utcOffset);
  const issued = instantOf(parseDay(rulebook.directive.date)!, offset);
  const told = (window: RulebookWindow) => windowMeaning(window, offset, lang);
  for (const window of windows) {
    const { from, until, lateUntil } = window;
    if (until === undefined) continue;
    if (from !== undefined && from >= until) report('window-order', window.element, told(window));
    if (until <= issued) report('window-before-directive', window.element, told(window), 'warning');
    if (lateUntil !== undefined && lateUntil <= until) report('late-until', window.element, told(window));
  }
}

/**
 * A report that is due again and again is a reporting regime, whose document has to state, among others, who receives it
 * and what it holds. Deadlines are asked of every form.
 * @source Nghị định 09/2019/NĐ-CP
 */
export function lintRegime(form: RulePack['forms'][number], report: Report): void {
  if (form.type !== 'report' || !form.periods) return;
  const missing = [
    ...(form.receivedBy ? [] : ['receivedBy']),
    ...(form.outline || form.tables ? [] : ['outline', 'tables']),
  ];
  if (missing.length > 0) report('regime', form.id, missing.map((member) => `"${member}"`).join(', '), 'advice');
}
