import { canBeMet } from './can-be-met.js';
import { compile } from '../compile/compile.js';
import { amend } from '../pack/amend.js';
import { addressesNear, elements, findElement } from '../pack/element.js';
import { fieldsRead, type Condition } from '../kinds/condition-shape.js';
import { kindsOf } from '../kinds/context.js';
import { expandField } from '../kinds/field.js';
import { alternativesInWords } from '../kinds/quota.js';
import type { LintFinding, Report } from './lint-finding.js';
import { lintEffects, lintReach } from './lint-effects.js';
import { lintLogic } from './lint-logic.js';
import { lintSelections } from './lint-selections.js';
import { lintTables } from './lint-tables.js';
import { lintMilestones, lintRegime, lintWindows } from './lint-windows.js';
import { namedTwice } from './named-twice.js';
import type { NominationForm, RulePack } from '../pack/pack.js';
import { listed, nearest } from '../pack/pack-problem.js';
import { schemaOutsideProfile } from './profile.js';
import type { QuotaView, Rulebook, RulebookForm, RulebookNomination, RulebookPlan } from '../rulebook.js';
import { authoring } from '../pack/strings/authoring.js';
import { purposeIn } from '../judge/purpose.js';
import { vocabulary } from '../strings/vocabulary.js';
import { kindLabel } from '../judge/nominee-kinds.js';
import type { Kind } from '../submission.js';
import type { Lang } from '../text.js';

/**
 * Looks for common mistakes in packs: where, why, and how to fix them.
 *
 * @param pack a pack accepted by `parsePack`
 */
export function lint(pack: RulePack, { lang = 'vi' }: { lang?: Lang } = {}): LintFinding[] {
  const findings: LintFinding[] = [];
  const report: Report = (code, element, detail = element, severity = 'error', allowed = []) => {
    const [message, remedy] = authoring[lang].lint[code](detail, nearest(detail, allowed), listed(allowed));
    findings.push({ code, severity, element, message, remedy });
  };
  const rulebook = compile(pack);
  const { pack: current } = amend(pack);
  lintAddresses(pack, report);
  lintEffects(pack, report);
  lintCoverage(pack, rulebook, report);
  lintLayouts(pack, report);
  lintGroups(rulebook, report);
  findings.push(...lintLogic(pack, rulebook, report, lang));
  for (const form of rulebook.forms) {
    for (const reason of schemaOutsideProfile(form.schema)) report('profile', form.id, reason);
    lintWindows(
      rulebook,
      form,
      current.forms.find(({ id }) => id === form.id),
      report,
      lang,
    );
    if (form.type === 'nomination') {
      lintQuotas(rulebook, form, report, lang);
      lintTitle(form, report);
    }
    if (form.type === 'report') lintTables(form, report);
    if (form.type === 'plan') lintCommitments(form, report);
  }
  for (const form of pack.forms) {
    lintDeclared(form, report);
    lintRegime(form, report);
    if (form.type === 'nomination') {
      lintNomination(form, report);
      lintTemplates(pack, form, report);
    }
  }
  lintMilestones(rulebook, report, lang);
  lintSelections(rulebook, report, lang);
  const mistaken = new Set(findings.map(({ element }) => element));
  for (const form of rulebook.forms) lintReach(form, mistaken, report);
  return findings;
}

function lintAddresses(pack: RulePack, report: Report): void {
  const seen = new Set<string>();
  for (const { address } of elements(pack)) {
    if (seen.has(address)) report('address', address);
    seen.add(address);
  }
  const members = new Set(['selections', 'milestones', 'awards', 'templates', 'units', 'unitGroups', 'amendments']);
  for (const { id } of pack.forms) if (members.has(id)) report('address', id);
}

/** A host may give the exporters a style sheet of its own, so an unknown one is reported as advice, not an error. */
function lintLayouts({ layout, unitGroups, units = [] }: RulePack, report: Report): void {
  const named = [
    { element: 'layout', layout },
    ...unitGroups.map((group) => ({ element: `unitGroups/${group.id}`, layout: group.layout })),
    ...units.map((unit) => ({ element: `units/${unit.id}`, layout: unit.layout })),
  ];
  for (const { element, layout } of named) {
    if (layout === undefined || vocabulary.layouts.some((known) => known === layout)) continue;
    report('layout', element, `${layout} (${vocabulary.layouts.join(', ')})`, 'advice');
  }
}

