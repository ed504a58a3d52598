import { answerDuty, windows, type AnswerDuty, type Lang, type Rulebook, type WindowState } from '@kl01/rules';

/** One date of the list. */
export interface DateEntry extends WindowState {
  /** whether the unit's group must answer the form; null: a milestone, or no group given */
  readonly duty: AnswerDuty | null;
  /** a milestone that the committee itself sees to */
  readonly ofCommittee: boolean;
}

export interface DatesOptions {
  /** ISO 8601 instant */
  readonly now: string;
  readonly unit: { readonly id: string | null; readonly group: string } | undefined;
  readonly lang: Lang;
}

export interface Dates {
  /** to be reckoned with, the nearest first; those without a date last */
  readonly ahead: readonly DateEntry[];
  /** over, the latest first */
  readonly over: readonly DateEntry[];
}

/** The dates of a directive that concern a unit: its forms' and the milestones; forms it is exempt from are left out. */
export function datesOf(rulebook: Rulebook, { now, unit, lang }: DatesOptions): Dates {
  const entries = windows(rulebook, { now, unit, lang }).flatMap((state): DateEntry[] => {
    const form = rulebook.forms.find(({ id }) => id === state.form);
    const duty = form && unit ? answerDuty(rulebook, form, unit.group) : null;
    if (duty === 'exempt') return [];
    const milestone = rulebook.milestones.find(({ id }) => id === state.milestone);
    return [{ ...state, duty, ofCommittee: milestone?.by?.committee ?? false }];
  });
  const dated = (entry: DateEntry): string => entry.until ?? '9999';
  const sorted = [...entries].sort((one, other) =>
    dated(one) < dated(other) ? -1 : Number(dated(one) > dated(other)),
  );
  return { ahead: sorted.filter((entry) => !isOver(entry)), over: sorted.filter(isOver).reverse() };
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
