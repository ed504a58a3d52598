import type { Rulebook, RulebookForm } from '../rulebook.js';

/** Whether units of a group must answer a form, may answer it, or are not asked. */
export type AnswerDuty = 'must' | 'may' | 'exempt';

/**
 * Whether a group answers a form. Without `answeredBy`, every group must; with it, groups that are not listed are
 * exempt.
 * @returns null if the rulebook does not define the group
 */
export function answerDuty(rulebook: Rulebook, form: RulebookForm, group: string): AnswerDuty | null {
  if (!rulebook.unitGroups.some(({ id }) => id === group)) return null;
  const { answeredBy } = form.view;
  if (answeredBy === undefined) return 'must';
  if (answeredBy === 'committee') return 'exempt';
  return answeredBy.find(({ groups }) => groups.includes(group))?.duty ?? 'exempt';
}
