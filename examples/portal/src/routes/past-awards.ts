import type { FastifyInstance } from 'fastify';
import { decideAndLead, deciding } from '../deciding.js';
import { subjects } from '../desk.js';
import { lookAtDeskOf } from '../desk-view.js';
import { deskQuery } from '../pages/addresses.js';
import { pastAwardsPage } from '../pages/past-awards.js';
import { readPastAwards } from '../past-awards.js';
import type { Portal } from '../portal.js';
import { Refusal } from '../refusal.js';

const HTML = 'text/html; charset=utf-8';
const LIST_BYTES = 4_000_000;

/**
 * The list of earlier awards, by which a review excludes nominees. Each list replaces the previous one, which is kept.
 */
export function pastAwardsRoutes(app: FastifyInstance, portal: Portal): void {
  const nameOf = (id: string): string => portal.directory.officer(id)?.label ?? id;

  app.get<{ Querystring: { form?: string; period?: string } }>('/committee/past-awards', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAtDeskOf('nomination', portal, officer, request.query);
    return reply.type(HTML).send(pastAwardsPage(portal.viewer(request), officer, view, nameOf));
  });

  app.post('/committee/past-awards', { bodyLimit: LIST_BYTES }, async (request, reply) => {
    const { officer, fields, desk, form } = deciding(portal, request);
    if (form.type !== 'nomination') throw new Refusal(404);
    const typed = fields.get('lines') ?? '';
    const { awards, faults } = readPastAwards(officer.body.rulebook, form, typed);
    if (faults.length > 0) {
      const view = await lookAtDeskOf('nomination', portal, officer, desk);
      const page = pastAwardsPage(portal.viewer(request), officer, view, nameOf, { typed, faults });
      return reply.status(422).type(HTML).send(page);
    }
    const decision = { subject: subjects.pastAwards, body: { awards } };
    const to = `/committee/past-awards?${deskQuery(desk)}`;
    return decideAndLead(portal, { request, reply }, { officer, fields, desk }, decision, to);
  });
}
