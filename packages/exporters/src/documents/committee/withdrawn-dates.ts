import { fillTemplate, type Rulebook } from '@kl01/rules';
import type { CalendarEvent } from '../../model/calendar.js';
import { words } from '../../strings/document-words.js';
import type { Members } from '../parts/facts.js';
import { listOf, membersOf, textOf } from '../parts/text.js';

/** Cancelled events for dates that an amendment withdrew, so that calendars which contain them are updated. */
export function withdrawnDates({ id, amendments }: Rulebook): CalendarEvent[] {
  return amendments.flatMap(({ number, changes }, index) =>
    changes
      .filter(({ withdrawn }) => withdrawn)
      .flatMap(({ element, was }) => windowsIn(element, membersOf(was)))
      .map(({ element, window, label }): CalendarEvent => {
        const earlier = amendments.slice(0, index + 1).flatMap((amendment) => amendment.changes);
        return {
          uid: `${element}@${id}`,
          sequence: earlier.filter((change) => `${element}/`.startsWith(`${change.element}/`)).length,
          cancelled: true,
          when: dayOf(window),
          title: label,
          description: [fillTemplate(words.withdrawnBy, { by: number })],
        };
      }),
  );
}

interface Withdrawn {
  readonly element: string;
  readonly window: Members;
  readonly label: string;
}

/** The windows of a form, period or milestone, or the window itself, as they were in the pack. */
function windowsIn(element: string, was: Members, above = element): Withdrawn[] {
  const label = textOf(was['label']) ?? above;
  // What repeats tells its days from the period, and has no one day to call off.
  if (TIMING.some((name) => textOf(was[name]) !== undefined)) return [{ element, window: was, label }];
  const inside = (list: string) =>
    listOf(was[list]).flatMap((entry) => {
      const { id } = membersOf(entry);
      return windowsIn(`${element}/${list}/${textOf(id) ?? ''}`, membersOf(entry), label);
    });
  return [...inside('windows'), ...inside('periods')];
}

const TIMING = ['before', 'noLaterThan', 'on', 'through', 'from', 'within'];

/** Calendars match events by id, so the day only has to be where the event was. */
function dayOf(window: Members): { from: string; through: string } {
  const said = TIMING.flatMap((name) => textOf(window[name]) ?? [])[0] ?? '';
  const day = /^\d{4}-\d{2}-\d{2}/.exec(said)?.[0] ?? `${said.slice(0, 4)}-01-01`;
  return { from: day, through: day };
}
