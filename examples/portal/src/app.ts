import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LOG } from './log.js';
import { problemPage } from './pages/problem.js';
import { createPortal } from './portal.js';
import type { Portal, Settings } from './portal.js';
import { Refusal } from './refusal.js';
import type { RefusalStatus } from './refusal.js';
import { clockRoutes } from './routes/clock.js';
import { committeeRoutes } from './routes/committee.js';
import { deskRoutes } from './routes/desk.js';
import { formRoutes } from './routes/forms.js';
import { paperRoutes } from './routes/paper.js';
import { pastAwardsRoutes } from './routes/past-awards.js';
import { peopleRoutes } from './routes/people.js';
import { receivedRoutes } from './routes/received.js';
import { signInRoutes } from './routes/sign-in.js';
import { submissionRoutes } from './routes/submissions.js';
import { unitRoutes } from './routes/unit.js';
import { sendProblem, wantsJson } from './replying.js';
import { vi } from './strings/vi.js';
import { pageOf, signInAddress } from './way-back.js';

const HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    // Bootstrap's style sheet uses `data:` addresses for arrows and ticks.
    "img-src 'self' data:",
    "require-trusted-types-for 'script'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // With `no-referrer`, browsers would send `Origin: null` with the portal's own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

const UPLOAD_MINUTES = 15;
/** Body limit of simple form posts; routes that accept more set their own. */
const FIELD_BYTES = 64 * 1024;

/** Builds the portal, ready to listen or to be tested with injected requests. */
export async function buildApp(settings: Settings): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { ...LOG, ...(settings.log && { stream: settings.log }) },
    routerOptions: { maxParamLength: 200, querystringParser },
    requestTimeout: UPLOAD_MINUTES * 60_000,
    bodyLimit: FIELD_BYTES,
    // Running requests are completed; see `drained.ts`.
    forceCloseConnections: 'idle',
    // Undecodable addresses never reach the hooks.
    frameworkErrors: (_error, _request, reply) => answerWithoutSession(reply as FastifyReply),
  });
  const portal = createPortal(settings);
  if (settings.onRoute) app.addHook('onRoute', settings.onRoute);

  await app.register(cookie, { secret: settings.secret });
  await app.register(multipart);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => {
      return new URLSearchParams(body);
    },
  );

  app.decorateRequest('session');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (isPublicFile(request)) return;
    reply.header('cache-control', 'no-store');
    request.session = portal.auth.session(request, reply);
  });
  app.setErrorHandler((error, request, reply) => answerError(portal, error, request, reply));
  app.setNotFoundHandler((request, reply) => answer(portal, 404, request, reply));

  await servePublicFiles(app);
  for (const routes of [
    rulebookRoutes,
    signInRoutes,
    clockRoutes,
    formRoutes,
    peopleRoutes,
    submissionRoutes,
    receivedRoutes,
    committeeRoutes,
    deskRoutes,
    unitRoutes,
    paperRoutes,
    pastAwardsRoutes,
  ])
    routes(app, portal);
  return app;
}

/** Serves the rulebooks of the directory to the forms. */
function rulebookRoutes(app: FastifyInstance, { directory }: Portal): void {
  app.get<{ Params: { id: string } }>('/rulebooks/:id.json', async (request) => {
    const body = directory.body(request.params.id);
    if (!body) throw new Refusal(404);
    return body.rulebook;
  });
}

const isPublicFile = ({ url }: FastifyRequest): boolean => url.startsWith('/assets/');

/** Serves Bootstrap, the forms and the rulebooks as published by their packages, and the portal's own few files. */
async function servePublicFiles(app: FastifyInstance): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const folders = {
    '/assets/': fileURLToPath(new URL('../public', import.meta.url)),
    '/assets/bootstrap/': dirname(resolve('bootstrap/dist/css/bootstrap.min.css')),
    '/assets/forms/': dirname(resolve('@kl01/forms/kl01-forms.js')),
    '/assets/exporters/': dirname(resolve('@kl01/exporters/browser/kl01-exporters.js')),
  };
  for (const [prefix, root] of Object.entries(folders)) {
    await app.register(serveStatic, { root, prefix, decorateReply: false, index: false });
  }
}

function answerError(portal: Portal, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = statusOf(error);
  // The route rather than the address, which contains what people search for; with a fixed message, since by default
  // the complete error message would be logged.
  const { method, routeOptions } = request;
  if (status >= 500) request.log.error({ err: error, method, route: routeOptions.url }, `answered with ${status}`);
  if (status === 503) reply.header('retry-after', RETRY_SECONDS);
  return answer(portal, status, request, reply);
}

/** A database restarts within a minute. */
const RETRY_SECONDS = 30;

/** The first value of each name, as for form posts: no route expects lists. */
const querystringParser = (text: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(text)].reverse());

function answer(portal: Portal, status: RefusalStatus, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Errors can occur before the first hook, and files have no session.
  request.session ??= portal.auth.session(request, reply);
  const next = status === 401 ? pageOf(request) : null;
  reply.status(status).headers(HEADERS);
  if (wantsJson(request)) return sendProblem(reply, status);
  const signIn = next && signInAddress(portal.directory, next);
  return reply.type('text/html; charset=utf-8').send(problemPage(portal.viewer(request), status, signIn));
}

function answerWithoutSession(reply: FastifyReply): void {
  const page = problemPage({ officer: null, token: '' }, 404);
  void reply.status(404).headers(HEADERS).type('text/html; charset=utf-8').send(page);
}

/** The status of a refusal by the portal or the framework; statuses without a page become 400, or 500 from there on. */
function statusOf(error: unknown): RefusalStatus {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (Object.hasOwn(vi.errors, status)) return status as RefusalStatus;
  return status < 500 ? 400 : 500;
}
