import { amend } from './amend.js';
import { countView, membersRule, quotaRules, quotaViews } from './kinds/quota.js';
import { criterionRules, declaredViews, exclusionRules, nomineeNaming } from './kinds/criterion.js';
import { dossierRules, itemViews, withPrintedSummary, type ItemNaming } from './kinds/dossier.js';
import { compileCondition, type Naming } from './kinds/condition.js';
import { formContext, makeRule, naming, utcOffsets, type FormContext } from './kinds/context.js';
import { expandField, fieldRules, fieldSchema, fieldViews } from './kinds/field.js';
import { outlineRules, sectionViews } from './kinds/outline.js';
import { dutyRules, planRules, planView } from './kinds/plan.js';
import { columnLeaves, columnName, tableRules, tableViews } from './kinds/table.js';
import { templateLeaves } from './kinds/template.js';
import { uniqueRules } from './kinds/unique.js';
import { unitRules } from './kinds/unit.js';
import { compileWindows, windowRules, type WindowPlace } from './kinds/window.js';
import { equals, given } from './logic.js';
import type { NominationForm, PackForm, PlanForm, ReportForm, RulePack } from './pack.js';
import { plainCopy } from './plain.js';
import type {
  FieldView,
  FormView,
  Milestone,
  Rule,
  Rulebook,
  RulebookForm,
  RulebookWindow,
  Schema,
  SectionView,
  Selection,
  Template,
} from './rulebook.js';
import { leaves } from './section-leaves.js';
import {
  choiceSchema,
  choicesSchema,
  daySchema,
  envelopeSchema,
  filesSchema,
  itemSchema,
  listSchema,
  MAX_NOMINEES,
  meetingSchema,
  objectSchema,
  percentSchema,
  countSchema,
  SECTION_TEXT,
  TEXT,
  LONG_TEXT,
  textSchema,
  yesNoSchema,
} from './shape.js';
import { compiling } from './strings/compiling.js';
import { vocabulary } from './strings/vocabulary.js';
import type { Kind } from './submission.js';
import { textIn, type Text } from './text.js';

/**
 * Compiles a rule pack to a rulebook: amendments applied in order, references resolved, conditions turned to JsonLogic.
 * Pure: the same pack gives the same rulebook.
 *
 * @param pack a pack that `parsePack` accepted
 */
export function compile(pack: RulePack): Rulebook {
  const amended = amend(pack);
  const current = amended.pack;
  const document = current.directive.number;
  const cited = (clause: string | undefined) => (clause === undefined ? {} : { cite: { document, clause } });
  const place = (address: string): WindowPlace => ({
    address,
    offset: formContext(current, current.forms[0]!).offset,
    document,
    amended: amended.windows,
  });
  return plainCopy<Rulebook>({
    rulebook: '1',
    id: current.id,
    version: current.version,
    utcOffset: utcOffsets[current.timezone],
    directive: current.directive as Rulebook['directive'],
    layout: current.layout,
    unitGroups: current.unitGroups.map(({ id, label, layout, size, assumed }) => ({
      id,
      label,
      ...(layout && { layout }),
      ...(size && { size }),
      ...(assumed && { assumed }),
    })),
    units: (current.units ?? []).map(({ id, label, group }) => ({ id, label, group })),
    awards: (current.awards ?? []).map(({ id, label }) => ({ id, label })),
    templates: (current.templates ?? []).map(({ id, label, sections }) => ({ id, label, sections }) as Template),
    forms: current.forms.map((form) => compileForm(current, form, place)),
    selections: (current.selections ?? []).map((shape): Selection => ({
      element: `selections/${shape.id}`,
      id: shape.id,
      label: shape.label,
      ...awardOf(current, shape.award),
      from: shape.from,
      counts: shape.counts.map((count) => ({ ...countView(count), ...(count.allocated && { allocated: true }) })),
      reserved: (shape.reserved ?? []).map(({ id, of, count, by }) => ({ id, of, count, ...(by && { by }) })),
      ...(shape.to && { to: shape.to }),
      ...cited(shape.cite),
    })),
    milestones: (current.milestones ?? []).map((shape): Milestone => ({
      element: `milestones/${shape.id}`,
      id: shape.id,
      label: shape.label,
      ...(shape.by && {
        by: shape.by === 'committee' ? { committee: true } : (plainCopy(shape.by) as NonNullable<Milestone['by']>),
      }),
      windows: compileWindows(shape.windows, {
        ...place(`milestones/${shape.id}`),
        cite: shape.cite,
        provisional: shape.provisional,
      }),
      ...(shape.provisional && { provisional: true }),
      ...cited(shape.cite),
    })),
    amendments: amended.amendments,
  });
}

