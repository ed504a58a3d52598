import { submissionScope } from '../judge/derive.js';
import { evaluator } from '../judge/evaluate.js';
import { parted } from '../logic.js';
import type { ExplainedTable } from './explanation.js';
import type { Logic, QuotaView, RulebookNomination } from '../rulebook.js';
import { boundNumber, type Whole } from '../judge/slate.js';
import { explaining } from './strings/explain.js';
import { kindLabel } from '../judge/nominee-kinds.js';
import type { Kind } from '../submission.js';
import { inSentence, textIn, type Lang } from '../text.js';

/** An example unit for evaluating a quota. */
export interface TriedUnit {
  readonly id?: string;
  readonly group?: string;
  readonly members?: number;
  /** what computed bounds come to, by their `var` path */
  readonly amounts?: Readonly<Record<string, number>>;
}

/** Kinds that occur only together in counts, so that only their sum matters. */
type KindClass = readonly Kind[];

/** Numbers of nominees with the same result, allowed or refused: `from` to `through`, Infinity for "or more". */
interface Step {
  readonly from: number;
  readonly through: number;
}

/** More steps than this are grouped into ranges between the bounds; if impossible, only the bounds are shown. */
const MOST_STEPS = 9;
const MOST_MIXED_STEPS = 30;
/** A table with more cells would not be read, so such a quota is described in words only. */
const MOST_CELLS = 2000;

/**
 * What a quota allows, found by evaluating the compiled rules: one table, or several if three groups of nominees are
 * counted separately; none if there would be too many cells.
 *
 * @param unit a unit that the quota applies to; with `members` if the quota is a share of them
 */
export function decisionTables(
  form: RulebookNomination,
  quota: QuotaView,
  unit: TriedUnit,
  lang: Lang,
  details: readonly string[] = [],
): ExplainedTable[] {
  const words = explaining[lang].quota;
  const kinds = form.view.nomination.kinds.map(({ kind }) => kind);
  const axes = classesOf(quota, kinds)
    .filter((members) => quota.anyOf.some(({ counts }) => counts.some(({ of }) => of.includes(members[0]!))))
    .map((members) => ({ members, steps: stepsOf(quota, unit, members), name: classNames(form, members, lang) }));
  const [rows, columns, ...others] = axes;
  if (!rows || axes.reduce((cells, { steps }) => cells * steps.length, 1) > MOST_CELLS) return [];
  const allows = judge(form, quota, unit, kinds);
  const cell = (counts: readonly (readonly [KindClass, number])[]) =>
    allows(new Map(counts.map(([[kind], count]) => [kind!, count]))) ? words.allowed : words.refused;
  const printed = ({ from, through }: Step): string =>
    from === through ? String(from) : through === Infinity ? words.orMore(from) : words.range(from, through);

  const table = (more: readonly (readonly [KindClass, number])[], when: readonly string[]): ExplainedTable => {
    const caption = words.caption(words.legend, [...details, ...when]);
    if (!columns) {
      return {
        type: 'table',
        caption,
        element: quota.element,
        header: [words.count(rows.name), ...rows.steps.map(printed)],
        rows: [[words.answer, ...rows.steps.map(({ from }) => cell([[rows.members, from], ...more]))]],
      };
    }
    return {
      type: 'table',
      caption,
      element: quota.element,
      header: [words.corner(rows.name, columns.name), ...columns.steps.map(printed)],
      rows: rows.steps.map((row) => [
        printed(row),
        ...columns.steps.map((column) => cell([[rows.members, row.from], [columns.members, column.from], ...more])),
      ]),
    };
  };
  const combined = others.reduce<{ more: (readonly [KindClass, number])[]; when: string[] }[]>(
    (list, { members, steps, name }) =>
      list.flatMap(({ more, when }) =>
        steps.map((step) => ({
          more: [...more, [members, step.from] as const],
          when: [...when, words.when(name, printed(step))],
        })),
      ),
    [{ more: [], when: [] }],
  );
  return combined.map(({ more, when }) => table(more, when));
}

