import { parseDay } from '../calendar.js';
import { conditionInWords } from './condition-words.js';
import { decisionTables, type TriedUnit } from './decision-table.js';
import { windowConsequences, windowSentence } from './explain-window.js';
import { line, listOf, partOf, type ExplainedLine, type ExplainedPart } from './explanation.js';
import type { Condition } from '../kinds/condition.js';
import { itemLabel, printsMeeting, type PackItem } from '../kinds/dossier.js';
import { expandField, type PackField } from '../kinds/field.js';
import type { PackTemplateSection } from '../kinds/template.js';
import { conditionNames, fieldName, groupName, kindName, kindNames, unitName } from './pack-names.js';
import type { NominationForm, PackForm, RulePack } from '../pack/pack.js';
import type { Bound, Cite, QuotaView, Rulebook, RulebookForm, RulebookWindow } from '../rulebook.js';
import type { ExplainStrings } from '../strings/explain.js';
import { vocabulary } from '../strings/vocabulary.js';
import type { Kind } from '../submission.js';
import { textIn, type Lang } from '../text.js';
import { officialDay } from '../judge/window-words.js';

/** What every part of the explanation reads. */
export interface Explaining {
  /** as later documents amended it */
  readonly pack: RulePack;
  readonly rulebook: Rulebook;
  readonly words: ExplainStrings;
  readonly lang: Lang;
  /** minutes east of UTC */
  readonly offset: number;
}

export interface ExplainingForm extends Explaining {
  readonly form: PackForm;
  readonly compiled: RulebookForm;
}

export function cited({ rulebook }: Explaining, ...clauses: (string | undefined)[]): Cite | undefined {
  const clause = clauses.find((entry) => entry !== undefined);
  return clause === undefined ? undefined : { document: rulebook.directive.number, clause };
}

/** Remarks of whoever wrote the pack, which the officer should see as well. */
export const remark = ({ words }: Explaining, description: string | undefined): ExplainedLine[] =>
  description ? [line(description, { label: words.form.author })] : [];

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const ifInWords = (
  { pack, form, lang, words }: ExplainingForm,
  when: Condition | undefined,
  of?: readonly Kind[],
): string[] => (when ? [words.condition.if(conditionInWords(when, conditionNames(pack, form, lang, of), lang))] : []);

/** Whom an element is about: kinds, groups, a condition. */
export function forWhom(
  telling: ExplainingForm,
  { of, groups, when }: { of?: Kind[] | undefined; groups?: string[] | undefined; when?: Condition | undefined },
): string[] {
  const { pack, form, lang, words } = telling;
  const all = form.type === 'nomination' ? Object.keys(form.nominees) : [];
  const narrowed = of && !all.every((kind) => of.includes(kind as Kind));
  return [
    ...(narrowed ? [words.form.forWhom([kindNames(of, lang)])] : []),
    ...(groups ? [words.form.forWhom(groups.map((group) => groupName(pack, group)))] : []),
    ...ifInWords(telling, when, of),
  ];
}

/** Who sends the form, to whom, for what. */
export function answersPart(telling: ExplainingForm): ExplainedPart[] {
  const { pack, form, words } = telling;
  const names = (groups: readonly string[]) => groups.map((group) => groupName(pack, group)).join('; ');
  const duties =
    form.answeredBy === 'committee'
      ? [line(words.form.committee)]
      : (
          form.answeredBy ?? [{ groups: pack.unitGroups.map(({ id }) => id), duty: 'must' as const, cite: undefined }]
        ).map(({ groups, duty, cite }) =>
          line(names(groups), { label: words.form[duty], cite: cited(telling, cite, form.cite) }),
        );
  const award = pack.awards?.find(({ id }) => id === form.award);
  const lines: ExplainedLine[] = [
    ...duties,
    ...(form.ifSilent
      ? [line(form.ifSilent.label, { label: words.form.ifSilent, cite: cited(telling, form.ifSilent.cite, form.cite) })]
      : []),
    ...(form.receivedBy ?? []).map(({ label, groups, units, when, copies, cite }) =>
      line(
        words.form.receiver(label, [
          ...(groups ? [words.form.forWhom(groups.map((group) => groupName(pack, group)))] : []),
          ...(units ? [words.form.forWhom(units.map((unit) => unitName(pack, unit)))] : []),
          ...ifInWords(telling, when),
          ...(copies ? [words.form.copies(copies)] : []),
        ]),
        { label: words.form.receivedBy, cite: cited(telling, cite, form.cite) },
      ),
    ),
    ...(award ? [line(award.label, { label: words.form.award, cite: cited(telling, award.cite, form.cite) })] : []),
    ...achievementLines(telling),
    ...(form.title ? [line(form.title, { label: words.form.printedTitle })] : []),
    ...(form.type === 'report' && form.preamble ? [line(form.preamble, { label: words.form.preamble })] : []),
    ...remark(telling, form.description),
  ];
  return partOf(words.form.answers, listOf(lines));
}

