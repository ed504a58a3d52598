import { z } from 'zod';
import { either, equals, every, given, not, variable, whenever } from '../logic.js';
import type { ItemView, Logic, Rule, SectionView } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn } from '../text.js';
import { cite, element, id, ids, kinds, label, limit } from './common.js';
import { compileCondition, type Naming } from './condition.js';
import { condition, type Condition } from './condition-shape.js';
import { kindsOf, makeRule, naming, type FormContext, type FormParts, type PackParts } from './context.js';
import { expandField, ofKinds, withoutUndefined, type PackField } from './field.js';
import { templateLeaves } from './common.js';

const dueWhen = {
  of: kinds.optional(),
  groups: ids.optional(),
  when: condition.optional(),
  duty: z.enum(['must', 'if-any']).optional().describe('"must" unless said; "if-any" may be left out'),
};

const partsAsked = Object.entries(vocabulary.documents)
  .flatMap(([document, { asks }]) => (asks ? [`"${document}" asks for the ${asks}`] : []))
  .join(', ');

export const item = z.strictObject({
  ...element,
  ...dueWhen,
  label: label.optional().describe('Left out: the name of its document'),
  per: z.enum(['slate', 'nominee']),
  as: z
    .array(z.enum(['print', 'upload', 'paper']))
    .min(1)
    .describe('print and upload together: either; paper stands alone'),
  document: z
    .enum(Object.keys(vocabulary.documents))
    .optional()
    .describe(`Our document that answers it; where it is printed, ${partsAsked}`),
  template: id.optional().describe('Outline of a document about one nominee'),
  by: z.literal('committee').optional().describe('Filed by the committee, not asked of units'),
  copies: z.int().positive().optional(),
  bound: z.boolean().optional(),
  soft: id.optional().describe('Format of the soft copy that is asked for as well, such as "docx"'),
  limit: limit.optional(),
  endorsedBy: z
    .strictObject({ label, when: condition.optional(), of: kinds.optional(), cite: cite.optional() })
    .optional(),
  enclosures: z
    .array(z.strictObject({ ...element, ...dueWhen, label }))
    .min(1)
    .optional(),
});
export type PackItem = z.infer<typeof item>;

/** A form with a dossier; only nominations have nominees. */
export interface DossierForm extends FormParts {
  readonly nominees?: Record<Kind, { label?: string | undefined; fields: (string | PackField)[] }>;
  readonly dossier?: { readonly cite?: string | undefined; readonly items: readonly PackItem[] } | undefined;
}

/** Where a form's items are: with the slate, or with each nominee. */
interface Place {
  each?: string;
  prefix: string;
}
const placeOf = (shape: PackItem): Place =>
  shape.per === 'nominee' ? { each: '/nominees', prefix: 'item' } : { prefix: 'submission' };

type Due = { of?: Kind[] | undefined; groups?: string[] | undefined; when?: Condition | undefined };

/** How an item's conditions are read: from the nominee's fields, or the report's answers. */
export type ItemNaming = (shape: Due) => Naming;

/** Leaves of a report's or plan's outline, which a document that includes the outline prints. */
export type Printed = readonly SectionView[];

export function dossierRules(
  form: DossierForm,
  context: FormContext,
  names: ItemNaming,
  sections: Printed = [],
): Rule[] {
  return (form.dossier?.items ?? [])
    .filter(({ by }) => !by)
    .flatMap((shape) => itemRules(shape, form, context, names, sections));
}