/** Whether the quota's rule passes for these numbers of nominees of each kind. */
function judge(
  form: RulebookNomination,
  { element }: QuotaView,
  unit: TriedUnit,
  kinds: readonly Kind[],
): (counts: ReadonlyMap<Kind, number>) => boolean {
  const rules = form.rules
    .filter((rule) => rule.element === element && rule.id.startsWith('quota/'))
    // What computed bounds read is not known; the unit is one for which they come to the examples.
    .map(({ assert = true }) => (unit.amounts ? parted(assert).body : assert))
    .map((assert) => evaluator(overCounts(assert, kinds)));
  const facts = Object.fromEntries((form.view.facts ?? []).map(({ field }) => [field, unit.members]));
  return (counts) => {
    const known = submissionScope(form, { unit, facts });
    const amounts = Object.entries(unit.amounts ?? {}).map(([path, number]) => [path.split('.')[1] ?? '', number]);
    const scope = {
      ...known,
      derived: { ...known.derived, ...(Object.fromEntries(amounts) as Record<string, number>) },
      counts: Object.fromEntries(kinds.map((kind) => [kind, counts.get(kind) ?? 0])),
    };
    return rules.every((passes) => passes(scope) === true);
  };
}

/**
 * The rule's logic over numbers: expressions that count nominees of some kinds read the number instead. The cost of a
 * table is thus independent of the number of nominees.
 */
function overCounts(logic: Logic, kinds: readonly Kind[]): Logic {
  if (logic === null || typeof logic !== 'object') return logic;
  const [operator = '', operands] = Object.entries(logic)[0] ?? [];
  if (operator === 'var' || operands === undefined) return logic;
  const list = (Array.isArray(operands) ? operands : [operands]) as readonly Logic[];
  if (operator === 'reduce') {
    const counted = kinds.filter((kind) => evaluator(logic)({ submission: { nominees: [{ kind }] } }) === 1);
    return { '+': [0, ...counted.map((kind) => ({ var: `counts.${kind}` }))] };
  }
  return { [operator]: list.map((part) => overCounts(part, kinds)) };
}

function classesOf(quota: QuotaView, kinds: readonly Kind[]): KindClass[] {
  const classes = new Map<string, Kind[]>();
  for (const kind of kinds) {
    const taken = quota.anyOf.flatMap(({ counts }) => counts.map(({ of }) => of.includes(kind)));
    const key = JSON.stringify(taken);
    classes.set(key, [...(classes.get(key) ?? []), kind]);
  }
  return [...classes.values()];
}

/** Every number up to one above the highest bound; numbers between distant bounds are grouped into one step. */
function stepsOf(
  quota: QuotaView,
  { members: size = null, amounts = {} }: Pick<TriedUnit, 'amounts'> & { readonly members?: number | null },
  members: KindClass,
): Step[] {
  const whole: Whole = (of) => amounts[of] ?? size;
  const counts = quota.anyOf.flatMap((alternative) => alternative.counts);
  const bounds = counts
    .filter(({ of }) => of.includes(members[0]!))
    .flatMap(({ min, max }) => {
      const most = boundNumber(max, whole);
      return [boundNumber(min, whole) ?? 0, ...(most === null ? [] : [most])];
    });
  const highest = bounds.reduce((most, bound) => Math.max(most, bound), 0) + 1;
  // For a kind counted together with others, the meaning of a number depends on theirs, so there are no ranges.
  const alone = counts.every(({ of }) => !of.includes(members[0]!) || of.every((kind) => members.includes(kind)));
  const shown =
    highest + 1 > (alone ? MOST_STEPS : MOST_MIXED_STEPS)
      ? [...new Set(bounds.flatMap((bound) => [bound - 1, bound, bound + 1]))]
          .filter((count) => count > 0)
          .concat(0)
          .sort((left, right) => left - right)
      : Array.from({ length: highest + 1 }, (_, count) => count);
  return shown.flatMap((from, index) => {
    const next = shown[index + 1];
    if (next === undefined) return [{ from, through: Infinity }];
    return next === from + 1 || !alone
      ? [{ from, through: from }]
      : [
          { from, through: from },
          { from: from + 1, through: next - 1 },
        ];
  });
}

const classNames = ({ view }: RulebookNomination, members: KindClass, lang: Lang): string =>
  explaining[lang].and(members.map((kind) => inSentence(textIn(kindLabel(view.nomination, kind), lang))));
