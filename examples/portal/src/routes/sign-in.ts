import type { FastifyInstance } from 'fastify';
import type { Portal } from '../portal.js';
import { signedOutPage, signInPage } from '../pages/sign-in.js';
import { vi } from '../strings/vi.js';
import { wayBack } from '../way-back.js';

export function signInRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<{ Querystring: { directive?: string; next?: string } }>('/sign-in', (request, reply) => {
    const body = portal.directory.body(request.query.directive ?? '');
    if (!body) return reply.redirect('/', 303);
    const page = signInPage(portal.viewer(request), portal.directory, body, { next: wayBack(request.query.next) });
    return reply.type('text/html; charset=utf-8').send(page);
  });

  app.post('/sign-in', (request, reply) => {
    const fields = portal.fields(request);
    const officer = portal.directory.officer(fields.get('officer') ?? '');
    const next = wayBack(fields.get('next'));
    if (!officer) {
      const body = portal.directory.body(fields.get('directive') ?? '');
      if (!body) return reply.redirect('/', 303);
      const asked = { next, problem: vi.signIn.unknown };
      const page = signInPage(portal.viewer(request), portal.directory, body, asked);
      return reply.status(422).type('text/html; charset=utf-8').send(page);
    }
    portal.auth.begin(reply, officer.id);
    return reply.redirect(next ?? '/', 303);
  });

  app.post('/sign-out', (request, reply) => {
    const drafts = portal.fields(request).get('drafts');
    const { officer } = portal.viewer(request);
    portal.auth.begin(reply, null);
    const left = drafts === 'keep' || drafts === 'forget' ? drafts : null;
    return reply.type('text/html; charset=utf-8').send(signedOutPage(officer, left));
  });
}
