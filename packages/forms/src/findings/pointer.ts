import { stepsOf, valueAt } from '@kl01/rules';

/** JSON Pointers (RFC 6901) into a submission that is replaced, never mutated. */

/**
 * A copy of `root` with `value` at the pointer; the same root if nothing changes. Missing objects along the path are
 * created; unchanged branches stay the same objects, so that a renderer can detect changes by identity.
 */
export function withValue<Root>(root: Root, path: string, value: unknown): Root {
  return replaced(root, stepsOf(path), value) as Root;
}

function replaced(root: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(root)) {
    const index = Number(step);
    const child: unknown = replaced(root[index], rest, value);
    return child === root[index] ? root : root.map((item: unknown, at) => (at === index ? child : item));
  }
  const object = typeof root === 'object' && root !== null ? (root as Record<string, unknown>) : {};
  const before = Object.hasOwn(object, step) ? object[step] : undefined;
  const child = replaced(before, rest, value);
  return child === before && root === object ? root : { ...object, [step]: child };
}

/**
 * An address that stays with an item when its list is reordered: `/nominees/3/name` → `/nominees/@<id>/name`.
 * Items without an `id` keep their index.
 */
export function stableAddress(root: object, path: string): string {
  const list = path.indexOf('/', 1);
  if (list < 0) return path;
  const items: unknown = (root as Record<string, unknown>)[path.slice(1, list)];
  if (!Array.isArray(items)) return path;
  const end = path.indexOf('/', list + 1);
  const item: unknown = items[Number(path.slice(list + 1, end < 0 ? undefined : end))];
  const id = valueAt(item, '/id');
  return typeof id === 'string' ? `${path.slice(0, list)}/@${id}${end < 0 ? '' : path.slice(end)}` : path;
}

/** The current pointer for a stable address, or null if its item is gone. */
export function currentPointer(root: object, address: string): string | null {
  const parts = /^\/([^/]+)\/@([^/]+)(\/.*|)$/.exec(address);
  if (!parts) return address;
  const [, list = '', id = '', rest = ''] = parts;
  const items = valueAt(root, `/${list}`);
  if (!Array.isArray(items)) return null;
  const index = items.findIndex((item: unknown) => valueAt(item, '/id') === id);
  return index < 0 ? null : `/${list}/${index}${rest}`;
}
