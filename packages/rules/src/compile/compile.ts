import { amend } from '../pack/amend.js';
import { laterCites, type LaterCites } from '../pack/later-cite.js';
import { offsetMinutes } from '../calendar.js';
import { compileNomination } from './compile-nomination.js';
import { compilePlan } from './compile-plan.js';
import { compileReport } from './compile-report.js';
import {
  declaredItems,
  declaredSchema,
  documentsSchema,
  documentIds,
  type Compiled,
  type Items,
} from './form-parts.js';
import { compileCondition } from '../kinds/condition.js';
import { formContext, makeRule, utcOffsets, type FormContext } from '../kinds/context.js';
import { dossierRules, itemViews } from '../kinds/dossier.js';
import { fieldLabels } from '../kinds/field.js';
import { periodsOf, type Period } from '../kinds/period.js';
import { factRules, factsSchema, factViews } from '../kinds/facts.js';
import { boundView, countView } from '../kinds/quota.js';
import { unitRules } from '../kinds/unit.js';
import { compileWindows, windowRules, type WindowPlace } from '../kinds/window.js';
import { given } from '../logic.js';
import type { PackForm, RulePack } from '../pack/pack.js';
import { plainCopy } from '../values/plain.js';
import type {
  AnyForm,
  Cite,
  FormView,
  Milestone,
  PlanView,
  Rule,
  Rulebook,
  RulebookForm,
  RulebookNomination,
  RulebookWindow,
  Selection,
  Template,
} from '../rulebook.js';
import { envelopeSchema } from '../shape.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn, type Text } from '../text.js';

/**
 * Compiles a rule pack to a rulebook: applies amendments in order, resolves references, turns conditions into
 * JsonLogic. Pure: the same pack always gives the same rulebook.
 *
 * @param pack a pack accepted by `parsePack` and without errors from `lint`; the command line refuses any other
 */
export function compile(pack: RulePack): Rulebook {
  const amended = amend(pack);
  const current = amended.pack;
  const document = current.directive.number;
  const utcOffset = utcOffsets[current.timezone];
  const cited = (clause: string | undefined) => (clause === undefined ? {} : { cite: { document, clause } });
  const later = laterCites(amended);
  const place = (address: string): WindowPlace => ({
    address,
    offset: offsetMinutes(utcOffset),
    document,
    amended: amended.windows,
  });
  return plainCopy<Rulebook>({
    rulebook: '2',
    id: current.id,
    version: current.version,
    utcOffset,
    directive: current.directive as Rulebook['directive'],
    layout: current.layout,
    unitGroups: current.unitGroups.map(({ id, label, layout, size, assumed }) => ({
      id,
      label,
      ...(layout && { layout }),
      ...(size && { size }),
      ...(assumed && { assumed }),
    })),
    units: (current.units ?? []).map(({ id, label, group, layout }) => ({
      id,
      label,
      group,
      ...(layout && { layout }),
    })),
    awards: (current.awards ?? []).map(({ id, label }) => ({ id, label })),
    templates: (current.templates ?? []).map(({ id, label, sections }) => ({ id, label, sections }) as Template),
    forms: current.forms.map((form) => later.in(compileForm(current, form, place, later))),
    selections: (current.selections ?? []).map((shape): Selection =>
      later.in({
        element: `selections/${shape.id}`,
        id: shape.id,
        label: shape.label,
        ...awardOf(current, shape.award),
        from: shape.from,
        counts: shape.counts.map((count) => ({
          ...countView(count, (bound) => boundView(bound)),
          ...(count.allocated && { allocated: true }),
        })),
        reserved: (shape.reserved ?? []).map(({ id, of, count, by }) => ({ id, of, count, ...(by && { by }) })),
        ...(shape.to && { to: shape.to }),
        ...(shape.matter && { matter: shape.matter }),
        ...(shape.sentAs && { sentAs: shape.sentAs }),
        ...cited(shape.cite),
      }),
    ),
    milestones: (current.milestones ?? []).map((shape): Milestone =>
      later.in({
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
        ...(shape.selection && { selection: shape.selection }),
        ...cited(shape.cite),
      }),
    ),
    amendments: amended.amendments,
  });
}

/** For a part of a form that is shown with its clause but is not an element; a later document may have changed it. */
type Later = <Part extends { readonly cite?: Cite }>(name: string, value: Part) => Part;

function laterView<View extends FormView>(view: View, part: Later): View {
  return {
    ...view,
    ...(view.ifSilent && { ifSilent: part('ifSilent', view.ifSilent) }),
    dossier: {
      ...part('dossier', view.dossier),
      items: view.dossier.items.map((item) => ({
        ...item,
        ...(item.endorsedBy && { endorsedBy: part(`dossier/items/${item.id}/endorsedBy`, item.endorsedBy) }),
      })),
    },
  };
}

const laterPlan = (plan: PlanView, part: Later): PlanView => ({
  ...plan,
  posts: plan.posts.map((post) => part(`posts/${post.id}`, post)),
  ...(plan.result && { result: part('result', plan.result) }),
  ...(plan.adoption && { adoption: part('adoption', plan.adoption) }),
});

