import { z } from 'zod';
import { dayNumber, parseDay } from '../calendar.js';
import { fieldTypeNames, fieldTypes, scaleOf } from '../field-types/field-types.js';
import { typeOfField } from '../field-types/type-of-field.js';
import { rangeInWords, storedNumber } from '../field-types/limits-in-words.js';
import { maskNames } from '../field-types/strings/masks.js';
import { fieldWords } from '../field-types/strings/field-words.js';
import { countWhere, every, given, oneOf, variable, whenever } from '../logic.js';
import type { FieldType, FieldView, Limits, Logic, Range, Rule, Schema } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { scaleSteps } from './scales.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { fillTemplate, inSentence, textIn, type Lang, type Text } from '../text.js';
import { plainCopy } from '../values/plain.js';
import { cite, day, fieldName, id, label, limit } from './common.js';
import { compileCondition } from './condition.js';
import { condition } from './condition-shape.js';
import { makeRule, naming, type FormContext, type NamedKind } from './context.js';

export const option = z.strictObject({ id, label });

const range = z
  .strictObject({
    atLeast: z.number().min(0).optional(),
    atMost: z.number().min(0).optional(),
    from: day.optional(),
    through: day.optional(),
  })
  .describe('Of a number as people write it, or of a day; of a list, how many items');

/** What limits answers; which of these a type takes stands in its file. */
const limits = {
  scale: id.optional(),
  options: z.array(option).min(1).optional(),
  decimals: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .optional()
    .describe('1 unless said'),
  range: range.optional(),
  length: z
    .strictObject({ atLeast: z.int().min(1).optional(), atMost: z.int().min(1).optional() })
    .optional()
    .describe('In characters'),
  mask: z.enum(maskNames).optional(),
  limit: limit.optional(),
};

const itemField = z.strictObject({
  field: fieldName,
  type: z.enum(fieldTypeNames).exclude(['list']),
  label,
  hint: label.optional(),
  optional: z.boolean().optional(),
  ...limits,
  description: z.string().optional(),
});

/** What a field says of its answers, whoever it is asked of. */
export const answers = {
  hint: label.optional(),
  optional: z.boolean().optional(),
  when: condition.optional(),
  ...limits,
  fields: z.array(itemField).min(1).optional().describe('Of a list: what is asked of each item'),
  distinct: z.array(fieldName).min(1).optional().describe('Of a list: no two items have the same values of these'),
  cite: cite.optional(),
  description: z.string().optional(),
};

export const field = z.strictObject({
  field: fieldName,
  type: z.enum(fieldTypeNames).optional(),
  label: label.optional(),
  year: z.int().min(1900).max(2200).optional(),
  ...answers,
});
export const fields = z.array(z.union([fieldName, field])).min(1);

export type PackField = z.infer<typeof field>;

/** A field as listed in the pack: a word of the shared vocabulary, or a definition with a type. */
export const expandField = (field: string | PackField): PackField => (typeof field === 'string' ? { field } : field);

/** A field as the form asks for it, with the year that a rating is for; some words differ by kind of nominee. */
export function fieldLabel({ field, label, year }: PackField, lang: Lang, kind?: NamedKind): string {
  const word = Object.hasOwn(vocabulary.fields, field) ? vocabulary.fields[field] : undefined;
  const ofKind = kind && word?.by?.[kind.like];
  const said =
    label ??
    (kind && ofKind
      ? fillTemplate(textIn(ofKind, lang), { kind: inSentence(textIn(kind.label, lang)) })
      : textIn(word?.label ?? field, lang));
  return year === undefined ? said : compiling[lang].year(said, year);
}

/**
 * @param prefix  `var` path of the object that holds the fields: `item` or `submission.person`
 * @param address pack address of the list of fields
 */
