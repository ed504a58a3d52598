/** Addresses of pack elements alternate member names and ids, without `forms`: `de-nghi/quotas/ba-ca-nhan`. */

export interface Found {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
  readonly value: unknown;
}

/** The element at an address, or null. Works on any JSON shaped like a pack, parsed or not. */
export function findElement(pack: unknown, address: string): Found | null {
  const segments = address.split('/');
  const root = pack as Record<string, unknown>;
  const start = memberOf(root['forms'], segments[0]!) ?? memberOf(root, segments[0]!);
  return segments.slice(1).reduce<Found | null>((found, segment) => found && memberOf(found.value, segment), start);
}

/** Addresses that may have been meant: those in the same list, else in the nearest one above it that exists. */
export function addressesNear(pack: unknown, address: string): string[] {
  const all = [...elements(pack)].map((element) => element.address);
  const steps = address.split('/');
  for (let length = steps.length - 1; length >= 0; length--) {
    const above = steps.slice(0, length).map((step) => `${step}/`).join(''); // prettier-ignore
    const below = all.filter((other) => other.startsWith(above));
    const least = Math.min(...below.map((other) => other.split('/').length));
    const near = below.filter((other) => other.split('/').length === least);
    if (near.length > 0) return near;
  }
  return all;
}

/** Every addressable element of a pack, in order. */
export function* elements(pack: unknown): Generator<{ address: string; value: unknown }> {
  const root = pack as Record<string, unknown>;
  for (const [name, member] of Object.entries(root)) {
    if (['coverage', 'notes', 'amendments', 'directive', 'scales'].includes(name)) continue;
    if (name === 'forms') yield* listed(member, '');
    else yield* within(member, name);
  }
}

/** Members whose entries only refer to elements. */
const NOT_ELEMENTS = new Set(['when', 'require', 'anyOf', 'assert', 'needs']);

function* within(value: unknown, address: string): Generator<{ address: string; value: unknown }> {
  if (Array.isArray(value)) yield* listed(value, `${address}/`);
  else if (value !== null && typeof value === 'object') {
    for (const [name, member] of Object.entries(value)) {
      if (!NOT_ELEMENTS.has(name)) yield* within(member, `${address}/${name}`);
    }
  }
}

function* listed(list: unknown, prefix: string): Generator<{ address: string; value: unknown }> {
  for (const value of Array.isArray(list) ? (list as unknown[]) : []) {
    const id = idOf(value);
    if (id === null) continue;
    yield { address: `${prefix}${id}`, value };
    if (typeof value === 'object') yield* within(value, `${prefix}${id}`);
  }
}

/** Identifies a list entry: by its `id`, its `field`, or itself if the list holds plain field names. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const { id, field } = value as { id?: unknown; field?: unknown };
  if (typeof id === 'string') return id;
  return typeof field === 'string' ? field : null;
}

function memberOf(holder: unknown, name: string): Found | null {
  if (Array.isArray(holder)) {
    const key = holder.findIndex((entry) => idOf(entry) === name);
    return key < 0 ? null : { holder, key, value: holder[key] };
  }
  if (holder === null || typeof holder !== 'object' || !Object.hasOwn(holder, name)) return null;
  const record = holder as Record<string, unknown>;
  return { holder: record, key: name, value: record[name] };
}
