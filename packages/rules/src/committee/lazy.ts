/** The items of a list or the members of a record, each made as it is asked for. */
export type Parts<T> =
  | { readonly list: () => Iterable<T>; readonly record?: never }
  | { readonly record: () => Iterable<readonly [name: string, member: T]>; readonly list?: never };

const partsByGetter = new WeakMap<() => unknown, Parts<unknown>>();

/**
 * Gives a record a member that is made when it is read, and let go when nobody holds it: what is large, is looked at in
 * part, and can be made again. To whoever reads, compares, copies or writes it as JSON it is a member like any other.
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

/** What a member made by `defineLazily` consists of, for whoever can do without all of it at once; undefined for any other. */
export function lazyParts(record: object, name: string): Parts<unknown> | undefined {
  const get = Object.getOwnPropertyDescriptor(record, name)?.get;
  return get && partsByGetter.get(get as () => unknown);
}

/** The items of a list that may be made when it is read, one at a time; none where there is no such list. */
export const eachOf = <T>(record: Readonly<Record<string, readonly T[]>>, name: string): Iterable<T> =>
  (lazyParts(record, name)?.list?.() as Iterable<T> | undefined) ?? (Object.hasOwn(record, name) ? record[name]! : []);
