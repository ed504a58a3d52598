import { fillTemplate, unitDates, type Cite, type Rulebook, type UnitDate, type WindowState } from '@kl01/rules';
import type { Calendar, CalendarEvent, CalendarTime } from '../../model/calendar.js';
import { words } from '../../strings/document-words.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import type { RulebookFacts } from '../parts/facts.js';
import { withdrawnDates } from './withdrawn-dates.js';

/** Lịch: the dates of a directive, for one unit group as listed by `<kl01-deadlines>`, otherwise for all. */
export const lichThoiHan: DocumentKind = {
  id: 'lich-thoi-han',
  from: { rulebook: { calendar: make } },
};

function make({ rulebook, group }: RulebookFacts): Content<Calendar> {
  const states =
    group === undefined
      ? rulebook.unitGroups.flatMap(({ id }) => datesOf(rulebook, id))
      : datesOf(rulebook, group).filter(({ ofCommittee }) => !ofCommittee);
  const label = rulebook.unitGroups.find(({ id }) => id === group)?.label;
  const name = fillTemplate(words.calendar, { number: rulebook.directive.number });
  return {
    model: {
      name: label ? `${name} - ${label}` : name,
      events: [...distinct(states).flatMap((state) => eventOf(rulebook, state)), ...withdrawnDates(rulebook)],
    },
  };
}

/** The deadlines that apply to a group, without the committee's own dates. Their state does not matter here. */
function datesOf(rulebook: Rulebook, group: string): UnitDate[] {
  const { directive, utcOffset } = rulebook;
  return unitDates(rulebook, { now: `${directive.date}T00:00:00${utcOffset}`, unit: { group } });
}

const distinct = (states: readonly UnitDate[]) => [...new Map(states.map((state) => [uidOf(state), state])).values()];

/** The element keeps its path when an amendment moves its date; a period that repeats has one date each time. */
const uidOf = ({ element, period }: WindowState): string =>
  period === null || element.includes(`/periods/${period}/`) ? element : `${element}/${period}`;

/** Dates that are not announced yet give no event. */
function eventOf(rulebook: Rulebook, state: UnitDate): CalendarEvent[] {
  const when = timeOf(state);
  if (!when) return [];
  const { element, label, said, meaning, amended, provisional, ofCommittee, cite } = state;
  const description = [
    meaning,
    ...(cite ? [basisInWords(cite)] : []),
    ...(amended ? [fillTemplate(words.amendedBy, { was: amended.was, by: amended.by.document })] : []),
    ...(provisional ? [words.provisional] : []),
    ...(ofCommittee ? [fillTemplate(words.ofCommittee, { committee: rulebook.directive.committee.name })] : []),
  ];
  return [
    {
      uid: `${uidOf(state)}@${rulebook.id}`,
      sequence: changesOf(rulebook, element),
      when,
      title: `${label}: ${said}`,
      description,
    },
  ];
}

/** Amendments may change a date without naming a clause. */
const basisInWords = ({ clause, document }: Cite): string =>
  fillTemplate(clause ? words.basis : words.basisWhole, { clause, document });

/** Whole days if the directive gives days, an instant if it gives a time. */
function timeOf({ from, until, lastDay }: WindowState): CalendarTime | null {
  if (!until || !lastDay) return from ? firstDay(from) : null;
  if (!until.includes('T00:00')) return { at: until };
  return { from: from?.slice(0, 10) ?? lastDay, through: lastDay };
}

/** What is open ended has only a beginning to be shown. */
function firstDay(from: string): CalendarTime {
  const day = from.slice(0, 10);
  return from.includes('T00:00') ? { from: day, through: day } : { at: from };
}

const changesOf = ({ amendments }: Rulebook, element: string): number =>
  amendments.flatMap(({ changes }) => changes).filter((change) => `${element}/`.startsWith(`${change.element}/`))
    .length;
