import { every, parted } from '../logic.js';
import type { Report } from './lint-finding.js';
import { reachable } from './reach.js';
import { scopesOf } from './check-logic.js';
import type { ValueType } from './value-type.js';
import { typeOfField } from '../field-types/type-of-field.js';
import { expandField } from '../kinds/field.js';
import type { PackForm, RulePack } from '../pack/pack.js';
import type { Logic, Rule, RulebookForm } from '../rulebook.js';
import { isObject } from '../values/plain.js';
import { vocabulary } from '../strings/vocabulary.js';

/** Reports what a pack says without effect: its author must have meant something that is not judged. */
export function lintEffects(pack: RulePack, report: Report): void {
  lintDeclarations(pack, report);
  for (const form of pack.forms) {
    lintFields(form, report);
    lintWindowMembers(form, report);
    lintAudiences(form, report);
  }
  for (const form of pack.forms) {
    for (const { id, as, template } of form.dossier?.items ?? []) {
      if (template === undefined || as.some((way) => way !== 'paper')) continue;
      report('no-effect', `${form.id}/dossier/items/${id}`, '"template"', 'error', ['"as": ["paper"]']);
    }
  }
  for (const { id, size, assumed } of pack.unitGroups) {
    if (assumed !== undefined && size === undefined)
      report('no-effect', `unitGroups/${id}`, '"assumed"', 'error', ['"size"']);
  }
  for (const { id, from } of pack.selections ?? []) {
    const source = pack.forms.find((form) => form.id === from);
    if (source?.answeredBy === 'committee') report('selection-committee', `selections/${id}`, from);
  }
}

/** What is declared so that other elements can name it, and is not named, neither at first nor by an amendment. */
function lintDeclarations(pack: RulePack, report: Report): void {
  const { awards = [], templates = [], scales = {}, unitGroups, units = [] } = pack;
  const named = namesIn({ forms: pack.forms, selections: pack.selections, milestones: pack.milestones, amendments: pack.amendments }); // prettier-ignore
  const unused = (list: string, ids: readonly string[], members: readonly string[]) => {
    for (const id of ids) {
      if (!members.some((member) => named.get(member)?.has(id))) report('unused', `${list}/${id}`);
    }
  };
  unused('awards', awards.map(({ id }) => id), ['award', 'awards']); // prettier-ignore
  unused('templates', templates.map(({ id }) => id), ['template']); // prettier-ignore
  // The scale "rating" takes the place of the usual one, which fields need not name.
  unused(
    'scales',
    Object.keys(scales).filter((id) => id !== 'rating'),
    ['scale'],
  );
  for (const [scale, steps] of Object.entries(scales)) {
    for (const step of steps) {
      if (typeof step === 'string' && !Object.hasOwn(vocabulary.ratings, step)) {
        report('scale-step', `scales/${scale}`, step, 'error', Object.keys(vocabulary.ratings));
      }
    }
  }
  for (const form of pack.forms) {
    if (form.type === 'report') unused(`${form.id}/columnSets`, Object.keys(form.columnSets ?? {}), ['use']);
  }
  const all = pack.forms.some(({ answeredBy }) => answeredBy === undefined);
  if (all) return;
  const bound = new Set(units.filter(({ id }) => named.get('units')?.has(id)).map(({ group }) => group));
  unused(
    'unitGroups',
    unitGroups.map(({ id }) => id).filter((id) => !bound.has(id)),
    ['groups'],
  );
}

/** The texts in a value, alone or in a list, by the member that holds them. */
function namesIn(value: unknown): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const visit = (part: unknown, member: string): void => {
    if (typeof part === 'string') names.set(member, (names.get(member) ?? new Set()).add(part));
    else if (Array.isArray(part)) for (const entry of part as unknown[]) visit(entry, member);
    else if (isObject(part)) for (const [name, entry] of Object.entries(part)) visit(entry, name);
  };
  visit(value, '');
  return names;
}

