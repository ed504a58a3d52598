import {
  answerDuty,
  ownMember,
  type Finding,
  type Rulebook,
  type RulebookNomination,
  type Selection,
} from '@kl01/rules';
import type { UnitState } from '../strings/said.js';
import { type Proposed, type Received, type Review, type RosterUnit } from '@kl01/rules/committee';

export interface BoardUnit {
  readonly id: string;
  readonly name: string;
  readonly state: UnitState;
  /** number of nominees that count */
  readonly nominees: number;
  readonly findings: readonly Finding[];
}

export interface BoardGroup {
  readonly id: string;
  readonly label: string;
  readonly units: readonly BoardUnit[];
  readonly counts: Readonly<Record<UnitState, number>>;
}

/** A proposed nominee, with the review's findings about it. */
export interface Candidate extends Proposed {
  /** identifies it in the page */
  readonly key: string;
  readonly unitName: string;
  readonly findings: readonly Finding[];
}

export interface BoardModel {
  readonly groups: readonly BoardGroup[];
  readonly candidates: readonly Candidate[];
  /** selections that pick from this form, directly or through other selections */
  readonly selections: readonly Selection[];
  /** findings about a selection, by its id */
  readonly ofSelection: Readonly<Record<string, readonly Finding[]>>;
}

export interface BoardInput {
  readonly rulebook: Rulebook;
  readonly form: RulebookNomination;
  readonly received: readonly Received[];
  readonly units: readonly RosterUnit[];
  readonly review: Review;
}

export function boardModel({ rulebook, form, received, units, review }: BoardInput): BoardModel {
  const about = findingsBySubject(received, review.findings);
  const candidates = review.proposal.map((entry): Candidate => {
    const key = candidateKey(entry);
    return {
      ...entry,
      key,
      unitName: entry.unit === null ? ownName(entry, rulebook) : (ownMember(review.names, entry.unit) ?? entry.unit),
      findings: about.nominees.get(key) ?? [],
    };
  });
  return {
    groups: groupsOf({ rulebook, form, received, units, review }, about.units, candidates),
    candidates,
    selections: selectionsFrom(rulebook, form.id),
    ofSelection: Object.fromEntries(about.selections),
  };
}

/** The committee's own nominations are listed under its name. */
const ownName = ({ reserved }: Proposed, { directive }: Rulebook): string =>
  reserved === null ? directive.committee.name : '';

export function candidateKey({ unit, reserved, nominee }: Pick<Proposed, 'unit' | 'reserved' | 'nominee'>): string {
  return JSON.stringify([unit, reserved, nominee.id ?? nominee['name']]);
}

/** The candidates that a selection may pick from: all nominees, or those picked by the selection above. */
export function eligible(selection: Selection, form: string, candidates: readonly Candidate[]): readonly Candidate[] {
  if (selection.from === form) return candidates.filter(({ reserved }) => reserved === null);
  return candidates.filter(({ selections }) => selections.includes(selection.from));
}

function selectionsFrom(rulebook: Rulebook, form: string): Selection[] {
  const known = new Set([form]);
  const found: Selection[] = [];
  // A selection may be listed before the one it picks from.
  for (let before = -1; before < found.length;) {
    before = found.length;
    for (const selection of rulebook.selections) {
      if (!known.has(selection.from) || known.has(selection.id)) continue;
      known.add(selection.id);
      found.push(selection);
    }
  }
  return found;
}

interface About {
  readonly nominees: ReadonlyMap<string, readonly Finding[]>;
  readonly units: ReadonlyMap<string, readonly Finding[]>;
  readonly selections: ReadonlyMap<string, readonly Finding[]>;
}

/** The review's findings by subject; their paths are `/received/<position>…`, `/units/<id>`, `/picks/<selection>…`. */
function findingsBySubject(received: readonly Received[], findings: readonly Finding[]): About {
  const nominees = new Map<string, Finding[]>();
  const units = new Map<string, Finding[]>();
  const selections = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [, list, of = '', , , place] = finding.path.split('/');
    if (list === 'units') put(units, of.replaceAll('~1', '/').replaceAll('~0', '~'), finding);
    else if (list === 'picks') put(selections, of, finding);
    else {
      const item = received[Number(of)];
      const unit = unitOf(item);
      const nominee = place === undefined ? undefined : nomineeAt(item, Number(place));
      if (nominee !== undefined) put(nominees, JSON.stringify([unit?.id ?? null, null, nominee]), finding);
      else if (unit !== null) put(units, unit.id, finding);
    }
  }
  return { nominees, units, selections };
}

function put(into: Map<string, Finding[]>, key: string, finding: Finding): void {
  const there = into.get(key);
  if (there) there.push(finding);
  else into.set(key, [finding]);
}

function groupsOf(
  { rulebook, form, received, units, review }: BoardInput,
  about: About['units'],
  candidates: readonly Candidate[],
): BoardGroup[] {
  const groupOf = new Map<string, string>();
  for (const { id, group } of units) groupOf.set(id, group);
  for (const { id, group } of rulebook.units) if (!groupOf.has(id)) groupOf.set(id, group);
  for (const item of received) {
    const unit = unitOf(item);
    if (unit && !groupOf.has(unit.id)) groupOf.set(unit.id, unit.group);
  }
  const nominees = new Map<string, number>();
  for (const { unit } of candidates) if (unit !== null) nominees.set(unit, (nominees.get(unit) ?? 0) + 1);
  const [answered, late, missing] = [review.units.answered, review.units.late, review.units.missing].map(
    (ids) => new Set(ids),
  );
  const stateOf = (id: string, group: string): UnitState => {
    if (late!.has(id)) return 'late';
    const refused = about.get(id)?.some(({ rule }) => rule === 'received/invalid' || rule === 'received/unreadable');
    if (answered!.has(id)) return refused && !nominees.has(id) ? 'invalid' : 'answered';
    if (missing!.has(id)) return 'missing';
    return answerDuty(rulebook, form, group) === 'may' ? 'may' : 'exempt';
  };
  const byGroup = new Map(rulebook.unitGroups.map(({ id, label }) => [id, { id, label, units: [] as BoardUnit[] }]));
  for (const [id, group] of groupOf) {
    byGroup.get(group)?.units.push({
      id,
      name: ownMember(review.names, id) ?? id,
      state: stateOf(id, group),
      nominees: nominees.get(id) ?? 0,
      findings: about.get(id) ?? [],
    });
  }
  return [...byGroup.values()]
    .filter((group) => group.units.length > 0)
    .map((group) => ({ ...group, counts: countStates(group.units) }));
}

function countStates(units: readonly BoardUnit[]): BoardGroup['counts'] {
  const counts = { answered: 0, late: 0, invalid: 0, missing: 0, may: 0, exempt: 0 };
  for (const { state } of units) counts[state] += 1;
  return counts;
}

function unitOf(item: Received | undefined): { id: string; group: string } | null {
  if (item?.unit) return item.unit;
  const { unit } = (item?.submission ?? {}) as { unit?: { id?: unknown; group?: unknown } };
  return typeof unit?.id === 'string' && typeof unit.group === 'string' ? { id: unit.id, group: unit.group } : null;
}

function nomineeAt(item: Received | undefined, place: number): string | undefined {
  const { nominees } = (item?.submission ?? {}) as { nominees?: readonly { id?: unknown }[] };
  const id = Array.isArray(nominees) ? (nominees[place] as { id?: unknown } | undefined)?.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
