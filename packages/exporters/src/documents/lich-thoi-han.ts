import { fillTemplate, windows, type Cite, type Rulebook, type RulebookForm, type WindowState } from '@kl01/rules';
import type { Calendar, CalendarEvent, CalendarTime } from '../calendar.js';
import { words } from '../strings/document-words.js';
import type { DocumentKind } from './document-kind.js';
import type { Made } from './made.js';
import type { RulebookSource } from './sources.js';
import { withdrawnDates } from './withdrawn-dates.js';

/** Lịch: the dates of a directive, for one unit group or for all. */
export const lichThoiHan: DocumentKind = {
  id: 'lich-thoi-han',
  from: { rulebook: { calendar: make } },
};

function make({ rulebook, group }: RulebookSource): Made<Calendar> {
  const groups = group === undefined ? rulebook.unitGroups.map(({ id }) => id) : [group];
  const states = groups.flatMap((id) => statesFor(rulebook, id));
  const label = rulebook.unitGroups.find(({ id }) => id === group)?.label;
  const name = fillTemplate(words.calendar, { number: rulebook.directive.number });
  return {
    content: {
      name: label ? `${name} - ${label}` : name,
      events: [...distinct(states).flatMap((state) => eventOf(rulebook, state)), ...withdrawnDates(rulebook)],
    },
  };
}

/** What a group has to answer or to mind; how the dates stand at an instant is not asked. */
function statesFor(rulebook: Rulebook, group: string): WindowState[] {
  const { directive, utcOffset, forms } = rulebook;
  const now = `${directive.date}T00:00:00${utcOffset}`;
  return windows(rulebook, { now, unit: { group } }).filter(({ form }) => {
    const own = forms.find(({ id }) => id === form);
    return !own || isAsked(own, group);
  });
}

function isAsked({ view }: RulebookForm, group: string): boolean {
  if (view.answeredBy === 'committee') return false;
  return view.answeredBy?.some(({ groups, duty }) => groups.includes(group) && duty !== 'exempt') ?? true;
}

const distinct = (states: readonly WindowState[]) => [
  ...new Map(states.map((state) => [state.element, state])).values(),
];

/** A date that is not announced yet is none. */
function eventOf(rulebook: Rulebook, state: WindowState): CalendarEvent[] {
  const when = timeOf(state);
  if (!when) return [];
  const { element, label, said, meaning, amended, provisional, cite } = state;
  const description = [
    meaning,
    ...(cite ? [basisInWords(cite)] : []),
    ...(amended ? [fillTemplate(words.amendedBy, { was: amended.was, by: amended.by.document })] : []),
    ...(provisional ? [words.provisional] : []),
  ];
  return [
    {
      // The element keeps its address when an amendment moves its date.
      uid: `${element}@${rulebook.id}`,
      sequence: changesOf(rulebook, element),
      when,
      title: `${label}: ${said}`,
      description,
    },
  ];
}

/** An amendment may change a date without naming a clause. */
const basisInWords = ({ clause, document }: Cite): string =>
  fillTemplate(clause ? words.basis : words.basisWhole, { clause, document });

/** Days where the directive gives days; an instant where it gives a clock. */
function timeOf({ from, until, lastDay }: WindowState): CalendarTime | null {
  if (!until || !lastDay) return null;
  if (!until.includes('T00:00')) return { at: until };
  return { from: from?.slice(0, 10) ?? lastDay, through: lastDay };
}

const changesOf = ({ amendments }: Rulebook, element: string): number =>
  amendments.flatMap(({ changes }) => changes).filter((change) => `${element}/`.startsWith(`${change.element}/`))
    .length;
