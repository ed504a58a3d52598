import { fieldTypes, scaleOf } from '../field-types/field-types.js';
import { typeOfField } from '../field-types/type-of-field.js';
import { kindsOf } from '../kinds/context.js';
import { idOf } from './element.js';
import type { Condition, Value } from '../kinds/condition-shape.js';
import type { PackItem } from '../kinds/dossier.js';
import type { PackFact } from '../kinds/facts.js';
import { expandField, type PackField } from '../kinds/field.js';
import { conditionOf, countsOf, isComputed, type Count } from '../kinds/quota.js';
import type { PackSection } from '../kinds/outline.js';
import type { PackTemplateSection } from '../kinds/common.js';
import type { NominationForm, PackForm, PlanForm, RulePack } from './pack.js';
import { checkCondition, checkTests, checkValue, type Place, type Readable } from './pack-conditions.js';
import { checkLimits } from './pack-limits.js';
import type { FieldType } from '../rulebook.js';
import { problem, type PackProblem, type Path, type Report } from './pack-problem.js';
import { reportReferences, sectionConditions } from './pack-tables.js';
import type { PackWindow } from '../kinds/window.js';
import { scaleSteps } from '../kinds/scales.js';
import { vocabulary } from '../strings/vocabulary.js';
import { usualKinds, type Kind } from '../submission.js';
import type { Lang } from '../text.js';
import { canonicalJson } from '../values/canonical.js';

/** Names that submissions reserve. */
const RESERVED_FIELDS = new Set(['id', 'kind', 'declared', 'sections', 'documents', 'posts']);

/** Every reference must have a target, and ids must be unique where they are looked up. */
export function referenceProblems(pack: RulePack, lang: Lang): PackProblem[] {
  const problems: PackProblem[] = [];
  const report: Report = (path, code, detail, allowed) => problems.push(problem(path, code, lang, detail, allowed));
  const known = namesKnown(pack, report);
  duplicates(pack, [], report);
  (pack.units ?? []).forEach((unit, index) => known('groups', [unit.group], () => ['units', index, 'group']));
  (pack.kinds ?? []).forEach(({ id }, index) => {
    if (usualKinds.some((usual) => usual === id)) report(['kinds', index, 'id'], 'kind-usual', id);
  });
  (pack.templates ?? []).forEach((template, index) => {
    for (const [kind, sections] of Object.entries(template.sections)) {
      const at = ['templates', index, 'sections', kind];
      known('kinds', [kind], () => at);
      uniqueLeaves(sections, at, report);
    }
  });
  pack.forms.forEach((form, index) => {
    const at: Path = ['forms', index];
    if (form.award) known('awards', [form.award], () => [...at, 'award']);
    windowReferences(form.windows, form, [...at, 'windows'], report);
    const repeated = (form.periods ?? []).flatMap((entry) => (entry.every ? [entry.id] : []));
    form.periods?.forEach(({ id, windows, inPlaceOf }, place) => {
      const here: Path = [...at, 'periods', place];
      windowReferences(windows, form, [...here, 'windows'], report);
      const others = repeated.filter((other) => other !== id);
      inPlaceOf?.forEach(
        (other, index) => others.includes(other) || report([...here, 'inPlaceOf', index], 'reference', other, others),
      );
    });
    scan(form, at, (value, path) => {
      const name = path.at(-1);
      const list = Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
      const each = (place: number) => [...path, place];
      if (name === 'template' && typeof value === 'string') known('templates', [value], () => path);
      else if (list && (name === 'groups' || name === 'units' || name === 'awards')) known(name, list, each);
    });
    answeredOnce(form, at, report);
    factReferences(pack, form, at, report);
    if (form.type === 'nomination') {
      for (const kind of kindsOf(form)) known('kinds', [kind], () => [...at, 'nominees', kind]);
    }
    if (form.type === 'nomination') nominationReferences(pack, form, at, report);
    else {
      const place =
        form.type === 'report'
          ? reportReferences(form, factsOf(pack, form), at, report)
          : planReferences(pack, form, at, report);
      uniqueLeaves(form.outline ?? [], [...at, 'outline'], report);
      dossierReferences(form, at, () => place, place, report);
    }
  });
  selectionReferences(pack, known, report);
  (pack.milestones ?? []).forEach(({ by, selection, windows }, index) => {
    windowReferences(windows, { receivedBy: undefined }, ['milestones', index, 'windows'], report);
    if (selection) known('selections', [selection], () => ['milestones', index, 'selection']);
    if (typeof by !== 'object') return;
    known('groups', by.groups, (place) => ['milestones', index, 'by', 'groups', place]);
    known('units', by.units, (place) => ['milestones', index, 'by', 'units', place]);
  });
  return problems;
}

