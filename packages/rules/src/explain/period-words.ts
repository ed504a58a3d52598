import { isRelative, type RelativeDay } from '../kinds/period.js';
import { told, wordsOf } from '../kinds/window.js';
import { windowPhrase, momentSaid } from '../judge/window-words.js';
import { judging } from '../judge/strings/judging.js';
import type { Lang } from '../text.js';
import { explaining } from './strings/explain.js';

/** A window as a pack writes it, also one whose days are told from the period: "trước ngày 17 tháng thứ 3 của kỳ". */
export function packWindowSaid(window: object, lang: Lang): string {
  const said = told(wordsOf(window));
  return windowPhrase(said, lang, (when) =>
    isRelative(when) ? relativeSaid(when, lang) : momentSaid(String(when), lang),
  );
}

function relativeSaid(told: RelativeDay, lang: Lang): string {
  const { periods } = explaining[lang];
  const day = 'after' in told ? periods.afterEnd(told.days) : periods.day(told.day, told.month);
  if (told.at === undefined) return day;
  const [hours, minutes] = told.at.split(':').map(Number) as [number, number];
  return judging[lang].window.dateTime(judging[lang].window.clock(hours, minutes), day);
}
