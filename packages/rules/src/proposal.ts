import { compareNames, comparePeople } from './office-order.js';
import type { RulebookForm } from './rulebook.js';
import type { Selected } from './select.js';
import type { Nominee } from './submission.js';

/** One line of the proposal. */
export interface Proposed {
  /** null: not from a unit but in a reserved place */
  readonly unit: string | null;
  /** id of the reserved place; null: from a unit */
  readonly reserved: string | null;
  /** as submitted: id, kind and the fields the form asks for */
  readonly nominee: Nominee;
  /** came after the deadline and is accepted */
  readonly late: boolean;
  /** ids of the selections in which they are picked */
  readonly selections: readonly string[];
}

/** A line before it is in its place. */
export interface ProposalEntry extends Omit<Proposed, 'selections'> {
  /** of the unit; null in a reserved place */
  readonly group: string | null;
  /** by which picks know it */
  readonly key: string;
  /** where it stands: `/received/<position>/submission/nominees/<index>` or `/picks/<selection>/<index>/nominee` */
  readonly path: string;
}

/**
 * The nominees in office order: by kind in the order of the form, then by name: people and heads of households by their
 * given name, collectives and models from their first word; equal names as their units stand.
 */
export function proposalOf(
  form: RulebookForm,
  entries: readonly ProposalEntry[],
  selected: ReadonlyMap<string, Selected>,
): Proposed[] {
  const kinds = form.view.nomination?.kinds.map(({ kind }) => kind) ?? [];
  const inSelections = new Map<string, string[]>();
  for (const [id, { picked }] of selected) {
    for (const { key } of picked) inSelections.set(key, [...(inSelections.get(key) ?? []), id]);
  }
  return [...entries]
    .sort(
      ({ nominee: left }, { nominee: right }) =>
        kinds.indexOf(left.kind) - kinds.indexOf(right.kind) || compareNominees(left, right),
    )
    .map(({ unit, reserved, nominee, late, key }) => ({
      unit,
      reserved,
      nominee,
      late,
      selections: inSelections.get(key) ?? [],
    }));
}

function compareNominees(left: Nominee, right: Nominee): number {
  const people = left.kind === 'individual' || left.kind === 'household';
  return (people ? comparePeople : compareNames)(nameOf(left), nameOf(right));
}

/** Some forms ask a kind for no name. */
export const nameOf = ({ name }: Nominee): string => (typeof name === 'string' ? name : '');