function lintCoverage(pack: RulePack, rulebook: Rulebook, report: Report): void {
  const attested = rulebook.forms.flatMap(attestedClauses);
  for (const [clause, carried] of Object.entries(pack.coverage ?? {})) {
    if (carried === 'attested') {
      if (!attested.some((other) => isWithin(other, clause) || isWithin(clause, other))) {
        report('coverage-attested', `coverage/${clause}`, clause);
      }
      continue;
    }
    if (typeof carried === 'string') continue;
    for (const address of carried) {
      if (findElement(pack, address)) continue;
      report('coverage', `coverage/${clause}`, address, 'error', addressesNear(pack, address));
    }
  }
}

/** Clauses of everything that a unit declares when it sends the form. */
function attestedClauses(form: RulebookForm): string[] {
  const { items } = form.view.dossier;
  const declared = [
    ...(form.type === 'nomination' ? [...form.view.nomination.criteria, ...form.view.nomination.exclusions] : []),
    ...items.filter(({ as, endorsedBy }) => as.includes('paper') || endorsedBy),
    ...items.flatMap(({ endorsedBy }) => endorsedBy ?? []),
  ];
  return declared.flatMap(({ cite }) => (cite ? [cite.clause] : []));
}

/** "II.1.3" is within "II.1"; "II.10" is not. */
const isWithin = (clause: string, around: string): boolean =>
  clause.startsWith(around) && !/^[\p{L}\p{N}]/u.test(clause.slice(around.length));

/** In a group with named units, no other unit may answer, so a larger size would count units that are refused. */
function lintGroups({ unitGroups, units }: Rulebook, report: Report): void {
  for (const { id, size } of unitGroups) {
    const named = units.filter(({ group }) => group === id).length;
    if (named > 0 && size !== undefined && size !== named) {
      report('group-size', `unitGroups/${id}`, `${id}: ${size} ≠ ${named}`);
    }
  }
}

/** The title of a nomination is printed inside sentences, so it must begin with words that fit there. */
function lintTitle({ id, view }: RulebookNomination, report: Report): void {
  if (view.title === undefined) return;
  if (purposeIn(view.title) === undefined) report('title', id, `${view.title} (${vocabulary.purposes.join(', ')})`);
}

function lintCommitments({ id, view }: RulebookPlan, report: Report): void {
  for (const { id: count, min, max } of view.plan.commitments?.counts ?? []) {
    if (min === undefined || max === undefined || min <= max) continue;
    report('quota-impossible', `${id}/commitments/counts/${count}`, `"min": ${min}, "max": ${max}`);
  }
}

/** Exactly one quota must apply to a unit, and its alternatives must be possible. */
function lintQuotas(rulebook: Rulebook, form: RulebookNomination, report: Report, lang: Lang): void {
  const view = form.view.nomination;
  for (const name of namedTwice(view.quotas)) report('quota-two', `${form.id}/quotas`, name);
  const duties = form.view.answeredBy;
  const must =
    duties === undefined
      ? rulebook.unitGroups.map(({ id }) => id)
      : duties === 'committee'
        ? []
        : duties.filter(({ duty }) => duty === 'must').flatMap(({ groups }) => groups);
  const named = new Set(view.quotas.flatMap(({ units }) => units ?? []));
  for (const group of must) {
    const forGroup = ({ groups, units }: QuotaView) => groups?.includes(group) || (!groups && !units);
    if (view.quotas.some(forGroup)) continue;
    const units = rulebook.units.filter((unit) => unit.group === group);
    const without = units.length > 0 ? units.map(({ id }) => id).filter((id) => !named.has(id)) : [group];
    if (without.length > 0) report('quota-missing', `${form.id}/quotas`, without.join(', '));
  }
  for (const quota of view.quotas) {
    const bounds = quota.anyOf.flatMap(({ counts }) => counts).flatMap(({ min, max }) => [min, max]);
    const beyond = bounds.find((bound) => typeof bound === 'number' && bound > view.maxNominees);
    if (beyond !== undefined) report('quota-too-many', quota.element, `${String(beyond)} > ${view.maxNominees}`);
    for (const alternative of quota.anyOf) {
      if (canBeMet(alternative.counts)) continue;
      report(
        'quota-impossible',
        quota.element,
        alternativesInWords([alternative], lang, (kind) => kindLabel(view, kind)),
      );
    }
  }
}

