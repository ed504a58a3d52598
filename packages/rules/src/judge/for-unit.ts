import { either, every, not, oneOf } from '../logic.js';
import type { Logic, Rulebook, RulebookForm } from '../rulebook.js';

/** An element that applies to named units, to groups, or to all others. */
export interface ForUnits {
  readonly groups?: readonly string[] | undefined;
  readonly units?: readonly string[] | undefined;
}

/**
 * The most specific of several elements applies: one that names the unit, then its group, then neither. An element that
 * names both units and groups applies to either.
 */
export function holdsForUnit(own: ForUnits, rivals: readonly ForUnits[]): Logic {
  const named = rivals.flatMap((rival) => rival.units ?? []);
  const notNamed = named.length > 0 ? not(oneOf('submission.unit.id', named)) : true;
  if (own.units || own.groups) {
    return either([
      ...(own.units ? [oneOf('submission.unit.id', own.units)] : []),
      ...(own.groups ? [every([oneOf('submission.unit.group', own.groups), notNamed])] : []),
    ]);
  }
  const grouped = rivals.flatMap((rival) => rival.groups ?? []);
  return every([grouped.length > 0 ? not(oneOf('submission.unit.group', grouped)) : true, notNamed]);
}

/** Who a window is for, and when it ends. */
interface ForReceiver extends ForUnits {
  readonly receiver?: string | undefined;
  readonly until?: number | undefined;
}

/** For a unit, the window of each receiver, in order; one without a receiver is for all that have none of their own. */
export function windowsOfReceivers<T extends ForReceiver>(list: readonly T[], unit: OfUnit): T[] {
  const receivers = [...new Set(list.map(({ receiver }) => receiver))];
  return receivers.flatMap(
    (receiver) =>
      nearestForUnit(
        list.filter((window) => window.receiver === receiver),
        unit,
      ) ?? [],
  );
}

/**
 * The window by which a submission is judged: the receiver's own, else that of no receiver; without a receiver the
 * earliest.
 */
export function windowOf<T extends ForReceiver>(
  list: readonly T[],
  unit: OfUnit,
  receiver: string | null = null,
): T | undefined {
  const windows = windowsOfReceivers(list, unit);
  if (receiver !== null) {
    if (list.some((window) => window.receiver === receiver)) return windows.find((each) => each.receiver === receiver);
    const rest = windows.find((window) => window.receiver === undefined);
    if (rest) return rest;
  }
  const end = ({ until }: ForReceiver) => until ?? Infinity;
  return windows.reduce<T | undefined>((first, next) => (first && end(first) <= end(next) ? first : next), undefined);
}

type OfUnit = { readonly id?: string | null | undefined; readonly group?: string | null | undefined } | undefined;

/** The same choice as by `holdsForUnit` in code, for forms and `windows`. */
export function nearestForUnit<T extends ForUnits>(list: readonly T[], unit: OfUnit): T | undefined {
  return (
    list.find((entry) => unit?.id != null && entry.units?.includes(unit.id)) ??
    list.find((entry) => unit?.group != null && entry.groups?.includes(unit.group)) ??
    list.find((entry) => !entry.units && !entry.groups)
  );
}

/** Whether units of a group must answer a form, may answer it, or are not asked. */
export type AnswerDuty = 'must' | 'may' | 'exempt';

/**
 * Whether a group answers a form. Without `answeredBy`, every group must; with it, groups that are not listed are
 * exempt.
 * @returns null if the rulebook does not define the group
 */
export function answerDuty(rulebook: Rulebook, form: RulebookForm, group: string): AnswerDuty | null {
  if (!rulebook.unitGroups.some(({ id }) => id === group)) return null;
  const { answeredBy } = form.view;
  if (answeredBy === undefined) return 'must';
  if (answeredBy === 'committee') return 'exempt';
  return answeredBy.find(({ groups }) => groups.includes(group))?.duty ?? 'exempt';
}
