import { unitDates, type Rulebook, type UnitDate, type WindowState } from '@kl01/rules';

export interface Dates {
  /** still to come, nearest first; those without a date last */
  readonly ahead: readonly UnitDate[];
  /** past, latest first */
  readonly over: readonly UnitDate[];
  /** for a unit: what the committee itself takes care of, nearest first */
  readonly ofCommittee: readonly UnitDate[];
}

/** The dates of a directive, in the order in which they matter to a unit, or to all units. */
export function datesOf(rulebook: Rulebook, options: Parameters<typeof unitDates>[1]): Dates {
  const dated = (entry: UnitDate): string => entry.until ?? '9999';
  const sorted = unitDates(rulebook, options).sort((one, other) =>
    dated(one) < dated(other) ? -1 : Number(dated(one) > dated(other)),
  );
  const isOthers = (entry: UnitDate): boolean => options.unit !== undefined && entry.ofCommittee;
  const own = sorted.filter((entry) => !isOthers(entry));
  return {
    ahead: own.filter((entry) => !isOver(entry)),
    over: own.filter(isOver).reverse(),
    ofCommittee: sorted.filter(isOthers),
  };
}

/** A late submission can still be sent; a milestone has nothing to send. */
function isOver({ state, milestone }: WindowState): boolean {
  return state === 'closed' || (state === 'late' && milestone !== null);
}

/** What later documents withdrew: its label, and the withdrawing document. */
export function withdrawn({ amendments }: Rulebook): readonly { label: string; number: string; date: string }[] {
  return amendments.flatMap(({ number, date, changes }) =>
    changes.flatMap((change) => {
      const label = change.withdrawn ? labelOf(change.was) : null;
      return label === null ? [] : [{ label, number, date }];
    }),
  );
}

function labelOf(element: unknown): string | null {
  const label: unknown =
    typeof element === 'object' && element !== null && 'label' in element ? element.label : undefined;
  return typeof label === 'string' ? label : null;
}
