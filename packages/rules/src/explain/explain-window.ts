import { addDays, localOf, weekdayOf, type CalendarDay } from '../calendar.js';
import { line, type ExplainedLine } from './explanation.js';
import type { RulebookWindow } from '../rulebook.js';
import { explaining } from './strings/explain.js';
import { judging } from '../judge/strings/judging.js';
import type { Lang } from '../text.js';
import { windowSaid } from '../judge/window-words.js';
import { officialDay } from '../official-date.js';

/** Minutes east of UTC, and the language. */
export interface Telling {
  readonly offset: number;
  readonly lang: Lang;
}

/**
 * A window in full: the directive's wording, the last moment with its weekday, and whether the named day still counts:
 * "trước ngày 31/3/2023: hạn cuối là hết ngày thứ Năm, 30/3/2023; ngày 31/3/2023 không còn tính".
 */
export function windowSentence(window: RulebookWindow, telling: Telling): string {
  const words = explaining[telling.lang].dates;
  const { from, said } = window;
  const provisional = window.provisional ? ` (${words.provisional})` : '';
  const told = windowSaid(said, telling.lang);
  const last = lastMoment(window, telling);
  if (window.after) return `${words.spans.after(told)}${provisional}`;
  if (last === null) {
    return `${from === undefined ? words.undated : words.spans.openEnded(told, firstMoment(from, telling))}${provisional}`;
  }
  if (said?.on) return `${words.spans.on(told, dayInWords(firstDay(from!, telling), telling.lang))}${provisional}`;
  if (said?.within) {
    return `${[words.spans.within(told, firstMoment(from!, telling), last), words.bothIncluded].join('; ')}${provisional}`;
  }
  const sentence =
    from === undefined ? words.spans.until(told, last) : words.spans.range(told, firstMoment(from, telling), last);
  return `${[sentence, ...counting(window, telling)].join('; ')}${provisional}`;
}

/** The last moment that still counts: "hết ngày thứ Năm, 30/3/2023"; null if unannounced. */
export function lastMoment({ until, said }: RulebookWindow, telling: Telling): string | null {
  if (until === undefined) return null;
  return momentBefore(until, Boolean(said?.noLaterThan ?? said?.through), telling);
}

/** The consequences of sending early or late, and what an amendment changed. */
export function windowConsequences(window: RulebookWindow, telling: Telling): ExplainedLine[] {
  const words = explaining[telling.lang].dates;
  const { from, until, lateUntil, early, late, amended, after } = window;
  return [
    ...(from === undefined ? [] : [line(words.early[early])]),
    ...(until === undefined && !after
      ? []
      : [line(lateUntil === undefined ? words.late[late] : words.lateUntil(momentBefore(lateUntil, true, telling)))]),
    ...(amended ? [line(words.amended(windowSaid(amended.was, telling.lang), amended.by.document))] : []),
  ];
}

/** Whether the day or minute named in the directive still counts, and whether the last day is on a weekend. */
function counting({ said, until }: RulebookWindow, telling: Telling): string[] {
  const words = explaining[telling.lang].dates;
  const closes = localOf(until!, telling.offset);
  const wholeDay = closes.time === 0;
  const inclusive = Boolean(said?.noLaterThan ?? said?.through);
  const last = inclusive || wholeDay ? localOf(until! - 1, telling.offset) : closes;
  const counts = !wholeDay
    ? inclusive
      ? words.includedClock(clockInWords(last.time, telling.lang))
      : words.excludedClock(clockInWords(closes.time, telling.lang))
    : said?.before
      ? words.excluded(officialDay(closes.day))
      : said?.from
        ? words.bothIncluded
        : words.included(officialDay(last.day));
  const weekday = weekdayOf(last.day);
  const weekend = weekday === 0 || weekday === 6;
  return [counts, ...(weekend ? [words.weekend(judging[telling.lang].weekdays[weekday]!)] : [])];
}

/** `inclusive`: the last minute that counts is named; otherwise the first instant that is too late. */
export function momentBefore(until: number, inclusive: boolean, { offset, lang }: Telling): string {
  const words = explaining[lang].dates;
  const closes = localOf(until, offset);
  if (closes.time === 0) return words.endOf(dayInWords(addDays(closes.day, -1), lang));
  const { day, time } = inclusive ? localOf(until - 1, offset) : closes;
  const told = inclusive ? words.throughClock : words.beforeClock;
  return told(clockInWords(time, lang), dayInWords(day, lang));
}

const firstDay = (from: number, { offset }: Telling): CalendarDay => localOf(from, offset).day;

function firstMoment(from: number, { offset, lang }: Telling): string {
  const { day, time } = localOf(from, offset);
  const words = explaining[lang].dates;
  return time === 0
    ? words.fromDay(dayInWords(day, lang))
    : words.fromClock(clockInWords(time, lang), dayInWords(day, lang));
}

const clockInWords = (time: number, lang: Lang): string => judging[lang].window.clock(Math.floor(time / 60), time % 60);

const dayInWords = (day: CalendarDay, lang: Lang): string =>
  judging[lang].day(judging[lang].weekdays[weekdayOf(day)]!, officialDay(day));