interface Compiled {
  schema: Record<string, Schema>;
  rules: Rule[];
  labels: Record<string, Text>;
  view: Pick<FormView, 'nomination' | 'report' | 'plan'>;
  items: ItemNaming;
  /** leaves of the outline */
  printed?: readonly SectionView[];
}

function compileForm(pack: RulePack, form: PackForm, place: (address: string) => WindowPlace): RulebookForm {
  const context = formContext(pack, form);
  const periods = form.type === 'report' ? (form.periods ?? []) : [];
  const windows: RulebookWindow[] = [
    ...compileWindows(form.windows, { ...place(form.id), cite: form.cite }),
    ...periods.flatMap((period) =>
      compileWindows(period.windows, {
        ...place(`${form.id}/periods/${period.id}`),
        period: period.id,
        cite: period.cite ?? form.cite,
      }),
    ),
  ];
  const compiled = compileType(pack, form, context);
  const items = itemViews(form, context, compiled.items);
  const slateItems = items.filter(({ per }) => per === 'slate');
  const nested = form.type === 'nomination' ? { '/nominees/*': items.filter(({ per }) => per === 'nominee') } : {};
  const periodIds = periods.map(({ id }) => id);
  return {
    id: form.id,
    type: form.type,
    label: form.label,
    windows,
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: {
        ...envelopeSchema(periodIds),
        declared: declaredSchema(declaredItems(slateItems)),
        documents: documentsSchema(slateItems),
        ...compiled.schema,
      },
      additionalProperties: false,
    },
    rules: [
      ...unitRules(context),
      ...windowRules(windows, context),
      ...(periodIds.length > 0 ? [periodRule(context)] : []),
      ...compiled.rules,
      ...dossierRules(form, context, compiled.items, compiled.printed),
    ],
    ...(form.type === 'plan' && {
      duty: dutyRules(form, context, personNaming(form, context)),
    }),
    view: {
      ...context.cite(),
      ...(form.type === 'report' && form.preamble && { preamble: form.preamble }),
      ...(form.title && { title: form.title }),
      ...awardOf(pack, form.award),
      ...(form.answeredBy && {
        answeredBy:
          form.answeredBy === 'committee'
            ? ('committee' as const)
            : form.answeredBy.map(({ groups, duty }) => ({ groups, duty })),
      }),
      receivedBy: (form.receivedBy ?? []).map(({ label, groups, units, copies, when }) => ({
        label,
        ...(groups && { groups }),
        ...(units && { units }),
        ...(copies && { copies }),
        ...(when && { when: compileCondition(when, compiled.items({})) }),
      })),
      ...(form.ifSilent && { ifSilent: { label: form.ifSilent.label, ...context.cite(form.ifSilent.cite) } }),
      ...(form.type === 'nomination' &&
        form.achievements && {
          achievements: plainCopy({
            from: form.achievements.from,
            through: form.achievements.through,
            label: form.achievements.label,
          }) as NonNullable<FormView['achievements']>,
        }),
      periods: periods.map(({ id, label, cite }) => ({ id, label, ...context.cite(cite) })),
      labels: {
        ...placeLabels(form),
        ...fileLabels({ '': slateItems, ...nested }),
        ...compiled.labels,
      },
      dossier: {
        ...(form.dossier?.copies && { copies: form.dossier.copies }),
        ...context.cite(form.dossier?.cite),
        items,
      },
      ...compiled.view,
    },
  };
}

function compileType(pack: RulePack, form: PackForm, context: FormContext): Compiled {
  if (form.type === 'nomination') return compileNomination(pack, form, context);
  return form.type === 'report' ? compileReport(form, context) : compilePlan(form, context);
}

function compileNomination(pack: RulePack, shape: NominationForm, context: FormContext): Compiled {
  const form = withPrintedSummary(shape);
  const kinds = Object.keys(form.nominees) as Kind[];
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
  const quotas = quotaViews(form.quotas ?? [], context);
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
      ...uniqueRules(kindFields, context),
      ...quotaRules(quotas, kinds, context),
      ...membersRule(quotas, context),
      ...kinds.flatMap((kind) =>
        fieldRules(kindFields.get(kind)!, context, {
          prefix: 'item',
          each: '/nominees',
          asked: equals('item.kind', kind),
        }),
      ),
      ...criterionRules(form, kindFields, context),
      ...exclusionRules(form, context),
    ],
    labels: {
      ...Object.fromEntries([...kindFields.values()].flat().map(({ field, label }) => [`/nominees/*/${field}`, label])),
      ...Object.fromEntries(
        [...criteria, ...exclusions, ...nomineeItems].map(({ id, label }) => [`/nominees/*/declared/${id}`, label]),
      ),
      ...Object.fromEntries(sections.map(({ id, title }) => [`/nominees/*/sections/${id}`, title])),
    },
    view: {
      nomination: {
        kinds: kinds.map((kind) => ({
          kind,
          label: form.nominees[kind]!.label ?? vocabulary.kinds[kind],
          fields: kindFields.get(kind)!,
        })),
        quotas,
        criteria,
        exclusions,
        maxNominees: MAX_NOMINEES,
        meeting: (form.dossier?.items ?? []).some(({ document, by }) => document === 'bien-ban' && !by),
      },
    },
  };
}

