import type { FastifyInstance } from 'fastify';
import { windows } from '@kl01/rules';
import { isPersonal } from '../asked.js';
import { peoplePage } from '../pages/people.js';
import type { Portal } from '../portal.js';
import { Refusal } from '../refusal.js';

/** The plans of a unit's people, made and missing, for the officers of the unit. */
export function peopleRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/people', async (request, reply) => {
    const { officer, unit } = portal.answering(request);
    if (officer.person) throw new Refusal(403);
    const { rulebook, clock } = officer.body;
    const sent = await portal.store.latestOfAll(rulebook.id, { unit: unit.id });
    const lists = rulebook.forms.filter(isPersonal).map((form) => ({
      form,
      window: windows(rulebook, { now: clock.now(), unit, form: form.id })[0],
      lines: (unit.people ?? []).map((person) => ({
        person,
        plan: sent.find((one) => one.form === form.id && one.person === person.id && !one.withdrawn),
      })),
    }));
    return reply.type('text/html; charset=utf-8').send(peoplePage(portal.viewer(request), officer, lists));
  });
}
