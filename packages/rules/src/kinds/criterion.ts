import { z } from 'zod';
import { parseDay } from '../calendar.js';
import { fieldTypes } from '../field-types/field-types.js';
import { distinct, either, equals, every, given, not, oneOf, variable, whenever } from '../logic.js';
import { officialDay } from '../official-date.js';
import type { CriterionView, FieldView, Logic, NeededType, Rule } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { compiling, type WantedStrings } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { inSentence, textIn, type Lang, type Text } from '../text.js';
import { element, fieldName, ids, kinds, label, severity } from './common.js';
import { compileCondition, compileTests, countMarked, countOf, type Naming } from './condition.js';
import {
  computes,
  condition,
  dayBoundsOf,
  fieldsRead,
  givenRead,
  numberBounds,
  tests,
  valueTests,
  type Condition,
  type Source,
  type Tests,
} from './condition-shape.js';
import { boundsInWords, dayBoundsInWords, numberOf, type SourceNames } from './computed-words.js';
import { itemFields, kindsOf, makeRule, naming, severityOf, type FormContext } from './context.js';
import { factsMissing, type FactsForm } from './facts.js';
import { expandField, filled, ofKinds, type PackField } from './field.js';

const shared = { ...element, of: kinds.optional(), when: condition.optional(), severity: severity.optional() };

/** Checked from the data, attested by the unit or, for anything else, JsonLogic. */
export const criterion = z.union([
  z.strictObject({ ...shared, label, attest: z.literal(true) }),
  z.strictObject({
    ...shared,
    label: label.optional(),
    field: fieldName,
    ...tests,
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
  readonly nominees: Record<Kind, { label?: string | undefined; fields: (string | PackField)[] }>;
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
        message: context.message((lang) => compiling[lang].notMet(shape.label, shape.severity === 'advice')),
      });
    }
    if ('require' in shape) return requirementRule(shape, form, context);
    const view = fieldOf(shape.field, shape.of, kindFields);
    const message = context.message((lang) => {
      const words = compiling[lang];
      const isAdvice = shape.severity === 'advice';
      const demands = isAdvice ? words.advised : words.wanted;
      const label = textIn(view?.label ?? shape.field, lang);
      const [about, demand] =
        typeof shape.is === 'boolean'
          ? ['', demands[shape.is ? 'yes' : 'no'](label)]
          : [label, wanted(shape, demands, view, sourceNames(form, shape.of, context, lang), lang)];
      return shape.label
        ? words.namedCriterion(shape.label, about, demand, isAdvice)
        : words.criterion(about, demand, isAdvice);
    });
    const own: Condition = { field: shape.field, ...testsOf(shape) };
    if (computes(own)) return requirementRule({ ...shape, require: own }, form, context, message);
    const names = naming('item.', fieldsOf(form, shape.of), context);
    return makeRule({
      ...common,
      needs: { [`item.${shape.field}`]: neededType(view) },
      // Blank values are not judged here, since they are asked for if due: `needs` handles all but empty lists.
      assert: whenever(
        view && fieldTypes[view.type].filled ? every([asked, filled(view, `item.${shape.field}`)]) : asked,
        compileTests(own, { field: shape.field }, names),
      ),
      path: `/${shape.field}`,
      message,
    });
  });
}

type Requirement = Pick<PackCriterion, 'id' | 'cite' | 'of' | 'when' | 'severity'> & {
  readonly label?: string | undefined;
  readonly require: Condition;
  readonly per?: 'nominee' | 'slate' | undefined;
  readonly message?: string | undefined;
  readonly at?: string | undefined;
};

/** A negation must not pass for lack of data: the rule is judged once all values it reads are given, as far as due. */
function requirementRule(
  shape: Requirement,
  form: CriteriaForm,
  context: FormContext,
  message = context.message((lang) => requirementInWords(shape, form, context, lang)),
): Rule {
  const ofSlate = shape.per === 'slate';
  // What is required comes first: the finding stands there, not at what makes it due.
  const conditions = [shape.require, shape.when];
  const reads = conditions.flatMap((part) => fieldsRead(part));
  const own = reads.filter(({ counted }) => !counted);
  const missing = [
    ...own.map(({ field }) => missingIn(field, shape.of, 'item.', form, context)),
    someMissing(
      reads.filter(({ counted }) => counted),
      form,
      context,
    ),
    ...factsMissing(conditions, form, context),
    ...conditions
      .flatMap((part) => givenRead(part))
      .map((name): Logic => ({ '===': [variable(`given.${name}`), null] })),
  ];
  const names = nomineeNaming(form, ofSlate ? undefined : shape.of, context);
  const asked = ofSlate ? compileCondition(shape.when, names) : askedOf(shape, form, context);
  const counted = 'count' in shape.require ? countOf(shape.require.count, names) : undefined;
  const field = shape.at ?? own[0]?.field;
  return makeRule({
    id: `criterion/${shape.id}`,
    element: `${form.id}/criteria/${shape.id}`,
    severity: severityOf(shape),
    ...(ofSlate ? {} : { each: NOMINEES }),
    needs: ofSlate
      ? { 'submission.nominees': 'list', ...(counted?.list !== undefined && { [counted.list]: 'list' }) }
      : {},
    assert: whenever(
      every([asked, ...distinct(missing).map((part) => not(part))]),
      compileCondition(shape.require, names),
    ),
    path: ofSlate ? NOMINEES : field === undefined ? '' : `/${field}`,
    ...(ofSlate && counted && { params: { count: counted.number } }),
    message,
    ...context.cite(shape.cite),
  });
}

