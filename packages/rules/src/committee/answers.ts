import type { Finding } from '../finding.js';
import { COMMITTEE, type Counted, type Intake } from './intake.js';
import { pointerToken } from '../values/pointer.js';
import { roster, type Roster } from './roster.js';
import type { RosterUnit } from './received.js';
import type { Rulebook, RulebookForm } from '../rulebook.js';
import { reviewing } from './strings/reviewing.js';
import { fillTemplate, type Lang } from '../text.js';

/** Who answered a form, as used by both review and consolidation. Lists of ids are ordered by group and unit. */
export interface Answers<Kept> {
  readonly counted: readonly Counted<Kept>[];
  /** units on the roster that sent anything for the form, counted or not; other units only if what they sent counts */
  readonly answered: readonly string[];
  readonly late: readonly string[];
  /** must answer and sent nothing */
  readonly missing: readonly string[];
  readonly exempt: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly roster: Roster;
  /** other versions of the rulebook, units that are on no list */
  readonly findings: readonly Finding[];
}

export function answersOf<Kept>(
  rulebook: Rulebook,
  form: RulebookForm,
  desk: Intake<Kept>,
  { units, lang }: { units: Iterable<RosterUnit> | undefined; lang: Lang },
): Answers<Kept> {
  const known = roster(rulebook, units);
  const counted = [...desk.counted.values()].sort((left, right) => known.compare(left, right));
  const names = new Map(known.units.map(({ id, name }) => [id, name ?? id]));
  for (const { id, name } of counted) if (!known.nameOf(id)) names.set(id, name ?? id);
  const ofUnits = counted.filter(({ id }) => id !== COMMITTEE);
  if (desk.counted.has(COMMITTEE)) names.set(COMMITTEE, rulebook.directive.committee.name);
  // Findings about what was left out use the unit's name too.
  for (const { unit: id } of desk.refused) {
    const own = id !== undefined && !known.nameOf(id) && !desk.counted.has(id) && desk.ownNames.get(id);
    if (own) names.set(id, own);
  }

  // A unit that neither the list nor the directive names is included only if one of its submissions counts.
  const placed = known.units.filter(({ id }) => desk.senders.has(id));
  const strangers = ofUnits.filter(({ id }) => !known.has(id));
  const answered = [...placed, ...strangers].sort((left, right) => known.compare(left, right)).map(({ id }) => id);
  return {
    counted,
    answered,
    late: ofUnits.filter(({ late }) => late).map(({ id }) => id),
    missing: known.withDuty(form, 'must').filter((id) => !desk.senders.has(id)),
    exempt: known.withDuty(form, 'exempt'),
    names: Object.fromEntries([...names].filter(([id]) => id !== COMMITTEE)),
    groups: Object.fromEntries([...ofUnits, ...known.units].map(({ id, group }) => [id, group])),
    roster: known,
    findings: [
      ...counted.flatMap((entry) => otherVersion(rulebook, entry, names, lang)),
      ...(known.isGiven ? rosterFindings(rulebook, known, ofUnits, names, lang) : []),
    ],
  };
}

function otherVersion(
  rulebook: Rulebook,
  { id, index, source, otherVersion: received, dropped }: Counted<unknown>,
  names: ReadonlyMap<string, string>,
  lang: Lang,
): Finding[] {
  if (received === null) return [];
  const params = {
    unit: names.get(id)!,
    source,
    received,
    expected: `${rulebook.id}@${rulebook.version}`,
    ...(dropped.length > 0 && { dropped: dropped.join(', ') }),
  };
  const words = reviewing[lang];
  const message = fillTemplate(dropped.length > 0 ? words.withoutDropped : words.otherVersion, params);
  return [{ rule: 'rulebook', severity: 'warning', path: `/received/${index}/submission/rulebook`, message, params }];
}

/** Counted units that are on no list, and listed units whose group the directive does not define. */
function rosterFindings(
  rulebook: Rulebook,
  known: Roster,
  counted: readonly { id: string }[],
  names: ReadonlyMap<string, string>,
  lang: Lang,
): Finding[] {
  const groups = new Set(rulebook.unitGroups.map(({ id }) => id));
  const said =
    (template: string) =>
    (unit: { id: string; group?: string }): Finding => {
      const params = {
        unit: names.get(unit.id)!,
        ...(unit.group !== undefined && { group: unit.group, groups: [...groups].join(', ') }),
      };
      const path = `/units/${pointerToken(unit.id)}`;
      return { rule: 'roster', severity: 'warning', path, message: fillTemplate(template, params), params };
    };
  return [
    ...counted.filter(({ id }) => !known.has(id)).map(({ id }) => said(reviewing[lang].notOnRoster)({ id })),
    ...known.units.filter(({ group }) => !groups.has(group)).map(said(reviewing[lang].groupUnknown)),
  ];
}
