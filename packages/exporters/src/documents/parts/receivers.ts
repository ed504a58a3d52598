import { words } from '../../strings/document-words.js';
import type { SubmissionFacts } from './facts.js';

/**
 * The receivers of the answer: those for the unit, otherwise for its group, otherwise for all, otherwise the committee
 * itself. Empty if the committee answers the form itself and the rulebook names no receiver.
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

/**
 * "Ban Thường vụ Tỉnh ủy" of "Ban Thường vụ Tỉnh ủy (qua Ban Tuyên giáo Tỉnh ủy)": the routing is printed once, above
 * the text.
 */
export const withoutWay = (receiver: string): string =>
  receiver.replace(new RegExp(`\\(${words.through} [^()]*\\)$`), '').trimEnd();
