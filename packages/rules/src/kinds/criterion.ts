import { z } from 'zod';
import { fieldTypes } from '../field-types/field-types.js';
import { either, equals, every, not, oneOf, variable, whenever } from '../logic.js';
import { numberInWords } from '../field-types/limits-in-words.js';
import type { CriterionView, FieldType, FieldView, Limits, Logic, NeededType, Rule } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { compiling } from '../strings/compiling.js';
import { grouped } from '../grouped.js';
import { textIn, type Lang, type Text } from '../text.js';
import { element, fieldName, ids, kinds, label, severity } from './common.js';
import {
  compileCondition,
  compileTest,
  condition,
  countOf,
  factPath,
  factsRead,
  fieldsRead,
  isValueTest,
  type Bounds,
  type Condition,
  type FieldTest,
  type Naming,
  type Read,
} from './condition.js';
import { kindsOf, makeRule, naming, severityOf, type FormContext } from './context.js';
import { factDue, type FactsForm } from './facts.js';
import { expandField, filled, ofKinds, type PackField } from './field.js';

const shared = { ...element, of: kinds.optional(), when: condition.optional(), severity: severity.optional() };

/** Checked from the data, attested by the unit or, for anything else, JsonLogic. */
export const criterion = z.union([
  z.strictObject({ ...shared, label, attest: z.literal(true) }),
  z.strictObject({
    ...shared,
    label: label.optional(),
    field: fieldName,
    is: z.union([z.string(), z.boolean(), z.number()]).optional(),
    in: z.array(z.string()).min(1).optional(),
    atLeast: z.union([z.string(), z.number()]).optional(),
    atMost: z.number().optional(),
    above: z.number().optional(),
    below: z.number().optional(),
    has: z.string().optional(),
  }),
  z.strictObject({
    ...shared,
    label: label.describe('What is asked, named by a noun'),
    require: condition.describe('What has to hold; not judged while a value that it reads is due and missing'),
    per: z.enum(['nominee', 'slate']).optional().describe('"nominee" unless said; of a slate, once for all nominees'),
    message: label.optional().describe('What is wrong where it does not hold, as a sentence'),
    at: fieldName.optional().describe('The field where it is told; the first one read, unless said'),
  }),
  z.strictObject({
    ...shared,
    label,
    assert: z.json().describe('JsonLogic of the portable profile over { submission, item, now }'),
    needs: z.record(z.string(), z.enum(['string', 'integer', 'boolean', 'list', 'object'])).optional(),
    path: z.string().optional().describe('JSON Pointer within the nominee'),
  }),
]);
export type PackCriterion = z.infer<typeof criterion>;

export const exclusion = z.strictObject({
  ...shared,
  label,
  awards: ids.optional(),
  years: z.array(z.int().min(1900).max(2200)).min(1).optional(),
});
export type PackExclusion = z.infer<typeof exclusion>;

/** What criteria and exclusions read from a nomination. */
export interface CriteriaForm extends FactsForm {
  readonly nominees: Partial<Record<Kind, { fields: (string | PackField)[] }>>;
  readonly criteria?: readonly PackCriterion[] | undefined;
  readonly exclusions?: readonly PackExclusion[] | undefined;
}

const NOMINEES = '/nominees';

export function criterionRules(
  form: CriteriaForm,
  kindFields: ReadonlyMap<Kind, readonly FieldView[]>,
  context: FormContext,
): Rule[] {
  return (form.criteria ?? []).map((shape) => {
    const asked = askedOf(shape, form, context);
    const common = {
      id: `criterion/${shape.id}`,
      element: `${form.id}/criteria/${shape.id}`,
      severity: severityOf(shape),
      each: NOMINEES,
      ...context.cite(shape.cite),
    };
    if ('attest' in shape) {
      return makeRule({
        ...common,
        assert: whenever(asked, equals(`item.declared.${shape.id}`, true)),
        path: `/declared/${shape.id}`,
        message: context.message((lang) => compiling[lang].attest(shape.label)),
      });
    }
    if ('assert' in shape) {
      return makeRule({
        ...common,
        needs: shape.needs ?? {},
        assert: whenever(asked, shape.assert as Logic),
        path: shape.path ?? '',
        message: context.message((lang) => compiling[lang].notMet(shape.label)),
      });
    }
    if ('require' in shape) return requirementRule(shape, form, context);
    const test = testOf(shape);
    const names = naming('item.', fieldsOf(form, shape.of), context);
    const view = fieldOf(shape.field, shape.of, kindFields);
    return makeRule({
      ...common,
      needs: { [`item.${shape.field}`]: neededType(view) },
      // Blank values are not judged here, since they are asked for if due: `needs` handles all but empty lists.
      assert: whenever(
        view && fieldTypes[view.type].filled ? every([asked, filled(view, `item.${shape.field}`)]) : asked,
        compileTest(
          test,
          names.path(shape.field),
          (step) => names.atOrAbove(shape.field, step),
          names.scale?.(shape.field),
        ),
      ),
      path: `/${shape.field}`,
      message: context.message((lang) =>
        compiling[lang].criterion(shape.label ?? textIn(view?.label ?? shape.field, lang), wanted(test, view, lang)),
      ),
    });
  });
}

