import { z } from 'zod';
import { holdsForUnit } from '../judge/for-unit.js';
import { countWhere, either, every, oneOf, variable, whenever } from '../logic.js';
import type { Bound, CountView, Logic, QuotaView, Rule } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn, type Lang } from '../text.js';
import { count, element, ids, type Count } from './common.js';
import { factPath } from './condition.js';
import { makeRule, type FormContext } from './context.js';
import type { FactsForm, MembersRead } from './facts.js';

export const quota = z.strictObject({
  ...element,
  groups: ids.optional().describe('Left out together with "units": every group without a quota of its own'),
  units: ids.optional().describe('Named units, whatever their group; beside "groups", both have this quota'),
  anyOf: z.array(z.array(count).min(1)).min(1).describe('Alternatives; all counts of one of them must hold'),
});
export type PackQuota = z.infer<typeof quota>;

export function quotaViews(quotas: readonly PackQuota[], form: FactsForm, context: FormContext): QuotaView[] {
  const labels = new Map((form.facts ?? []).map(({ id, label }) => [id, label]));
  return quotas.map((shape) => {
    const anyOf = shape.anyOf.map((counts) => counts.map((count) => countView(count, labels)));
    return {
      element: `${context.form.id}/quotas/${shape.id}`,
      id: shape.id,
      ...(shape.groups && { groups: shape.groups }),
      ...(shape.units && { units: shape.units }),
      anyOf,
      label: context.message((lang) => alternativesInWords(anyOf, lang)),
      ...context.cite(shape.cite),
    };
  });
}

/** One rule per quota, and one for units without a quota. */
export function quotaRules(quotas: readonly QuotaView[], kinds: readonly Kind[], context: FormContext): Rule[] {
  const counted = context.message((lang) =>
    compiling[lang].counted(kinds.map((kind) => `{${kind}} ${textIn(vocabulary.kinds[kind], lang)}`)),
  );
  const shared = {
    path: '/nominees',
    params: Object.fromEntries(kinds.map((kind) => [kind, countOf([kind])])),
  };
  const bounding = quotas.map((view) =>
    makeRule({
      id: `quota/${view.id}`,
      element: view.element,
      // A share is judged only once the unit has stated its base, which `required/<fact>` asks for.
      needs: {
        'submission.nominees': 'list',
        ...Object.fromEntries(sharesOf(view.anyOf).map(({ of }) => [factPath(of), 'integer' as const])),
      },
      assert: whenever(
        holdsForUnit(
          view,
          quotas.filter((other) => other !== view),
        ),
        either(view.anyOf.map((counts) => alternativeHolds(counts, kinds))),
      ),
      ...shared,
      // The profile has no division: backends cannot show the number that a share amounts to, but can show its base.
      params: {
        ...shared.params,
        ...Object.fromEntries(sharesOf(view.anyOf).map(({ of }) => [paramOf(of), variable(factPath(of))])),
      },
      message: context.message((lang) =>
        [
          compiling[lang].quota(view.label[lang], counted[lang]),
          ...sharesOf(view.anyOf).map(({ of, label }) =>
            label === undefined ? compiling[lang].members : compiling[lang].ofFact(label, paramOf(of)),
          ),
        ].join(' '),
      ),
      ...(view.cite && { cite: view.cite }),
    }),
  );
  // A quota without a number, `"min": 0` for every kind, restricts nothing.
  const rules = bounding.filter(({ assert }) => assert !== true);
  if (quotas.some((view) => !view.groups && !view.units)) return rules;
  const hasQuota = either(quotas.map((view) => holdsForUnit(view, [])));
  return [
    ...rules,
    makeRule({
      id: 'quota/none',
      element: context.form.id,
      needs: { 'submission.nominees': 'list' },
      assert: either([hasQuota, { '<=': [countWhere('submission.nominees', true), 0] }]),
      ...shared,
      message: context.message((lang) => compiling[lang].quotaNone(counted[lang])),
      ...context.cite(),
    }),
  ];
}

/** A selection made from a form; its counts may be shares of all units' members taken together. */
export interface SelectionShares {
  readonly id: string;
  readonly cite?: string | undefined;
  readonly counts: readonly Count[];
}

/** What takes shares of the unit's members: quotas, for their units, and selections, for all. */
export function memberShares(
  quotas: readonly QuotaView[],
  selections: readonly SelectionShares[],
  context: FormContext,
): MembersRead[] {
  const ofMembers = quotas.filter((view) => sharesOf(view.anyOf).some(({ of }) => of === 'members'));
  const sharing = selections.filter(({ counts }) => sharesOf([counts.map((count) => countView(count))]).length > 0);
  return [
    ...ofMembers.map((view) => ({
      element: view.element,
      asked: holdsForUnit(
        view,
        quotas.filter((other) => other !== view),
      ),
      ...(view.cite && { cite: view.cite }),
    })),
    ...sharing.map(({ id, cite }) => ({ element: `selections/${id}`, asked: true, ...context.cite(cite) })),
  ];
}

