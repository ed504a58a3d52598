import type { FastifyInstance } from 'fastify';
import type { Portal } from '../portal.js';
import { signedOutPage, signInPage } from '../pages/sign-in.js';
import { vi } from '../strings/vi.js';

export function signInRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/sign-in', (request, reply) =>
    reply.type('text/html; charset=utf-8').send(signInPage(portal.viewer(request), portal.directory)),
  );

  app.post('/sign-in', (request, reply) => {
    const id = portal.fields(request).get('officer') ?? '';
    const officer = portal.directory.officer(id);
    if (!officer) {
      const page = signInPage(portal.viewer(request), portal.directory, vi.signIn.unknown);
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