function compileForm(
  pack: RulePack,
  form: PackForm,
  place: (address: string) => WindowPlace,
  later: LaterCites,
): RulebookForm {
  const context = formContext(pack, form, (address) => later.of(address));
  const periods = periodsOf(form.periods);
  const windows: RulebookWindow[] = [
    ...compileWindows(form.windows, { ...place(form.id), cite: form.cite, receivers: form.receivedBy, stated: form }),
    ...periods.flatMap((period) =>
      compileWindows(period.windows, {
        ...inPeriod(place(`${form.id}/periods/${period.source}`), period),
        period: period.id,
        cite: period.cite ?? form.cite,
        receivers: form.receivedBy,
        stated: form,
      }),
    ),
  ];
  const compiled = compileType(pack, form, context);
  const facts = factViews(form, context);
  const items = itemViews(form, context, compiled.items);
  const slateItems = items.filter(({ per }) => per === 'slate');
  const nested = form.type === 'nomination' ? { '/nominees/*': items.filter(({ per }) => per === 'nominee') } : {};
  const periodIds = periods.map(({ id }) => id);
  const { id } = form;
  const part: Later = (name, value) => {
    const cite = later.of(`${id}/${name}`);
    return cite ? { ...value, cite } : value;
  };
  const common: Omit<AnyForm, 'id' | 'derive'> = {
    label: form.label,
    windows,
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: {
        ...envelopeSchema(periodIds),
        declared: declaredSchema(declaredItems(slateItems)),
        documents: documentsSchema(slateItems),
        ...factsSchema(facts),
        ...compiled.schema,
      },
      additionalProperties: false,
    },
    rules: [
      ...unitRules(context).map((rule) => (rule.path === '/unit/group' ? part('answeredBy', rule) : rule)),
      ...windowRules(windows, context),
      ...(periodIds.length > 0 ? [periodRule(context)] : []),
      ...factRules(facts, context),
      ...compiled.rules,
      ...dossierRules(form, context, compiled.items, compiled.printed),
    ],
  };
  const view = laterView(
    {
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
      receivedBy: (form.receivedBy ?? []).map(({ id, label, groups, units, copies, when }) => ({
        ...(id && { id }),
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
          }) as NonNullable<RulebookNomination['view']['achievements']>,
        }),
      periods: periods.map(({ id, source, label, cite }) =>
        part(`periods/${source}`, { id, label, ...context.cite(cite) }),
      ),
      labels: {
        ...placeLabels(form),
        ...fieldLabels(facts, '/facts'),
        ...fileLabels({ '': slateItems, ...nested }),
        ...compiled.labels,
      },
      dossier: {
        ...(form.dossier?.copies && { copies: form.dossier.copies }),
        ...context.cite(form.dossier?.cite),
        items,
      },
      ...(facts.length > 0 && { facts }),
      ...(form.given && { given: form.given.map(({ id, type, label }) => ({ id, type, label })) }),
    },
    part,
  );
  // Compiling adds to these, also where only the view needs a condition.
  const { list } = context.derivations;
  const derive = list.length > 0 ? { derive: list } : {};
  if (compiled.type === 'nomination') {
    return { id, type: compiled.type, ...common, ...derive, view: { ...view, nomination: compiled.view } };
  }
  if (compiled.type === 'report')
    return { id, type: compiled.type, ...common, ...derive, view: { ...view, report: compiled.view } };
  const plan = laterPlan(compiled.view, part);
  return { id, type: compiled.type, ...common, ...derive, duty: compiled.duty, view: { ...view, plan } };
}

/** What a later document changed, with the days of this period. */
const inPeriod = (place: WindowPlace, { resolved }: Period): WindowPlace => ({
  ...place,
  amended: new Map(
    [...(place.amended ?? [])].map(([address, { was, by }]) => [address, { ...(was && { was: resolved(was) }), by }]),
  ),
});

function compileType(pack: RulePack, form: PackForm, context: FormContext): Compiled {
  if (form.type === 'nomination') return compileNomination(pack, form, context);
  return form.type === 'report' ? compileReport(form, context) : compilePlan(form, context);
}

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

/** Labels of the places that exist in a form of this type. */
function placeLabels(form: PackForm): Record<string, Text> {
  const foreign: Record<PackForm['type'], RegExp> = {
    nomination: /^\/(answers|sections|tables|person|commitments|adoption|result)/,
    report: /^\/(nominees|meeting|person|commitments|adoption|result)/,
    plan: /^\/(nominees|meeting|answers|tables)/,
  };
  return Object.fromEntries(Object.entries(vocabulary.places).filter(([path]) => !foreign[form.type].test(path)));
}

function awardOf(pack: RulePack, id: string | undefined): { award?: { id: string; label: string } } {
  const award = pack.awards?.find((entry) => entry.id === id);
  return award ? { award: { id: award.id, label: award.label } } : {};
}
