import {
  boundsInWords,
  dayBoundsInWords,
  dayInWords,
  spanInWords,
  valueInWords,
  type SourceNames,
} from '../kinds/computed-words.js';
import {
  dayBoundsOf,
  numberBounds,
  valueTests,
  type Condition,
  type Counted,
  type Bounds,
  type ListSource,
  type Tests,
  type ValueTest,
} from '../kinds/condition-shape.js';
import { conditions } from '../strings/conditions.js';
import { inSentence, type Lang } from '../text.js';

/** The words for names in a condition. */
export interface ConditionNames {
  readonly field: (field: string) => NamedField;
  readonly fact: (fact: string) => NamedField;
  readonly given: (given: string) => NamedField;
  readonly group: (group: string) => string;
  readonly unit: (unit: string) => string;
  readonly table: (table: string) => string;
  readonly column: (table: string, column: string) => string;
  readonly kinds: (of: Counted['of']) => readonly string[];
  /** the names in a condition on the items of a list */
  readonly items: (list: ListSource) => ConditionNames;
}

export interface NamedField {
  readonly label: string;
  /** label of a value: an option, a step of a scale; the value itself if it has no label */
  readonly value: (value: string) => string;
  /** wording of "has", if it differs from the general one */
  readonly has?: (value: string) => string;
  /** how a bound of its numbers is written, if not as a plain number: with a percent sign, a year without a separator */
  readonly number?: ((value: number) => string) | undefined;
  /** whether a value is the highest step of the field's scale */
  readonly highest: (value: string) => boolean;
}

/**
 * A condition of a pack as the middle of a sentence, without "if": "là đảng viên và (… hoặc …)". Parts of a mixed
 * condition are parenthesised, so that readers need not know the precedence of "and" and "or".
 */
export function conditionInWords(condition: Condition, names: ConditionNames, lang: Lang): string {
  return told(condition, names, lang, false);
}

/** A condition as one sentence or, with more parts than a sentence holds, as a line for each of them. */
export interface ToldCondition {
  readonly text: string;
  readonly lines: readonly ToldCondition[];
}

/** More letters than are read in one breath. */
const LONG = 220;

/** A long "all of" or "any of" is told as a list; what is short, or one test, as a sentence. */
export function conditionAsList(condition: Condition, names: ConditionNames, lang: Lang): ToldCondition {
  const text = conditionInWords(condition, names, lang);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  if (text.length <= LONG || parts.length < 2) return { text, lines: [] };
  const words = conditions[lang];
  return {
    text: 'all' in condition ? words.allListed : words.anyListed,
    lines: parts.map((part) => conditionAsList(part, names, lang)),
  };
}

function told(condition: Condition, names: ConditionNames, lang: Lang, inside: boolean): string {
  const words = conditions[lang];
  const bracketed = (text: string, parts: number): string => (inside && parts > 1 ? `(${text})` : text);
  const joined = (parts: readonly Condition[], join: (list: readonly string[]) => string): string =>
    bracketed(join(parts.map((part) => told(part, names, lang, parts.length > 1))), parts.length);
  if ('all' in condition) return joined(condition.all, words.all);
  if ('any' in condition) return joined(condition.any, words.any);
  if ('not' in condition) return negated(condition.not, names, lang);
  if ('count' in condition) {
    const { kinds, where } = sourceNames(names, lang).counted(condition.count);
    if (condition.count.items && isNone(condition)) return words.noItem(kinds.join(), where);
    const bounds = boundsInWords(condition, lang, sourceNames(names, lang));
    return condition.count.items ? words.countOfItems(kinds.join(), where, bounds) : words.count(kinds, where, bounds);
  }
  if ('of' in condition) {
    const parts = condition.of.map((part) => told(part, names, lang, true));
    return words.atLeastOf(condition.atLeast, parts);
  }
  if ('table' in condition) {
    return words.used(
      names.table(condition.table),
      condition.used.map((column) => names.column(condition.table, column)),
    );
  }
  // "A or B" within "… or …" would read as one list.
  if ('groups' in condition) return bracketed(words.groups(condition.groups.map(names.group)), condition.groups.length);
  if ('units' in condition) return bracketed(words.units(condition.units.map(names.unit)), condition.units.length);
  if ('span' in condition) {
    const { about, bounds } = spanInWords(condition, lang, sourceNames(names, lang));
    return words.compared(about, bounds);
  }
  if ('day' in condition) {
    const known = sourceNames(names, lang);
    return words.compared(dayInWords(condition.day, lang, known), dayBoundsInWords(condition, lang, known));
  }
  if ('value' in condition) {
    const known = sourceNames(names, lang);
    return words.compared(valueInWords(condition.value, lang, known), boundsInWords(condition, lang, known));
  }
  const tested = testsInWords(condition, namedIn(condition, names), names, lang);
  return bracketed(tested, condition.in?.length ?? 1);
}

