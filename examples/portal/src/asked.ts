import { answerDuty, windows } from '@kl01/rules';
import type { Rulebook, RulebookForm, Submission, WindowState } from '@kl01/rules';
import { mayComeAgain } from './desk.js';
import type { Standing } from './desk.js';
import type { Body, Person, Unit } from './directory.js';
import type { Place, Stored } from './stored.js';

type Period = { id: string; label: string } | null;

/** Something that a unit must answer: a form, for one of its periods if it has any. */
export interface Asked {
  form: RulebookForm;
  period: Period;
  /** false if optional */
  must: boolean;
}

/** What an officer has to answer: for a unit what it answers as a whole, for a person their own plan. */
export function askedOf(rulebook: Rulebook, unit: Unit, person: Person | null = null): Asked[] {
  return rulebook.forms.flatMap((form) => {
    if (isPersonal(form) !== (person !== null)) return [];
    const duty = answerDuty(rulebook, form, unit.group);
    if (duty === 'exempt') return [];
    const periods: readonly Period[] = form.view.periods.length > 0 ? form.view.periods : [null];
    return periods.map((period) => ({ form, period, must: duty === 'must' }));
  });
}

/** Whether each person makes their own plan. */
export const isPersonal = (form: RulebookForm): boolean => form.type === 'plan' && form.view.plan.person !== undefined;

/** Whether a unit may send, correct or withdraw now, by the portal's clock. */
export function isOpen({ rulebook, clock }: Body, unit: Unit, place: Place, standing: Standing): boolean {
  // A returned submission can be sent again until its deadline; otherwise a lock ends everything.
  if (mayComeAgain(standing, clock.now())) return true;
  if (standing.locked) return false;
  const states = windows(rulebook, { now: clock.now(), unit, form: place.form });
  const window = states.find(({ form, period }) => form === place.form && (period ?? '') === place.period);
  return !window || acceptsNow(window);
}

/** Whether a window still accepts submissions. */
export const acceptsNow = ({ state, early }: WindowState): boolean =>
  state !== 'closed' && !(state === 'upcoming' && early === 'refuse');

/** The only revision number that is not stale. */
export const nextRevision = (latest: Stored | undefined): number => (latest?.revision ?? 0) + 1;

/**
 * The initial value of a form, with the revision to be sent: what was stored last, otherwise what the portal knows of
 * the unit.
 */
export function startingValue(
  rulebook: Rulebook,
  unit: Unit,
  place: Place,
  latest: Stored | undefined,
  person: Person | null = null,
): Partial<Submission> {
  const identity = {
    revision: nextRevision(latest),
    rulebook: `${rulebook.id}@${rulebook.version}`,
    unit: { id: unit.id, group: unit.group, name: unit.name, members: unit.members ?? null },
  };
  if (latest) return { ...latest.body, ...identity };
  return {
    ...identity,
    form: place.form,
    period: place.period || null,
    ...(person && { person: { id: person.id, name: person.name } }),
    contact: unit.contact ?? null,
    issuer: unit.issuer ?? null,
  };
}