function itemRules(
  shape: PackItem,
  form: DossierForm,
  context: FormContext,
  names: ItemNaming,
  sections: Printed,
): Rule[] {
  const place = placeOf(shape);
  const address = `${form.id}/dossier/items/${shape.id}`;
  const asked = dueLogic(shape, form, names);
  const name = (lang: 'vi' | 'en') => itemLabel(shape, lang);
  const common = { element: address, ...(place.each && { each: place.each }) };
  const cited = context.cite(shape.cite, form.dossier?.cite);
  const rules: Rule[] = [];

  if (shape.duty !== 'if-any') {
    if (shape.as.includes('paper')) {
      rules.push(
        makeRule({
          ...common,
          id: `dossier/${shape.id}`,
          assert: whenever(asked, equals(`${place.prefix}.declared.${shape.id}`, true)),
          path: `/declared/${shape.id}`,
          message: context.message((lang) => compiling[lang].paper(name(lang))),
          ...cited,
        }),
      );
    } else if (shape.as.includes('upload')) {
      const file = completeFiles(`${place.prefix}.documents.${shape.id}`);
      const print = shape.as.includes('print') && [
        ...printable(shape, form, context),
        ...sectionParts(shape, sections),
      ];
      const byKind = print ? [every(print.map((part) => whenever(part.asked, given(part.variable))))] : [];
      rules.push(
        makeRule({
          ...common,
          id: `dossier/${shape.id}`,
          assert: whenever(asked, either([file, ...byKind])),
          path: `/documents/${shape.id}`,
          message: context.message((lang) => compiling[lang][print ? 'printOrUpload' : 'upload'](name(lang))),
          ...cited,
        }),
      );
    } else {
      for (const part of printable(shape, form, context)) {
        const demanded = part.demanded ?? part.asked;
        if (demanded === false) continue;
        rules.push(
          makeRule({
            ...common,
            id: `required/${part.name}`,
            assert: whenever(every([asked, demanded]), given(part.variable)),
            path: part.path,
            message: context.message((lang) => compiling[lang].required(part.label(lang))),
            ...cited,
          }),
        );
      }
    }
  }

  if (shape.endorsedBy) {
    const { endorsedBy } = shape;
    rules.push(
      makeRule({
        ...common,
        id: `endorsed/${shape.id}`,
        element: `${address}/endorsedBy`,
        assert: whenever(
          every([asked, dueLogic(endorsedBy, form, names)]),
          equals(`${place.prefix}.declared.${shape.id}`, true),
        ),
        path: `/declared/${shape.id}`,
        message: context.message((lang) => compiling[lang].endorsed(name(lang), endorsedBy.label)),
        ...context.cite(endorsedBy.cite, shape.cite, form.dossier?.cite),
      }),
    );
  }

  for (const enclosure of shape.enclosures ?? []) {
    if (enclosure.duty === 'if-any') continue;
    rules.push(
      makeRule({
        ...common,
        id: `dossier/${enclosure.id}`,
        element: `${address}/enclosures/${enclosure.id}`,
        assert: whenever(
          every([asked, dueLogic(enclosure, form, names)]),
          completeFiles(`${place.prefix}.documents.${enclosure.id}`),
        ),
        path: `/documents/${enclosure.id}`,
        message: context.message((lang) => compiling[lang].upload(enclosure.label)),
        ...context.cite(enclosure.cite, shape.cite, form.dossier?.cite),
      }),
    );
  }
  return rules;
}

export function itemViews(form: DossierForm, context: FormContext, names: ItemNaming): ItemView[] {
  return (form.dossier?.items ?? []).map((shape) => {
    const address = `${form.id}/dossier/items/${shape.id}`;
    const asked = dueLogic(shape, form, names);
    const endorsement = shape.endorsedBy && dueLogic(shape.endorsedBy, form, names);
    const limit = withoutUndefined(shape.limit);
    return {
      element: address,
      id: shape.id,
      label: itemLabel(shape, 'vi'),
      per: shape.per,
      as: shape.as,
      ...(shape.by && { by: shape.by }),
      duty: shape.duty ?? 'must',
      ...(shape.document && { document: shape.document }),
      ...(shape.template && { template: shape.template }),
      ...(shape.copies && { copies: shape.copies }),
      ...(shape.bound && { bound: shape.bound }),
      ...(shape.soft && { soft: shape.soft }),
      ...(limit && { limit }),
      ...(asked !== true && { when: asked }),
      ...(shape.endorsedBy && {
        endorsedBy: {
          label: shape.endorsedBy.label,
          ...(endorsement !== true && { when: endorsement! }),
          ...context.cite(shape.endorsedBy.cite, shape.cite, form.dossier?.cite),
        },
      }),
      enclosures: (shape.enclosures ?? []).map((enclosure) => {
        const due = dueLogic(enclosure, form, names);
        return {
          element: `${address}/enclosures/${enclosure.id}`,
          id: enclosure.id,
          label: enclosure.label,
          duty: enclosure.duty ?? ('must' as const),
          ...(due !== true && { when: due }),
          ...context.cite(enclosure.cite, shape.cite, form.dossier?.cite),
        };
      }),
      ...context.cite(shape.cite, form.dossier?.cite),
    };
  });
}

export function itemLabel(shape: PackItem, lang: 'vi' | 'en'): string {
  if (shape.label) return shape.label;
  return shape.document ? textIn(vocabulary.documents[shape.document]!, lang) : shape.id;
}

function dueLogic(shape: Due, form: DossierForm, names: ItemNaming): Logic {
  const all = kindsOf(form);
  return every([
    shape.groups ? either(shape.groups.map((group) => equals('submission.unit.group', group))) : true,
    ofKinds(shape.of, all),
    compileCondition(shape.when, names(shape)),
  ]);
}

