import { compareOfficeKeys, namesKey, peopleKey, type OfficeKey } from './office-order.js';
import type { RulebookNomination } from '../rulebook.js';
import { nameKey, syllables } from './same-name.js';
import type { Selected } from './select.js';
import { isPerson, likeOf } from '../judge/nominee-kinds.js';
import type { Nominee, UsualKind } from '../submission.js';

/** One line of the proposal. */
export interface Proposed {
  /** null: in a reserved place, or put forward by the committee itself, if it answers the form */
  readonly unit: string | null;
  /** id of the reserved place; null: from a unit or the committee */
  readonly reserved: string | null;
  /** as submitted: id, kind and the fields the form asks for */
  readonly nominee: Nominee;
  /** arrived after the deadline, but accepted */
  readonly late: boolean;
  /** ids of the selections in which they are picked */
  readonly selections: readonly string[];
}

/** A line before sorting. */
export interface ProposalEntry extends Omit<Proposed, 'selections'> {
  /** group of the unit; null if there is none */
  readonly group: string | null;
  /** the usual kind that the nominee's kind is like */
  readonly like: UsualKind;
  /** identifies the nominee in picks */
  readonly key: string;
  /** location: `/received/<position>/submission/nominees/<index>` or `/picks/<selection>/<index>/nominee` */
  readonly path: string;
  /** may be empty, since some forms do not ask for names of some kinds */
  readonly name: string;
  /** equal for all spellings of a name */
  readonly nameKey: string;
  /** determines the order within the kind */
  readonly sortKey: OfficeKey;
}

/** Adds the keys derived from the entry's name. */
export function proposalEntry(
  { view }: RulebookNomination,
  entry: Omit<ProposalEntry, 'name' | 'nameKey' | 'sortKey' | 'like'>,
): ProposalEntry {
  const { kind, name: given } = entry.nominee;
  const name = typeof given === 'string' ? given : '';
  const parts = syllables(name);
  const like = likeOf(view.nomination, kind);
  const sortKey = isPerson(view.nomination, kind) ? peopleKey(parts) : namesKey(parts);
  return { ...entry, like, name, nameKey: nameKey(parts), sortKey };
}

/**
 * The nominees in office order: by kind in the form's order, then by name (people and heads of households by given
 * name, collectives and models from the first word), then by the order of units.
 */
export function proposalOf(
  form: RulebookNomination,
  entries: readonly ProposalEntry[],
  selected: ReadonlyMap<string, Selected>,
): Proposed[] {
  const kinds = form.view.nomination.kinds.map(({ kind }) => kind);
  const inSelections = new Map<string, string[]>();
  for (const [id, { picked }] of selected) {
    for (const { key } of picked) inSelections.set(key, [...(inSelections.get(key) ?? []), id]);
  }
  const place = ({ nominee }: ProposalEntry) => kinds.indexOf(nominee.kind);
  return [...entries]
    .sort((left, right) => place(left) - place(right) || compareOfficeKeys(left.sortKey, right.sortKey))
    .map(({ unit, reserved, nominee, late, key }) => ({
      unit,
      reserved,
      nominee,
      late,
      selections: inSelections.get(key) ?? [],
    }));
}
