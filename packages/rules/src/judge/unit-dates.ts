import type { WindowState } from '../finding.js';
import { answerDuty, type AnswerDuty } from './answer-duty.js';
import type { Rulebook } from '../rulebook.js';
import { windows, type WindowsOptions } from './windows.js';

/** One date of a directive, and whose it is. */
export interface UnitDate extends WindowState {
  /** whether the unit's group must answer the form; null: a milestone, or no group given */
  duty: AnswerDuty | null;
  /** a milestone that the committee itself sees to */
  ofCommittee: boolean;
}

/**
 * The deadlines that apply to a unit: those of the forms it is asked for and of its milestones; the
 * committee's own milestones are marked. Forms it is exempt from are left out. Lists and calendars show these alike.
 *
 * @throws RangeError when `now` is not an ISO 8601 instant with an offset
 */
export function unitDates(rulebook: Rulebook, options: Omit<WindowsOptions, 'form'>): UnitDate[] {
  const { unit } = options;
  return windows(rulebook, options).flatMap((state): UnitDate[] => {
    const form = rulebook.forms.find(({ id }) => id === state.form);
    const duty = form && unit?.group ? answerDuty(rulebook, form, unit.group) : null;
    if (duty === 'exempt') return [];
    const milestone = rulebook.milestones.find(({ id }) => id === state.milestone);
    return [{ ...state, duty, ofCommittee: milestone?.by?.committee ?? false }];
  });
}
