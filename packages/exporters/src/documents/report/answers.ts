import { holds, textIn, type ReportView } from '@kl01/rules';
import type { Block, Inline } from '../../model/document.js';
import { withoutEnding } from '../../text/without-ending.js';
import type { Members } from '../parts/facts.js';
import { membersOf } from '../parts/text.js';

/** Answers to the form's questions outside its outline. */
export function answerBlocks({ questions }: ReportView, submission: Members): Block[] {
  const answers = membersOf(submission['answers']);
  return questions.flatMap((question): Block[] => {
    const chosen = question.options.find(({ value }) => value === answers[question.id]);
    if (!holds(question.when, { submission }) || (!chosen && question.optional)) return [];
    const answer: Inline = chosen ? `${textIn(chosen.label)}.` : { unknown: 16 };
    return [{ kind: 'dash', level: 1, inlines: [`${withoutEnding(question.label, /[:?\s]/)}: `, answer] }];
  });
}
