import type { Submission } from '@kl01/rules';

/**
 * Whether two submissions have the same content. Missing equals null; `revision`, `id` and where the host stored the
 * files (`ref`) are not content.
 */
export function sameContent(one: Submission, other: Submission): boolean {
  return canonical(one) === canonical(other);
}

function canonical(submission: Submission): string {
  return JSON.stringify({ ...submission, id: null, revision: null }, (name, value: unknown) => {
    if (name === 'ref' || value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return value;
    const entries = Object.entries(value).filter(([, each]) => each !== null && !isEmptyObject(each));
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