/** A window of a form may be of one of its receivers, and count from a day that is stated; a milestone knows neither. */
function windowReferences(
  windows: unknown,
  { receivedBy = [], given = [], facts = [] }: Pick<PackForm, 'receivedBy' | 'given' | 'facts'>,
  at: Path,
  report: Report,
) {
  const ids = receivedBy.flatMap(({ id }) => id ?? []);
  if (!Array.isArray(windows)) return;
  (windows as PackWindow[]).forEach(({ receiver, after }, index) => {
    if (receiver !== undefined && !ids.includes(receiver))
      report([...at, index, 'receiver'], 'reference', receiver, ids);
    if (typeof after !== 'object') return;
    const [member, list, id] =
      'given' in after ? (['given', given, after.given] as const) : (['fact', facts, after.fact] as const);
    const known = list.find((entry) => entry.id === id);
    const dates = list.flatMap((entry) => (entry.type === 'date' ? [entry.id] : []));
    if (known?.type !== 'date') report([...at, index, 'after', member], known ? 'not-date' : 'reference', id, dates);
  });
}

type Known = (
  what: 'groups' | 'units' | 'awards' | 'templates' | 'selections' | 'kinds',
  ids: readonly string[] | undefined,
  path: (place: number) => Path,
) => void;

function namesKnown(pack: RulePack, report: Report): Known {
  const idsOf = (list: readonly { id: string }[] | undefined) => new Set((list ?? []).map(({ id }) => id));
  const names = {
    groups: idsOf(pack.unitGroups),
    units: idsOf(pack.units),
    awards: idsOf(pack.awards),
    templates: idsOf(pack.templates),
    selections: idsOf(pack.selections),
    kinds: new Set([...usualKinds, ...idsOf(pack.kinds)]),
  };
  return (what, ids, path) =>
    ids?.forEach((id, place) => names[what].has(id) || report(path(place), 'reference', id, [...names[what]]));
}

/** A group cannot be listed both as one that must answer and one that need not. */
function answeredOnce({ answeredBy }: PackForm, at: Path, report: Report): void {
  if (!Array.isArray(answeredBy)) return;
  const seen = new Set<string>();
  answeredBy.forEach(({ groups }, index) =>
    groups.forEach((group, place) => {
      if (seen.has(group)) report([...at, 'answeredBy', index, 'groups', place], 'duplicate', group);
      seen.add(group);
    }),
  );
}

/** A field's type and options, from the pack's vocabulary and scales; null if its type is unknown. */
function readable(pack: RulePack, field: PackField): Readable | null {
  if (!field.type && !Object.hasOwn(vocabulary.fields, field.field)) return null;
  const type = typeOfField(field);
  const ofScale = fieldTypes[type].options === 'scale';
  const options = ofScale
    ? scaleSteps(pack, field.scale ?? 'rating')?.map(({ value }) => value)
    : field.options?.map(({ id }) => id);
  return {
    type,
    options,
    scale: scaleOf(type, field),
    ...(field.fields && { items: new Map(readableFields(pack, field.fields)) }),
  };
}

/** Limits of a field, or of a field of a list's items, and the scale it names. */
function checkAnswers(pack: RulePack, field: PackField, type: FieldType, at: Path, report: Report): void {
  checkLimits(field, type, at, report);
  if (field.scale && !scaleSteps(pack, field.scale)) {
    report([...at, 'scale'], 'reference', field.scale, [...Object.keys(pack.scales ?? {}), 'rating']);
  }
  (field.fields ?? []).forEach((own, index) => checkAnswers(pack, own, own.type, [...at, 'fields', index], report));
}

function checkFields(pack: RulePack, list: readonly (string | PackField)[], place: Place, at: Path, report: Report) {
  const seen = new Set<string>();
  list.map(expandField).forEach((field, index) => {
    const here = [...at, index];
    const word = Object.hasOwn(vocabulary.fields, field.field);
    // `duplicates` reports objects with the same field.
    if (seen.has(field.field) && typeof list[index] === 'string') report(here, 'duplicate', field.field);
    seen.add(field.field);
    if (RESERVED_FIELDS.has(field.field)) report(here, 'field-reserved', field.field);
    else if (!word && (!field.type || !field.label)) {
      report(here, 'field-unknown', field.field, Object.keys(vocabulary.fields));
    }
    const type = readable(pack, field)?.type;
    if (type) checkAnswers(pack, field, type, here, report);
    checkCondition(field.when, place, [...here, 'when'], report);
  });
}

