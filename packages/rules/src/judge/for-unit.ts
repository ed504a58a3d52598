import { either, every, not, oneOf } from '../logic.js';
import type { Logic } from '../rulebook.js';

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

/** The same choice in code, for forms and `windows`. */
export function nearestForUnit<T extends ForUnits>(
  list: readonly T[],
  unit: { readonly id?: string | null | undefined; readonly group?: string | null | undefined } | undefined,
): T | undefined {
  return (
    list.find((entry) => unit?.id != null && entry.units?.includes(unit.id)) ??
    list.find((entry) => unit?.group != null && entry.groups?.includes(unit.group)) ??
    list.find((entry) => !entry.units && !entry.groups)
  );
}
