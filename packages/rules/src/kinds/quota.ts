import { z } from 'zod';
import { holdsForUnit } from '../judge/for-unit.js';
import { distinct, countWhere, either, every, not, oneOf, variable, whenever } from '../logic.js';
import type { AlternativeView, Bound, CountView, Logic, QuotaView, Rule } from '../rulebook.js';
import { usualKinds, type Kind } from '../submission.js';
import { compiling } from '../strings/compiling.js';
import { partInWords } from '../strings/shares.js';
import { vocabulary } from '../strings/vocabulary.js';
import { inSentence, textIn, type Lang, type Text } from '../text.js';
import { bound, count, element, ids, label } from './common.js';
import { partOf, valueOperand } from './computed.js';
import { valueInWords } from './computed-words.js';
import { compileCondition, computing, factPath, type Naming } from './condition.js';
import { condition, givenRead, valueReads, valueShape, type Condition, type Value } from './condition-shape.js';
import { makeRule, type FormContext } from './context.js';
import { sourceNames, type CriteriaForm } from './criterion.js';
import { factsMissing, type MembersRead } from './facts.js';

const amount = z.union([bound, valueShape]).describe('A number, a share, or a number that is computed');
const quotaCount = count.extend({
  exactly: amount.optional(),
  min: amount.optional().describe('0 without "max": the directive gives no number'),
  max: amount.optional(),
});
export type Count = z.infer<typeof quotaCount>;

export const quota = z.strictObject({
  ...element,
  groups: ids.optional().describe('Left out together with "units": every group without a quota of its own'),
  units: ids.optional().describe('Named units, whatever their group; beside "groups", both have this quota'),
  anyOf: z
    .array(
      z.union([
        z.array(quotaCount).min(1),
        z.strictObject({
          when: condition.describe('Open only while this holds'),
          label: label.describe('That case, as the directive names it'),
          counts: z.array(quotaCount).min(1),
        }),
      ]),
    )
    .min(1)
    .describe('Alternatives; all counts of one of them must hold'),
});
export type PackQuota = z.infer<typeof quota>;
type PackAlternative = PackQuota['anyOf'][number];

/** The counts of an alternative. */
export const countsOf = (alternative: PackAlternative): readonly Count[] =>
  Array.isArray(alternative) ? alternative : alternative.counts;

/** The condition of an alternative; undefined if it is always open. */
export const conditionOf = (alternative: PackAlternative): Condition | undefined =>
  Array.isArray(alternative) ? undefined : alternative.when;

/** @param names how conditions of alternatives read the slate */
export function quotaViews(
  quotas: readonly PackQuota[],
  form: CriteriaForm,
  context: FormContext,
  names: Naming,
): QuotaView[] {
  const labels = new Map((form.facts ?? []).map(({ id, label }) => [id, label]));
  const amountView = (value: Value): Amount => {
    const { logic, needs } = valueOperand(value, computing(names));
    return {
      amount: context.derivations.path({ needs, logic }),
      label: context.message((lang) => valueInWords(value, lang, sourceNames(form, undefined, context, lang))),
    };
  };
  return quotas.map((shape) => {
    const anyOf = shape.anyOf.map((alternative): AlternativeView => {
      const when = conditionOf(alternative);
      return {
        ...(when && {
          when: compileCondition(when, names),
          ...('label' in alternative && { label: alternative.label }),
        }),
        counts: countsOf(alternative).map((count) =>
          countView(count, (bound) => (isComputed(bound) ? amountView(bound) : boundView(bound, labels))),
        ),
      };
    });
    return {
      element: `${context.form.id}/quotas/${shape.id}`,
      id: shape.id,
      ...(shape.groups && { groups: shape.groups }),
      ...(shape.units && { units: shape.units }),
      anyOf,
      label: context.message((lang) => alternativesInWords(anyOf, lang, (kind) => context.kind(kind).label)),
      ...context.cite(shape.cite),
    };
  });
}

