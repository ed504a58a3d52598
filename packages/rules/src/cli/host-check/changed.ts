import { isObject, plainCopy } from '../../values/plain.js';

/** A place in a submission: names and positions. */
export type Place = readonly (string | number)[];

type Plain = Readonly<Record<string, unknown>>;

/** Every member and item of a value with its place, from the outside in. */
export function* placesIn(value: unknown, at: Place = []): Generator<[place: Place, value: unknown]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield [[...at, index], item];
      yield* placesIn(item, [...at, index]);
    }
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      yield [[...at, name], member];
      yield* placesIn(member, [...at, name]);
    }
  }
}

/** A copy with another value at a place; `undefined` takes the member out. */
export function withValue(submission: Plain, place: Place, value: unknown): Record<string, unknown> {
  const copy = plainCopy(submission) as Record<string, unknown>;
  const last = place.at(-1);
  if (last === undefined) return copy;
  const holder = place.slice(0, -1).reduce<unknown>((part, step) => Reflect.get(part as object, step) as unknown, copy);
  if (value === undefined) Reflect.deleteProperty(holder as object, last);
  else Reflect.set(holder as object, last, value);
  return copy;
}

/** Ways to change a submission, each giving many. */
export const changes: Readonly<Record<'removed' | 'type' | 'blank' | 'repeated' | 'unknown', (of: Plain) => Plain[]>> =
  {
    removed: (of) => changed(of, (place) => (typeof place.at(-1) === 'string' ? { value: undefined } : null)),
    type: (of) => changed(of, (_place, value) => ({ value: otherType(value) })),
    blank: (of) => changed(of, (_place, value) => (typeof value === 'string' ? { value: ' ' } : null)),
    repeated: (of) =>
      changed(of, (_place, value) =>
        Array.isArray(value) && value.length > 0 ? { value: [...(value as unknown[]), ...(value as unknown[])] } : null,
      ),
    unknown: (of) => [
      { ...of, [UNKNOWN]: 1 },
      ...changed(of, (_place, value) => (isObject(value) ? { value: { ...value, [UNKNOWN]: 1 } } : null)),
    ],
  };

const UNKNOWN = 'kl01-host-check';

/** As many as a host is asked to judge of one way. */
const MOST = 24;

function changed(of: Plain, change: (place: Place, value: unknown) => { value: unknown } | null): Plain[] {
  const all = [...placesIn(of)].flatMap(([place, value]) => {
    // What is said of revisions is tried apart.
    const to = place[0] === 'revision' ? null : change(place, value);
    return to ? [withValue(of, place, to.value)] : [];
  });
  const every = Math.max(1, Math.ceil(all.length / MOST));
  return all.filter((_each, index) => index % every === 0);
}

function otherType(value: unknown): unknown {
  if (typeof value === 'string') return 7;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? {} : value === null ? [] : [value];
}

/** The same value, its members in reverse order. */
export function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reordered(member)]),
  );
}
