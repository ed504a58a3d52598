import { grouped } from '../grouped.js';
import { officialDate } from '../judge/window-words.js';
import { isObject } from '../values/plain.js';
import { asking } from './strings/asking.js';
import { textIn, type Lang } from '../text.js';
import type { Entry } from './entry.js';

/**
 * An answer as people read it: labels of options, dates as offices write them, names of files.
 *
 * @param value any JSON; a value that does not fit the entry is shown unchanged rather than hidden
 * @returns `''` if there is no answer
 */
export function answerInWords(
  { type, options = [] }: Pick<Entry, 'type' | 'options'>,
  value: unknown,
  lang: Lang = 'vi',
): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const each = value.map((item: unknown) =>
      answerInWords({ type, options }, isObject(item) ? item['name'] : item, lang),
    );
    return each.filter((words) => words !== '').join('; ');
  }
  if (typeof value === 'boolean') return asking[value ? 'yes' : 'no'][lang];
  if (typeof value === 'number') return type === 'percent' ? `${grouped(value / 100)} %` : grouped(value);
  if (typeof value !== 'string') return '';
  const option = options.find((known) => known.value === value);
  if (option) return textIn(option.label, lang);
  return type === 'date' ? officialDate(value) : value;
}