/** One rule per quota, and one for units without a quota. */
export function quotaRules(
  shapes: readonly PackQuota[],
  quotas: readonly QuotaView[],
  form: CriteriaForm,
  kinds: readonly Kind[],
  context: FormContext,
): Rule[] {
  const counted = context.message((lang) =>
    compiling[lang].counted(
      kinds.map((kind) => `{${kindParam(kind)}} ${inSentence(textIn(context.kind(kind).label, lang))}`),
    ),
  );
  const numbers = Object.fromEntries(kinds.map((kind) => [kindParam(kind), countOf([kind])]));
  const bounding = quotas.map((view, index) => {
    const shared = sharesOf(view.anyOf).map((share) => ({ share, path: sharePath(share, context) }));
    const amounts = amountsOf(view.anyOf);
    const conditions = (shapes[index]?.anyOf ?? []).flatMap((alternative) => [
      conditionOf(alternative),
      ...valuesOf(alternative).map((value): Condition => ({ value })),
    ]);
    const missing = [
      ...factsMissing(conditions, form, context),
      ...conditions.flatMap(givenRead).map((name): Logic => ({ '===': [variable(`given.${name}`), null] })),
    ];
    return makeRule({
      id: `quota/${view.id}`,
      element: view.element,
      // A share is judged only once the unit has stated its base, which `required/<fact>` asks for.
      needs: {
        'submission.nominees': 'list',
        ...Object.fromEntries([...shared.map(({ path }) => path), ...amounts.map(pathOf)].map(ofInteger)),
      },
      assert: whenever(
        every([
          holdsForUnit(
            view,
            quotas.filter((other) => other !== view),
          ),
          ...distinct(missing).map((part) => not(part)),
        ]),
        either(view.anyOf.map(({ when = true, counts }) => every([when, alternativeHolds(counts, kinds, context)]))),
      ),
      path: '/nominees',
      params: {
        ...numbers,
        ...Object.fromEntries(shared.map(({ share: { of } }) => [paramOf(of), variable(factPath(of))])),
        ...Object.fromEntries(
          [...shared.map(({ path }) => path), ...amounts.map(pathOf)].map((path) => [paramOf(path), variable(path)]),
        ),
      },
      message: context.message((lang) =>
        [
          compiling[lang].quota(view.label[lang], counted[lang]),
          ...basesOf(view.anyOf).map(({ of, label }) => {
            const parts = shared
              .filter(({ share }) => share.of === of)
              .map(({ share, path }) =>
                compiling[lang].comesTo(partInWords(share), compiling[lang].bound.round[share.round], paramOf(path)),
              );
            return compiling[lang].ofFact(
              label ?? textIn(vocabulary.places['/unit/members']!, lang),
              paramOf(of),
              parts,
            );
          }),
          ...amounts.map(({ amount, label }) => compiling[lang].amount(textIn(label, lang), paramOf(amount))),
        ].join(' '),
      ),
      ...(view.cite && { cite: view.cite }),
    });
  });
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
      path: '/nominees',
      params: numbers,
      message: context.message((lang) => compiling[lang].quotaNone(counted[lang])),
      ...context.cite(),
    }),
  ];
}

/** A selection made from a form; its counts may be shares of all units' members taken together. */
export interface SelectionShares {
  readonly id: string;
  readonly cite?: string | undefined;
  readonly counts: readonly z.infer<typeof count>[];
}

