import { readFile } from 'node:fs/promises';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { check, parseInstant, windows, type CheckOptions, type Lang } from '@kl01/rules';
import { MAX_BYTES, readJson, UnreadableError } from '@kl01/rules/reading';
import { Refusal } from './refusal.js';
import type { KnownRulebook } from './rulebooks.js';

export interface Settings {
  rulebooks: ReadonlyMap<string, KnownRulebook>;
  /** the instant of now, ISO 8601 with offset, where the caller gives none */
  clock: () => string;
}

/** The service that `openapi.json` describes, ready to listen or to be asked in a test. Nothing is stored. */
export async function buildService({ rulebooks, clock }: Settings): Promise<FastifyInstance> {
  const description = await readFile(new URL('../openapi.json', import.meta.url));
  const app = Fastify({
    logger: { level: 'error' },
    bodyLimit: MAX_BYTES,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => (reply as FastifyReply).status(404).send(errorOf(notFound())),
  });

  // The text is read by readJson alone: no other parser sees it, and it refuses what no backend judges.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    readJson(body),
  );
  app.setNotFoundHandler((_request, reply) => reply.status(404).send(errorOf(notFound())));
  app.setErrorHandler((error, _request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.status === 500) app.log.error(error);
    return reply.status(refusal.status).send(errorOf(refusal));
  });

  const asked = (request: FastifyRequest): KnownRulebook => {
    const { id } = request.params as { id: string };
    const known = rulebooks.get(id);
    if (!known) throw new Refusal(404, 'no-rulebook', `This service was not started with a rulebook ${id}.`);
    return known;
  };

  app.get('/openapi.json', (_request, reply) => reply.type('application/json').send(description));

  app.get('/rulebooks', () => ({ rulebooks: [...rulebooks.values()].map(summaryOf) }));

  app.get('/rulebooks/:id', (request, reply) => {
    const { bytes, sha256 } = asked(request);
    return reply.type('application/json').header('etag', `"${sha256}"`).send(bytes);
  });

  app.get('/rulebooks/:id/windows', (request) => {
    const { rulebook } = asked(request);
    const unit = unitOf(request) ?? {};
    return { windows: windows(rulebook, { now: nowOf(request, clock), unit, lang: langOf(request) }) };
  });

  app.post('/rulebooks/:id/check', (request) => {
    const { rulebook } = asked(request);
    if (request.headers['content-type'] === undefined) throw mediaType();
    return check(rulebook, request.body, {
      now: nowOf(request, clock),
      unit: unitOf(request),
      given: givenOf(request),
      receiver: receiverOf(request),
      lang: langOf(request),
    });
  });
  return app;
}

function summaryOf({ rulebook, sha256 }: KnownRulebook) {
  const { id, version, directive, forms } = rulebook;
  const { number, date, title } = directive;
  return {
    id,
    version,
    name: `${id}@${version}`,
    sha256,
    directive: { number, date, title },
    forms: forms.map(({ id: form, type, label }) => ({ id: form, type, label })),
  };
}

/** One value of the query, or none: a name given twice is not guessed at. */
function asOne(request: FastifyRequest, name: string): string | undefined | null {
  const value = (request.query as Record<string, unknown>)[name];
  return value === undefined || typeof value === 'string' ? value : null;
}

function nowOf(request: FastifyRequest, clock: () => string): string {
  const given = asOne(request, 'now');
  if (given === undefined) return clock();
  try {
    parseInstant(given);
  } catch {
    throw new Refusal(400, 'now', 'now is no instant with an offset, such as 2023-03-30T23:59:00%2B07:00.');
  }
  return given!;
}

function unitOf(request: FastifyRequest): { id: string; group: string } | null {
  const [id, group] = [asOne(request, 'unitId'), asOne(request, 'unitGroup')];
  if (id === undefined && group === undefined) return null;
  if (!id || !group) throw new Refusal(400, 'unit', 'unitId and unitGroup go together, each once.');
  return { id, group };
}

/** What the caller knows of the form, as a JSON object. */
function givenOf(request: FastifyRequest): CheckOptions['given'] {
  const text = asOne(request, 'given');
  if (text === undefined) return null;
  const refusal = new Refusal(400, 'given', 'given is a JSON object of days, whole numbers and booleans, once.');
  if (text === null) throw refusal;
  let given: unknown;
  try {
    given = readJson(text);
  } catch {
    throw refusal;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw refusal;
  return given as CheckOptions['given'];
}

function receiverOf(request: FastifyRequest): string | null {
  const receiver = asOne(request, 'receiver');
  if (receiver === null) throw new Refusal(400, 'receiver', 'receiver is the id of a receiver, once.');
  return receiver ?? null;
}

function langOf(request: FastifyRequest): Lang {
  const lang = asOne(request, 'lang') ?? 'vi';
  if (lang !== 'vi' && lang !== 'en') throw new Refusal(400, 'lang', 'lang is vi or en.');
  return lang;
}

const notFound = () => new Refusal(404, 'no-such-address', 'There is nothing at this address; see /openapi.json.');
const mediaType = () => new Refusal(415, 'media-type', 'Send the submission as application/json.');

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof UnreadableError && error.reason !== 'not-data') {
    return new Refusal(error.reason === 'too-large' ? 413 : 400, error.reason, error.message);
  }
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return new Refusal(413, 'too-large', `The text has more than ${MAX_BYTES} bytes.`);
  if (statusCode === 415) return mediaType();
  if (statusCode === 400) return new Refusal(400, 'not-json', 'The request cannot be read.');
  return new Refusal(500, 'fault', 'The service failed; nothing was judged.');
}

const errorOf = ({ reason, message }: Refusal) => ({ error: { reason, message } });
