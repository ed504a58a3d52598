import { fieldTypeOf } from '../field-types/field-types.js';
import { grouped } from '../grouped.js';
import { isObject } from '../values/plain.js';
import { fieldWords } from '../field-types/strings/field-words.js';
import type { Lang } from '../text.js';
import type { Entry } from './entry.js';

/**
 * An answer as people read it: labels of options, dates as offices write them, names of files.
 *
 * @param value any JSON; a value that does not fit the entry is shown unchanged rather than hidden
 * @returns `''` if there is no answer
 */
export function answerInWords(entry: Answered, value: unknown, lang: Lang = 'vi'): string {
  if (value === null || value === undefined) return '';
  return fieldTypeOf(entry.type)?.inWords?.(value, entry, lang) ?? otherwise(entry, value, lang);
}

/** What a type reads of its entry. */
export type Answered = Pick<Entry, 'type' | 'options' | 'decimals' | 'fields'>;

/** What the form itself asks, by types of its own, and values that do not fit their type. */
function otherwise(entry: Answered, value: unknown, lang: Lang): string {
  if (Array.isArray(value)) {
    const each = value.map((item: unknown) => answerInWords(entry, isObject(item) ? item['name'] : item, lang));
    return each.filter((words) => words !== '').join('; ');
  }
  if (typeof value === 'boolean') return fieldWords[lang][value ? 'yes' : 'no'];
  if (typeof value === 'number') return grouped(value);
  return typeof value === 'string' ? value : '';
}
