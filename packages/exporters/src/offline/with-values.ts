import type { ReadCell } from './import-finding.js';

type Tree = Record<string, unknown>;

/**
 * A copy of the submission with the values set; missing parents are created. A blank cell deletes the old value. The
 * original is not changed.
 */
export function withValues(submission: Tree, values: readonly Pick<ReadCell, 'path' | 'value'>[]): Tree {
  const copy = structuredClone(submission);
  for (const { path, value } of values) {
    const last = path.at(-1);
    if (last === undefined) continue;
    const holder = holderOf(copy, path.slice(0, -1), value !== null);
    if (!holder) continue;
    if (value === null) delete holder[last];
    else holder[last] = value;
  }
  return copy;
}

export const withoutValues = (submission: Tree, values: readonly Pick<ReadCell, 'path'>[]): Tree =>
  withValues(
    submission,
    values.map(({ path }) => ({ path, value: null })),
  );

/** Paths come from the rulebook, never from an untrusted file. */
function holderOf(tree: Tree, path: readonly string[], make: boolean): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const name of path) {
    if (!at) return undefined;
    const below = at[name];
    if (typeof below !== 'object' || below === null) {
      if (!make) return undefined;
      at[name] = {};
    }
    at = at[name] as Tree;
  }
  return at;
}
