import { windows } from '@kl01/rules';
import type { Finding, FormOf, FormType, RulebookForm, WindowState } from '@kl01/rules';
import { isPersonal } from './asked.js';
import type { Decision, Desk } from './decisions.js';
import { standingOf } from './desk.js';
import type { Standing } from './desk.js';
import type { Body, Officer, Unit } from './directory.js';
import type { Portal } from './portal.js';
import { Refusal } from './refusal.js';
import { wrongSinceAmended } from './since-amended.js';
import type { Stored } from './stored.js';

/** A unit at a desk: its latest submission, and whether it was returned. */
export interface DeskLine {
  unit: Unit;
  sent: Stored | undefined;
  /** instant of its first answer */
  firstAt: string | null;
  standing: Standing;
  /** errors by the amended directive: the submission does not count unchanged */
  wrong: readonly Finding[];
}

/** One form, for one of its periods, as the committee sees it. */
export interface DeskView {
  form: RulebookForm;
  period: string | null;
  desk: Desk;
  decisions: ReadonlyMap<string, Decision>;
  lines: readonly DeskLine[];
  window: WindowState | undefined;
  /** the deadlines of all units have passed */
  past: boolean;
}

/** A desk as identified in addresses and forms. */
export interface DeskAsked {
  form?: string | null | undefined;
  period?: string | null | undefined;
}

/** Whether its answer counts: neither withdrawn nor returned, nor invalid after an amendment. */
export const counts = ({ sent, standing, wrong }: DeskLine): boolean =>
  sent !== undefined && !sent.withdrawn && !standing.returned && wrong.length === 0;

type AnyDesk = { form: RulebookForm; period: string };

/** Forms that units answer, except personal plans, which are not consolidated. */
export function desksOf({ rulebook }: Body): AnyDesk[] {
  return rulebook.forms
    .filter((form) => !isPersonal(form) && form.view.answeredBy !== 'committee')
    .flatMap((form) =>
      form.view.periods.length > 0 ? form.view.periods.map(({ id }) => ({ form, period: id })) : [{ form, period: '' }],
    );
}

/** @throws Refusal 404 if the desk does not exist */
export function deskAt(body: Body, { form, period }: DeskAsked): AnyDesk {
  const found = desksOf(body).find((desk) => desk.form.id === form && desk.period === (period ?? ''));
  if (!found) throw new Refusal(404);
  return found;
}

/** @throws Refusal 404 if the desk does not exist */
export function lookAt(portal: Portal, { body }: Officer, asked: DeskAsked): Promise<DeskView> {
  return look(portal, body, deskAt(body, asked));
}

/** A desk of a form of one type. */
export type DeskOf<Type extends FormType> = DeskView & { form: FormOf<Type> };

/** @throws Refusal 404 if the desk does not exist or its form is of another type */
export async function lookAtDeskOf<Type extends FormType>(
  type: Type,
  portal: Portal,
  officer: Officer,
  asked: DeskAsked,
): Promise<DeskOf<Type>> {
  const view = await lookAt(portal, officer, asked);
  const isOfType = (form: RulebookForm): form is FormOf<Type> => form.type === type;
  const { form } = view;
  if (!isOfType(form)) throw new Refusal(404);
  return { ...view, form };
}

export const lookAtAll = (portal: Portal, { body }: Officer): Promise<DeskView[]> =>
  Promise.all(desksOf(body).map((desk) => look(portal, body, desk)));

async function look(portal: Portal, body: Body, { form, period }: AnyDesk): Promise<DeskView> {
  const { rulebook, clock, units } = body;
  const desk: Desk = { rulebook: rulebook.id, form: form.id, period };
  const [decisions, stored, first] = await Promise.all([
    portal.decisions.standing(desk),
    portal.store.latestOfAll(rulebook.id, { form: form.id }),
    portal.store.firstOf(desk),
  ]);
  const sentBy = new Map(
    stored.filter((one) => one.period === period && one.person === '').map((one) => [one.unit, one]),
  );
  const lines = units.map((unit): DeskLine => {
    const sent = sentBy.get(unit.id);
    const standing = standingOf(decisions, unit.id, sent);
    const wrong = standing.returned ? [] : wrongSinceAmended(body, sent);
    return { unit, sent, firstAt: first.get(unit.id) ?? null, standing, wrong };
  });
  const states = windows(rulebook, { now: clock.now(), form: form.id });
  return {
    form,
    period: form.view.periods.find(({ id }) => id === period)?.label ?? null,
    desk,
    decisions,
    lines,
    window: states.find((state) => (state.period ?? '') === period),
    past: isPast(body, form, desk),
  };
}

/** Whether the deadlines of all units have passed, so that locking affects no one. */
export function isPast({ clock }: Body, form: RulebookForm, { period }: Desk): boolean {
  const own = form.windows.filter((window) => (window.period ?? '') === period);
  const minute = Date.parse(clock.now()) / 60_000;
  return own.length > 0 && own.every(({ until }) => until !== undefined && until <= minute);
}