/** @param labels labels of facts, by id */
export function countView(
  { of, exactly, min, max }: Count,
  labels: ReadonlyMap<string, string> = new Map(),
): CountView {
  const [low, high] = (exactly === undefined ? [min, max] : [exactly, exactly]).map((bound) => {
    if (typeof bound !== 'object') return bound;
    const label = labels.get(bound.of);
    return { ...bound, ...(label !== undefined && { label }) };
  });
  return { of, ...(low !== undefined && { min: low }), ...(high !== undefined && { max: high }) };
}

/** Kinds that an alternative does not mention must be 0. */
function alternativeHolds(counts: readonly CountView[], kinds: readonly Kind[]): Logic {
  const unmentioned = kinds.filter((kind) => !counts.some(({ of }) => of.includes(kind)));
  return every([
    ...counts.flatMap(({ of, min, max }) => [
      ...(min === undefined || min === 0 ? [] : [boundHolds(countOf(of), min, 'min')]),
      ...(max === undefined ? [] : [boundHolds(countOf(of), max, 'max')]),
    ]),
    ...(unmentioned.length > 0 ? [boundHolds(countOf(unmentioned), 0, 'max')] : []),
  ]);
}

const countOf = (kinds: readonly Kind[]): Logic => countWhere('submission.nominees', oneOf('kind', kinds));

/**
 * Uses whole numbers only: a share of `p` percent of `m` members is compared by multiplying. Rounded down, `n <=
 * floor(pm/100)` is `100n <= pm`; rounded up or to the nearest, the slack moves to the left side.
 */
function boundHolds(counted: Logic, bound: Bound, side: 'min' | 'max'): Logic {
  if (typeof bound === 'number') return { [side === 'min' ? '>=' : '<=']: [counted, bound] };
  const share: Logic = { '*': [bound.percent, variable(factPath(bound.of))] };
  const hundredfold: Logic = { '*': [counted, 100] };
  const shifted = (by: number): Logic => (by === 0 ? hundredfold : { '+': [hundredfold, by] });
  const compared: Record<typeof side, Record<typeof bound.round, Logic>> = {
    max: {
      down: { '<=': [hundredfold, share] },
      up: { '<': [shifted(-100), share] },
      nearest: { '<=': [shifted(-50), share] },
    },
    min: {
      down: { '>': [shifted(100), share] },
      up: { '>=': [hundredfold, share] },
      nearest: { '>': [shifted(50), share] },
    },
  };
  return compared[side][bound.round];
}

/** The shares among bounds, one for each base. */
export function sharesOf(anyOf: QuotaView['anyOf']): Exclude<Bound, number>[] {
  const bounds = anyOf.flat().flatMap(({ min, max }) => [min, max]);
  const shares = bounds.flatMap((bound) => (typeof bound === 'object' ? [bound] : []));
  return [...new Map(shares.map((share) => [share.of, share])).values()];
}

/** A name that a message can hold in braces; different for different facts, whose ids have no underscore. */
const paramOf = (of: string): string => (of === 'members' ? of : `of_${of.replaceAll('-', '_')}`);

/** "01 tập thể và 01–02 cá nhân": numbers below 10 have a leading zero, as printed in directives. */
export function alternativesInWords(anyOf: readonly (readonly CountView[])[], lang: Lang): string {
  const words = compiling[lang];
  return anyOf
    .map((counts) => {
      const parts = counts.filter(({ max }) => max !== 0).map((entry) => countInWords(entry, lang));
      return parts.length > 0 ? parts.join(` ${words.and} `) : words.bound.none;
    })
    .join(` ${words.or} `);
}

function countInWords(count: CountView, lang: Lang): string {
  const { of, min, max } = count;
  const { bound: words, or } = compiling[lang];
  const kinds = of.map((kind) => textIn(vocabulary.kinds[kind], lang)).join(` ${or} `);
  const printed = (bound: Bound): string =>
    typeof bound === 'number'
      ? String(bound).padStart(lang === 'vi' ? 2 : 1, '0')
      : words.percent(bound.percent, words.round[bound.round], bound.label);
  // A range such as "1–15% of …" would read as a percentage on both sides.
  const told = sharesOf([[count]]).length > 0 ? words.share : words;
  if (min !== undefined && max !== undefined && JSON.stringify(min) === JSON.stringify(max)) {
    return told.exactly(printed(min), kinds);
  }
  if (max === undefined && !min) return words.any(kinds);
  if (max === undefined) return told.atLeast(printed(min ?? 0), kinds);
  if (min === undefined || min === 0) return told.atMost(printed(max), kinds);
  return told.between(printed(min), printed(max), kinds);
}
