import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RulebookForm } from '@kl01/rules';
import type { Decision, Desk } from './decisions.js';
import { deskAt } from './desk-view.js';
import type { Officer, Unit } from './directory.js';
import { deskAddress, unitAddress } from './pages/addresses.js';
import { overtakenPage } from './pages/overtaken.js';
import type { Portal } from './portal.js';
import { Refusal } from './refusal.js';

/** A decision as posted by an officer of the committee. */
export interface Deciding {
  officer: Officer;
  fields: URLSearchParams;
  desk: Desk;
  form: RulebookForm;
}

/** @throws Refusal as `portal.committee` and `portal.fields`; 404 if the desk does not exist */
export function deciding(portal: Portal, request: FastifyRequest): Deciding {
  const officer = portal.committee(request);
  const fields = portal.fields(request);
  const { form, period } = deskAt(officer.body, { form: fields.get('form'), period: fields.get('period') });
  return { officer, fields, desk: { rulebook: officer.body.rulebook.id, form: form.id, period }, form };
}

/** The same for one unit. @throws Refusal as `deciding`; 404 if the unit does not exist */
export function decidingOnUnit(portal: Portal, request: FastifyRequest): Deciding & { unit: Unit } {
  const all = deciding(portal, request);
  const unit = all.officer.body.units.find(({ id }) => id === all.fields.get('unit'));
  if (!unit) throw new Refusal(404);
  return { ...all, unit };
}

export interface Act {
  subject: string;
  body: unknown;
}

/**
 * Records a decision based on the version that the officer saw (`seen`). Idempotent: repeating the same decision by a
 * double click or from a cached page counts once.
 *
 * @returns the current decision, and whether it is this one
 */
export async function decide(
  portal: Portal,
  { officer, fields, desk }: Pick<Deciding, 'officer' | 'fields' | 'desk'>,
  { subject, body }: Act,
): Promise<{ stands: Decision | undefined; isOurs: boolean }> {
  const seen = Number(fields.get('seen'));
  if (!Number.isInteger(seen) || seen < 0 || seen > 2 ** 31 - 2) throw new Refusal(400);
  const act = { subject, seen, body, by: officer.id, at: officer.body.clock.now() };
  const decided = await portal.decisions.decide(desk, act);
  if (decided) return { stands: decided, isOurs: true };
  const stands = (await portal.decisions.standing(desk)).get(subject);
  const again =
    stands?.by === officer.id && stands.version === seen + 1 && JSON.stringify(stands.body) === JSON.stringify(body);
  return { stands, isOurs: again };
}

/**
 * Stores a decision and redirects to where it is shown; if another decision came first, shows that one (409).
 *
 * @param to where to redirect; default: the unit it is about, otherwise the desk
 */
export async function decideAndLead(
  portal: Portal,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  all: Pick<Deciding, 'officer' | 'fields' | 'desk'> & { unit?: Unit },
  act: Act,
  to?: string,
): Promise<FastifyReply> {
  const { officer, desk, unit } = all;
  const back = unit ? unitAddress(desk, unit.id) : deskAddress(desk);
  const { stands, isOurs } = await decide(portal, all, act);
  if (isOurs) return reply.redirect(to ?? back, 303);
  const by = portal.directory.officer(stands?.by ?? '')?.label ?? '';
  const page = overtakenPage(portal.viewer(request), officer, { standing: stands, by, back: to ?? back });
  return reply.status(409).type('text/html; charset=utf-8').send(page);
}