export function fieldViews(
  fields: readonly (string | PackField)[],
  context: FormContext,
  { prefix, address, kind }: { prefix: string; address: string; kind?: Kind },
): FieldView[] {
  const expanded = fields.map(expandField);
  return expanded.map((field) => {
    const type = typeOfField(field);
    const options = optionsOf(field, type, context);
    const condition = compileCondition(field.when, naming(`${prefix}.`, expanded, context));
    const limit = withoutUndefined(field.limit);
    const list = field.fields && { prefix: 'item', address: `${address}/${field.field}/fields` };
    return {
      element: `${address}/${field.field}`,
      field: field.field,
      type,
      label:
        field.label !== undefined && field.year === undefined
          ? field.label
          : context.message((lang) => fieldLabel(field, lang, kind === undefined ? undefined : context.kind(kind))),
      ...(field.hint && { hint: field.hint }),
      optional: field.optional ?? false,
      ...(condition !== true && { when: condition }),
      ...(options && { options }),
      ...(field.year && { year: field.year }),
      ...limitsOf(field, type),
      ...(list && { fields: fieldViews(field.fields!, context, list) }),
      ...(limit && { limit }),
      ...context.cite(field.cite),
    };
  });
}

/** What limits the answers to a field, but its options and what a list consists of. */
export function limitsOf({ length, mask, decimals, range, distinct }: PackField, type: FieldType): Limits {
  const maxLength = length?.atMost ?? fieldTypes[type].maxLength;
  return {
    ...(length?.atLeast !== undefined && { minLength: length.atLeast }),
    ...(maxLength !== undefined && { maxLength }),
    ...(mask && { mask }),
    ...(type === 'decimal' && { decimals: decimals ?? 1 }),
    ...(range && { range: plainCopy(range) as Range }),
    ...(distinct && { distinct }),
  };
}

/** Where the fields of a list of views stand. */
interface Standing {
  /** `var` path of the object that holds them */
  readonly prefix: string;
  /** restricts their rules further, such as to the nominee's kind */
  readonly asked: Logic;
  /** list whose items hold them */
  readonly each?: string;
  /** JSON Pointer of the object, within the item under `each` */
  readonly path?: string;
  /** for the fields of a list's items: the label of the list */
  readonly list?: Text;
}

/** Presence and ranges are checked by rules, not by the schema, so that a clause can be cited and the rest is judged. */
export function fieldRules(views: readonly FieldView[], context: FormContext, standing: Standing): Rule[] {
  return views.flatMap((view) => [
    ...(view.optional ? [] : [presenceRule(view, context, standing)]),
    ...(view.range ? [rangeRule(view, context, standing)] : []),
    ...(view.distinct ? [distinctRule(view, view.distinct, context, standing)] : []),
    ...itemRules(view, context, standing),
  ]);
}

const ruleOf = (view: FieldView, { each, path = '' }: Standing) => ({
  element: view.element,
  ...(each !== undefined && { each }),
  path: `${path}/${view.field}`,
  ...(view.cite && { cite: view.cite }),
});

const due = ({ when = true }: FieldView, { asked }: Standing): Logic => every([asked, when]);

const named = ({ label }: FieldView, { list }: Standing, lang: Lang): string =>
  list === undefined ? textIn(label, lang) : fieldWords[lang].ofList(textIn(list, lang), textIn(label, lang));

function presenceRule(view: FieldView, context: FormContext, standing: Standing): Rule {
  return makeRule({
    id: `required/${view.field}`,
    ...ruleOf(view, standing),
    assert: whenever(due(view, standing), filled(view, `${standing.prefix}.${view.field}`)),
    message: context.message((lang) => compiling[lang].required(named(view, standing, lang))),
  });
}

function rangeRule(view: FieldView, context: FormContext, standing: Standing): Rule {
  const { value, needs, least, most } = measured(view, context, standing);
  return makeRule({
    id: `range/${view.field}`,
    ...ruleOf(view, standing),
    needs,
    assert: whenever(
      due(view, standing),
      every([
        ...(least === undefined ? [] : [{ '>=': [value, least] }]),
        ...(most === undefined ? [] : [{ '<=': [value, most] }]),
      ]),
    ),
    message: context.message(
      (lang) => `${named(view, standing, lang)}: ${fieldWords[lang].must(rangeInWords(view, lang))}.`,
    ),
  });
}