function lintDeclared(form: RulePack['forms'][number], report: Report): void {
  const items = form.dossier?.items ?? [];
  const attested = form.type === 'nomination' ? (form.criteria ?? []).filter((entry) => 'attest' in entry) : [];
  const excluded = form.type === 'nomination' ? (form.exclusions ?? []) : [];
  const declared = [
    ...attested,
    ...excluded,
    ...items.filter(({ as, endorsedBy }) => as.includes('paper') || endorsedBy),
  ];
  const ids = declared.map(({ id }) => id);
  for (const id of new Set(ids.filter((entry, index) => ids.indexOf(entry) !== index))) {
    report('declared-twice', form.id, id);
  }
  const files = items.flatMap((item) => [
    ...(item.as.includes('upload') ? [item.id] : []),
    ...(item.enclosures ?? []).map(({ id }) => id),
  ]);
  for (const id of new Set(files.filter((entry, index) => files.indexOf(entry) !== index))) {
    report('declared-twice', form.id, id);
  }
  for (const item of items) {
    const address = `${form.id}/dossier/items/${item.id}`;
    if (item.as.includes('paper') && item.endorsedBy) report('endorsed-paper', address);
    if (!item.label && !item.document) report('label', address);
    if (item.as.includes('print') && !item.document) report('document-missing', address);
  }
}

/** A field that a condition reads must not be optional, and a criterion may only read what its kinds are asked for. */
function lintNomination(form: NominationForm, report: Report): void {
  const kinds = kindsOf(form);
  const byKind = new Map(kinds.map((kind) => [kind, form.nominees[kind]!.fields.map(expandField)] as const));
  const conditions: { when: Condition | undefined; of?: readonly Kind[] | undefined; element: string }[] = [
    ...(form.criteria ?? []).flatMap((entry) => {
      const element = `${form.id}/criteria/${entry.id}`;
      const require = 'require' in entry ? entry.require : undefined;
      return [entry.when, require].map((when) => ({ when, of: entry.of, element }));
    }),
    ...(form.exclusions ?? []).map(({ when, of, id }) => ({ when, of, element: `${form.id}/exclusions/${id}` })),
    ...(form.dossier?.items ?? []).flatMap(({ when, of, id, endorsedBy, enclosures }) => {
      const element = `${form.id}/dossier/items/${id}`;
      return [
        { when, of, element },
        ...(endorsedBy ? [{ when: endorsedBy.when, of: endorsedBy.of ?? of, element }] : []),
        ...(enclosures ?? []).map((entry) => ({ when: entry.when, of: entry.of ?? of, element })),
      ];
    }),
    ...[...byKind].flatMap(([kind, fields]) =>
      fields.map(({ when, field }) => ({ when, of: [kind], element: `${form.id}/nominees/${kind}/fields/${field}` })),
    ),
  ];
  for (const { when, of, element } of conditions) {
    for (const { field: name, of: counted, items } of fieldsRead(when)) {
      if (items) continue;
      const asked = (counted ?? of ?? kinds).flatMap(
        (kind) => byKind.get(kind)?.filter(({ field }) => field === name) ?? [],
      );
      if (asked.some(({ optional }) => optional)) report('condition-optional', element, name);
    }
  }
  for (const criterion of form.criteria ?? []) {
    const always =
      'field' in criterion
        ? [criterion.field]
        : 'require' in criterion && criterion.per !== 'slate'
          ? alwaysRead(criterion.require)
          : [];
    for (const name of new Set(always)) {
      if (name === 'kind') continue;
      const without = (criterion.of ?? kinds).filter((kind) => !byKind.get(kind)?.some(({ field }) => field === name));
      if (without.length === 0) continue;
      report('criterion-kind', `${form.id}/criteria/${criterion.id}`, `${name} (${without.join(', ')})`);
    }
  }
}

function lintTemplates(pack: RulePack, form: NominationForm, report: Report): void {
  for (const item of form.dossier?.items ?? []) {
    // A document about a nominee that is printed or uploaded needs an outline; otherwise it could never be incomplete.
    const either = item.as.includes('print') && item.as.includes('upload');
    const isOutlined = item.document !== undefined && vocabulary.documents[item.document]?.template;
    if (either && isOutlined && !item.template) {
      report('template-missing', `${form.id}/dossier/items/${item.id}`);
    }
    const template = pack.templates?.find(({ id }) => id === item.template);
    if (!template) continue;
    for (const kind of item.of ?? kindsOf(form)) {
      if (!template.sections[kind]) report('template', `${form.id}/dossier/items/${item.id}`, kind);
    }
  }
}

/** The fields that a condition reads of every nominee: not those of one of several ways to meet it. */
function alwaysRead(when: Condition): string[] {
  if ('all' in when) return when.all.flatMap(alwaysRead);
  if ('any' in when || 'not' in when || 'of' in when) return [];
  return fieldsRead(when).flatMap(({ field, counted }) => (counted ? [] : [field]));
}
