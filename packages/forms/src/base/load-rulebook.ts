import type { Rulebook } from '@kl01/rules';
import type { Strings } from '../strings/strings.js';

/** What a host gave is JSON, but no rulebook. */
class NotRulebookError extends TypeError {}

/**
 * The rulebook a host gave: the object itself, or the JSON at an address of the host's.
 *
 * @throws Error whose message says for the host's engineer what is wrong: not reached, not JSON, not a rulebook
 */
export async function loadRulebook(source: string | Rulebook): Promise<Rulebook> {
  const loaded: unknown = typeof source === 'string' ? await fetchJson(source) : source;
  if (!isRulebook(loaded)) {
    throw new NotRulebookError(
      'not a rulebook of format 1: compile the rule pack with `kl01 compile`, give the result',
    );
  }
  return loaded;
}

/** Why it could not be loaded, in the words of whoever looks at the page; the error itself is for the host's engineer. */
export function loadingFailure(error: unknown, { failed }: Strings): string {
  if (error instanceof NotRulebookError) return failed.rulebook(failed.notRulebook);
  if (error instanceof SyntaxError) return failed.rulebook(failed.notJson);
  return failed.rulebook(error instanceof Error ? error.message : String(error));
}

/** The limits of `readJson` are for what strangers send: a rulebook is the host's own. */
async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.json();
}

function isRulebook(value: unknown): value is Rulebook {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rulebook' in value &&
    value.rulebook === '1' &&
    'forms' in value &&
    Array.isArray(value.forms)
  );
}
