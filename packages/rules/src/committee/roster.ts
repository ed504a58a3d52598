import { compareNames } from './office-order.js';
import { answerDuty, type AnswerDuty } from '../judge/for-unit.js';
import type { RosterUnit } from './received.js';
import type { Rulebook, RulebookForm } from '../rulebook.js';
import { compareText } from '../text.js';

/** The known units: on the committee's list, or named by the directive, which must answer whether listed or not. */
export interface Roster {
  /** in order of group, then of the list, then of the directive */
  readonly units: readonly RosterUnit[];
  /** whether the host gave a list, in which case units that are not on it are reported */
  readonly isGiven: boolean;
  /** ids of the units that have the given duty to answer a form */
  withDuty(form: RulebookForm, duty: AnswerDuty): string[];
  has(id: string): boolean;
  nameOf(id: string): string | undefined;
  /** orders by group and unit; units not on the roster come last in their group, by name, then by id */
  compare(left: RosterUnit, right: RosterUnit): number;
}

/**
 * Combines the committee’s list of units and those that the directive names, in a single order.
 *
 * @param units the committee's list; entries without a valid id and group are skipped
 */
export function roster(rulebook: Rulebook, units?: Iterable<RosterUnit>): Roster {
  const listed = [...(units ?? [])].filter(isUnit);
  const named = rulebook.units.map(({ id, group, label }): RosterUnit => ({ id, group, name: label }));
  const known = new Map<string, RosterUnit>();
  for (const unit of [...listed, ...named]) {
    const before = known.get(unit.id);
    // A list may give only ids of units that the directive names.
    known.set(unit.id, before ? { ...before, name: before.name ?? unit.name ?? null } : unit);
  }

  const groups = new Map(rulebook.unitGroups.map(({ id }, index) => [id, index]));
  const places = new Map([...known.keys()].map((id, index) => [id, index]));
  const placeOf = (place: ReadonlyMap<string, number>, id: string) => place.get(id) ?? place.size;
  const compare = (left: RosterUnit, right: RosterUnit): number =>
    placeOf(groups, left.group) - placeOf(groups, right.group) ||
    placeOf(places, left.id) - placeOf(places, right.id) ||
    compareNames(left.name ?? left.id, right.name ?? right.id) ||
    compareText(left.id, right.id);
  const ordered = [...known.values()].sort(compare);

  return {
    units: ordered,
    isGiven: units !== undefined,
    withDuty: (form, duty) =>
      ordered.filter(({ group }) => answerDuty(rulebook, form, group) === duty).map(({ id }) => id),
    has: (id) => known.has(id),
    nameOf: (id) => known.get(id)?.name ?? undefined,
    compare,
  };
}

const isUnit = (entry: unknown): entry is RosterUnit =>
  entry !== null &&
  typeof entry === 'object' &&
  typeof (entry as Partial<RosterUnit>).id === 'string' &&
  typeof (entry as Partial<RosterUnit>).group === 'string';
