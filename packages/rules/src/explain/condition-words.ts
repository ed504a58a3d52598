import { isValueTest, type Condition, type Counted } from '../kinds/condition.js';
import { boundsInWords } from '../kinds/criterion.js';
import { explaining } from './strings/explain.js';
import type { Lang } from '../text.js';

/** The words for names in a condition. */
export interface ConditionNames {
  readonly field: (field: string) => NamedField;
  readonly fact: (fact: string) => NamedField;
  readonly group: (group: string) => string;
  readonly unit: (unit: string) => string;
  readonly table: (table: string) => string;
  readonly column: (table: string, column: string) => string;
  readonly kinds: (of: Counted['of']) => string;
}

export interface NamedField {
  readonly label: string;
  /** label of a value: an option, a step of a scale; the value itself if it has no label */
  readonly value: (value: string) => string;
  /** wording of "has", if it differs from the general one */
  readonly has?: (value: string) => string;
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

function told(condition: Condition, names: ConditionNames, lang: Lang, inside: boolean): string {
  const words = explaining[lang].condition;
  const bracketed = (text: string, parts: number): string => (inside && parts > 1 ? `(${text})` : text);
  const joined = (parts: readonly Condition[], join: (list: readonly string[]) => string): string =>
    bracketed(join(parts.map((part) => told(part, names, lang, parts.length > 1))), parts.length);
  if ('all' in condition) return joined(condition.all, words.all);
  if ('any' in condition) return joined(condition.any, words.any);
  if ('not' in condition) return negated(condition.not, names, lang);
  if ('count' in condition) {
    const { of, where } = condition.count;
    const among = where && told(where, names, lang, true);
    return words.count(names.kinds(of), among, boundsInWords(condition, lang, { counted: true }));
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
  if ('groups' in condition) return words.groups(condition.groups.map(names.group));
  if ('units' in condition) return words.units(condition.units.map(names.unit));
  const { label, value, has } = 'fact' in condition ? names.fact(condition.fact) : names.field(condition.field);
  if (!isValueTest(condition)) return words.number(label, boundsInWords(condition, lang));
  if ('in' in condition) return words.in(label, condition.in.map(value));
  if ('has' in condition) return has ? has(value(condition.has)) : words.has(label, value(condition.has));
  if ('atLeast' in condition) return words.atLeast(label, value(condition.atLeast));
  if (typeof condition.is === 'boolean') return condition.is ? words.yes(label) : words.no(label);
  return words.is(label, value(condition.is));
}

/** Uses a plain negative where the language has one, otherwise "not the case that". */
function negated(condition: Condition, names: ConditionNames, lang: Lang): string {
  const words = explaining[lang].condition;
  if ('not' in condition) return told(condition.not, names, lang, true);
  if ('groups' in condition) return words.notGroups(condition.groups.map(names.group));
  if ('units' in condition) return words.notUnits(condition.units.map(names.unit));
  if (('field' in condition || 'fact' in condition) && isValueTest(condition) && 'is' in condition) {
    const { label, value } = 'fact' in condition ? names.fact(condition.fact) : names.field(condition.field);
    if (typeof condition.is === 'string') return words.isNot(label, value(condition.is));
    return condition.is ? words.no(label) : words.yes(label);
  }
  return words.not(told(condition, names, lang, true));
}