/** Whether a count may only be 0. */
const isNone = ({ is, atMost, atLeast, above, below }: Bounds): boolean =>
  atLeast === undefined && above === undefined && below === undefined && (is ?? atMost) === 0;

type Tested = Extract<Condition, { field: string } | { fact: string } | { given: string }>;

function namedIn(condition: Tested, names: ConditionNames): NamedField {
  if ('fact' in condition) return names.fact(condition.fact);
  return 'given' in condition ? names.given(condition.given) : names.field(condition.field);
}

/** All tests of one value. */
function testsInWords(tests: Tests, named: NamedField, names: ConditionNames, lang: Lang): string {
  const words = conditions[lang];
  const numbers = numberBounds(tests);
  const days = dayBoundsOf(tests);
  const parts = [
    ...valueTests(tests).map((test) => valueTestInWords(test, named, lang)),
    ...(numbers ? [words.number(named.label, boundsInWords(numbers, lang, sourceNames(names, lang), named))] : []),
    ...(days ? [words.number(named.label, dayBoundsInWords(days, lang, sourceNames(names, lang)))] : []),
  ];
  return parts.length === 1 ? parts[0]! : words.all(parts);
}

function valueTestInWords(test: ValueTest, { label, value, has }: NamedField, lang: Lang): string {
  const words = conditions[lang];
  if ('in' in test) return words.in(label, test.in.map(value));
  if ('has' in test) return has ? has(value(test.has)) : words.has(label, value(test.has));
  if ('atLeast' in test) return words.atLeast(label, value(test.atLeast));
  if (typeof test.is === 'boolean') return test.is ? words.yes(label) : words.no(label);
  return words.is(label, value(test.is));
}

const listLabel = (items: ListSource, names: ConditionNames): string =>
  'fact' in items ? names.fact(items.fact).label : names.field(items.field).label;

/** The names that days and numbers are told by. */
export function sourceNames(names: ConditionNames, lang: Lang): SourceNames {
  return {
    source: (source) => {
      if ('fact' in source) return names.fact(source.fact).label;
      return 'given' in source ? names.given(source.given).label : names.field(source.field).label;
    },
    condition: (when) => told(when, names, lang, false),
    counted: ({ of, items, where }) => ({
      kinds: items ? [inSentence(listLabel(items, names))] : names.kinds(of),
      ...(where && { where: told(where, items ? names.items(items) : names, lang, false) }),
    }),
    total: ({ total, items, where }) => {
      const ofItem = names.items(items);
      return {
        field: inSentence(ofItem.field(total).label),
        list: inSentence(listLabel(items, names)),
        ...(where && { where: told(where, ofItem, lang, false) }),
      };
    },
  };
}

/** Uses a plain negative where the language has one, otherwise "not the case that". */
function negated(condition: Condition, names: ConditionNames, lang: Lang): string {
  const words = conditions[lang];
  if ('not' in condition) return told(condition.not, names, lang, true);
  if ('groups' in condition) return words.notGroups(condition.groups.map(names.group));
  if ('units' in condition) return words.notUnits(condition.units.map(names.unit));
  if ('field' in condition || 'fact' in condition || 'given' in condition) {
    const { label, value } = namedIn(condition, names);
    const [test, ...others] = valueTests(condition);
    const alone = others.length === 0 && !numberBounds(condition) && !dayBoundsOf(condition);
    if (alone && test && 'is' in test) {
      if (typeof test.is === 'string') return words.isNot(label, value(test.is));
      return test.is ? words.no(label) : words.yes(label);
    }
  }
  return words.not(told(condition, names, lang, true));
}
