import { declaredItems, declaredSchema, documentsSchema, type Compiled } from './form-parts.js';
import { kindsOf, makeRule, type FormContext } from '../kinds/context.js';
import { criterionRules, declaredViews, exclusionRules, nomineeNaming } from '../kinds/criterion.js';
import { itemViews, printsMeeting, withPrintedSummary, type ItemNaming } from '../kinds/dossier.js';
import { fieldLabels, fieldRules, fieldSchema, fieldViews } from '../kinds/field.js';
import { membersRules } from '../kinds/facts.js';
import { memberShares, quotaRules, quotaViews } from '../kinds/quota.js';
import { repeatsRules } from '../kinds/repeats.js';
import { templateLeaves } from '../kinds/common.js';
import { uniqueRules } from '../kinds/repeats.js';
import { equals, given } from '../logic.js';
import type { NominationForm, RulePack } from '../pack/pack.js';
import type { FieldView, Schema } from '../rulebook.js';
import {
  choiceSchema,
  itemSchema,
  listSchema,
  MAX_NOMINEES,
  meetingSchema,
  objectSchema,
  SECTION_TEXT,
  textSchema,
} from '../shape.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import type { Kind } from '../submission.js';
import { textIn } from '../text.js';

/** Compiles what only nominations have: nominees, quotas, criteria, exclusions. */
export function compileNomination(pack: RulePack, shape: NominationForm, context: FormContext): Compiled {
  const form = withPrintedSummary(shape);
  const kinds = kindsOf(form);
  const items: ItemNaming = ({ of }) => nomineeNaming(form, of, context);
  const kindFields = new Map<Kind, FieldView[]>(
    kinds.map((kind) => [
      kind,
      fieldViews(form.nominees[kind]!.fields, context, {
        prefix: 'item',
        address: `${form.id}/nominees/${kind}/fields`,
        kind,
      }),
    ]),
  );
  const kindViews = [...kindFields].map(([kind, fields]) => ({
    kind,
    ...(pack.kinds?.some(({ id }) => id === kind) && { like: context.kind(kind).like }),
    label: form.nominees[kind]!.label ?? context.kind(kind).label,
    fields,
  }));
  const quotas = quotaViews(form.quotas ?? [], form, context, items({}));
  const nomineeItems = itemViews(form, context, items).filter(({ per }) => per === 'nominee');
  const criteria = declaredViews('criteria', form, context);
  const exclusions = declaredViews('exclusions', form, context);
  const templates = (form.dossier?.items ?? []).flatMap(({ template }) =>
    template ? (pack.templates ?? []).filter(({ id }) => id === template) : [],
  );
  const sections = templates.flatMap(({ sections: byKind }) =>
    kinds.flatMap((kind) => templateLeaves(byKind[kind] ?? [])),
  );
  const fieldSchemas = [...kindFields.values()].flat().reduce<Record<string, Schema>>((all, view) => {
    all[view.field] = mergedSchema(all[view.field], fieldSchema(view));
    return all;
  }, {});
  const declared = [...criteria.map(({ id }) => id), ...exclusions.map(({ id }) => id), ...declaredItems(nomineeItems)];
  const listLabel = vocabulary.places['/nominees']!;
  return {
    type: 'nomination',
    items,
    schema: {
      nominees: listSchema(
        itemSchema({
          id: textSchema(200),
          kind: choiceSchema(kinds),
          ...fieldSchemas,
          declared: declaredSchema(declared),
          sections: objectSchema(Object.fromEntries(sections.map(({ id }) => [id, textSchema(SECTION_TEXT)]))),
          documents: documentsSchema(nomineeItems),
        }),
        MAX_NOMINEES,
      ),
      meeting: meetingSchema,
    },
    rules: [
      makeRule({
        id: 'required/nominees',
        element: `${form.id}/nominees`,
        assert: given('submission.nominees'),
        path: '/nominees',
        message: context.message((lang) => compiling[lang].requiredList(textIn(listLabel, lang))),
        ...context.cite(),
      }),
      ...['id', 'kind'].map((part) =>
        makeRule({
          id: `required/${part}`,
          element: `${form.id}/nominees`,
          each: '/nominees',
          assert: given(`item.${part}`),
          path: `/${part}`,
          message: context.message((lang) =>
            compiling[lang].required(textIn(vocabulary.places[`/nominees/*/${part}`]!, lang)),
          ),
          ...context.cite(),
        }),
      ),
      ...uniqueRules({ kinds: kindViews }, context),
      ...quotaRules(form.quotas ?? [], quotas, form, kinds, context),
      ...membersRules(form, memberShares(form.quotas ?? [], quotas, selectionsFrom(pack, form.id), context), context),
      ...kinds.flatMap((kind) =>
        fieldRules(kindFields.get(kind)!, context, {
          prefix: 'item',
          each: '/nominees',
          asked: equals('item.kind', kind),
        }),
      ),
      ...criterionRules(form, kindFields, context),
      ...exclusionRules(form, context),
      ...repeatsRules(form, kindFields, context),
    ],
    labels: {
      ...fieldLabels([...kindFields.values()].flat(), '/nominees/*'),
      ...Object.fromEntries(
        [...criteria, ...exclusions, ...nomineeItems].map(({ id, label }) => [`/nominees/*/declared/${id}`, label]),
      ),
      ...Object.fromEntries(sections.map(({ id, title }) => [`/nominees/*/sections/${id}`, title])),
    },
    view: {
      kinds: kindViews,
      quotas,
      criteria,
      exclusions,
      maxNominees: MAX_NOMINEES,
      meeting: (form.dossier?.items ?? []).some(printsMeeting),
    },
  };
}

/** Selections from a form's nominations, directly or from the picks of another selection. */
function selectionsFrom({ selections = [] }: RulePack, form: string): NonNullable<RulePack['selections']> {
  const sources = new Set([form]);
  // A selection may be listed before the one it selects from.
  for (let known = 0; known < sources.size;) {
    known = sources.size;
    for (const { id, from } of selections) if (sources.has(from)) sources.add(id);
  }
  return selections.filter(({ from }) => sources.has(from));
}

/** All kinds share one nominee schema; a field shared by several kinds accepts what any of them accepts. */
function mergedSchema(known: Schema | undefined, schema: Schema): Schema {
  if (!known?.enum || !schema.enum) return schema;
  const values = [...known.enum, ...schema.enum].filter((value) => value !== null);
  return choiceSchema([...new Set(values)]);
}
