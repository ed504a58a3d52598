import { pathsRead } from '../logic.js';
import type { Choice, Value } from '../kinds/condition-shape.js';
import { conditionInWords } from './condition-words.js';
import { amountsOf, sharesOf, valuesOf, type PackQuota } from '../kinds/quota.js';
import type { NominationForm } from '../pack/pack.js';
import type { Logic, QuotaView, RulebookNomination } from '../rulebook.js';
import { textIn } from '../text.js';
import { decisionTables, type TriedUnit } from './decision-table.js';
import { type ExplainingForm, remark } from './explaining.js';
import { line, listOf, partOf, type ExplainedLine, type ExplainedPart } from './explanation.js';
import { conditionNames, groupName, unitName } from './pack-names.js';
import { isObject } from '../values/plain.js';

/** Example numbers of members for a share: below, at and above a whole number. */
const EXAMPLE_MEMBERS = [24, 50, 118];

export function quotaPart(
  telling: ExplainingForm,
  form: NominationForm,
  compiled: RulebookNomination,
): ExplainedPart[] {
  const { pack, words, lang } = telling;
  const { quotas } = compiled.view.nomination;
  if (quotas.length === 0) return partOf(words.quota.heading, listOf([line(words.quota.none)]));
  const parts = quotas.flatMap((quota, index) => {
    const shares = sharesOf(quota.anyOf);
    const computed = amountsOf(quota.anyOf);
    const amounts = exampleAmounts(quota);
    const unit = { ...triedUnit(telling, quota, quotas), ...(computed.length > 0 && { amounts }) };
    const tables = (isOfMembers(quota) ? examplesOf(quota) : []).flatMap((members) =>
      decisionTables(compiled, quota, { ...unit, ...(members !== undefined && { members }) }, lang, [
        ...(members === undefined
          ? []
          : [words.quota.members(members, shares.length === 1 ? shares[0]!.label : undefined)]),
        ...computed.map(({ amount, label }) => words.quota.amount(textIn(label, lang), amounts[amount] ?? 0)),
      ]),
    );
    const lines = [
      line(quota.label[lang], {
        label: audience(telling, quota, quotas),
        element: quota.element,
        cite: quota.cite,
        lines: [...casesOf(telling, form.quotas![index]!), ...remark(telling, form.quotas![index]!.description)],
      }),
    ];
    return [
      ...listOf(lines),
      ...(tables.length > 0 ? tables : listOf(noTable(quota) ? [line(words.quota.noTable)] : [])),
    ];
  });
  const without = groupsWithout(telling, quotas).map((group) => groupName(pack, group));
  const isBounded = (form.criteria ?? []).some(
    (criterion) => 'per' in criterion && criterion.per === 'slate' && countsNominees(criterion.require),
  );
  return partOf(words.quota.heading, [
    ...parts,
    ...listOf(isBounded ? [line(words.quota.alsoCriteria)] : []),
    ...listOf(without.length > 0 ? [line(words.quota.noQuota(without))] : []),
  ]);
}

/** Whether a condition, or a part of it, counts those who are nominated. */
function countsNominees(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(countsNominees);
  if (!isObject(part)) return false;
  const count = part['count'];
  return (isObject(count) && count['items'] === undefined) || Object.values(part).some(countsNominees);
}

/** What the cases of its alternatives, and of its computed numbers, mean. */
function casesOf(telling: ExplainingForm, { anyOf }: PackQuota): ExplainedLine[] {
  const { pack, lang, words } = telling;
  const names = conditionNames(pack, telling.form, lang);
  const cases = anyOf.flatMap((alternative) => [
    ...('label' in alternative ? [alternative] : []),
    ...valuesOf(alternative).flatMap(choicesIn),
  ]);
  return [...new Map(cases.map(({ label, when }) => [label, when]))].map(([label, when]) =>
    line(words.condition.if(conditionInWords(when, names, lang)), { label }),
  );
}

/** The cases that a number depends on. */
function choicesIn(value: Value): Choice[] {
  if (typeof value === 'number') return [];
  if ('then' in value) return [value, ...choicesIn(value.then), ...choicesIn(value.else ?? 0)];
  if ('sum' in value) return value.sum.flatMap(choicesIn);
  if ('minus' in value) return value.minus.flatMap(choicesIn);
  return 'of' in value ? choicesIn(value.of) : [];
}

/** An example of what each computed number comes to: the least asked for is less than the most allowed. */
function exampleAmounts({ anyOf }: QuotaView): Record<string, number> {
  const bounds = anyOf.flatMap(({ counts }) => counts);
  const example = (name: 'min' | 'max', number: number) =>
    bounds.flatMap(({ [name]: bound }) =>
      typeof bound === 'object' && 'amount' in bound ? [[bound.amount, number] as const] : [],
    );
  return Object.fromEntries([...example('max', 4), ...example('min', 2)]);
}

/** Example numbers for what shares and conditions of alternatives are based on: around each bound; or no number. */
function examplesOf({ anyOf }: QuotaView): readonly (number | undefined)[] {
  const numbers = anyOf.flatMap(({ when = true }) => numbersIn(when)).flatMap((number) => [number - 1, number]);
  const all = [...numbers.filter((number) => number >= 0), ...(sharesOf(anyOf).length > 0 ? EXAMPLE_MEMBERS : [])];
  return all.length > 0 ? [...new Set(all)].sort((left, right) => left - right) : [undefined];
}

function numbersIn(logic: Logic | readonly Logic[]): number[] {
  if (typeof logic === 'number') return [logic];
  return typeof logic === 'object' && logic !== null ? Object.values(logic).flatMap(numbersIn) : [];
}

/** Whether to say that the table is missing: only if it would be too large, not if it would be empty. */
const noTable = (quota: QuotaView): boolean =>
  isOfMembers(quota) && quota.anyOf.some(({ counts }) => counts.length > 0);

/** Whether which alternatives are open follows from the unit and a number that it states, so that examples are true. */
const isOfMembers = ({ anyOf }: QuotaView): boolean =>
  anyOf.every(({ when = true }) => pathsRead(when).every((path) => /^submission\.(unit|facts)\./.test(path)));

/** Groups that answer the form. */
function answering({ pack, form }: ExplainingForm): string[] {
  const groups = pack.unitGroups.map(({ id }) => id);
  if (form.answeredBy === undefined) return groups;
  if (form.answeredBy === 'committee') return [];
  const asked = form.answeredBy.filter(({ duty }) => duty !== 'exempt').flatMap((entry) => entry.groups);
  return groups.filter((group) => asked.includes(group));
}

/** Groups with a unit to which no quota applies, by name or by group. */
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
    if (quotas.length === 1)
      return telling.form.answeredBy === 'committee' ? words.dates.committee : words.quota.everybody;
    return words.quota.rest(groupsLeft(telling, quotas).map((group) => groupName(pack, group)));
  }
  return [
    ...(quota.units ?? []).map((unit) => unitName(pack, unit)),
    ...(quota.groups ?? []).map((group) => groupName(pack, group)),
  ].join('; ');
}

/** Some unit that the quota applies to. */
function triedUnit(telling: ExplainingForm, quota: QuotaView, quotas: readonly QuotaView[]): TriedUnit {
  const [id] = quota.units ?? [];
  if (id !== undefined) {
    const group = telling.pack.units?.find((unit) => unit.id === id)?.group;
    return { id, ...(group !== undefined && { group }) };
  }
  const [group] = quota.groups ?? groupsLeft(telling, quotas);
  return group === undefined ? {} : { group };
}