/** At least one file, each with what a server needs to recognise it. */
function completeFiles(path: string): Logic {
  const parts = ['name', 'size', 'type', 'sha256'];
  return every([
    given(path),
    { some: [variable(path), { '!==': [variable(''), null] }] },
    { none: [variable(path), either(parts.map((part) => ({ '===': [variable(part), null] })))] },
  ]);
}

interface PrintedPart {
  name: string;
  /** relative to the item */
  path: string;
  variable: string;
  asked: Logic;
  /** when no field of the form requires it already; if absent, always */
  demanded?: Logic;
  label: (lang: 'vi' | 'en') => string;
}

/** What the minutes print about the meeting; votes may be left out. */
export const MEETING_PARTS = ['date', 'present', 'absent', 'chair', 'secretary'] as const;

/** What our document prints, and therefore asks for, beyond the fields of the form. */
function printable(shape: PackItem, form: DossierForm, context: FormContext): PrintedPart[] {
  const parts: PrintedPart[] = [];
  if (shape.template) parts.push(...templateParts(shape, form, context.pack));
  if (printsSummary(shape)) {
    parts.push({
      name: 'summary',
      path: '/summary',
      variable: 'item.summary',
      asked: true,
      demanded: summaryNotAsked(form, context),
      label: (lang) => textIn(vocabulary.fields['summary']!.label, lang),
    });
  }
  if (printsMeeting(shape)) {
    for (const name of MEETING_PARTS) {
      parts.push({
        name,
        path: `/meeting/${name}`,
        variable: `submission.meeting.${name}`,
        asked: true,
        label: (lang) => textIn(vocabulary.places[`/meeting/${name}`]!, lang),
      });
    }
  }
  return parts;
}

/** What a document prints beyond the fields of the form. */
const asksOf = (document: string | undefined) =>
  document === undefined ? undefined : vocabulary.documents[document]?.asks;

/** Whether our minutes are printed for the item, so that the form asks for the meeting. */
export const printsMeeting = ({ document, as, by }: Pick<PackItem, 'document' | 'as' | 'by'>): boolean =>
  asksOf(document) === 'meeting' && as.includes('print') && !by;

const printsSummary = ({ document, per, as, by }: PackItem): boolean =>
  asksOf(document) === 'summary' && per === 'nominee' && as.includes('print') && !by;

/** When the nominee's fields leave out the summary or make it optional; otherwise they already require it. */
function summaryNotAsked(form: DossierForm, context: FormContext): Logic {
  const all = kindsOf(form);
  return either(
    all.map((kind) => {
      const fields = form.nominees![kind]!.fields.map(expandField);
      const own = fields.find(({ field }) => field === 'summary');
      if (!own || own.optional) return ofKinds([kind], all);
      const demanded = compileCondition(own.when, naming('item.', fields, context));
      return demanded === true ? false : every([ofKinds([kind], all), not(demanded)]);
    }),
  );
}

/** A form whose dossier prints summaries asks for them, whether or not they are among its fields. */
export function withPrintedSummary<T extends DossierForm & Required<Pick<DossierForm, 'nominees'>>>(form: T): T {
  const printing = (form.dossier?.items ?? []).filter(printsSummary);
  const nominees = Object.fromEntries(
    Object.entries(form.nominees).map(([kind, shape]) => {
      const due = printing.some(({ of }) => !of || of.includes(kind));
      const listed = shape.fields.map(expandField).some(({ field }) => field === 'summary');
      return [
        kind,
        due && !listed ? { ...shape, fields: [...shape.fields, { field: 'summary', optional: true }] } : shape,
      ];
    }),
  );
  return { ...form, nominees };
}

/** A report's own rules make its outline due; here it is the alternative of an either/or item. */
function sectionParts(shape: PackItem, sections: Printed): Pick<PrintedPart, 'asked' | 'variable'>[] {
  if (asksOf(shape.document) !== 'outline') return [];
  return sections
    .filter(({ optional }) => !optional)
    .map((section) => ({ asked: section.when ?? true, variable: `submission.sections.${section.id}` }));
}

function templateParts(shape: PackItem, form: DossierForm, pack: PackParts): PrintedPart[] {
  const template = pack.templates?.find(({ id }) => id === shape.template);
  const all = kindsOf(form);
  return all
    .filter((kind) => !shape.of || shape.of.includes(kind))
    .flatMap((kind) =>
      templateLeaves(template?.sections[kind] ?? [])
        .filter(({ optional }) => !optional)
        .map((section) => ({
          name: section.id,
          path: `/sections/${section.id}`,
          variable: `item.sections.${section.id}`,
          asked: ofKinds([kind], all),
          label: () => [section.number, section.title].filter(Boolean).join('. '),
        })),
    );
}