function readableFields(pack: RulePack, fields: readonly (string | PackField)[]): [string, Readable][] {
  return fields.map(expandField).flatMap((field): [string, Readable][] => {
    const read = readable(pack, field);
    return read ? [[field.field, read]] : [];
  });
}

function nominationReferences(pack: RulePack, form: NominationForm, at: Path, report: Report): void {
  const kinds = kindsOf(form);
  const kindsKnown = (of: readonly Kind[] | undefined, path: Path) =>
    of?.forEach((kind, index) => kinds.includes(kind) || report([...path, index], 'reference', kind, kinds));
  /** What conditions about nominees of these kinds can read; options of a field shared by several kinds are merged. */
  const placeOf = (of?: readonly Kind[]): Place => {
    const among = kinds.filter((kind) => of?.includes(kind));
    const fields = new Map<string, Readable>([['kind', { type: 'choice', options: kinds }]]);
    for (const kind of among.length > 0 ? among : kinds) {
      for (const [name, read] of readableFields(pack, form.nominees[kind]!.fields)) {
        const known = fields.get(name)?.options;
        fields.set(name, known && read.options ? { ...read, options: [...known, ...read.options] } : read);
      }
    }
    return { fields, facts };
  };
  const facts = factsOf(pack, form);
  const given = givenOf(form);
  const slate: Place = { fields: new Map(), facts, nominees: placeOf };

  const shapes = new Map<string, string>();
  for (const kind of kinds) {
    const { fields } = form.nominees[kind]!;
    const here = [...at, 'nominees', kind, 'fields'];
    checkFields(pack, fields, placeOf([kind]), here, report);
    // All kinds share one schema for nominees.
    fields.map(expandField).forEach((field, index) => {
      const { decimals, length, mask, fields } = field;
      const shape = JSON.stringify([typeOfField(field), decimals, length, mask, fields]);
      const known = shapes.get(field.field) ?? shape;
      if (known !== shape) report([...here, index], 'field-types', field.field);
      shapes.set(field.field, shape);
    });
  }
  (form.quotas ?? []).forEach((quota, index) =>
    quota.anyOf.forEach((alternative, number) => {
      const there = [...at, 'quotas', index, 'anyOf', number];
      const when = conditionOf(alternative);
      if (when) checkCondition(when, { ...slate, computed: true }, [...there, 'when'], report);
      countsOf(alternative).forEach((count, place) => {
        const here = [...there, ...(when ? ['counts'] : []), place];
        kindsKnown(count.of, [...here, 'of']);
        boundsOf(count, here, report);
        checkAmounts(count, form.facts ?? [], { ...slate, given }, here, report);
      });
    }),
  );
  (form.criteria ?? []).forEach((criterion, index) => {
    const here = [...at, 'criteria', index];
    const ofSlate = 'require' in criterion && criterion.per === 'slate';
    const place: Place = { ...(ofSlate ? slate : { ...placeOf(criterion.of), nominees: placeOf }), given };
    if (ofSlate && criterion.of) report([...here, 'of'], 'condition-place', 'of');
    kindsKnown(criterion.of, [...here, 'of']);
    checkCondition(criterion.when, place, [...here, 'when'], report);
    if ('require' in criterion) {
      checkCondition(criterion.require, place, [...here, 'require'], report);
      const { at: told } = criterion;
      if (told && !place.fields.has(told)) report([...here, 'at'], 'reference', told, [...place.fields.keys()]);
    }
    if (!('field' in criterion)) return;
    checkTests(criterion, { field: criterion.field }, place, here, report);
  });
  (form.repeats ?? []).forEach(({ of, by }, index) => {
    const here = [...at, 'repeats', index];
    kindsKnown(of, [...here, 'of']);
    const { fields } = placeOf(of);
    by.forEach((field, place) => {
      const read = fields.get(field);
      if (!read) report([...here, 'by', place], 'reference', field, [...fields.keys()]);
      else if (fieldTypes[read.type].needs === 'list') report([...here, 'by', place], 'repeats-list', field);
    });
  });
  (form.exclusions ?? []).forEach((exclusion, index) => {
    const here = [...at, 'exclusions', index];
    kindsKnown(exclusion.of, [...here, 'of']);
    checkCondition(exclusion.when, placeOf(exclusion.of), [...here, 'when'], report);
  });
  dossierReferences(form, at, placeOf, slate, report, kindsKnown);
}

/**
 * @param nominee what conditions of a per-nominee item can read, by kinds
 * @param slate   what conditions of a per-slate item can read
 */