function achievementLines(telling: ExplainingForm): ExplainedLine[] {
  const { form, words } = telling;
  if (form.type !== 'nomination' || !form.achievements) return [];
  const { from, through, label, cite } = form.achievements;
  const day = (text: string) => officialDay(parseDay(text)!);
  const { period } = words.form;
  const span =
    from && through
      ? period.both(day(from), day(through))
      : from
        ? period.from(day(from))
        : through
          ? period.through(day(through))
          : undefined;
  const told = span ? words.form.achievementsText(label, span) : (label ?? '');
  return [
    line(`${told}; ${words.form.shownOnly}`, {
      label: words.form.achievements,
      cite: cited(telling, cite, form.cite),
    }),
  ];
}

/** Whose window it is, or null where everybody has the same. */
export function windowFor(
  { pack, words }: Explaining,
  window: RulebookWindow,
  list: readonly RulebookWindow[],
): string | null {
  const names = [
    ...(window.units ?? []).map((unit) => unitName(pack, unit)),
    ...(window.groups ?? []).map((group) => groupName(pack, group)),
  ];
  if (names.length > 0) return names.join('; ');
  const rivals = list.filter((other) => other.period === window.period);
  return rivals.length > 1 ? words.dates.everybodyElse : null;
}

export function windowsPart(telling: ExplainingForm): ExplainedPart[] {
  const { form, compiled, words } = telling;
  const periods = form.type === 'report' ? (form.periods ?? []) : [];
  const lineOf = (window: RulebookWindow, label?: string) => {
    const whose = windowFor(telling, window, compiled.windows);
    return line(sentence(windowSentence(window, telling)), {
      label: whose ?? label ?? (window.label ? textIn(window.label) : undefined),
      element: window.element,
      cite: window.cite,
      lines: windowConsequences(window, telling),
    });
  };
  const own = compiled.windows.filter(({ period }) => period === undefined);
  const lines = [
    ...own.map((window) => lineOf(window)),
    ...periods.flatMap((period) => {
      const windows = compiled.windows.filter((window) => window.period === period.id);
      const element = `${form.id}/periods/${period.id}`;
      const cite = cited(telling, period.cite, form.cite);
      if (windows.length === 1 && windowFor(telling, windows[0]!, compiled.windows) === null) {
        const only = lineOf(windows[0]!, period.label);
        return [{ ...only, lines: [...(only.lines ?? []), ...remark(telling, period.description)] }];
      }
      return [
        line('', {
          label: period.label,
          element,
          cite,
          lines: [...windows.map((window) => lineOf(window)), ...remark(telling, period.description)],
        }),
      ];
    }),
  ];
  return partOf(periods.length > 0 ? words.form.periods : words.form.windows, listOf(lines));
}

/** Members of the units that a share of members is tried out on: below, at and above a whole number. */
const EXAMPLE_MEMBERS = [24, 50, 118];