type Requirement = Extract<PackCriterion, { require: Condition }>;

/** A negation must not pass for lack of data: the rule is judged once all values it reads are given, as far as due. */
function requirementRule(shape: Requirement, form: CriteriaForm, context: FormContext): Rule {
  const ofSlate = shape.per === 'slate';
  const reads = [shape.when, shape.require].flatMap((part) => fieldsRead(part));
  const own = reads.filter(({ counted }) => !counted);
  const missing = [
    ...own.map(({ field }) => missingIn(field, shape.of, 'item.', form, context)),
    someMissing(
      reads.filter(({ counted }) => counted),
      form,
      context,
    ),
    ...[shape.when, shape.require]
      .flatMap((part) => factsRead(part))
      .map((name) => every([factDue(form, name), { '===': [variable(factPath(name)), null] }])),
  ];
  const names = nomineeNaming(form, ofSlate ? undefined : shape.of, context);
  const asked = ofSlate ? compileCondition(shape.when, names) : askedOf(shape, form, context);
  const counted = 'count' in shape.require ? shape.require : undefined;
  const field = shape.at ?? own[0]?.field;
  return makeRule({
    id: `criterion/${shape.id}`,
    element: `${form.id}/criteria/${shape.id}`,
    severity: severityOf(shape),
    ...(ofSlate ? {} : { each: NOMINEES }),
    needs: ofSlate ? { 'submission.nominees': 'list' } : {},
    assert: whenever(
      every([asked, ...unique(missing).map((part) => not(part))]),
      compileCondition(shape.require, names),
    ),
    path: ofSlate ? NOMINEES : field === undefined ? '' : `/${field}`,
    ...(ofSlate && counted && { params: { count: countOf(counted.count, names) } }),
    message: context.message((lang) => {
      if (shape.message) return shape.message;
      if (!ofSlate || !counted) return compiling[lang].notMet(shape.label);
      return compiling[lang].notMetCount(shape.label, boundsInWords(counted, lang, { counted: true }));
    }),
    ...context.cite(shape.cite),
  });
}

const unique = (parts: readonly Logic[]): Logic[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
];

/** A field is due for a nominee and has no value. `prefix` leads to the nominee; empty inside a filter of the list. */
function missingIn(
  field: string,
  of: readonly Kind[] | undefined,
  prefix: '' | 'item.',
  form: CriteriaForm,
  context: FormContext,
): Logic {
  const kinds = kindsOf(form).filter((kind) => !of || of.includes(kind));
  return either(
    kinds.flatMap((kind) => {
      const own = form.nominees[kind]!.fields.map(expandField).find((entry) => entry.field === field);
      if (!own) return [];
      const due = compileCondition(own.when, nomineeNaming(form, [kind], context, prefix));
      return [every([equals(`${prefix}kind`, kind), due, { '===': [{ var: `${prefix}${field}` }, null] }])];
    }),
  );
}

/** Some nominee that is counted lacks a value that is due; false if no such value is read, as of the kind alone. */
function someMissing(counted: readonly Read[], form: CriteriaForm, context: FormContext): Logic {
  const missing = either(counted.map(({ field, of }) => missingIn(field, of, '', form, context)));
  return missing === false ? false : { some: [variable('submission.nominees'), missing] };
}

/** The unit denies each exclusion individually; no answer is not a denial. */
export function exclusionRules(form: CriteriaForm, context: FormContext): Rule[] {
  return (form.exclusions ?? []).map((shape) =>
    makeRule({
      id: `exclusion/${shape.id}`,
      element: `${form.id}/exclusions/${shape.id}`,
      severity: severityOf(shape),
      each: NOMINEES,
      assert: whenever(askedOf(shape, form, context), equals(`item.declared.${shape.id}`, false)),
      path: `/declared/${shape.id}`,
      message: context.message((lang) => compiling[lang].exclusion(shape.label)),
      ...context.cite(shape.cite),
    }),
  );
}

