import type { FastifyInstance } from 'fastify';
import type { Portal } from '../portal.js';
import { signedOutPage, signInPage } from '../pages/sign-in.js';
import { vi } from '../strings/vi.js';

export function signInRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<{ Querystring: { directive?: string } }>('/sign-in', (request, reply) => {
    const body = portal.directory.body(request.query.directive ?? '');
    if (!body) return reply.redirect('/', 303);
    return reply.type('text/html; charset=utf-8').send(signInPage(portal.viewer(request), portal.directory, body));
  });

  app.post('/sign-in', (request, reply) => {
    const fields = portal.fields(request);
    const officer = portal.directory.officer(fields.get('officer') ?? '');
    if (!officer) {
      const body = portal.directory.body(fields.get('directive') ?? '');
      if (!body) return reply.redirect('/', 303);
      const page = signInPage(portal.viewer(request), portal.directory, body, vi.signIn.unknown);
      return reply.status(422).type('text/html; charset=utf-8').send(page);
    }
    portal.auth.begin(reply, officer.id);
    return reply.redirect('/', 303);
  });

  app.post('/sign-out', (request, reply) => {
    portal.fields(request);
    const { officer } = portal.viewer(request);
    portal.auth.begin(reply, null);
    return reply.type('text/html; charset=utf-8').send(signedOutPage(officer));
  });
}