export function quotaPart(telling: ExplainingForm, form: NominationForm): ExplainedPart[] {
  const { pack, compiled, words, lang } = telling;
  const { quotas } = compiled.view.nomination!;
  if (quotas.length === 0) return partOf(words.quota.heading, listOf([line(words.quota.none)]));
  const parts = quotas.flatMap((quota, index) => {
    const shares = quota.anyOf.flat().some(({ min, max }) => isShare(min) || isShare(max));
    const unit = triedUnit(telling, quota, quotas);
    const tables = (shares ? EXAMPLE_MEMBERS : [undefined]).flatMap((members) =>
      decisionTables(
        compiled,
        quota,
        { ...unit, ...(members !== undefined && { members }) },
        lang,
        members === undefined ? [] : [words.quota.members(members)],
      ),
    );
    const lines = [
      line(quota.label[lang], {
        label: audience(telling, quota, quotas),
        element: quota.element,
        cite: quota.cite,
        lines: remark(telling, form.quotas![index]!.description),
      }),
    ];
    return [...listOf(lines), ...tables];
  });
  const without = groupsWithout(telling, quotas).map((group) => groupName(pack, group));
  return partOf(words.quota.heading, [
    ...parts,
    ...listOf(without.length > 0 ? [line(words.quota.noQuota(without))] : []),
  ]);
}

const isShare = (bound: Bound | undefined): boolean => typeof bound === 'object';

/** Groups that answer the form. */
function answering({ pack, form }: ExplainingForm): string[] {
  const groups = pack.unitGroups.map(({ id }) => id);
  if (form.answeredBy === undefined) return groups;
  if (form.answeredBy === 'committee') return [];
  const asked = form.answeredBy.filter(({ duty }) => duty !== 'exempt').flatMap((entry) => entry.groups);
  return groups.filter((group) => asked.includes(group));
}

/** Groups of which some unit has no quota naming it or its group. */
function groupsLeft(telling: ExplainingForm, quotas: readonly QuotaView[]): string[] {
  const units = telling.pack.units ?? [];
  return answering(telling).filter((group) => {
    if (quotas.some((quota) => quota.groups?.includes(group))) return false;
    const named = units.filter((unit) => unit.group === group);
    return named.length === 0 || named.some(({ id }) => !quotas.some((quota) => quota.units?.includes(id)));
  });
}

const isForTheRest = ({ groups, units }: QuotaView): boolean => !groups && !units;

const groupsWithout = (telling: ExplainingForm, quotas: readonly QuotaView[]): string[] =>
  quotas.some(isForTheRest) ? [] : groupsLeft(telling, quotas);

function audience(telling: ExplainingForm, quota: QuotaView, quotas: readonly QuotaView[]): string {
  const { pack, words } = telling;
  if (isForTheRest(quota)) {
    if (quotas.length === 1) return words.quota.everybody;
    return words.quota.rest(groupsLeft(telling, quotas).map((group) => groupName(pack, group)));
  }
  return [
    ...(quota.units ?? []).map((unit) => unitName(pack, unit)),
    ...(quota.groups ?? []).map((group) => groupName(pack, group)),
  ].join('; ');
}

/** Some unit the quota holds for. */
function triedUnit(telling: ExplainingForm, quota: QuotaView, quotas: readonly QuotaView[]): TriedUnit {
  const [id] = quota.units ?? [];
  if (id !== undefined) {
    const group = telling.pack.units?.find((unit) => unit.id === id)?.group;
    return { id, ...(group !== undefined && { group }) };
  }
  const [group] = quota.groups ?? groupsLeft(telling, quotas);
  return group === undefined ? {} : { group };
}

/** What is asked about each nominee, kind by kind. */
export function nomineesPart(telling: ExplainingForm, form: NominationForm): ExplainedPart[] {
  const { compiled, words, lang } = telling;
  const lines = compiled.view.nomination!.kinds.map(({ kind, label, fields }) => {
    const own = form.nominees[kind]!.fields.map(expandField);
    // What a printed document needs is asked for as well, though the pack does not list it.
    const printed = fields.filter((view) => !own.some(({ field }) => field === view.field));
    const told = [
      ...own.map((field) => fieldText(telling, field, kind)),
      ...printed.map((view) => textIn(view.label, lang)),
    ];
    return line(told.join('; '), {
      label: sentence(textIn(label, lang)),
      element: `${form.id}/nominees/${kind}`,
    });
  });
  return partOf(words.nominee.heading, listOf(lines));
}

