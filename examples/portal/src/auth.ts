import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A session. Visitors have one before signing in too, so that signing in is also protected. */
export interface Session {
  officer: string | null;
  /** random; CSRF tokens are derived from it */
  nonce: string;
  /** milliseconds since 1970, by the system clock, not the demonstration's */
  expires: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    session: Session;
  }
}

const COOKIE = 'kl01-portal';
const SESSION_HOURS = 12;

export interface Auth {
  /** The session of the request's signed cookie, or a new one that is sent with the reply. */
  session(request: FastifyRequest, reply: FastifyReply): Session;
  /** Starts a new session, to prevent session fixation. */
  begin(reply: FastifyReply, officer: string | null): void;
  token(session: Session): string;
  /** Whether a form post comes from one of the portal's own pages in this session. */
  isGenuine(request: FastifyRequest, token: unknown): boolean;
}

export function createAuth(secret: string): Auth {
  const token = (session: Session) => createHmac('sha256', secret).update(`form:${session.nonce}`).digest('base64url');

  const begin = (reply: FastifyReply, officer: string | null): Session => {
    const expires = Date.now() + SESSION_HOURS * 3_600_000;
    const session = { officer, nonce: randomBytes(16).toString('base64url'), expires };
    const value = Buffer.from(JSON.stringify(session)).toString('base64url');
    reply.setCookie(COOKIE, value, { signed: true, httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/' });
    return session;
  };

  return {
    session: (request, reply) => readSession(request) ?? begin(reply, null),
    begin: (reply, officer) => void begin(reply, officer),
    token,
    isGenuine(request, given) {
      if (typeof given !== 'string' || !isSameOrigin(request)) return false;
      const expected = Buffer.from(token(request.session));
      const actual = Buffer.from(given);
      return actual.length === expected.length && timingSafeEqual(actual, expected);
    },
  };
}

function readSession(request: FastifyRequest): Session | null {
  const cookie = request.cookies[COOKIE];
  const { valid, value } = cookie ? request.unsignCookie(cookie) : { valid: false, value: null };
  if (!valid || !value) return null;
  const session: Session = JSON.parse(Buffer.from(value, 'base64url').toString());
  return session.expires > Date.now() ? session : null;
}

/** Browsers state the origin of every form post; other origins are refused before the token is checked. */
function isSameOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