function dossierReferences(
  form: PackForm,
  at: Path,
  nominee: (of?: readonly Kind[]) => Place,
  slate: Place,
  report: Report,
  kindsKnown?: (of: readonly Kind[] | undefined, path: Path) => void,
): void {
  (form.receivedBy ?? []).forEach(({ when }, index) =>
    checkCondition(when, slate, [...at, 'receivedBy', index, 'when'], report),
  );
  const due = (shape: Pick<PackItem, 'of' | 'when'>, item: PackItem, path: Path) => {
    const perNominee = item.per === 'nominee';
    if (shape.of && !perNominee) report([...path, 'of'], 'condition-place', 'of');
    else kindsKnown?.(shape.of, [...path, 'of']);
    checkCondition(shape.when, perNominee ? nominee(shape.of ?? item.of) : slate, [...path, 'when'], report);
  };
  (form.dossier?.items ?? []).forEach((item, index) => {
    const here = [...at, 'dossier', 'items', index];
    if (item.per === 'nominee' && form.type !== 'nomination') report([...here, 'per'], 'condition-place', 'nominee');
    if (item.document && vocabulary.documents[item.document]!.form !== form.type) {
      report([...here, 'document'], 'value', item.document, documentsOf(form.type));
    }
    if (item.as.includes('paper') && item.as.length > 1) report([...here, 'as'], 'paper-alone');
    due(item, item, here);
    if (item.endorsedBy) due(item.endorsedBy, item, [...here, 'endorsedBy']);
    item.enclosures?.forEach((enclosure, number) => due(enclosure, item, [...here, 'enclosures', number]));
  });
}

/** Documents that can be printed from a form of this type. */
const documentsOf = (type: PackForm['type']): string[] =>
  Object.entries(vocabulary.documents).flatMap(([name, document]) => (document.form === type ? [name] : []));

function planReferences(pack: RulePack, form: PlanForm, at: Path, report: Report): Place {
  const posts: Readable = { type: 'choices', options: (form.posts ?? []).map(({ id }) => id) };
  const listed = form.person?.fields ?? [];
  const fields = new Map<string, Readable>([...readableFields(pack, listed), ['posts', posts]]);
  const place: Place = { fields, facts: factsOf(pack, form) };
  checkFields(pack, listed, place, [...at, 'person', 'fields'], report);
  (form.duty ?? []).forEach(({ when }, index) =>
    checkCondition(when, { fields, unit: false }, [...at, 'duty', index, 'when'], report),
  );
  sectionConditions(form.outline ?? [], place, [...at, 'outline'], report);
  return place;
}

function selectionReferences(pack: RulePack, known: Known, report: Report): void {
  const selections = new Map((pack.selections ?? []).map((entry) => [entry.id, entry] as const));
  const forms = new Map(pack.forms.flatMap((form) => (form.type === 'nomination' ? [[form.id, form] as const] : [])));
  const sources = [...forms.keys(), ...selections.keys()];
  (pack.selections ?? []).forEach((selection, index) => {
    const at: Path = ['selections', index];
    if (selection.award) known('awards', [selection.award], () => [...at, 'award']);
    if (!sources.includes(selection.from)) report([...at, 'from'], 'reference', selection.from, sources);
    const seen = new Set<string>();
    let source = selection.from;
    while (!forms.has(source) && selections.has(source) && !seen.has(source)) {
      seen.add(source);
      source = selections.get(source)!.from;
    }
    if (seen.has(selection.id)) report([...at, 'from'], 'cycle', selection.id);
    const kinds = Object.keys(forms.get(source)?.nominees ?? {});
    const kindsKnown = (of: readonly Kind[], path: Path) => {
      if (kinds.length === 0) return;
      of.forEach((kind, place) => kinds.includes(kind) || report([...path, place], 'reference', kind, kinds));
    };
    selection.counts.forEach((count, place) => {
      boundsOf(count, [...at, 'counts', place], report);
      checkAmounts(count, [], { fields: new Map() }, [...at, 'counts', place], report);
      kindsKnown(count.of, [...at, 'counts', place, 'of']);
    });
    (selection.reserved ?? []).forEach(({ of }, place) => kindsKnown(of, [...at, 'reserved', place, 'of']));
  });
}

/**
 * A share must be based on the members or on a number that every unit gives; otherwise nothing would be judged. So must a
 * computed number, but for what it reads only in a case: a fact that is asked in the same case.
 */
