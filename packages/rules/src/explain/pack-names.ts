import { parseDay } from '../calendar.js';
import { tellingWords } from '../columns.js';
import { itemFields, kindsOf, namedKind } from '../kinds/context.js';
import type { ConditionNames, NamedField } from './condition-words.js';
import { findElement, idOf } from '../pack/element.js';
import { itemLabel, type PackItem } from '../kinds/dossier.js';
import { expandField, fieldLabel, limitsOf, type PackField } from '../kinds/field.js';
import { numberOf } from '../kinds/computed-words.js';
import type { NominationForm, PackForm, RulePack } from '../pack/pack.js';
import { officialDay } from '../official-date.js';
import type { FieldType } from '../rulebook.js';
import { scaleSteps } from '../kinds/scales.js';
import { differing } from './strings/diff.js';
import { explaining } from './strings/explain.js';
import { vocabulary } from '../strings/vocabulary.js';
import type { Kind } from '../submission.js';
import { inSentence, textIn, type Lang } from '../text.js';

/** Names of parts of a pack for people; parts without a name are called by their id. */

export const groupName = (pack: RulePack, id: string): string =>
  pack.unitGroups.find((group) => group.id === id)?.label ?? id;

export const unitName = (pack: RulePack, id: string): string => pack.units?.find((unit) => unit.id === id)?.label ?? id;

/** A kind as the form calls it; without a form, as the pack does. */
export const kindName = (pack: RulePack, form: PackForm | undefined, kind: Kind, lang: Lang): string =>
  inSentence(textIn(namedKind(pack, nominatedIn(form), kind).label, lang));

export const kindNames = (pack: RulePack, form: PackForm | undefined, kinds: readonly Kind[], lang: Lang): string =>
  explaining[lang].and(kinds.map((kind) => kindName(pack, form, kind, lang)));

/** A field as the form asks for it, with the year that a rating is for. */
export const fieldName = (
  pack: RulePack,
  form: PackForm | undefined,
  field: PackField,
  lang: Lang,
  kind?: Kind,
): string => fieldLabel(field, lang, kind === undefined ? undefined : namedKind(pack, nominatedIn(form), kind));

const nominatedIn = (form: PackForm | undefined): Pick<NominationForm, 'nominees'> | Record<never, never> =>
  form?.type === 'nomination' ? form : {};

/** @param of for a nomination: the kinds that an element applies to; the first that asks for a field names it */
export function conditionNames(
  pack: RulePack,
  form: PackForm | undefined,
  lang: Lang,
  of?: readonly Kind[],
): ConditionNames {
  const names: ConditionNames = {
    field: (name) => namedField(pack, form, name, lang, of),
    fact: (id) => namedFact(form, id, lang),
    given: (id) => plainField(form?.given?.find((entry) => entry.id === id)?.label ?? id),
    group: (id) => groupName(pack, id),
    unit: (id) => unitName(pack, id),
    table: (id) => {
      const table = form?.type === 'report' ? form.tables?.find((entry) => entry.id === id) : undefined;
      return table ? explaining[lang].report.tableName(table.number, table.title) : id;
    },
    column: (table, id) => columnTitle(form, table, id),
    kinds: (of = form?.type === 'nomination' ? kindsOf(form) : []) =>
      of.map((kind) => kindName(pack, form, kind, lang)),
    items: (list) => {
      const own = itemFields(list, fieldsListed(form, of), form?.facts);
      const known = (name: string): PackField => own.find(({ field }) => field === name) ?? { field: name };
      return { ...names, field: (name) => ofField(pack, form, known(name), lang) };
    },
  };
  return names;
}

/** The fields of a form's nominees or person. */
function fieldsListed(form: PackForm | undefined, of: readonly Kind[] | undefined): PackField[] {
  if (form?.type === 'plan') return (form.person?.fields ?? []).map(expandField);
  if (form?.type !== 'nomination') return [];
  return (of ?? kindsOf(form)).flatMap((kind) => form.nominees[kind]?.fields ?? []).map(expandField);
}

const plainField = (label: string): NamedField => ({ label, value: (value) => value, highest: () => false });

