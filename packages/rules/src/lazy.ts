/**
 * A record whose members are made when they are read, and let go when nobody holds them: what is large, is looked at in
 * part, and can be made again. To whoever reads, compares, copies or writes it as JSON it is a record like any other.
 */
export function lazyRecord<T extends object>(
  makers: readonly (readonly [name: string, make: () => T])[],
): Record<string, T> {
  const record: Record<string, T> = {};
  for (const [name, make] of makers) {
    Object.defineProperty(record, name, { enumerable: true, configurable: true, get: lazily(make) });
  }
  return record;
}

export function lazily<T extends object>(make: () => T): () => T {
  let held: WeakRef<T> | undefined;
  return () => {
    const ready = held?.deref() ?? make();
    held = new WeakRef(ready);
    return ready;
  };
}
