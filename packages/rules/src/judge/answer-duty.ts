import type { Rulebook, RulebookForm } from '../rulebook.js';

/** Whether units of a group have to answer a form, may, or are not asked. */
export type AnswerDuty = 'must' | 'may' | 'exempt';

/**
 * Whether a group answers a form; `answeredBy` left out, all groups must. A group that it does not list is not asked.
 * @returns null for a group the rulebook does not know
 */
export function answerDuty(rulebook: Rulebook, form: RulebookForm, group: string): AnswerDuty | null {
  if (!rulebook.unitGroups.some(({ id }) => id === group)) return null;
  const { answeredBy } = form.view;
  if (answeredBy === undefined) return 'must';
  if (answeredBy === 'committee') return 'exempt';
  return answeredBy.find(({ groups }) => groups.includes(group))?.duty ?? 'exempt';
}
