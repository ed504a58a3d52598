import { readDay, understood } from '@kl01/rules/reading';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localDay } from '../clock.js';
import { decideAndLead, decidingOnUnit } from '../deciding.js';
import { subjects } from '../desk.js';
import { lookAt } from '../desk-view.js';
import type { DeskAsked } from '../desk-view.js';
import type { Officer } from '../directory.js';
import { unitPage } from '../pages/unit.js';
import type { UnitRefused } from '../pages/unit.js';
import { plainText } from '../plain-text.js';
import type { Portal } from '../portal.js';
import { Refusal } from '../refusal.js';
import { readReturn } from '../returning.js';
import { vi } from '../strings/vi.js';

/** A return may comment on every cell of a report. */
const RETURN_BYTES = 4_000_000;

/** The committee's handling of one unit's answer: reading, returning, counting its paper sets. */
export function unitRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<{ Querystring: DeskAsked & { unit?: string } }>('/committee/unit', async (request, reply) => {
    const officer = portal.committee(request);
    return show(portal, { request, reply }, officer, request.query);
  });

  app.post('/committee/return', { bodyLimit: RETURN_BYTES }, async (request, reply) => {
    const all = decidingOnUnit(portal, request);
    const { officer, fields, desk, form, unit } = all;
    const latest = await portal.store.latest({ ...desk, unit: unit.id, person: '' });
    const again = (status: 409 | 422, faults: UnitRefused['faults']) =>
      show(
        portal,
        { request, reply: reply.status(status) },
        officer,
        { ...desk, unit: unit.id },
        { of: 'return', fields, faults },
      );
    // The submission seen is no longer current: the unit has sent another one or withdrawn it.
    if (!latest || latest.withdrawn || latest.id !== fields.get('submission')) {
      return again(409, [{ field: 'reason', message: vi.committee.faults.overtaken }]);
    }
    const { body, faults } = readReturn(officer.body, form, latest, fields);
    if (faults.length > 0) return again(422, faults);
    return decideAndLead(portal, { request, reply }, all, { subject: subjects.answer(unit.id), body });
  });

  app.post('/committee/revoke', async (request, reply) => {
    const all = decidingOnUnit(portal, request);
    return decideAndLead(portal, { request, reply }, all, {
      subject: subjects.answer(all.unit.id),
      body: { revoked: true },
    });
  });

  app.post('/committee/sets', async (request, reply) => {
    const all = decidingOnUnit(portal, request);
    const { officer, fields, desk, unit } = all;
    const typed = plainText(fields.get('count'));
    const on = understood(readDay(fields.get('on') ?? ''));
    const { rulebook, clock } = officer.body;
    const faults = [
      ...(/^\d{1,4}$/.test(typed) && Number(typed) <= MOST_SETS
        ? []
        : [{ field: 'count', message: vi.committee.faults.count(MOST_SETS) }]),
      ...(on !== null && on <= localDay(clock.now(), rulebook.utcOffset)
        ? []
        : [{ field: 'on', message: vi.committee.faults.on }]),
    ];
    if (faults.length > 0 || on === null) {
      const refused: UnitRefused = { of: 'sets', fields, faults };
      return show(portal, { request, reply: reply.status(422) }, officer, { ...desk, unit: unit.id }, refused);
    }
    const decision = { subject: subjects.sets(unit.id), body: { count: Number(typed), on } };
    return decideAndLead(portal, { request, reply }, all, decision);
  });
}

const MOST_SETS = 1000;

/** The unit's page, with any rejected input. @throws Refusal 404 if the unit does not exist */
async function show(
  portal: Portal,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  officer: Officer,
  { unit, ...asked }: DeskAsked & { unit?: string },
  refused?: UnitRefused,
): Promise<FastifyReply> {
  const view = await lookAt(portal, officer, asked);
  const line = view.lines.find((one) => one.unit.id === unit);
  if (!line) throw new Refusal(404);
  const about = [subjects.answer(line.unit.id), subjects.sets(line.unit.id)];
  const log = await portal.decisions.log(view.desk, about);
  const page = unitPage(portal.viewer(request), officer, view, {
    line,
    log,
    refused,
    nameOf: (id) => portal.directory.officer(id)?.label ?? id,
  });
  return reply.type('text/html; charset=utf-8').send(page);
}