/** What is wrong: the pack's sentence, or the label, with what is demanded of a number of nominees. */
function requirementInWords(shape: Requirement, form: CriteriaForm, context: FormContext, lang: Lang): string {
  if (shape.message) return shape.message;
  const label = shape.label ?? shape.id;
  const isAdvice = shape.severity === 'advice';
  if (shape.per !== 'slate' || !('count' in shape.require)) return compiling[lang].notMet(label, isAdvice);
  const names = sourceNames(form, shape.of, context, lang);
  return compiling[lang].notMetCount(label, boundsInWords(shape.require, lang, names), isAdvice);
}

/** Names of what a criterion or a quota reads. */
export function sourceNames(
  form: CriteriaForm,
  of: readonly Kind[] | undefined,
  context: FormContext,
  lang: Lang,
): SourceNames {
  const source = (source: Source): string => {
    if ('given' in source) return form.given?.find(({ id }) => id === source.given)?.label ?? source.given;
    if ('fact' in source) {
      if (source.fact === 'members') return textIn(vocabulary.places['/unit/members']!, lang);
      return form.facts?.find(({ id }) => id === source.fact)?.label ?? source.fact;
    }
    const [field] = fieldsOf(form, of).filter((entry) => entry.field === source.field);
    const word = Object.hasOwn(vocabulary.fields, source.field) ? vocabulary.fields[source.field] : undefined;
    return field?.label ?? textIn(word?.label ?? source.field, lang);
  };
  return {
    source,
    total: ({ total, items }) => {
      const own = itemFields(items, fieldsOf(form, of), form.facts).find(({ field }) => field === total);
      return { field: inSentence(own?.label ?? total), list: inSentence(source(items)) };
    },
    counted: ({ of: kinds = kindsOf(form), items }) => ({
      kinds: items
        ? [inSentence(source(items))]
        : kinds.map((kind) => inSentence(textIn(context.kind(kind).label, lang))),
    }),
  };
}

/** A field is due for a nominee and has no value. `prefix` leads to the nominee; empty inside a filter of the list. */
function missingIn(
  field: string,
  of: readonly Kind[] | undefined,
  prefix: '' | 'item.',
  form: CriteriaForm,
  context: FormContext,
): Logic {
  return either(
    asking(field, of, form).map(({ kind, when }) =>
      every([
        equals(`${prefix}kind`, kind),
        compileCondition(when, nomineeNaming(form, [kind], context, prefix)),
        { '===': [{ var: `${prefix}${field}` }, null] },
      ]),
    ),
  );
}

/** The kinds that are asked for a field, and when. */
function asking(field: string, of: readonly Kind[] | undefined, form: CriteriaForm) {
  const kinds = kindsOf(form).filter((kind) => !of || of.includes(kind));
  return kinds.flatMap((kind) => {
    const own = form.nominees[kind]!.fields.map(expandField).find((entry) => entry.field === field);
    // A list that is not due may be left out: there is nothing in it.
    return own && !(own.type === 'list' && own.optional) ? [{ kind, when: own.when }] : [];
  });
}

/** Some nominee that is counted lacks a value that is due; false if no such value is read, as of the kind alone. */
function someMissing(
  counted: readonly { field: string; of?: readonly Kind[] | undefined }[],
  form: CriteriaForm,
  context: FormContext,
): Logic {
  const missing = (prefix: '' | 'item.'): Logic =>
    either(counted.map(({ field, of }) => missingIn(field, of, prefix, form, context)));
  if (counted.some(({ field, of }) => asking(field, of, form).some(({ when }) => computes(when)))) {
    const { list, number } = countMarked(missing('item.'), context.derivations);
    return every([given(list), { '>': [number, 0] }]);
  }
  const within = missing('');
  return within === false ? false : { some: [variable('submission.nominees'), within] };
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
      inside: nomineeNaming(form, ofThese, context, ''),
      perItem: nomineeNaming(form, ofThese, context),
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

function testsOf(shape: Tests): Tests {
  const { is, in: among, has, atLeast, atMost, above, below, before, noLaterThan, from, through, within } = shape;
  return { is, in: among, has, atLeast, atMost, above, below, before, noLaterThan, from, through, within };
}

const neededType = (view: FieldView | undefined): NeededType => (view ? fieldTypes[view.type].needs : 'string');

function wanted(
  tests: Tests,
  demands: WantedStrings,
  view: FieldView | undefined,
  names: SourceNames,
  lang: Lang,
): string {
  const words = compiling[lang];
  const named = (value: string | boolean): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    const day = view?.type === 'date' ? parseDay(value) : null;
    if (day) return officialDay(day);
    const option: Text | undefined = view?.options?.find((entry) => entry.value === value)?.label;
    return option === undefined ? String(value) : textIn(option, lang);
  };
  const numbers = numberBounds(tests);
  const days = dayBoundsOf(tests);
  const parts = [
    ...valueTests(tests).map((test) => {
      if ('in' in test) return demands.oneOf(test.in.map(named));
      if ('has' in test) return demands.has(named(test.has));
      return 'is' in test ? demands.is(named(test.is)) : demands.atLeast(named(test.atLeast));
    }),
    ...(numbers ? [demands.number(boundsInWords(numbers, lang, names, { number: view && numberOf(view, lang) }))] : []),
    ...(days ? [demands.number(dayBoundsInWords(days, lang, names))] : []),
  ];
  return parts.join(` ${words.and} `);
}