function lintFields(form: PackForm, report: Report): void {
  const lists =
    form.type === 'nomination'
      ? Object.entries(form.nominees).map(
          ([kind, { fields }]) => [`${form.id}/nominees/${kind}/fields`, fields] as const,
        )
      : form.type === 'plan' && form.person
        ? [[`${form.id}/person/fields`, form.person.fields] as const]
        : [];
  for (const [address, fields] of lists) {
    for (const field of fields.map(expandField)) {
      const type = typeOfField(field);
      if (field.limit === undefined || type === 'text' || type === 'long-text') continue;
      report('no-effect', `${address}/${field.field}`, '"limit"', 'error', [`"type": "${type}"`]);
    }
  }
}

function lintWindowMembers(form: PackForm, report: Report): void {
  const periods = form.periods ?? [];
  const lists = [
    [form.id, form.windows] as const,
    ...periods.map(({ id, windows }) => [`${form.id}/periods/${id}`, windows] as const),
  ];
  for (const [address, windows] of lists) {
    if (!Array.isArray(windows)) continue;
    for (const { id, before, noLaterThan, after, early, late, lateUntil } of windows) {
      const element = `${address}/windows/${id}`;
      const by = Object.entries({ before, noLaterThan, after }).find(([, value]) => value !== undefined)?.[0];
      if (early !== undefined && by !== undefined) report('no-effect', element, '"early"', 'error', [`"${by}"`]);
      if (late !== undefined && lateUntil !== undefined)
        report('no-effect', element, '"late"', 'error', ['"lateUntil"']);
    }
  }
}

/** Windows, quotas and receivers for a group that does not send the form. */
function lintAudiences(form: PackForm, report: Report): void {
  if (!Array.isArray(form.answeredBy)) return;
  const answering = new Set(form.answeredBy.filter(({ duty }) => duty !== 'exempt').flatMap(({ groups }) => groups));
  const periods = form.periods ?? [];
  const listsOf = (
    address: string,
    windows: 'unannounced' | readonly { id: string; groups?: readonly string[] | undefined }[] | undefined,
  ) =>
    typeof windows === 'object' ? windows.map(({ id, groups }) => [`${address}/windows/${id}`, groups] as const) : [];
  const bound = [
    ...listsOf(form.id, form.windows),
    ...periods.flatMap(({ id, windows }) => listsOf(`${form.id}/periods/${id}`, windows)),
    ...(form.receivedBy ?? []).map(({ groups }) => [`${form.id}/receivedBy`, groups] as const),
    ...(form.type === 'nomination'
      ? (form.quotas ?? []).map(({ id, groups }) => [`${form.id}/quotas/${id}`, groups] as const)
      : []),
  ];
  for (const [element, groups = []] of bound) {
    for (const group of groups) {
      if (!answering.has(group)) report('group-not-answering', element, group, 'error', [...answering]);
    }
  }
}

/**
 * Whatever is judged can be met and can be broken; of each element, the first rule that is not so is reported.
 *
 * @param mistaken elements whose mistakes are known already, and may well be why
 */
export function lintReach(form: RulebookForm, mistaken: ReadonlySet<string>, report: Report): void {
  const { scopeOf } = scopesOf(form);
  const told = new Set(mistaken);
  for (const rule of form.rules) {
    if (rule.assert === undefined || told.has(rule.element)) continue;
    // Of several receivers' windows, only the earliest is judged where no receiver is named.
    if (rule.id === 'window' && rule.assert === true) continue;
    const code = flawOf(rule, rule.assert, scopeOf(rule));
    if (code === null) continue;
    told.add(rule.element);
    report(code, rule.element, rule.element, code === 'undecided' ? 'advice' : 'error');
  }
}

function flawOf({ needs }: Rule, assert: Logic, scope: ValueType): Parameters<Report>[0] | null {
  const { condition, body } = parted(assert);
  const can = (logic: Logic, wanted: boolean) => reachable(logic, wanted, { scope, needs });
  const applies = can(condition, true);
  if (applies === 'no') return 'condition-never';
  const met = can(every([condition, body]), true);
  if (met === 'no') return 'never-met';
  const broken = can(assert, false);
  if (broken === 'no') return 'never-broken';
  return [applies, met, broken].includes('unknown') ? 'undecided' : null;
}
