import { grouped } from '../grouped.js';
import { officialDate } from '../official-date.js';
import type { FieldType, Limits, Schema } from '../rulebook.js';
import { inSentence, textIn, type Lang, type Text } from '../text.js';
import { fieldTypes, scaleOf } from './field-types.js';
import { fieldWords } from './strings/field-words.js';

type Limited = Limits & { readonly type: FieldType };

/**
 * What an answer to a field may be, as one writes it above a box: "nhiều nhất một chữ số thập phân; từ 0 đến 10".
 *
 * @returns `''` if nothing limits it
 */
export function limitsInWords(field: Limited, lang: Lang): string {
  const words = fieldWords[lang];
  const { type, decimals, mask } = field;
  const parts = [
    words.written[type] ?? '',
    ...(mask === undefined ? [] : [words.masks[mask]]),
    ...(type === 'decimal' ? [words.decimals(decimals ?? 1)] : []),
    lengthInWords(field, lang),
    rangeInWords(field, lang),
    distinctInWords(field, lang),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** "từ 0 đến 10", "không quá 97,5 %", "từ ngày 01/01/2024 trở đi"; of a list "không quá 5 mục". Empty if it has none. */
export function rangeInWords(field: Limited, lang: Lang): string {
  const words = fieldWords[lang];
  const { from, through, ...numbers } = field.range ?? {};
  if (from !== undefined && through !== undefined) return words.range.days(officialDate(from), officialDate(through));
  if (from !== undefined) return words.range.from(officialDate(from));
  if (through !== undefined) return words.range.through(officialDate(through));
  if (field.type === 'list') return boundsInWords(numbers, (number) => grouped(number), lang, words.items);
  return boundsInWords(numbers, (number) => numberInWords(number, field, lang), lang);
}

/** "các mục không trùng năm": what tells the items of a list apart. Empty if nothing has to. */
export function distinctInWords(
  {
    fields = [],
    distinct = [],
  }: {
    readonly fields?: readonly { readonly field: string; readonly label: Text }[] | undefined;
    readonly distinct?: readonly string[] | undefined;
  },
  lang: Lang,
): string {
  const labels = distinct.flatMap((name) => fields.find(({ field }) => field === name)?.label ?? []);
  return labels.length === 0 ? '' : fieldWords[lang].distinct(labels.map((label) => inSentence(textIn(label, lang))));
}

/** A number of a pack in the words of its field: `97.5` → "97,5 %", a year without a separator. */
export const numberInWords = (number: number, field: Limited, lang: Lang): string =>
  fieldTypes[field.type].inWords?.(storedNumber(number, scaleOf(field.type, field)), field, lang) ?? grouped(number);

/** A number as people write it, as it is stored. */
export const storedNumber = (number: number, scale: number): number => Math.round(number * scale);

function lengthInWords({ type, minLength, maxLength }: Limited, lang: Lang): string {
  // The general limit of a type is far beyond what anyone writes.
  const atMost = maxLength === fieldTypes[type].maxLength ? undefined : maxLength;
  return boundsInWords({ atLeast: minLength, atMost }, grouped, lang, fieldWords[lang].characters);
}

interface Bounds {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

function boundsInWords(
  { atLeast, atMost }: Bounds,
  shown: (number: number) => string,
  lang: Lang,
  unit: (number: string) => string = (number) => number,
): string {
  const { range } = fieldWords[lang];
  if (atLeast !== undefined && atLeast === atMost) return range.exactly(unit(shown(atMost)));
  if (atLeast !== undefined && atMost !== undefined) return range.between(shown(atLeast), unit(shown(atMost)));
  if (atLeast !== undefined) return range.atLeast(unit(shown(atLeast)));
  return atMost === undefined ? '' : range.atMost(unit(shown(atMost)));
}

/**
 * What is wrong with a value that breaks its schema, to be said after its label; undefined if its type has no words of
 * its own for this keyword.
 */
export function breachInWords(field: Limited, keyword: keyof Schema, lang: Lang): string | undefined {
  const words = fieldWords[lang];
  const { type, mask, decimals = 1 } = field;
  if (keyword === 'pattern' && mask !== undefined) return words.mask(words.masks[mask]);
  if (keyword === 'minLength' || keyword === 'maxLength') {
    const length = lengthInWords(field, lang);
    return length === '' ? undefined : words.must(length);
  }
  const breach = ['type', 'multipleOf', 'pattern'].includes(keyword) ? words.breaches[type] : undefined;
  return breach !== undefined && type === 'decimal' ? `${breach}, ${words.decimals(decimals)}` : breach;
}
