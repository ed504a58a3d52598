import { parseDay } from '../calendar.js';
import { numberInWords } from '../field-types/limits-in-words.js';
import { grouped } from '../grouped.js';
import { officialDay } from '../official-date.js';
import type { FieldType, Limits } from '../rulebook.js';
import { compiling } from '../strings/compiling.js';
import { computed, type ComputedStrings } from '../strings/computed.js';
import { quote } from '../strings/conditions.js';
import { shares } from '../strings/shares.js';
import { inSentence, type Lang } from '../text.js';
import {
  boundNames,
  isWritten,
  type Bounds,
  type Condition,
  type Counted,
  type Day,
  type DayBounds,
  type Period,
  type Source,
  type Span,
  type Total,
  type Value,
} from './condition-shape.js';

/** Names of what conditions read, as people know it. */
export interface SourceNames {
  readonly source: (source: Source) => string;
  /** the kinds of nominee that are counted, or the list, and the condition on them */
  readonly counted: (counted: Counted) => { readonly kinds: readonly string[]; readonly where?: string };
  /** a condition, where the words for it are at hand */
  readonly condition?: (when: Condition) => string;
  /** a field of the items of a list, the list, and the condition on its items */
  readonly total: (total: Total) => { readonly field: string; readonly list: string; readonly where?: string };
}

interface ShownAs {
  /** as the field writes it: with its percent sign, a year without a separator */
  readonly number?: ((value: number) => string) | undefined;
}

/** How a bound of a field or fact is written. */
export const numberOf = (field: Limits & { readonly type: FieldType }, lang: Lang) =>
  field.type === 'count' ? undefined : (value: number): string => numberInWords(value, field, lang);

/** "từ 18 đến 30", "không quá 35": the end of a sentence about a number. */
export function boundsInWords(bounds: Bounds, lang: Lang, names: SourceNames, shownAs: ShownAs = {}): string {
  if (!isWritten(bounds)) {
    const parts = boundNames.flatMap((name) => {
      const bound = bounds[name];
      return bound === undefined ? [] : [computed[lang].bound[name](valueInWords(bound, lang, names))];
    });
    return parts.join(` ${compiling[lang].and} `);
  }
  const { is, atLeast, atMost, above, below } = bounds;
  const { number } = compiling[lang];
  const { number: asField } = shownAs;
  const shown = (value: number): string => asField?.(value) ?? (lang === 'vi' ? grouped(value) : String(value));
  if (is !== undefined) return number.is(shown(is));
  if (atLeast !== undefined && atMost !== undefined) return number.between(shown(atLeast), shown(atMost));
  const parts = [
    ...(atLeast === undefined ? [] : [number.atLeast(shown(atLeast))]),
    ...(above === undefined ? [] : [number.above(shown(above))]),
    ...(atMost === undefined ? [] : [number.atMost(shown(atMost))]),
    ...(below === undefined ? [] : [number.below(shown(below))]),
  ];
  return parts.join(` ${compiling[lang].and} `);
}

/**
 * "15% số đảng viên (làm tròn xuống)": a number, or what it is computed from. A part that is computed itself stands in
 * brackets, so that it is clear what is added to, or taken from, what.
 */
export function valueInWords(value: Value, lang: Lang, names: SourceNames): string {
  const words = computed[lang];
  const within = (part: Value): string => {
    const said = valueInWords(part, lang, names);
    return isMade(part) ? `(${said})` : said;
  };
  if (typeof value === 'number') return lang === 'vi' ? grouped(value) : String(value);
  if ('then' in value) {
    const { when, label, then, else: otherwise = 0 } = value;
    const [one, other] = [then, otherwise].map(within) as [string, string];
    return words.inCase(one, label, other, names.condition?.(when));
  }
  if ('sum' in value) return sumInWords(value.sum, lang, within);
  if ('minus' in value) {
    const [one, other] = value.minus as [Value, Value];
    return typeof other === 'number' ? words.less(within(one), within(other)) : words.minus(within(one), within(other));
  }
  if ('count' in value) {
    const { kinds, where } = names.counted(value.count);
    return value.count.items ? words.countOfItems(quote(kinds.join()), where) : words.count(kinds, where);
  }
  if ('total' in value) {
    const { field, list, where } = names.total(value);
    return words.total(quote(field), quote(list), where);
  }
  if ('yearOf' in value) return words.yearOf(dayInWords(value.yearOf, lang, names));
  if (!('of' in value)) return quote(inSentence(names.source(value)));
  const [count, base] = 'share' in value ? value.share : [value.percent, undefined];
  const round = shares[lang].round[value.round];
  if (base === 1) return words.times(count!, within(value.of));
  return words.share(base === undefined ? `${grouped(count!)}%` : `${count}/${base}`, within(value.of), round);
}

