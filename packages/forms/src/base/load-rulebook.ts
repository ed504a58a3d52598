import { readJson, type Rulebook } from '@kl01/rules';

/**
 * The rulebook a host gave: the object itself, or the JSON at an address of the host's.
 *
 * @throws Error whose message says for the host's engineer what is wrong: not reached, not JSON, not a rulebook
 */
export async function loadRulebook(source: string | Rulebook): Promise<Rulebook> {
  const loaded: unknown = typeof source === 'string' ? await fetchJson(source) : source;
  if (!isRulebook(loaded)) {
    throw new TypeError('not a rulebook of format 1: compile the rule pack with `kl01 compile` and give the result');
  }
  return loaded;
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return readJson(await response.text());
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
