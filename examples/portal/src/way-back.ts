import type { FastifyRequest } from 'fastify';
import type { Directory } from './directory.js';

/** Pages that somebody may have been at work on. Nothing that only a post leads to, nor signing in or out. */
const PAGES = /^\/(forms|received|deadlines|people|committee)(\/|\?|$)/;
const LONGEST = 500;
/** Never asked: relative addresses are read against it, to see whether they lead away from it. */
const OURS = 'http://portal.invalid';

/** A page of ours to come back to after signing in, as path and query; null for whatever else an address or a form may hold. */
export function wayBack(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > LONGEST || !typed.startsWith('/')) return null;
  if (!URL.canParse(typed, OURS)) return null;
  const { origin, pathname, search } = new URL(typed, OURS);
  return origin === OURS && PAGES.test(pathname) ? `${pathname}${search}` : null;
}

/** The page that a request is for, or was posted from. */
export function pageOf({ method, url, headers, host }: FastifyRequest): string | null {
  if (method === 'GET') return wayBack(url);
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  return from.host === host ? wayBack(`${from.pathname}${from.search}`) : null;
}

/** Where to sign in in order to come back; the directive is chosen first unless the page is of one alone. */
export function signInAddress({ bodies }: Directory, next: string | null): string {
  if (next === null) return '/';
  const form = /^\/forms\/([^/?]+)/.exec(next)?.[1];
  const [body, ...more] = bodies.filter(({ rulebook }) => rulebook.forms.some(({ id }) => id === form));
  const query = new URLSearchParams({ ...(body && more.length === 0 && { directive: body.rulebook.id }), next });
  return `${body && more.length === 0 ? '/sign-in' : '/'}?${query.toString()}`;
}
