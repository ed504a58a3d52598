import { holds } from '@kl01/rules';
import type { RulebookForm, Submission } from '@kl01/rules';
import type { Officer } from './directory.js';
import type { Listed, Stored } from './stored.js';

/**
 * Whether somebody may read what was sent. A unit reads its own; a person their own plan; an officer of the unit all
 * its people's plans; the committee everything but plans of which the directive sends it no copy, which takes
 * what the plan says to tell.
 */
export function mayRead({ body, unit, person }: Officer, stored: Listed | Stored): boolean {
  if (stored.rulebook !== body.rulebook.id) return false;
  if (!unit) {
    const form = body.rulebook.forms.find(({ id }) => id === stored.form);
    return form?.type !== 'plan' || (!stored.stale && 'body' in stored && sendsCopyUp(form, stored.body));
  }
  return stored.unit === unit.id && (person === null || stored.person === person.id);
}

/** A receiver that is sent copies is somebody above; one without them is where the plan is made and kept. */
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
