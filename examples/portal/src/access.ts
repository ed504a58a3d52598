import { holds } from '@kl01/rules';
import type { RulebookForm, Submission } from '@kl01/rules';
import type { Officer } from './directory.js';
import type { Listed, Stored } from './stored.js';

/**
 * Whether an officer may read a submission. A unit reads its own; a person their own plan; an officer of the unit all
 * plans of its people; the committee everything except plans of which the directive sends it no copy, which depends on
 * the content of the plan.
 */
export function mayRead({ body, unit, person }: Officer, stored: Listed | Stored): boolean {
  if (stored.rulebook !== body.rulebook.id) return false;
  if (!unit) {
    const form = body.rulebook.forms.find(({ id }) => id === stored.form);
    return form?.type !== 'plan' || (!stored.stale && 'body' in stored && sendsCopyUp(form, stored.body));
  }
  return stored.unit === unit.id && (person === null || stored.person === person.id);
}

/** Receivers of copies are above the unit; a receiver without copies is where the plan is made and kept. */
export function sendsCopyUp({ view }: RulebookForm, submission: Submission): boolean {
  const { id, group } = submission.unit;
  return view.receivedBy.some(
    ({ copies = 0, groups, units, when }) =>
      copies > 0 &&
      (!groups || groups.includes(group ?? '')) &&
      (!units || units.includes(id ?? '')) &&
      (when === undefined || holds(when, { submission })),
  );
}
