import { consolidate, ownReport, startReport } from '@kl01/rules/committee';
import type { Consolidation } from '@kl01/rules/committee';
import type { FastifyInstance } from 'fastify';
import { nomineesOfChange } from '../committee-words.js';
import { picksOf, receivedAt, rosterOf } from '../desk.js';
import { deskAt, lookAt, lookAtAll, lookAtDeskOf } from '../desk-view.js';
import type { DeskAsked, DeskOf } from '../desk-view.js';
import type { Officer } from '../directory.js';
import { actsPage } from '../pages/acts.js';
import { consolidatedPage } from '../pages/consolidated.js';
import { deskPage } from '../pages/desk.js';
import { showOf } from '../pages/desk-units.js';
import { desksPage } from '../pages/desks.js';
import { pageNumber } from '../pages/pagination.js';
import { ownReportPage } from '../pages/own-report.js';
import { reviewPage } from '../pages/review.js';
import { pastAwardsOf } from '../past-awards.js';
import { plainText } from '../plain-text.js';
import type { Portal } from '../portal.js';
import { Refusal } from '../refusal.js';

const HTML = 'text/html; charset=utf-8';

interface At {
  Querystring: { form?: string; period?: string; table?: string; row?: string; column?: string; page?: string };
}

/**
 * Pages of the committee, only accessible in its officers' sessions. For its decisions, see `routes/unit.ts` and
 * `routes/desk.ts`.
 */
export function committeeRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/committee', async (request, reply) => {
    const officer = portal.committee(request);
    const desks = await lookAtAll(portal, officer);
    return reply.type(HTML).send(desksPage(portal.viewer(request), officer, desks));
  });

  for (const act of POSTED) {
    app.get(`/committee/${act}`, async (request, reply) => {
      portal.committee(request);
      return reply.redirect('/committee', 303);
    });
  }

  app.get<{ Querystring: DeskAsked & { page?: string; find?: string; show?: string } }>(
    '/committee/desk',
    async (request, reply) => {
      const officer = portal.committee(request);
      const view = await lookAt(portal, officer, request.query);
      const { page, find, show } = request.query;
      const units = { page: pageNumber(page), find: plainText(find), show: showOf(show) };
      return reply.type(HTML).send(deskPage(portal.viewer(request), officer, view, units));
    },
  );

  app.get<At>('/committee/review', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAtDeskOf('nomination', portal, officer, request.query);
    const stored = view.lines.flatMap(({ sent }) => (sent ? [sent] : []));
    const page = reviewPage(portal.viewer(request), officer, view, {
      received: receivedAt(officer.body, stored, view.decisions),
      units: rosterOf(officer.body),
      picks: picksOf(view.decisions),
      pastAwards: pastAwardsOf(view.decisions),
      versions: Object.fromEntries([...view.decisions].map(([subject, { version }]) => [subject, version])),
    });
    return reply.type(HTML).send(page);
  });

  app.get<At>('/committee/consolidated', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAtDeskOf('report', portal, officer, request.query);
    const { table = '', row = '', column = '' } = request.query;
    const all = await consolidated(officer, view);
    const page = consolidatedPage(portal.viewer(request), officer, view, all, {
      table,
      row,
      column,
      page: pageNumber(request.query.page),
    });
    return reply.type(HTML).send(page);
  });

  app.get<At>('/committee/own-report', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAtDeskOf('report', portal, officer, request.query);
    const begun = startReport(await consolidated(officer, view), view.form);
    return reply.type(HTML).send(ownReportPage(portal.viewer(request), officer, view, begun));
  });

  /** The report form for the committee itself: no unit's group or deadline applies. */
  app.get<At>('/committee/own-rulebook.json', async (request) => {
    const { body } = portal.committee(request);
    const { form } = deskAt(body, request.query);
    if (form.type !== 'report') throw new Refusal(404);
    return ownReport(body.rulebook, form.id);
  });

  app.get<{ Querystring: { page?: string } }>('/committee/acts', async (request, reply) => {
    const officer = portal.committee(request);
    const { id: rulebook } = officer.body.rulebook;
    const record = await portal.acts.page(rulebook, pageNumber(request.query.page));
    const picked = record.acts.flatMap((act) => (act.of === 'decision' ? nomineesOfChange(act.decision) : []));
    const named = await portal.store.nomineesNamed(rulebook, picked);
    const nameOf = (id: string): string => portal.directory.officer(id)?.label ?? id;
    return reply.type(HTML).send(actsPage(portal.viewer(request), officer, { record, named, nameOf }));
  });
}

/** Addresses of posts: opening one from the address bar, or returning to a page that answered a post, starts over. */
const POSTED = ['return', 'revoke', 'sets', 'lock', 'picks', 'import'];

function consolidated({ body }: Officer, { form, desk, lines, decisions }: DeskOf<'report'>): Promise<Consolidation> {
  const stored = lines.flatMap(({ sent }) => (sent ? [sent] : []));
  return consolidate(body.rulebook, receivedAt(body, stored, decisions), {
    now: body.clock.now(),
    form: form.id,
    ...(desk.period && { period: desk.period }),
    units: rosterOf(body),
  });
}