function namedField(
  pack: RulePack,
  form: PackForm | undefined,
  name: string,
  lang: Lang,
  of: readonly Kind[] | undefined,
): NamedField {
  const words = explaining[lang].condition;
  const never = () => false;
  const options = (list: readonly { id: string; label: string }[]) => (value: string) =>
    list.find(({ id }) => id === value)?.label ?? value;
  if (form?.type === 'nomination') {
    if (name === 'kind') {
      return { label: words.kind, value: (value) => kindName(pack, form, value, lang), highest: never };
    }
    for (const kind of of ?? kindsOf(form)) {
      const field = form.nominees[kind]?.fields.map(expandField).find((entry) => entry.field === name);
      if (field) return ofField(pack, form, field, lang, kind);
    }
  }
  if (form?.type === 'plan') {
    if (name === 'posts') {
      return { label: words.posts, value: options(form.posts ?? []), has: words.holdsPost, highest: never };
    }
    const field = form.person?.fields.map(expandField).find((entry) => entry.field === name);
    if (field) return ofField(pack, form, field, lang);
  }
  if (form?.type === 'report') {
    const question = form.questions?.find(({ id }) => id === name);
    if (question) return { label: question.label, value: options(question.options), highest: never };
  }
  return { label: name, value: (value) => value, highest: never };
}

function namedFact(form: PackForm | undefined, id: string, lang: Lang): NamedField {
  const fact = form?.facts?.find((entry) => entry.id === id);
  return {
    label: fact?.label ?? textIn(vocabulary.places['/unit/members']!, lang),
    value: (value) => fact?.options?.find((option) => option.id === value)?.label ?? asDay(value, fact?.type),
    number: fact && numberOf({ ...limitsOf({ ...fact, field: fact.id }, fact.type), type: fact.type }, lang),
    highest: () => false,
  };
}

function ofField(pack: RulePack, form: PackForm | undefined, field: PackField, lang: Lang, kind?: Kind): NamedField {
  const steps = scaleSteps(pack, field.scale ?? 'rating') ?? [];
  return {
    label: fieldName(pack, form, field, lang, kind),
    value: (value) => {
      const option = field.options?.find(({ id }) => id === value)?.label;
      const step = steps.find((entry) => entry.value === value);
      return option ?? (step ? textIn(step.label, lang) : asDay(value, field.type));
    },
    number: field.type && numberOf({ ...limitsOf(field, field.type), type: field.type }, lang),
    highest: (value) => steps.at(-1)?.value === value,
  };
}

/** A day is written as officers write it. */
const asDay = (value: string, type: FieldType | undefined): string => {
  const day = type === 'date' ? parseDay(value) : null;
  return day ? officialDay(day) : value;
};

interface Titled {
  readonly id: string;
  readonly label: string | Record<string, string>;
  readonly columns?: readonly Titled[] | undefined;
  readonly use?: string | undefined;
}

/** A column, prefixed with as many headings as needed to distinguish it: "Hội nghị trực tiếp – Số cuộc". */
export function columnTitle(form: PackForm | undefined, table: string, id: string): string {
  if (form?.type !== 'report') return id;
  const trails = columnTrails(form.tables?.find((entry) => entry.id === table)?.columns ?? [], form.columnSets ?? {});
  const own = trails.find((trail) => trail.id === id)?.titles;
  if (!own) return id;
  return tellingWords(
    trails.map(({ titles }) => titles),
    own,
  );
}

/** Leaf columns, each with the headings above it. */
function columnTrails(
  columns: readonly Titled[],
  sets: Readonly<Record<string, readonly Titled[]>>,
  above: readonly string[] = [],
): { id: string; titles: readonly string[] }[] {
  return columns.flatMap((column) => {
    const titles = [...above, titleOf(column)];
    const below = column.columns ?? (column.use ? (sets[column.use] ?? []) : undefined);
    return below ? columnTrails(below, sets, titles) : [{ id: column.id, titles }];
  });
}

export const titleOf = ({ label }: Pick<Titled, 'label'>): string =>
  typeof label === 'string' ? label : (label['else'] ?? '');

/** Maximum length of an element's name inside a sentence, in characters; headings of outlines can be paragraphs. */
const LONG = 110;

