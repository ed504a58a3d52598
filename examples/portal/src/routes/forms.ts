import { exportDocument } from '@kl01/exporters';
import { windows } from '@kl01/rules';
import type { FastifyInstance } from 'fastify';
import type { Portal } from '../portal.js';
import { comingAgain } from '../coming-again.js';
import { askedOf, isOpen, nextRevision, startingValue } from '../asked.js';
import { deadlinesPage } from '../pages/deadlines.js';
import { fillInPage } from '../pages/fill-in.js';
import { frontPage } from '../pages/front.js';
import { formsPage } from '../pages/forms.js';
import type { AskedCard } from '../pages/forms.js';
import { Refusal } from '../refusal.js';
import { wrongSinceAmended } from '../since-amended.js';
import { wayBack } from '../way-back.js';

export function formRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<{ Querystring: { next?: string } }>('/', async (request, reply) => {
    const viewer = portal.viewer(request);
    if (!viewer.officer) {
      const page = frontPage(viewer, portal.directory, wayBack(request.query.next));
      return reply.type('text/html; charset=utf-8').send(page);
    }
    const { body, unit, person } = viewer.officer;
    if (!unit) return reply.redirect('/received', 303);
    const sent = await portal.store.latestOfAll(body.rulebook.id, { unit: unit.id });
    const states = windows(body.rulebook, { now: body.clock.now(), unit });
    const ofPlace = askedOf(body.rulebook, unit, person).map(async ({ form, period, must }): Promise<AskedCard> => {
      const place = {
        rulebook: body.rulebook.id,
        form: form.id,
        unit: unit.id,
        period: period?.id ?? '',
        person: person?.id ?? '',
      };
      const latest = sent.find(
        (one) => one.form === place.form && one.period === place.period && one.person === place.person,
      );
      const standing = await portal.standing(place, latest);
      return {
        form,
        period,
        must,
        window: states.find((state) => state.form === form.id && state.period === (period?.id ?? null)),
        sent: latest,
        standing,
        wrong: standing.returned ? [] : wrongSinceAmended(body, latest),
        open: isOpen(body, unit, place, standing),
      };
    });
    const asked = await Promise.all(ofPlace);
    return reply.type('text/html; charset=utf-8').send(formsPage(viewer, body, asked));
  });

  app.get('/deadlines', (request, reply) => {
    const officer = portal.officer(request);
    return reply.type('text/html; charset=utf-8').send(deadlinesPage(portal.viewer(request), officer));
  });

  /** The same dates for the officer's calendar application. */
  app.get('/deadlines.ics', async (request, reply) => {
    const { body, unit } = portal.officer(request);
    const options = { document: 'lich-thoi-han', format: 'ics', ...(unit && { group: unit.group }) };
    const { bytes, fileName, mediaType } = await exportDocument(body.rulebook, null, options);
    return reply
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .type(mediaType)
      .send(Buffer.from(bytes));
  });

  app.get<{ Params: { form: string }; Querystring: { period?: string } }>('/forms/:form', async (request, reply) => {
    const { officer, unit } = portal.answering(request);
    const { rulebook } = officer.body;
    const period = request.query.period ?? null;
    const asked = askedOf(rulebook, unit, officer.person).find(
      ({ form, period: own }) => form.id === request.params.form && (own?.id ?? null) === period,
    );
    if (!asked) throw new Refusal(404);
    const place = {
      rulebook: rulebook.id,
      form: asked.form.id,
      unit: unit.id,
      period: period ?? '',
      person: officer.person?.id ?? '',
    };
    const latest = await portal.store.latest(place);
    const standing = await portal.standing(place, latest);
    const page = fillInPage(portal.viewer(request), officer, unit, {
      form: asked.form,
      period,
      value: startingValue(rulebook, unit, place, latest, officer.person),
      revision: nextRevision(latest),
      open: isOpen(officer.body, unit, place, standing),
      locked: standing.locked,
      returned: standing.returned,
      ...(await comingAgain(portal, officer.body, place, standing)),
    });
    return reply.type('text/html; charset=utf-8').send(page);
  });
}
