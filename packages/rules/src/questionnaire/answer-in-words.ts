import { grouped } from '../grouped.js';
import { officialDate } from '../judge/window-words.js';
import { isObject } from '../values/plain.js';
import { asking } from './strings/asking.js';
import { textIn, type Lang } from '../text.js';
import type { Entry } from './entry.js';

/**
 * An answer as people read it: options by their words, days as offices write them, files by their names.
 *
 * @param value any JSON: what does not fit the entry is given as it stands, so that nothing is out of sight
 * @returns `''` where nothing is answered
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