/** An element by its name, preceded by those around it: "Đề nghị … cấp quận › Hồ sơ: Tờ trình". */
export function elementName(pack: RulePack, address: string, lang: Lang): string {
  const segments = address.split('/');
  const names: string[] = [];
  let list = Object.hasOwn(pack, segments[0]!) ? segments[0]! : 'forms';
  for (let depth = 1; depth <= segments.length; depth++) {
    const segment = segments[depth - 1]!;
    const found = findElement(pack, segments.slice(0, depth).join('/'))?.value;
    const kind = list === 'fields' ? segments[depth - 3] : undefined;
    const form = pack.forms.find(({ id }) => id === segments[0]);
    const own = depth > 1 || list === 'forms' ? ownName(found, list, { pack, form, lang, kind }) : null;
    // Steps of a scale are in a list named by the pack itself, so the root introduces them.
    const by = !Object.hasOwn(differing[lang].lists, list) && names.length === 0 ? segments[0]! : list;
    const introduced = Object.hasOwn(differing[lang].lists, by) ? differing[lang].lists[by] : undefined;
    if (own !== null) names.push(introduced === undefined || own === introduced ? own : `${introduced}: ${own}`);
    list = own === null ? segment : '';
  }
  const last = segments.at(-1)!;
  // The last step may be a list, or a part without its own name.
  if (list !== '') {
    const { lists, members } = differing[lang];
    const isKind = segments.at(-2) === 'nominees' || segments.at(-2) === 'sections';
    const kind = isKind
      ? capitalised(
          kindName(
            pack,
            pack.forms.find(({ id }) => id === segments[0]),
            last,
            lang,
          ),
        )
      : last;
    names.push((Object.hasOwn(lists, last) ? lists[last] : Object.hasOwn(members, last) ? members[last] : kind)!);
  }
  return names.join(' › ');
}

interface NamedPlace {
  readonly pack: RulePack;
  readonly form: PackForm | undefined;
  readonly lang: Lang;
  /** for a nominee's field: the kind that is asked for it */
  readonly kind: string | undefined;
}

/** Null for a list or a part that is not an element. */
function ownName(value: unknown, list: string, place: NamedPlace): string | null {
  const { pack, lang } = place;
  if (typeof value === 'string') return list === 'fields' ? fieldOf({ field: value }, place) : value;
  const id = idOf(value);
  if (id === null) return null;
  const element = value as Record<string, unknown>;
  if (list === 'windows' && typeof element['label'] === 'string') return element['label'];
  if (list === 'windows' || list === 'quotas') {
    const whose = [
      ...((element['units'] as string[] | undefined) ?? []).map((unit) => unitName(pack, unit)),
      ...((element['groups'] as string[] | undefined) ?? []).map((group) => groupName(pack, group)),
    ];
    return whose.length > 0 ? shortened(whose.join('; ')) : differing[lang].lists[list]!;
  }
  if (list === 'fields') return fieldOf(element as unknown as PackField, place);
  if (list === 'items') return shortened(itemLabel(element as unknown as PackItem, lang));
  const label = element['label'] ?? element['title'] ?? element['field'] ?? element['by'];
  const name =
    typeof label === 'string'
      ? label
      : label !== null && typeof label === 'object'
        ? titleOf({ label: label as Record<string, string> })
        : id;
  const known = list === 'criteria' && element['label'] === undefined ? criterionField(pack, id, lang) : undefined;
  const number = element['number'];
  return shortened(
    typeof number === 'string' && list !== 'amendments' ? `${number}. ${known ?? name}` : (known ?? name),
  );
}

/** A nominee's field is named with the kind it is asked of. */
function fieldOf(field: PackField, { pack, form, lang, kind }: NamedPlace): string {
  if (kind === undefined || form?.type !== 'nomination' || !Object.hasOwn(form.nominees, kind)) {
    return fieldName(pack, form, field, lang);
  }
  return `${fieldName(pack, form, field, lang, kind)} (${kindName(pack, form, kind, lang)})`;
}

/** A checked criterion without a label is named by the field it reads. */
function criterionField(pack: RulePack, id: string, lang: Lang): string | undefined {
  for (const form of pack.forms) {
    if (form.type !== 'nomination') continue;
    const criterion = form.criteria?.find((entry) => entry.id === id);
    if (criterion && 'field' in criterion) return namedField(pack, form, criterion.field, lang, criterion.of).label;
  }
  return undefined;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const shortened = (text: string): string =>
  text.length > LONG ? `${text.slice(0, LONG - 1).trimEnd()}…` : text;
