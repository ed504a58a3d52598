import type { QuotaView, Rulebook, RulebookNomination, Selection } from '../rulebook.js';
import { allocating } from './strings/allocating.js';
import { kindLabel } from '../judge/nominee-kinds.js';
import type { Kind } from '../submission.js';
import { inSentence, textIn, type Lang } from '../text.js';

/** A stated total, and what quotas and reserved places add up to. */
export interface Allocation {
  readonly stated: number;
  readonly total: number;
  /** how many of each kind, or of several kinds that a quota counts together */
  readonly parts: readonly { readonly of: readonly Kind[]; readonly count: number }[];
  /** numbers of units that the directive does not state */
  readonly assumed: readonly string[];
  /** the form whose quotas add up, which names the kinds */
  readonly form: RulebookNomination;
}

/** For each count of a selection marked `allocated`: the maximum of its form's quotas, and the reserved places. */
export function allocations(rulebook: Rulebook, selection: Selection): Allocation[] {
  const form = rulebook.forms.find(({ id }) => id === selection.from);
  if (form?.type !== 'nomination') return [];
  const { quotas } = form.view.nomination;
  return selection.counts.flatMap(({ of, max, allocated }) => {
    if (!allocated || typeof max !== 'number') return [];
    const parts = new Map<string, { of: readonly Kind[]; count: number }>();
    const add = (kinds: readonly Kind[], count: number) => {
      const key = kinds.join();
      parts.set(key, { of: kinds, count: (parts.get(key)?.count ?? 0) + count });
    };
    for (const quota of quotas) {
      const units = unitsOf(rulebook, quotas, quota);
      for (const count of mostOf(quota, of)) add(count.of, units * numberOf(count));
    }
    for (const reserved of selection.reserved) {
      if (reserved.of.every((kind) => of.includes(kind))) add(reserved.of, reserved.count);
    }
    const list = [...parts.values()].filter(({ count }) => count > 0);
    const total = list.reduce((sum, { count }) => sum + count, 0);
    return [{ stated: max, total, parts: list, assumed: assumptions(rulebook, quotas), form }];
  });
}

/** "21 tập thể + 39 cá nhân = 60 (giả định: …)", or "= 58 ≠ 60". */
export function allocationInWords({ stated, total, parts, assumed, form }: Allocation, lang: Lang): string {
  const kinds = (of: readonly Kind[]) =>
    of.map((kind) => inSentence(textIn(kindLabel(form.view.nomination, kind), lang))).join(allocating[lang].or);
  const sum = parts.map(({ of, count }) => `${count} ${kinds(of)}`).join(' + ');
  return [
    `${sum || '0'} = ${total}`,
    ...(total === stated ? [] : [` ≠ ${stated}`]),
    ...(assumed.length > 0 ? [` (${allocating[lang].assuming(assumed.join('; '))})`] : []),
  ].join('');
}

type Count = QuotaView['anyOf'][number]['counts'][number];

const numberOf = ({ max }: Count): number => (typeof max === 'number' ? max : 0);

/** The alternative that allows the most nominees of these kinds. */
function mostOf({ anyOf }: QuotaView, of: readonly Kind[]): Count[] {
  const sum = (counts: readonly Count[]) => counts.reduce((total, count) => total + numberOf(count), 0);
  const within = anyOf.map(({ counts }) => counts.filter((count) => count.of.every((kind) => of.includes(kind))));
  return within.reduce((most, counts) => (sum(counts) > sum(most) ? counts : most), []);
}

function groupsOf({ unitGroups }: Rulebook, { groups, units }: QuotaView): readonly string[] {
  return groups ?? (units ? [] : unitGroups.map(({ id }) => id));
}

/** How many units a quota applies to: those it names, plus its groups' units or stated size. */
function unitsOf(rulebook: Rulebook, quotas: readonly QuotaView[], quota: QuotaView): number {
  const named = new Set(quotas.flatMap(({ units }) => units ?? []));
  return groupsOf(rulebook, quota).reduce((count, group) => {
    const units = rulebook.units.filter((unit) => unit.group === group);
    const size = rulebook.unitGroups.find(({ id }) => id === group)?.size ?? 0;
    return count + (units.length > 0 ? units.filter(({ id }) => !named.has(id)).length : size);
  }, quota.units?.length ?? 0);
}

function assumptions(rulebook: Rulebook, quotas: readonly QuotaView[]): string[] {
  const groups = new Set(quotas.flatMap((quota) => groupsOf(rulebook, quota)));
  return rulebook.unitGroups.flatMap(({ id, label, size, assumed }) =>
    assumed && groups.has(id) ? [`${label}: ${size}`] : [],
  );
}