interface Measured {
  /** a whole number */
  readonly value: Logic;
  readonly needs: Rule['needs'];
  /** bounds as the value is stored */
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/** What is compared with the bounds of a field: its number, how many items it has, its day counted since 1970. */
function measured(view: FieldView, { derivations }: FormContext, { prefix, each }: Standing): Measured {
  const { type, field, range = {} } = view;
  const path = `${prefix}.${field}`;
  if (type === 'date') {
    const days = derivations.path({ ...(each !== undefined && { each }), days: path });
    const [least, most] = [range.from, range.through].map(dayOf);
    return { value: variable(days), needs: { [days]: 'integer' }, least, most };
  }
  const scale = scaleOf(type, view);
  const [least, most] = [range.atLeast, range.atMost].map((end) =>
    end === undefined ? undefined : storedNumber(end, scale),
  );
  const value = type === 'list' ? countWhere(path, true) : variable(path);
  return { value, needs: { [path]: fieldTypes[type].needs }, least, most };
}

function dayOf(text: string | undefined): number | undefined {
  const parsed = text === undefined ? null : parseDay(text);
  return parsed ? dayNumber(parsed) : undefined;
}

/** The list of items, as rules name it. */
const itemsOf = ({ field }: FieldView, { each, path = '' }: Standing): string =>
  each === undefined ? `${path}/${field}` : `${each}/*${path}/${field}`;

/** No two items of a list have the same values of some of their fields. */
function distinctRule(view: FieldView, distinct: readonly string[], context: FormContext, standing: Standing): Rule {
  const own = distinct.flatMap((name) => view.fields?.find(({ field }) => field === name) ?? []);
  // Lists of different nominees are apart.
  const owner = standing.each === undefined ? [] : ['owner.id'];
  return makeRule({
    id: `distinct/${view.field}`,
    element: view.element,
    each: itemsOf(view, standing),
    needs: Object.fromEntries(own.map(({ field, type }) => [`item.${field}`, fieldTypes[type].needs])),
    repeats: { of: [...owner, ...own.map(({ field }) => `item.${field}`)], atMost: 1 },
    path: `/${distinct[0]!}`,
    message: context.message((lang) =>
      fieldWords[lang].repeated(
        named(view, standing, lang),
        own.map(({ label }) => textIn(label, lang)),
      ),
    ),
    ...(view.cite && { cite: view.cite }),
  });
}

/** The rules of a list's items, judged item by item; what is asked of the list's owner is read through `owner`. */
function itemRules(view: FieldView, context: FormContext, standing: Standing): Rule[] {
  return fieldRules(view.fields ?? [], context, {
    prefix: 'item',
    asked: ofOwner(due(view, standing)),
    each: itemsOf(view, standing),
    list: view.label,
  }).map((rule) => (view.cite ? { ...rule, cite: view.cite } : rule));
}

/** A condition about an item, for rules about the items of a list in it. */
function ofOwner(logic: Logic): Logic {
  if (typeof logic !== 'object' || logic === null) return logic;
  const [[operator, given]] = Object.entries(logic) as [[string, Logic | readonly Logic[]]];
  if (operator !== 'var') {
    return { [operator]: Array.isArray(given) ? (given as readonly Logic[]).map(ofOwner) : ofOwner(given as Logic) };
  }
  return typeof given === 'string' && given.startsWith('item.')
    ? variable(`owner.${given.slice('item.'.length)}`)
    : logic;
}

/** Whether a field is answered. */
export const filled = ({ type }: FieldView, path: string): Logic => (fieldTypes[type].filled ?? given)(path);

export const fieldSchema = (view: FieldView): Schema => fieldTypes[view.type].schema(view);

/** The labels of fields, and of the fields of their items, by path. */
export const fieldLabels = (views: readonly FieldView[], root: string): Record<string, Text> =>
  Object.fromEntries(
    views.flatMap(({ field, label, fields = [] }): [string, Text][] => [
      [`${root}/${field}`, label],
      ...fields.map((own): [string, Text] => [`${root}/${field}/*/${own.field}`, own.label]),
    ]),
  );

export const ofKinds = (kinds: readonly Kind[] | undefined, all: readonly Kind[]): Logic =>
  !kinds || all.every((kind) => kinds.includes(kind)) ? true : oneOf('item.kind', kinds);

export function withoutUndefined(
  limit: { pages?: number | undefined; characters?: number | undefined } | undefined,
): { pages?: number; characters?: number } | undefined {
  if (!limit) return undefined;
  return {
    ...(limit.pages !== undefined && { pages: limit.pages }),
    ...(limit.characters !== undefined && { characters: limit.characters }),
  };
}

function optionsOf(field: PackField, type: FieldView['type'], context: FormContext) {
  if (fieldTypes[type].options === 'scale') return scaleSteps(context.pack, field.scale ?? 'rating') ?? [];
  return field.options?.map(({ id, label }) => ({ value: id, label }));
}
