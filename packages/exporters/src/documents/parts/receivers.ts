import { words } from '../../strings/document-words.js';
import type { SubmissionFacts } from './facts.js';

/**
 * Who receives the answer: named for the unit, else for its group, else for all; else the committee itself. What the
 * committee answers itself goes to whom it says, which the rulebook need not know: nobody is named then.
 */
export function receiversOf({ form, rulebook, unit }: SubmissionFacts): string[] {
  const { receivedBy } = form.view;
  const { id, group } = unit;
  const nearest = [
    receivedBy.filter(({ units }) => typeof id === 'string' && units?.includes(id)),
    receivedBy.filter(({ units, groups }) => !units && typeof group === 'string' && groups?.includes(group)),
    receivedBy.filter(({ units, groups }) => !units && !groups),
  ].find((receivers) => receivers.length > 0);
  if (nearest) return nearest.map(({ label }) => label);
  return form.view.answeredBy === 'committee' ? [] : [rulebook.directive.committee.name];
}

/** "Ban Thường vụ Tỉnh ủy" of "Ban Thường vụ Tỉnh ủy (qua Ban Tuyên giáo Tỉnh ủy)": the way there is said once, above. */
export const withoutWay = (receiver: string): string =>
  receiver.replace(new RegExp(`\\(${words.through} [^()]*\\)$`), '').trimEnd();
