import type { WindowState } from '../finding.js';
import { answerDuty, type AnswerDuty } from './for-unit.js';
import type { Rulebook } from '../rulebook.js';
import { windows, type WindowsOptions } from './windows.js';

/** One date of a directive, and who it applies to. */
export interface UnitDate extends WindowState {
  /** whether the unit's group must answer the form; null for a milestone, or if no group is given */
  duty: AnswerDuty | null;
  /** a milestone of the committee itself */
  ofCommittee: boolean;
}

/**
 * The deadlines that apply to a unit: forms it is asked to answer, and milestones, with the committee's own marked.
 * Forms it is exempt from are left out. Used by both lists and calendars.
 *
 * @throws RangeError if `now` is not an ISO 8601 instant with an offset
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
