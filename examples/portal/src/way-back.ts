import type { FastifyRequest } from 'fastify';
import type { Directory } from './directory.js';

/** Pages to return to after signing in, except those only reached by a post, and signing in or out. */
const PAGES = /^\/(forms|received|deadlines|people|committee)(\/|\?|$)/;
const LONGEST = 500;
/** Never requested: a base for relative addresses, to see whether they leave the portal. */
const OURS = 'http://portal.invalid';

/** The path and query of a portal page to return to after signing in; null for any other input. */
export function wayBack(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > LONGEST || !typed.startsWith('/')) return null;
  if (!URL.canParse(typed, OURS)) return null;
  const { origin, pathname, search } = new URL(typed, OURS);
  return origin === OURS && PAGES.test(pathname) ? `${pathname}${search}` : null;
}

/** The page that a request is for or was posted from. */
export function pageOf({ method, url, headers, host }: FastifyRequest): string | null {
  if (method === 'GET') return wayBack(url);
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  return from.host === host ? wayBack(`${from.pathname}${from.search}`) : null;
}

/**
 * The sign-in address that leads back to a page; the directive must be chosen first unless the page belongs to only
 * one.
 */
export function signInAddress({ bodies }: Directory, next: string | null): string {
  if (next === null) return '/';
  const form = /^\/forms\/([^/?]+)/.exec(next)?.[1];
  const [body, ...more] = bodies.filter(({ rulebook }) => rulebook.forms.some(({ id }) => id === form));
  const query = new URLSearchParams({ ...(body && more.length === 0 && { directive: body.rulebook.id }), next });
  return `${body && more.length === 0 ? '/sign-in' : '/'}?${query.toString()}`;
}
