/** The items of a list or the members of a record, produced one at a time. */
export type Parts<T> =
  | { readonly list: () => Iterable<T>; readonly record?: never }
  | { readonly record: () => Iterable<readonly [name: string, member: T]>; readonly list?: never };

const partsByGetter = new WeakMap<() => unknown, Parts<unknown>>();

/**
 * Defines a member that is computed when read and can be garbage-collected when unused: for large values that are read
 * in part and can be recomputed. Reading, comparing, copying and serialising it work as for any other member.
 */
export function defineLazily<T extends object>(record: T, name: string, parts: Parts<unknown>): T {
  const make = () => (parts.list ? [...parts.list()] : Object.fromEntries(parts.record()));
  let held: WeakRef<object> | undefined;
  const get = (): object => {
    const ready = held?.deref() ?? make();
    held = new WeakRef(ready);
    return ready;
  };
  partsByGetter.set(get, parts);
  return Object.defineProperty(record, name, { enumerable: true, configurable: true, get });
}

/** The parts of a member defined by `defineLazily`, for callers that need not hold all of it; undefined for others. */
export function lazyParts(record: object, name: string): Parts<unknown> | undefined {
  const get = Object.getOwnPropertyDescriptor(record, name)?.get;
  return get && partsByGetter.get(get as () => unknown);
}

/** The items of a list, one at a time, whether or not it is lazy; empty if there is no such list. */
export const eachOf = <T>(record: Readonly<Record<string, readonly T[]>>, name: string): Iterable<T> =>
  (lazyParts(record, name)?.list?.() as Iterable<T> | undefined) ?? (Object.hasOwn(record, name) ? record[name]! : []);