export function fieldText(telling: ExplainingForm, field: PackField, kind?: Kind): string {
  const { words, lang } = telling;
  const word = Object.hasOwn(vocabulary.fields, field.field) ? vocabulary.fields[field.field] : undefined;
  const type = field.type ?? word?.type;
  const options = (field.options ?? []).map(({ label }) => label);
  const { pages, characters } = field.limit ?? {};
  return words.nominee.fieldWhen(fieldName(field, lang, kind), [
    ...ifInWords(telling, field.when, kind && [kind]),
    ...(options.length > 0 ? [words.nominee.options(options)] : []),
    ...(type === 'yes-no' ? [words.nominee.yesNo] : []),
    ...(pages === undefined ? [] : [words.nominee.limit.pages(pages)]),
    ...(characters === undefined ? [] : [words.nominee.limit.characters(characters)]),
    ...(field.hint ? [field.hint] : []),
    ...(field.optional ? [words.form.optional] : []),
  ]);
}

export function criteriaPart(telling: ExplainingForm, form: NominationForm): ExplainedPart[] {
  const { words } = telling;
  const criteria = form.criteria ?? [];
  const attested = criteria.filter((entry) => 'attest' in entry);
  const checked = criteria.filter((entry) => !('attest' in entry));
  const group = (label: string, lines: readonly ExplainedLine[]) =>
    lines.length > 0 ? [line('', { label, lines })] : [];
  const lineOf = (shape: (typeof criteria)[number]) =>
    line(criterionText(telling, shape), {
      element: `${form.id}/criteria/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
      lines: remark(telling, shape.description),
    });
  const exclusions = (form.exclusions ?? []).map((shape) =>
    line(aboutWhom(telling, shape, shape.label), {
      element: `${form.id}/exclusions/${shape.id}`,
      cite: cited(telling, shape.cite, form.cite),
      lines: remark(telling, shape.description),
    }),
  );
  return [
    ...partOf(
      words.criteria.heading,
      listOf([
        ...group(words.criteria.checked, checked.map(lineOf)),
        ...group(words.criteria.attested, attested.map(lineOf)),
      ]),
    ),
    ...partOf(words.criteria.exclusions, listOf(group(words.criteria.exclusionsLead, exclusions))),
  ];
}

type PackCriterion = NonNullable<NominationForm['criteria']>[number];

export function criterionText(telling: ExplainingForm, shape: PackCriterion): string {
  const { words } = telling;
  if ('attest' in shape) return aboutWhom(telling, shape, shape.label);
  if ('assert' in shape) return aboutWhom(telling, shape, `${shape.label} (${words.criteria.logic})`);
  const test = testInWords(telling, shape);
  return aboutWhom(telling, shape, shape.label ? `${shape.label} (${test})` : test);
}

function testInWords(telling: ExplainingForm, shape: Extract<PackCriterion, { field: string }>): string {
  const { pack, form, lang, words } = telling;
  const { must } = words.criteria;
  const { label, value, highest } = conditionNames(pack, form, lang, shape.of).field(shape.field);
  if (typeof shape.is === 'boolean') return shape.is ? must.yes(label) : must.no(label);
  if (typeof shape.is === 'number') return must.isNumber(label, shape.is);
  if (shape.is !== undefined) return must.is(label, value(shape.is));
  if (shape.in !== undefined) return must.in(label, shape.in.map(value));
  if (shape.has !== undefined) return must.has(label, value(shape.has));
  if (typeof shape.atLeast === 'number') return must.atLeastNumber(label, shape.atLeast);
  const step = shape.atLeast ?? '';
  return (highest(step) ? must.highest : must.atLeast)(label, value(step));
}

/** "Đối với cá nhân: nếu là đảng viên thì …", with how much it weighs where it does not bind. */
function aboutWhom(
  telling: ExplainingForm,
  shape: Pick<PackCriterion, 'of' | 'when' | 'severity'>,
  body: string,
): string {
  const { pack, form, lang, words } = telling;
  const all = form.type === 'nomination' ? Object.keys(form.nominees) : [];
  const condition = shape.when && conditionInWords(shape.when, conditionNames(pack, form, lang, shape.of), lang);
  const said = condition === undefined ? body : words.criteria.given(condition, body);
  const narrowed = shape.of && !all.every((kind) => shape.of!.includes(kind as Kind));
  const weight = shape.severity && shape.severity !== 'error' ? ` (${words.form.severity[shape.severity]})` : '';
  return narrowed
    ? `${words.criteria.forKinds(kindNames(shape.of!, lang))}: ${said}${weight}`
    : `${sentence(said)}${weight}`;
}

export function dossierPart(telling: ExplainingForm): ExplainedPart[] {
  const { form, words } = telling;
  const { dossier } = form;
  if (!dossier) return [];
  const lines = dossier.items.map((item) => itemLine(telling, item));
  return partOf(words.dossier.heading(dossier.copies), listOf(lines), {
    cite: cited(telling, dossier.cite, form.cite),
  });
}

function itemLine(telling: ExplainingForm, item: PackItem): ExplainedLine {
  const { form, words, lang } = telling;
  const { dossier } = words;
  const element = `${form.id}/dossier/items/${item.id}`;
  const about = form.type === 'nomination' ? [item.per === 'slate' ? dossier.perSlate : dossier.perNominee] : [];
  const way = item.by
    ? dossier.byCommittee
    : item.as.includes('paper')
      ? dossier.paper
      : item.as.length > 1
        ? dossier.either
        : item.as[0] === 'print'
          ? dossier.print
          : dossier.upload;
  const text = [
    ...about,
    ...forWhom(telling, item),
    way,
    ...(item.duty === 'if-any' ? [dossier.ifAny] : []),
    ...(item.copies ? [dossier.copies(item.copies)] : []),
    ...(item.bound ? [dossier.bound] : []),
    ...(item.limit?.pages === undefined ? [] : [dossier.pages(item.limit.pages)]),
    ...(item.limit?.characters === undefined ? [] : [dossier.characters(item.limit.characters)]),
    ...(item.soft ? [dossier.soft(item.soft)] : []),
    ...(item.endorsedBy ? [dossier.endorsed(item.endorsedBy.label, forWhom(telling, item.endorsedBy))] : []),
  ].join('; ');
  const cite = cited(telling, item.cite, form.dossier!.cite, form.cite);
  return line(text, {
    label: itemLabel(item, lang),
    element,
    cite,
    lines: [
      ...templateLines(telling, item),
      ...meetingLines(telling, item),
      ...(item.enclosures
        ? [
            line('', {
              label: dossier.enclosures,
              lines: item.enclosures.map((enclosure) =>
                line(
                  [
                    enclosure.label,
                    ...forWhom(telling, enclosure),
                    ...(enclosure.duty === 'if-any' ? [dossier.ifAny] : []),
                  ].join('; '),
                  {
                    element: `${element}/enclosures/${enclosure.id}`,
                    cite: cited(telling, enclosure.cite, item.cite, form.dossier!.cite, form.cite),
                    lines: remark(telling, enclosure.description),
                  },
                ),
              ),
            }),
          ]
        : []),
      ...remark(telling, item.description),
    ],
  });
}

/** What the minutes print of the meeting; votes may be left out. */
function meetingLines({ words, lang }: ExplainingForm, item: PackItem): ExplainedLine[] {
  if (!printsMeeting(item)) return [];
  const parts = ['date', 'present', 'absent', 'chair', 'secretary'];
  return [
    line(parts.map((part) => textIn(vocabulary.places[`/meeting/${part}`]!, lang)).join('; '), {
      label: words.dossier.meeting,
    }),
  ];
}

/** Sections of the printed document; kinds with the same sections are told together. */
function templateLines(telling: ExplainingForm, item: PackItem): ExplainedLine[] {
  const { pack, form, words, lang } = telling;
  const template = pack.templates?.find(({ id }) => id === item.template);
  if (!template || form.type !== 'nomination') return [];
  const kinds = (Object.keys(form.nominees) as Kind[]).filter((kind) => !item.of || item.of.includes(kind));
  const lines = kinds.flatMap((kind) => {
    const sections = template.sections[kind];
    if (!sections) return [];
    return [
      line(sections.map((section) => templateSection(telling, section)).join('; '), {
        label: words.dossier.templateFor(kindName(kind, lang)),
      }),
    ];
  });
  return [line('', { label: words.dossier.template(template.label), element: `templates/${template.id}`, lines })];
}

function templateSection(telling: ExplainingForm, section: PackTemplateSection): string {
  const { words } = telling;
  const title = [section.number, section.title].filter(Boolean).join('. ');
  const told = words.nominee.fieldWhen(title, section.optional ? [words.form.optional] : []);
  if (!section.sections) return told;
  return `${told}: ${section.sections.map((inner) => templateSection(telling, inner)).join('; ')}`;
}
