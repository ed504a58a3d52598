import { windows } from '@kl01/rules';
import type { Rulebook, RulebookForm, Submission, WindowState } from '@kl01/rules';
import type { FastifyInstance } from 'fastify';
import type { Portal } from '../app.js';
import type { Body, Unit } from '../directory.js';
import { fillInPage } from '../pages/fill-in.js';
import { acceptsNow, formsPage } from '../pages/forms.js';
import type { Asked } from '../pages/forms.js';
import { Refusal } from '../refusal.js';
import type { Place, Stored } from '../store.js';

export function formRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/', async (request, reply) => {
    if (!portal.viewer(request).officer) return reply.redirect('/sign-in', 303);
    const { body, unit } = portal.officer(request);
    if (!unit) return reply.redirect('/received', 303);
    const sent = await portal.store.latestOfAll(body.rulebook.id, unit.id);
    const states = windows(body.rulebook, { now: body.clock.now(), unit });
    const asked = askedOf(body.rulebook, unit).map(({ form, period }): Asked => ({
      form,
      period,
      window: states.find((state) => state.form === form.id && state.period === (period?.id ?? null)),
      sent: sent.find((one) => one.form === form.id && one.period === (period?.id ?? '')),
    }));
    const milestones = states.filter(({ milestone }) => milestone !== null);
    return reply.type('text/html; charset=utf-8').send(formsPage(portal.viewer(request), body, asked, milestones));
  });

  app.get<{ Params: { form: string }; Querystring: { period?: string } }>('/forms/:form', async (request, reply) => {
    const { officer, unit } = portal.answering(request);
    const { rulebook } = officer.body;
    const period = request.query.period ?? null;
    const asked = askedOf(rulebook, unit).find(
      ({ form, period: own }) => form.id === request.params.form && (own?.id ?? null) === period,
    );
    if (!asked) throw new Refusal(404);
    const place = { rulebook: rulebook.id, form: asked.form.id, unit: unit.id, period: period ?? '' };
    const latest = await portal.store.latest(place);
    const page = fillInPage(portal.viewer(request), officer, unit, {
      form: asked.form,
      period,
      value: startingValue(rulebook, unit, place, latest),
      revision: (latest?.revision ?? 0) + 1,
      open: isOpen(officer.body, unit, place),
    });
    return reply.type('text/html; charset=utf-8').send(page);
  });
}

type Period = { id: string; label: string } | null;

/** What a unit is asked for: its forms, once per period where a form has some. */
export function askedOf(rulebook: Rulebook, unit: Unit): { form: RulebookForm; period: Period }[] {
  return rulebook.forms
    .filter(({ view }) => asksGroup(view.answeredBy, unit.group))
    .flatMap((form) => {
      const periods: readonly Period[] = form.view.periods.length > 0 ? form.view.periods : [null];
      return periods.map((period) => ({ form, period }));
    });
}

const asksGroup = (answeredBy: RulebookForm['view']['answeredBy'], group: string): boolean =>
  answeredBy === undefined ||
  (answeredBy !== 'committee' && answeredBy.some(({ groups, duty }) => groups.includes(group) && duty !== 'exempt'));

/** The window that governs a place for a unit at this moment by the portal's clock; undefined where the pack sets none. */
export function windowOf(body: Body, unit: Unit, place: Place): WindowState | undefined {
  const states = windows(body.rulebook, { now: body.clock.now(), unit, form: place.form });
  return states.find(({ form, period }) => form === place.form && (period ?? '') === place.period);
}

export function isOpen(body: Body, unit: Unit, place: Place): boolean {
  const window = windowOf(body, unit, place);
  return !window || acceptsNow(window);
}

/** What a form starts from: the last revision, else what the portal knows of the unit. */
function startingValue(rulebook: Rulebook, unit: Unit, place: Place, latest: Stored | undefined): Partial<Submission> {
  const identity = {
    revision: (latest?.revision ?? 0) + 1,
    rulebook: `${rulebook.id}@${rulebook.version}`,
    unit: { id: unit.id, group: unit.group, name: unit.name, members: unit.members ?? null },
  };
  if (latest) return { ...latest.body, ...identity };
  return {
    ...identity,
    form: place.form,
    period: place.period || null,
    contact: unit.contact ?? null,
    issuer: unit.issuer ?? null,
  };
}
