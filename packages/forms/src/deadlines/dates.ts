import { unitDates, type Rulebook, type UnitDate, type WindowState } from '@kl01/rules';

export interface Dates {
  /** to be reckoned with, the nearest first; those without a date last */
  readonly ahead: readonly UnitDate[];
  /** over, the latest first */
  readonly over: readonly UnitDate[];
  /** for a unit: what the committee itself sees to, the nearest first */
  readonly ofCommittee: readonly UnitDate[];
}

/** The dates of a directive in the order in which they concern a unit, or everybody. */
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

/** What is late can still be sent; nothing is sent to a milestone. */
function isOver({ state, milestone }: WindowState): boolean {
  return state === 'closed' || (state === 'late' && milestone !== null);
}

/** What later documents took back: its name, and by which document. */
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