function checkAmounts(count: Count, facts: readonly PackFact[], place: Place, path: Path, report: Report): void {
  const allowedIn = (cases: readonly Condition[]): string[] => {
    const known = cases.map((when) => canonicalJson(when));
    const numbers = facts.filter(
      ({ type, optional, when }) => type === 'count' && !optional && (!when || known.includes(canonicalJson(when))),
    );
    return ['members', ...numbers.map(({ id }) => id)];
  };
  const visit = (value: Value, cases: readonly Condition[], at: Path): void => {
    if (typeof value === 'number')
      return Number.isInteger(value) ? undefined : report(at, 'bound-whole', String(value));
    if ('then' in value) {
      visit(value.then, [...cases, value.when], [...at, 'then']);
      if (value.else !== undefined) visit(value.else, cases, [...at, 'else']);
    } else if ('sum' in value) value.sum.forEach((part, index) => visit(part, cases, [...at, 'sum', index]));
    else if ('minus' in value) value.minus.forEach((part, index) => visit(part, cases, [...at, 'minus', index]));
    else if ('of' in value) visit(value.of, cases, [...at, 'of']);
    else if ('fact' in value && place.facts?.has(value.fact) && !allowedIn(cases).includes(value.fact)) {
      report([...at, 'fact'], 'share-of', value.fact, allowedIn(cases));
    }
  };
  for (const name of ['exactly', 'min', 'max'] as const) {
    const bound = count[name];
    if (typeof bound !== 'object') continue;
    const here = [...path, name];
    if (!isComputed(bound)) {
      if (!allowedIn([]).includes(bound.of)) report([...here, 'of'], 'share-of', bound.of, allowedIn([]));
      continue;
    }
    checkValue(bound, place, here, report);
    visit(bound, [], here);
  }
}

/** Facts of a form, and the answering unit's number of members. */
function factsOf(pack: RulePack, form: PackForm): Map<string, Readable> {
  const members: [string, Readable][] = form.answeredBy === 'committee' ? [] : [['members', { type: 'count' }]];
  return new Map([
    ...members,
    ...readableFields(
      pack,
      (form.facts ?? []).map(({ id, ...fact }) => ({ field: id, ...fact })),
    ),
  ]);
}

const givenOf = (form: PackForm): Map<string, Readable> =>
  new Map((form.given ?? []).map(({ id, type }) => [id, { type }]));

/** Each fact must have its options, and its condition may only read other facts. */
function factReferences(pack: RulePack, form: PackForm, at: Path, report: Report): void {
  const place: Place = { fields: new Map(), facts: factsOf(pack, form) };
  (form.facts ?? []).forEach((fact, index) => {
    const here = [...at, 'facts', index];
    checkAnswers(pack, { field: fact.id, ...fact }, fact.type, here, report);
    checkCondition(fact.when, place, [...here, 'when'], report);
  });
}

function boundsOf(count: { exactly?: unknown; min?: unknown; max?: unknown }, path: Path, report: Report): void {
  const bounded = count.min !== undefined || count.max !== undefined;
  if ((count.exactly !== undefined) === bounded) report(path, 'exactly-and-bounds');
}

/** Submissions store the text of sections by id alone, regardless of the headings above. */
function uniqueLeaves(sections: readonly (PackSection | PackTemplateSection)[], path: Path, report: Report): void {
  const seen = new Map<string, Path>();
  const visit = (list: readonly (PackSection | PackTemplateSection)[], at: Path) =>
    list.forEach((section, index) => {
      const here = [...at, index];
      if (section.sections) return visit(section.sections, [...here, 'sections']);
      const first = seen.get(section.id);
      // Duplicates within one list are reported by `duplicates`.
      if (first && first.slice(0, -1).join('/') !== at.join('/')) report(here, 'duplicate', section.id);
      if (!first) seen.set(section.id, here);
    });
  visit(sections, path);
}

/** Entries of one list must have distinct ids. Comparisons in a condition are not elements. */
function duplicates(value: unknown, path: Path, report: Report): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    const seen = new Set<string>();
    value.forEach((entry, index) => {
      const id = typeof entry === 'object' ? idOf(entry) : null;
      if (id !== null && seen.has(id)) report([...path, index], 'duplicate', id);
      if (id !== null) seen.add(id);
      duplicates(entry, [...path, index], report);
    });
    return;
  }
  const skipped = ['coverage', 'notes', 'when', 'require', 'assert', 'amendments'];
  for (const [name, member] of Object.entries(value)) {
    if (!skipped.includes(name)) duplicates(member, [...path, name], report);
  }
}

/** Visits every member of an element, except JsonLogic and labels by answer, whose names are not ours. */
function scan(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'assert' || name === 'label') continue;
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    visit(member, here);
    scan(member, here, visit);
  }
}
