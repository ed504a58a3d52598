import { addDays, isoDay, localOf, parseMoment, parseSpan, weekdayOf, type CalendarDay } from '../calendar.js';
import type { RulebookWindow, WindowWords } from '../rulebook.js';
import { officialDay } from '../official-date.js';
import { judging } from './strings/judging.js';
import type { Lang } from '../text.js';

/** The window in the directive's wording: "trước ngày 31/3/2023". */
export const windowSaid = (said: WindowWords | undefined, lang: Lang): string =>
  windowPhrase(said, lang, (told) => momentSaid(told, lang));

type Moments = 'before' | 'noLaterThan' | 'from' | 'through' | 'within' | 'on';

/** The wording of a window around that of its moments. */
export function windowPhrase<Moment>(
  said: ({ readonly [Name in Moments]?: Moment | string } & Omit<WindowWords, Moments>) | undefined,
  lang: Lang,
  moment: (told: Moment | string) => string,
): string {
  const words = judging[lang].window;
  if (!said) return words.unannounced;
  if (said.before) return words.before(moment(said.before));
  if (said.noLaterThan) return words.noLaterThan(moment(said.noLaterThan));
  if (said.from && said.through) return words.between(moment(said.from), moment(said.through));
  if (said.from) return words.from(moment(said.from));
  if (said.through) return words.through(moment(said.through));
  if (said.on) return words.on(moment(said.on));
  if (said.after !== undefined) {
    const event = parseMoment(said.after) ? moment(said.after) : said.after;
    return said.days === undefined ? words.monthsAfter(said.months ?? 0, event) : words.daysAfter(said.days, event);
  }
  const within = String(said.within);
  const { first } = parseSpan(within)!;
  if (within.length === 4) return words.year(first.year);
  if (within.includes('Q')) return words.quarter((first.month + 2) / 3, first.year);
  return words.month(first.month, first.year);
}

/** A day, or a time of day: "17 giờ ngày 31/3/2023". */
export function momentSaid(text: string, lang: Lang): string {
  const words = judging[lang].window;
  const { day, time } = parseMoment(text)!;
  if (time === undefined) return words.date(officialDay(day));
  return words.dateTime(words.clock(Math.floor(time / 60), time % 60), officialDay(day));
}

const DAY_MINUTES = 24 * 60;

/** The meaning of a window: the last moment that still counts, with its weekday. */
export function windowMeaning(
  window: Pick<RulebookWindow, 'from' | 'until' | 'said' | 'after'>,
  offset: number,
  lang: Lang,
): string {
  const words = judging[lang].window;
  const { from, until } = window;
  const last = until === undefined ? null : lastMoment(window.said, until, offset, lang);
  if (from === undefined) return last ?? (window.after ? words.afterEvent : words.unannounced);
  const opens = localOf(from, offset);
  if (opens.time === 0 && until === from + DAY_MINUTES) return words.wholeDay(dayInWords(opens.day, lang));
  const first =
    opens.time === 0
      ? words.fromDay(dayInWords(opens.day, lang))
      : words.fromClock(words.clock(Math.floor(opens.time / 60), opens.time % 60), dayInWords(opens.day, lang));
  return last === null ? words.openEnded(first) : words.joined(first, last);
}

function lastMoment(said: WindowWords | undefined, until: number, offset: number, lang: Lang): string {
  const words = judging[lang].window;
  const closes = localOf(until, offset);
  if (closes.time === 0) return words.endOfDay(dayInWords(addDays(closes.day, -1), lang));
  // "no later than 17:00" includes that minute, "before 17:00" does not.
  const inclusive = Boolean(said?.noLaterThan ?? said?.through);
  const { day, time } = inclusive ? localOf(until - 1, offset) : closes;
  const clock = words.clock(Math.floor(time / 60), time % 60);
  return (inclusive ? words.throughClock : words.untilClock)(clock, dayInWords(day, lang));
}

/** The last calendar day with a moment that still counts, `YYYY-MM-DD`. */
export function lastDayOf(until: number, offset: number): string {
  return isoDay(localOf(until - 1, offset).day);
}

function dayInWords(day: CalendarDay, lang: Lang): string {
  return judging[lang].day(judging[lang].weekdays[weekdayOf(day)]!, officialDay(day));
}
