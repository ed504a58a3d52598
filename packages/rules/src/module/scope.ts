import type { Rule, RulebookForm, Schema } from '../rulebook.js';
import { pointerToken, stepsOf } from '../values/pointer.js';
import { readFrom, type Base, type Reader } from './write-logic.js';

/** Where a rule or a derived value is judged. */
export type Places = Pick<Rule, 'each' | 'keys'>;

/** Values that are read or counted more than once in a block of statements, each under a name. */
export class Block {
  readonly #reads = new Map<string, string>();
  readonly #counts = new Map<string, string>();

  read(code: string, prefix: string): string {
    return named(this.#reads, code, prefix);
  }

  /** Counted when it is asked for the first time. */
  count(code: string, prefix: string): string {
    return `(${named(this.#counts, code, prefix)} ??= ${code})`;
  }

  declarations(): string[] {
    const counts = [...this.#counts.values()];
    return [
      ...[...this.#reads].map(([code, name]) => `const ${name} = ${code};`),
      ...(counts.length > 0 ? [`let ${counts.join(', ')};`] : []),
    ];
  }
}

function named(names: Map<string, string>, code: string, prefix: string): string {
  const name = names.get(code) ?? `${prefix}${names.size + 1}`;
  names.set(code, name);
  return name;
}

const OF_ITEMS: ReadonlySet<string> = new Set(['item', 'index', 'owner', 'mark']);

/** Reads what rules are judged over. Values stand in the block of the submission, or in that of the item. */
export function scopeReader(bases: Readonly<Record<string, Base>>, outer: Block | null, inner: Block | null): Reader {
  let isOfItem = false;
  return {
    read(path) {
      const [first = '', ...steps] = path.split('.');
      const base = Object.hasOwn(bases, first) ? bases[first]! : { code: 'null', of: 'null' as const };
      const written = readFrom(base, steps);
      isOfItem ||= OF_ITEMS.has(first);
      const block = OF_ITEMS.has(first) ? inner : outer;
      if (!block || /^\w+$/.test(written.code)) return written;
      return { ...written, code: block.read(written.code, OF_ITEMS.has(first) ? 'i' : 's') };
    },
    keep(write) {
      const before = isOfItem;
      isOfItem = false;
      const written = write();
      const block = isOfItem ? inner : outer;
      const kept = block ? { ...written, code: block.count(written.code, isOfItem ? 'n' : 'c') } : written;
      isOfItem ||= before;
      return kept;
    },
  };
}

/** What stands around an item: the submission alone, for rules that are judged once. */
export function basesOf(form: RulebookForm, places: Places): Record<string, Base> {
  const outer: Record<string, Base> = {
    submission: { code: 'submission', of: form.schema },
    unit: { code: 'unit', of: 'unknown' },
    now: { code: 'now', of: { type: 'number' } },
    given: { code: 'given', of: 'unknown' },
    receiver: { code: 'receiver', of: 'unknown' },
    derived: { code: 'derived', of: 'mark' },
    marks: { code: 'marks', of: isMarked(form) ? 'marks' : 'null' },
  };
  if (places.each === undefined) return outer;
  const [path, inner] = places.each.split('/*');
  const around = memberAt(form.schema, path!);
  const owner = around?.items;
  const list = inner === undefined ? around : owner && memberAt(owner, inner);
  const item: Schema | undefined = places.keys ? sameMembers(list, places.keys) : list?.items;
  return {
    ...outer,
    item: { code: 'item', of: item ?? 'unknown' },
    index: { code: 'index', of: { type: 'number' } },
    owner: inner === undefined ? { code: 'null', of: 'null' } : { code: 'owner', of: owner ?? 'unknown' },
    mark: isMarked(form) ? { code: 'mark', of: 'mark' } : { code: 'null', of: 'null' },
  };
}

export const memberAt = (schema: Schema, path: string): Schema | undefined =>
  stepsOf(path).reduce<Schema | undefined>(
    (at, step) => (at?.properties && Object.hasOwn(at.properties, step) ? at.properties[step] : undefined),
    schema,
  );

/** The schema of every member, where it is the same; a member may be missing. */
function sameMembers(schema: Schema | undefined, keys: readonly string[]): Schema | undefined {
  const [first, ...others] = keys.map((key) => memberAt(schema ?? { type: 'object' }, `/${pointerToken(key)}`));
  if (!first || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return undefined;
  const types = typeof first.type === 'string' ? [first.type] : first.type;
  return { ...first, type: [...types, 'null'] };
}

export const isMarked = ({ derive = [] }: RulebookForm): boolean => derive.length > 0;