/** Whole numbers below 0 are told as taken away. */
function sumInWords(parts: readonly Value[], lang: Lang, within: (part: Value) => string): string {
  const words = computed[lang];
  const isTaken = (part: Value): part is number => typeof part === 'number' && part < 0;
  const added = parts.filter((part) => !isTaken(part));
  const taken = parts.filter(isTaken).reduce((sum, part) => sum - part, 0);
  if (added.length === 0 || taken === 0) return words.sum(parts.map(within));
  const sum = added.length === 1 ? within(added[0]!) : `(${words.sum(added.map(within))})`;
  return words.less(sum, within(taken));
}

/** Whether a number is made of others by more than a count of them. */
const isMade = (value: Value): boolean =>
  typeof value === 'object' && ('sum' in value || 'minus' in value || 'share' in value || 'percent' in value);

/** "trước ngày nhận", "trong 24 tháng trước ngày 31/8/2024": the end of a sentence about a day. */
export function dayBoundsInWords(bounds: DayBounds, lang: Lang, names: SourceNames): string {
  const words = computed[lang];
  const { before, noLaterThan, from, through, within } = bounds;
  const shown = (day: Day) => dayInWords(day, lang, names);
  const parts = [
    ...(before === undefined ? [] : [words.before(shown(before))]),
    ...(noLaterThan === undefined ? [] : [words.noLaterThan(shown(noLaterThan))]),
    ...(from !== undefined && through !== undefined ? [words.between(shown(from), shown(through))] : []),
    ...(from !== undefined && through === undefined ? [words.from(shown(from))] : []),
    ...(from === undefined && through !== undefined ? [words.through(shown(through))] : []),
  ];
  if (within) {
    const { after, before: end, ...period } = within;
    const length = lengthInWords(period, words);
    parts.push(after === undefined ? words.withinBefore(length, shown(end!)) : words.withinAfter(length, shown(after)));
  }
  return parts.join(` ${words.and} `);
}

export function dayInWords(day: Day, lang: Lang, names: SourceNames): string {
  const words = computed[lang];
  if (day === 'receipt') return words.receipt;
  if (typeof day === 'string') return words.date(officialDay(parseDay(day)!));
  if (!('on' in day)) return quote(inSentence(names.source(day)));
  const { on, ...period } = day;
  const base = dayInWords(on, lang, names);
  const count = period.days ?? period.months ?? period.years ?? 0;
  const length = lengthInWords(
    Object.fromEntries(Object.entries(period).map(([name, value]) => [name, Math.abs(value as number)])),
    words,
  );
  return count < 0 ? words.beforeBy(length, base) : words.after(length, base);
}

/** "thời gian từ ngày sinh đến ngày nhận" and "từ đủ 18 đến chưa đủ 31 năm". */
export function spanInWords(shape: Span, lang: Lang, names: SourceNames): { about: string; bounds: string } {
  const words = computed[lang];
  const { span, from, to, is, atLeast, atMost, above, below } = shape;
  const length = words.length[span];
  const least = is ?? Math.max(atLeast ?? 0, above === undefined ? 0 : above + 1);
  const notYet = is === undefined ? Math.min(atMost === undefined ? Infinity : atMost + 1, below ?? Infinity) : is + 1;
  const bounds =
    least > 0 && notYet < Infinity
      ? words.full.between(length(least), length(notYet))
      : notYet < Infinity
        ? words.full.notYet(length(notYet))
        : words.full.atLeast(length(least));
  return { about: words.span(dayInWords(from, lang, names), dayInWords(to, lang, names)), bounds };
}

const lengthInWords = ({ days, months, years }: Period, { length }: ComputedStrings): string => {
  if (days !== undefined) return length.days(days);
  return months === undefined ? length.years(years ?? 0) : length.months(months);
};
