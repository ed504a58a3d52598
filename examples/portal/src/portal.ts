import type { FastifyRequest } from 'fastify';
import { createActs } from './acts.js';
import type { Acts } from './acts.js';
import { createAuth } from './auth.js';
import type { Auth } from './auth.js';
import type { Database } from './db.js';
import { createDecisions } from './decisions.js';
import type { Decisions } from './decisions.js';
import { deskOf, nothingDecided, standingOf } from './desk.js';
import type { Standing } from './desk.js';
import type { Directory, Officer, Unit } from './directory.js';
import type { Viewer } from './pages/layout.js';
import { Refusal } from './refusal.js';
import { createStore } from './store.js';
import type { Store } from './store.js';
import type { Place, Stored } from './stored.js';

export interface Settings {
  directory: Directory;
  database: Database;
  /** signs sessions; anyone who knows it can impersonate any officer */
  secret: string;
  /** an empty folder of this process, for uploads before they are stored */
  incoming: string;
  /** where errors are logged; default: standard output */
  log?: { write(line: string): void };
  /** called for every route, so that a test can try them all */
  onRoute?: (route: { method: string | string[]; url: string }) => void;
}

/** Shared by all routes. */
export interface Portal {
  directory: Directory;
  store: Store;
  decisions: Decisions;
  acts: Acts;
  auth: Auth;
  incoming: string;
  viewer(request: FastifyRequest): Viewer;
  /** @throws Refusal 401 if not signed in */
  officer(request: FastifyRequest): Officer;
  /** @throws Refusal 401 if not signed in, 403 for an officer of the committee */
  answering(request: FastifyRequest): { officer: Officer; unit: Unit };
  /** @throws Refusal 401 if not signed in, 403 unless an officer of the committee */
  committee(request: FastifyRequest): Officer;
  /** The committee's decisions on a place. */
  standing(place: Place, latest: Pick<Stored, 'id'> | undefined): Promise<Standing>;
  /** Fields of a post of `application/x-www-form-urlencoded`. @throws Refusal 403 if forged */
  fields(request: FastifyRequest): URLSearchParams;
}

export function createPortal({ directory, database, secret, incoming }: Settings): Portal {
  const auth = createAuth(secret);
  const decisions = createDecisions(database);
  const signedIn = (request: FastifyRequest) => directory.officer(request.session?.officer ?? '') ?? null;
  const officer = (request: FastifyRequest) => {
    const found = signedIn(request);
    if (!found) throw new Refusal(401);
    return found;
  };
  return {
    directory,
    store: createStore(database),
    decisions,
    acts: createActs(database),
    auth,
    incoming,
    viewer: (request) => ({ officer: signedIn(request), token: auth.token(request.session) }),
    officer,
    answering(request) {
      const found = officer(request);
      if (!found.unit) throw new Refusal(403);
      return { officer: found, unit: found.unit };
    },
    committee(request) {
      const found = officer(request);
      if (found.unit) throw new Refusal(403);
      return found;
    },
    async standing(place, latest) {
      // The committee makes no decisions on personal plans.
      if (place.person !== '') return nothingDecided;
      return standingOf(await decisions.standing(deskOf(place)), place.unit, latest);
    },
    fields(request) {
      if (!(request.body instanceof URLSearchParams)) throw new Refusal(400);
      if (!auth.isGenuine(request, request.body.get('_csrf'))) throw new Refusal(403);
      return request.body;
    },
  };
}
