import type { RulebookForm } from '@kl01/rules';

export type AnswerDuty = 'must' | 'may' | 'exempt';

/** Whether units of a group answer a form; without `answeredBy` all must. */
export function answerDuty({ view }: RulebookForm, group: string): AnswerDuty {
  const { answeredBy } = view;
  if (answeredBy === undefined) return 'must';
  if (answeredBy === 'committee') return 'exempt';
  return answeredBy.find(({ groups }) => groups.includes(group))?.duty ?? 'exempt';
}