/** What the unit declares for each nominee: attested criteria, and exclusions. */
export function declaredViews(
  list: 'criteria' | 'exclusions',
  form: CriteriaForm,
  context: FormContext,
): CriterionView[] {
  return (form[list] ?? []).flatMap((shape) => {
    if (list === 'criteria' && !('attest' in shape)) return [];
    const asked = askedOf(shape, form, context);
    return [
      {
        element: `${form.id}/${list}/${shape.id}`,
        id: shape.id,
        label: shape.label ?? shape.id,
        attest: list === 'criteria',
        ...(asked !== true && { when: asked }),
        severity: severityOf(shape),
        ...('awards' in shape && shape.awards && { awards: shape.awards }),
        ...('years' in shape && shape.years && { years: shape.years }),
        ...context.cite(shape.cite),
      },
    ];
  });
}

function askedOf(
  shape: { of?: Kind[] | undefined; when?: Condition | undefined },
  form: CriteriaForm,
  context: FormContext,
): Logic {
  const all = kindsOf(form);
  return every([ofKinds(shape.of, all), compileCondition(shape.when, nomineeNaming(form, shape.of, context))]);
}

/** How conditions read a nominee. A field asked only of some kinds is ignored for the others. */
export function nomineeNaming(
  form: Pick<CriteriaForm, 'nominees'>,
  of: readonly Kind[] | undefined,
  context: FormContext,
  prefix: '' | 'item.' = 'item.',
): Naming {
  const all = kindsOf(form);
  const kinds = all.filter((kind) => !of || of.includes(kind));
  const asks = (kind: Kind, name: string) =>
    form.nominees[kind]!.fields.map(expandField).some(({ field }) => field === name);
  return {
    ...naming(prefix, fieldsOf(form, of), context),
    asked: (field) => {
      const having = kinds.filter((kind) => field === 'kind' || asks(kind, field));
      return having.length === kinds.length ? true : oneOf(`${prefix}kind`, having);
    },
    counted: (ofThese) => ({
      naming: nomineeNaming(form, ofThese, context, ''),
      kinds: ofThese && !all.every((kind) => ofThese.includes(kind)) ? ofThese : null,
    }),
  };
}

/** Fields of the given kinds; if several kinds share a field, the first declaration counts. */
export function fieldsOf(form: Pick<CriteriaForm, 'nominees'>, of: readonly Kind[] | undefined): PackField[] {
  return kindsOf(form)
    .filter((kind) => !of || of.includes(kind))
    .flatMap((kind) => form.nominees[kind]!.fields.map(expandField));
}

function fieldOf(
  field: string,
  of: readonly Kind[] | undefined,
  kindFields: ReadonlyMap<Kind, readonly FieldView[]>,
): FieldView | undefined {
  for (const [kind, views] of kindFields) {
    if (of && !of.includes(kind)) continue;
    const view = views.find((entry) => entry.field === field);
    if (view) return view;
  }
  return undefined;
}

function testOf(shape: Extract<PackCriterion, { field: string }>): FieldTest {
  const { field, is, in: among, has, atLeast, atMost, above, below } = shape;
  if (typeof is === 'string' || typeof is === 'boolean') return { field, is };
  if (among !== undefined) return { field, in: among };
  if (has !== undefined) return { field, has };
  if (typeof atLeast === 'string') return { field, atLeast };
  return { field, is, atLeast, atMost, above, below };
}

const neededType = (view: FieldView | undefined): NeededType => (view ? fieldTypes[view.type].needs : 'string');

function wanted(test: FieldTest, view: FieldView | undefined, lang: Lang): string {
  const words = compiling[lang];
  const named = (value: string | boolean): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    const option: Text | undefined = view?.options?.find((entry) => entry.value === value)?.label;
    return option === undefined ? String(value) : textIn(option, lang);
  };
  if (!isValueTest(test))
    return words.wanted.number(boundsInWords(test, lang, { number: view && numberOf(view, lang) }));
  if ('in' in test) return words.wanted.oneOf(test.in.map(named).join(', '));
  if ('has' in test) return words.wanted.has(named(test.has));
  return 'is' in test ? words.wanted.is(named(test.is)) : words.wanted.atLeast(named(test.atLeast));
}

/** How a bound of a field or fact is written: with its percent sign, a year without a separator. */
export const numberOf = (field: Limits & { readonly type: FieldType }, lang: Lang) =>
  field.type === 'count' ? undefined : (value: number): string => numberInWords(value, field, lang);

/** "từ 18 đến 30", "không quá 35": the end of a sentence about a number, or about a number of nominees. */
export function boundsInWords(
  { is, atLeast, atMost, above, below }: Bounds,
  lang: Lang,
  { counted = false, number: shownAs }: { counted?: boolean; number?: ((value: number) => string) | undefined } = {},
): string {
  const { number } = compiling[lang];
  const shown = (value: number): string =>
    shownAs?.(value) ?? (lang === 'vi' ? grouped(value).padStart(counted && value > 0 ? 2 : 1, '0') : String(value));
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