/** What is computed from the unit's members: quotas, for their units, and selections, for all. */
export function memberShares(
  shapes: readonly PackQuota[],
  quotas: readonly QuotaView[],
  selections: readonly SelectionShares[],
  context: FormContext,
): MembersRead[] {
  const ofMembers = quotas.filter((view, index) => {
    const values = (shapes[index]?.anyOf ?? []).flatMap(valuesOf);
    return (
      sharesOf(view.anyOf).some(({ of }) => of === 'members') ||
      values.flatMap(valueReads).some((read) => 'fact' in read && read.fact === 'members')
    );
  });
  const sharing = selections.filter(({ counts }) =>
    counts.some(({ exactly, min, max }) => [exactly, min, max].some((bound) => typeof bound === 'object')),
  );
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

/** @param view how the rulebook holds a bound */
export function countView<Written>(
  { of, exactly, min, max }: { of: Kind[]; exactly?: Written; min?: Written; max?: Written },
  view: (bound: NonNullable<Written>) => Bound,
): CountView {
  const [low, high] = exactly == null ? [min, max] : [exactly, exactly];
  return { of, ...(low != null && { min: view(low) }), ...(high != null && { max: view(high) }) };
}

/** @param labels labels of facts, by id */
export function boundView(bound: PlainBound, labels: ReadonlyMap<string, string> = new Map()): Bound {
  if (typeof bound === 'number') return bound;
  const { of, round } = bound;
  const label = labels.get(of);
  const share: Share =
    'share' in bound
      ? { part: bound.share, of, round }
      : { part: partOf(bound.percent), percent: bound.percent, of, round };
  return { ...share, ...(label !== undefined && { label }) };
}

/** Kinds that an alternative does not mention must be 0. */
function alternativeHolds(counts: readonly CountView[], kinds: readonly Kind[], context: FormContext): Logic {
  const unmentioned = kinds.filter((kind) => !counts.some(({ of }) => of.includes(kind)));
  const holds = (operator: '>=' | '<=', of: readonly Kind[], bound: Bound): Logic => ({
    [operator]: [
      countOf(of),
      typeof bound === 'number' ? bound : variable('amount' in bound ? bound.amount : sharePath(bound, context)),
    ],
  });
  return every([
    ...counts.flatMap(({ of, min, max }) => [
      ...(min === undefined || min === 0 ? [] : [holds('>=', of, min)]),
      ...(max === undefined ? [] : [holds('<=', of, max)]),
    ]),
    ...(unmentioned.length > 0 ? [holds('<=', unmentioned, 0)] : []),
  ]);
}

const countOf = (kinds: readonly Kind[]): Logic => countWhere('submission.nominees', oneOf('kind', kinds));

type Amount = Extract<Bound, { readonly amount: string }>;
type Share = Exclude<Bound, number | Amount>;

const pathOf = ({ amount }: Amount): string => amount;
const ofInteger = (path: string) => [path, 'integer'] as const;

/** A bound that a selection can have too. */
type PlainBound = z.infer<typeof bound>;

/** Whether a bound is computed from more than one number that the unit states. */
export const isComputed = (bound: PlainBound | Value): bound is Exclude<Value, number> =>
  typeof bound === 'object' && !('of' in bound && typeof bound.of === 'string');

/** The numbers of a pack's alternative that are computed. */
export const valuesOf = (alternative: PackAlternative): Value[] =>
  countsOf(alternative)
    .flatMap(({ exactly, min, max }) => [exactly, min, max])
    .flatMap((bound) => (bound !== undefined && isComputed(bound) ? [bound] : []));

/** The computed numbers among bounds, each once. */
export function amountsOf(anyOf: readonly { readonly counts: readonly CountView[] }[]): Amount[] {
  const bounds = anyOf.flatMap(({ counts }) => counts).flatMap(({ min, max }) => [min, max]);
  const amounts = bounds.flatMap((bound) => (typeof bound === 'object' && 'amount' in bound ? [bound] : []));
  return [...new Map(amounts.map((amount) => [amount.amount, amount])).values()];
}

/** The number that a share comes to. */
const sharePath = ({ part, of, round }: Share, { derivations }: FormContext): string =>
  derivations.path({ needs: { [factPath(of)]: 'integer' }, share: { of: variable(factPath(of)), part, round } });

/** The shares among bounds, each once. */
export function sharesOf(anyOf: readonly { readonly counts: readonly CountView[] }[]): Share[] {
  const bounds = anyOf.flatMap(({ counts }) => counts).flatMap(({ min, max }) => [min, max]);
  const shares = bounds.flatMap((bound) => (typeof bound === 'object' && 'part' in bound ? [bound] : []));
  return [...new Map(shares.map((share) => [`${share.part.join('/')} ${share.round} ${share.of}`, share])).values()];
}

/** The same, one for each number that they are shares of. */
const basesOf = (anyOf: QuotaView['anyOf']): Share[] => [
  ...new Map(sharesOf(anyOf).map((share) => [share.of, share])).values(),
];

/** "15% số đảng viên (làm tròn xuống)". */
export function shareInWords(share: Share, lang: Lang): string {
  const { of, label, round } = share;
  const { bound: words } = compiling[lang];
  const base = label ?? (of === 'members' ? undefined : of);
  return words.part(partInWords(share), words.round[round], base);
}

/** The same for a kind of nominee. */
const kindParam = (kind: Kind): string =>
  usualKinds.some((usual) => usual === kind) ? kind : `kind_${kind.replaceAll('-', '_')}`;

/** A name that a message can hold in braces; different for different facts, whose ids have no underscore. */
const paramOf = (name: string): string => (name === 'members' ? name : `of_${name.replaceAll(/[-.]/g, '_')}`);

/**
 * "01 tập thể và 01–02 cá nhân": numbers below 10 have a leading zero, as printed in directives. Kinds that are counted
 * together share a number: "tổng cộng 05, cả tập thể và cá nhân".
 */
export function alternativesInWords(
  anyOf: readonly AlternativeView[],
  lang: Lang,
  kindLabel: (kind: Kind) => Text,
): string {
  const words = compiling[lang];
  const told = anyOf.map(({ label, counts }) => ({ label, counts: counts.filter(({ max }) => max !== 0) }));
  // A total names its kinds after a comma, and a kind before its share would follow the kind after a number ("02 tập thể và
  // cá nhân không quá 15% …"), so both need a stronger mark.
  const all = told.flatMap(({ counts }) => counts);
  const isStrong = all.some(isTotal) || new Set(all.map(isNumber)).size > 1;
  const and = isStrong ? '; ' : ` ${words.and} `;
  const or = told.some(({ label }) => label !== undefined) ? '; ' : isStrong ? `; ${words.or} ` : ` ${words.or} `;
  return told
    .map(({ label, counts }) => {
      const said =
        counts.length > 0 ? counts.map((entry) => countInWords(entry, lang, kindLabel)).join(and) : words.bound.none;
      return label === undefined ? said : words.inCase(label, said);
    })
    .join(or);
}

/** Kinds that are counted together; with one place for all of them it is one or the other. */
const isTotal = ({ of, max }: CountView): boolean => of.length > 1 && max !== 1;

/** Told by a number, after which the kind is named. */
const isNumber = (count: CountView): boolean => (count.max !== undefined || Boolean(count.min)) && isPlain(count);

const isPlain = ({ min, max }: CountView): boolean => typeof min !== 'object' && typeof max !== 'object';

function countInWords(count: CountView, lang: Lang, kindLabel: (kind: Kind) => Text): string {
  const { of, min, max } = count;
  const { bound, or, together } = compiling[lang];
  const names = of.map((kind) => inSentence(textIn(kindLabel(kind), lang)));
  const words = isTotal(count) ? { ...bound, ...bound.total, share: bound.shareOfTotal } : bound;
  const kinds = isTotal(count) ? together(names) : names.join(` ${or} `);
  const printed = (bound: Bound): string => {
    if (typeof bound === 'number') return String(bound).padStart(lang === 'vi' ? 2 : 1, '0');
    return 'amount' in bound ? textIn(bound.label, lang) : shareInWords(bound, lang);
  };
  // A range such as "1–15% of …" would read as a percentage on both sides.
  const told = isPlain(count) ? words : words.share;
  if (min !== undefined && max !== undefined && JSON.stringify(min) === JSON.stringify(max)) {
    return told.exactly(printed(min), kinds);
  }
  if (max === undefined && !min) return words.any(kinds);
  if (max === undefined) return told.atLeast(printed(min ?? 0), kinds);
  if (min === undefined || min === 0) return told.atMost(printed(max), kinds);
  return told.between(printed(min), printed(max), kinds);
}
