import { isRulebook, type Rulebook } from '@kl01/rules';
import type { Strings } from '../strings/strings.js';

/** Why a rulebook could not be loaded, as far as the difference matters to the reader. */
export type LoadingProblem = keyof Strings['failed']['because'];

/** Why a rulebook could not be loaded; the message is for the host's engineer. */
class NotLoadedError extends Error {
  override readonly name = 'NotLoadedError';
  readonly problem: LoadingProblem;
  constructor(problem: LoadingProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}

export interface Loading {
  /** bypasses the browser's cache, which may hold the faulty response */
  readonly again?: boolean;
  /** time limit for the whole response */
  readonly withinMs?: number;
}

/** A rulebook has some 100 kB; if it has not arrived by then, waiting longer does not help. */
const WITHIN_MS = 60_000;

/**
 * The rulebook a host gave: the object itself, or the JSON at a URL.
 *
 * @throws Error whose message tells the host's engineer what is wrong: not reachable, not JSON, not a rulebook
 */
export async function loadRulebook(source: string | Rulebook, loading: Loading = {}): Promise<Rulebook> {
  const loaded: unknown = typeof source === 'string' ? await fetchOnce(source, loading) : source;
  if (isRulebook(loaded)) return loaded;
  const what = 'not a rulebook of format 1: compile the rule pack with `kl01 compile`, give the result';
  throw new NotLoadedError('notRulebook', typeof source === 'string' ? `${source}: ${what}` : what);
}

/** Why there is nothing to show. */
export interface Failure {
  /** what happened, in the reader's language */
  readonly sentence: string;
  /** details for support staff: the URL and its response; null: none beyond the sentence */
  readonly detail: string | null;
}

export function loadingFailure(error: unknown, { failed }: Strings): Failure {
  const problem = error instanceof NotLoadedError ? error.problem : 'unreachable';
  return {
    sentence: failed.rulebook(failed.because[problem]),
    detail: error instanceof Error ? error.message : String(error),
  };
}

/** By address; elements that come into the page together ask for the same one. */
const shared = new Map<string, Promise<unknown>>();

/** Later ones ask the browser, whose cache knows from the server how long an answer holds. */
const SHARED_MS = 60_000;

function fetchOnce(address: string, loading: Loading): Promise<unknown> {
  const key = new URL(address, document.baseURI).href;
  const before = loading.again ? undefined : shared.get(key);
  if (before) return before;
  const fetched = fetchJson(address, loading);
  const forget = (): void => {
    if (shared.get(key) === fetched) shared.delete(key);
  };
  shared.set(key, fetched);
  fetched.then(() => setTimeout(forget, SHARED_MS), forget);
  return fetched;
}

/** Without the limits of `readJson`, which are for untrusted input: a rulebook is the host's own. */
async function fetchJson(address: string, { again = false, withinMs = WITHIN_MS }: Loading): Promise<unknown> {
  try {
    const response = await fetch(address, {
      cache: again ? 'reload' : 'default',
      signal: AbortSignal.timeout(withinMs),
    });
    if (!response.ok) throw new NotLoadedError(refusal(response.status), `${address}: HTTP ${response.status}`);
    return await response.json();
  } catch (error) {
    if (error instanceof NotLoadedError) throw error;
    const what = error instanceof Error ? error.message : String(error);
    throw new NotLoadedError(problemOf(error), `${address}: ${what}`, error);
  }
}

function refusal(status: number): LoadingProblem {
  if (status === 401 || status === 403) return 'signedOut';
  return status === 404 || status === 410 ? 'notFound' : 'fault';
}

function problemOf(error: unknown): LoadingProblem {
  if (error instanceof SyntaxError) return 'notJson';
  // Only our own time limit aborts; some browsers report that as a TimeoutError, some as an AbortError.
  return error instanceof DOMException ? 'slow' : 'unreachable';
}