function compileReport(form: ReportForm, context: FormContext): Compiled {
  const sets = form.columnSets ?? {};
  const tables = tableViews(form.tables ?? [], sets, context);
  const names: Naming = {
    path: (question) => `submission.answers.${question}`,
    atOrAbove: () => null,
    cells: (table, columns) => {
      const view = tables.find(({ id }) => id === table);
      return (view?.rows ?? []).flatMap((row) =>
        columnLeaves(view!.columns)
          .filter(({ id }) => columns.includes(id))
          .map(({ id, type }) => ({ path: `submission.tables.${table}.${row.id}.${id}`, type: type ?? 'count' })),
      );
    },
  };
  const outline = sectionViews(form.outline, context, names);
  const questions = (form.questions ?? []).map((shape) => {
    const when = compileCondition(shape.when, names);
    return {
      element: `${form.id}/questions/${shape.id}`,
      id: shape.id,
      label: shape.label,
      options: shape.options.map(({ id, label }) => ({ value: id, label })),
      ...(when !== true && { when }),
      optional: shape.optional ?? false,
      ...context.cite(shape.cite),
    };
  });
  const sections = leaves(outline);
  return {
    items: () => names,
    printed: sections,
    schema: {
      answers: objectSchema(
        Object.fromEntries(questions.map(({ id, options }) => [id, choiceSchema(options.map(({ value }) => value))])),
      ),
      sections: objectSchema(Object.fromEntries(sections.map(({ id }) => [id, textSchema(SECTION_TEXT)]))),
      tables: objectSchema(
        Object.fromEntries(
          tables.map((view) => {
            const cells = objectSchema(
              Object.fromEntries(
                columnLeaves(view.columns)
                  .filter(({ sumOf }) => !sumOf)
                  .map(({ id, type }) => [id, cellSchema[type ?? 'count']]),
              ),
            );
            return [view.id, objectSchema(Object.fromEntries(view.rows.map(({ id }) => [id, cells])))];
          }),
        ),
      ),
    },
    rules: [
      ...questions
        .filter(({ optional }) => !optional)
        .map((question) =>
          makeRule({
            id: `required/${question.id}`,
            element: question.element,
            assert:
              question.when === undefined
                ? given(`submission.answers.${question.id}`)
                : { or: [{ '!': [question.when] }, given(`submission.answers.${question.id}`)] },
            path: `/answers/${question.id}`,
            message: context.message((lang) => compiling[lang].required(question.label)),
            ...(question.cite && { cite: question.cite }),
          }),
        ),
      ...outlineRules(outline, context),
      ...tables.flatMap((view, index) => tableRules(view, form.tables![index]!, context)),
    ],
    labels: {
      ...Object.fromEntries(questions.map(({ id, label }) => [`/answers/${id}`, label])),
      ...Object.fromEntries(sections.map(({ id, number, title }) => [`/sections/${id}`, joined(number, title)])),
      ...Object.fromEntries(
        tables.flatMap((view) => [
          [`/tables/${view.id}`, joined(view.number, view.title)],
          ...view.rows.flatMap((row) => [
            [`/tables/${view.id}/${row.id}`, row.label],
            ...columnLeaves(view.columns).map((column) => [
              `/tables/${view.id}/${row.id}/${column.id}`,
              `${row.label}, ${columnName(column)}`,
            ]),
          ]),
        ]),
      ),
    },
    view: { report: { questions, outline, tables } },
  };
}

const joined = (number: string, title: string): string => (number ? `${number}. ${title}` : title);

const cellSchema = {
  count: countSchema,
  percent: percentSchema,
  tick: yesNoSchema,
  text: textSchema(TEXT),
} as const;

