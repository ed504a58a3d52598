import { isoInstant, parseInstant, windows } from '@kl01/rules';
import type { WindowState } from '@kl01/rules';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { instantOf, typedMoment } from '../clock.js';
import type { Body } from '../directory.js';
import { clockPage } from '../pages/clock.js';
import type { Suggestion } from '../pages/clock.js';
import type { Viewer } from '../pages/layout.js';
import type { Portal } from '../portal.js';
import { Refusal } from '../refusal.js';
import { vi } from '../strings/vi.js';

/** Visitors can set a demonstration's clock, to try each window before, during and after. */
export function clockRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<{ Querystring: { directive?: string } }>('/clock', (request, reply) => {
    const body = settable(portal, request.query.directive);
    return show(reply, portal.viewer(request), body);
  });

  app.post('/clock', (request, reply) => {
    const fields = portal.fields(request);
    const body = settable(portal, fields.get('directive'));
    const local = fields.get('local');
    try {
      body.clock.set(fields.get('at') ?? instantOf(local, body.rulebook.utcOffset) ?? '');
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return show(reply.status(422), portal.viewer(request), body, local ?? '');
    }
    return reply.redirect(portal.viewer(request).officer ? '/' : `/sign-in?directive=${body.rulebook.id}`, 303);
  });
}

/** @throws Refusal 404 if the directive does not exist or uses the system clock */
function settable({ directory }: Portal, rulebook: string | null | undefined): Body {
  const body = directory.body(rulebook ?? '');
  if (!body?.clock.demonstration) throw new Refusal(404);
  return body;
}

function show(reply: FastifyReply, viewer: Viewer, body: Body, refused?: string): FastifyReply {
  const local = refused ?? typedMoment(body.clock.now(), body.rulebook.utcOffset);
  const page = clockPage(viewer, body, { local, suggestions: suggestions(body), problem: refused !== undefined });
  return reply.type('text/html; charset=utf-8').send(page);
}

/** The date of the directive, and the start and end of every window of its units; each instant once, sorted. */
function suggestions({ rulebook, units, clock }: Body): Suggestion[] {
  const issued = { at: `${rulebook.directive.date}T08:00:00${rulebook.utcOffset}`, why: vi.clock.issued };
  const states = units.flatMap((unit) => windows(rulebook, { now: clock.now(), unit }));
  const of = ({ label, from, until }: WindowState): Suggestion[] => [
    ...(from ? [{ at: from, why: vi.clock.first(label) }] : []),
    ...(until
      ? [
          { at: before(until, 60), why: vi.clock.last(label) },
          { at: until, why: vi.clock.past(label) },
        ]
      : []),
  ];
  const all = [issued, ...states.filter(({ form }) => form !== null).flatMap(of)];
  const byInstant = new Map<string, Set<string>>();
  for (const { at, why } of all) byInstant.set(at, (byInstant.get(at) ?? new Set()).add(why));
  return [...byInstant]
    .sort(([one], [other]) => parseInstant(one) - parseInstant(other))
    .map(([at, reasons]) => ({ at, why: [...reasons].join('; ') }));
}

function before(instant: string, minutes: number): string {
  return isoInstant(parseInstant(instant) - minutes, instant.slice(-6));
}