function compilePlan(form: PlanForm, context: FormContext): Compiled {
  const names = personNaming(form, context);
  const person = fieldViews(form.person?.fields ?? [], context, {
    prefix: 'submission.person',
    address: `${form.id}/person/fields`,
  });
  const outline = sectionViews(form.outline, context, names);
  const sections = leaves(outline);
  const posts = (form.posts ?? []).map(({ id }) => id);
  return {
    items: () => names,
    printed: sections,
    schema: {
      ...(form.person && {
        person: objectSchema({
          id: textSchema(200),
          ...Object.fromEntries(person.map((view) => [view.field, fieldSchema(view)])),
          ...(posts.length > 0 && { posts: choicesSchema(posts) }),
        }),
      }),
      sections: objectSchema(Object.fromEntries(sections.map(({ id }) => [id, textSchema(SECTION_TEXT)]))),
      ...(form.commitments && {
        commitments: listSchema(
          itemSchema({
            group: choiceSchema(form.commitments.groups.map(({ id }) => id)),
            title: textSchema(LONG_TEXT),
            result: textSchema(LONG_TEXT),
          }),
          50,
        ),
      }),
      ...(form.adoption && { adoption: objectSchema({ body: textSchema(TEXT), date: daySchema }) }),
    },
    rules: [
      ...fieldRules(person, context, { prefix: 'submission.person', asked: true, path: '/person' }),
      ...outlineRules(outline, context),
      ...planRules(form, context),
    ],
    labels: {
      ...Object.fromEntries(person.map(({ field, label }) => [`/person/${field}`, label])),
      ...Object.fromEntries(sections.map(({ id, number, title }) => [`/sections/${id}`, joined(number, title)])),
    },
    view: { plan: planView(form, context, person, outline) },
  };
}

const personNaming = (form: PlanForm, context: FormContext): Naming =>
  naming('submission.person', (form.person?.fields ?? []).map(expandField), context);

function periodRule(context: FormContext): Rule {
  return makeRule({
    id: 'required/period',
    element: `${context.form.id}/periods`,
    assert: given('submission.period'),
    path: '/period',
    message: context.message((lang) => compiling[lang].required(textIn(vocabulary.places['/period']!, lang))),
    ...context.cite(),
  });
}

type Items = ReturnType<typeof itemViews>;

/** Items on paper and endorsed items: declared under the item's own id. */
const declaredItems = (items: Items): string[] =>
  items.filter(({ as, endorsedBy, by }) => !by && (as.includes('paper') || endorsedBy)).map(({ id }) => id);

/** Items answered by a file, and enclosures, under their own ids. */
function documentIds(items: Items): { id: string; label: string }[] {
  return items
    .filter(({ by }) => !by)
    .flatMap(({ id, label, as, enclosures }) => [...(as.includes('upload') ? [{ id, label }] : []), ...enclosures]);
}

const declaredSchema = (ids: readonly string[]): Schema =>
  objectSchema(Object.fromEntries(ids.map((id) => [id, yesNoSchema])));

const documentsSchema = (items: Items): Schema =>
  objectSchema(Object.fromEntries(documentIds(items).map(({ id }) => [id, filesSchema])));

function fileLabels(places: Record<string, Items>): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(places).flatMap(([place, items]) => [
      ...declaredItems(items).map((id) => [`${place}/declared/${id}`, items.find((item) => item.id === id)!.label]),
      ...documentIds(items).flatMap(({ id, label }) => [
        [`${place}/documents/${id}`, label],
        ...Object.entries(vocabulary.file).map(([part, name]) => [
          `${place}/documents/${id}/*${part && `/${part}`}`,
          name,
        ]),
      ]),
    ]),
  );
}

/** Names of the places that exist in a form of this type. */
function placeLabels(form: PackForm): Record<string, Text> {
  const foreign: Record<PackForm['type'], RegExp> = {
    nomination: /^\/(answers|sections|tables|person|commitments|adoption)/,
    report: /^\/(nominees|meeting|person|commitments|adoption)/,
    plan: /^\/(nominees|meeting|answers|tables)/,
  };
  return Object.fromEntries(Object.entries(vocabulary.places).filter(([path]) => !foreign[form.type].test(path)));
}

/** All kinds share one nominee schema: a field of several kinds takes what any of them takes. */
function mergedSchema(known: Schema | undefined, schema: Schema): Schema {
  if (!known?.enum || !schema.enum) return schema;
  const values = [...known.enum, ...schema.enum].filter((value) => value !== null);
  return choiceSchema([...new Set(values)]);
}

function awardOf(pack: RulePack, id: string | undefined): { award?: { id: string; label: string } } {
  const award = pack.awards?.find((entry) => entry.id === id);
  return award ? { award: { id: award.id, label: award.label } } : {};
}
