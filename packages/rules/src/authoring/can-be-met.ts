import { shareOf } from '../judge/derive.js';
import type { Bound, CountView } from '../rulebook.js';
import type { Kind } from '../submission.js';

/** The remaining possible total for a set of kinds. */
type Range = readonly [least: number, most: number];
/** Indexed by set of kinds: the first kind is 1, the second 2, the third 4, both of the first 3 … */
type Ranges = readonly Range[];

/**
 * Whether any numbers of nominees satisfy all counts of an alternative. Shares of members are compared for a unit large
 * enough that rounding makes no difference; a share combined with a number can always be met by a unit of the right
 * size, and of a computed number nothing is claimed.
 */
export const canBeMet = (counts: readonly CountView[]): boolean =>
  joined(counts).every(
    (together) =>
      fits(together, (bound) => (typeof bound === 'number' ? bound : undefined)) &&
      fits(together, (bound) =>
        typeof bound === 'object' && 'part' in bound ? shareOf(MANY_MEMBERS, bound.part, bound.round) : undefined,
      ),
  );

/** With this many members, every share is a whole number, and so are its half and its third. */
const MANY_MEMBERS = 600;

/** Beyond this many kinds in counts that overlap, the sets of kinds are too many to compare; nothing is claimed then. */
const MOST_KINDS = 8;

/** Counts that share kinds, directly or through others; separate ones cannot be in each other's way. */
function joined(counts: readonly CountView[]): CountView[][] {
  return counts.reduce<CountView[][]>((groups, count) => {
    const touches = (group: readonly CountView[]) => group.some(({ of }) => of.some((kind) => count.of.includes(kind)));
    return [...groups.filter((group) => !touches(group)), [...groups.filter(touches).flat(), count]];
  }, []);
}

function fits(counts: readonly CountView[], numberOf: (bound?: Bound) => number | undefined): boolean {
  // Kinds that are counted only together are one: only their sum matters.
  const all = [...new Set(counts.flatMap(({ of }) => of))];
  const alike = new Map(all.map((kind) => [counts.map(({ of }) => of.includes(kind)).join(), kind]));
  const kinds = [...alike.values()];
  if (kinds.length > MOST_KINDS) return true;
  const setOf = (of: readonly Kind[]) =>
    of.reduce((set, kind) => (kinds.includes(kind) ? set | (1 << kinds.indexOf(kind)) : set), 0);
  const totals = counts.map(({ of, min, max }) => ({
    set: setOf(of),
    least: numberOf(min) ?? 0,
    most: numberOf(max) ?? Infinity,
  }));
  // More of a kind than the highest bound never helps: no count asks for it, and any maximum forbids it.
  const highest = Math.max(0, ...totals.flatMap(({ least, most }) => [least, most]).filter(Number.isFinite));
  const isOneKind = (set: number) => kinds.some((kind) => set === setOf([kind]));
  const ranges = Array.from({ length: 1 << kinds.length }, (_, set): Range => {
    const bounding = totals.filter((total) => total.set === set);
    const most = set === 0 ? 0 : isOneKind(set) ? highest : Infinity;
    return [
      Math.max(0, ...bounding.map((total) => total.least)),
      Math.min(most, ...bounding.map((total) => total.most)),
    ];
  });
  return someFit(
    ranges,
    kinds.map((kind) => setOf([kind])),
  );
}

/** Narrows the ranges by each other; if that is not conclusive, splits one kind's range and tries both halves. */
function someFit(ranges: Ranges, kinds: readonly number[]): boolean {
  const narrowed = narrow(ranges);
  if (!narrowed) return false;
  const open = kinds.find((kind) => narrowed[kind]![0] < narrowed[kind]![1]);
  if (open === undefined) return true;
  const [least, most] = narrowed[open]!;
  const middle = Math.floor((least + most) / 2);
  return [[least, middle] as const, [middle + 1, most] as const].some((half) =>
    someFit(
      narrowed.map((range, set) => (set === open ? half : range)),
      kinds,
    ),
  );
}

/** Two disjoint sets and their union constrain each other; null if some set has no possible total left. */
function narrow(ranges: Ranges): Ranges | null {
  const narrowed = [...ranges];
  let changed = true;
  const keep = (set: number, least: number, most: number): boolean => {
    const [from, to] = narrowed[set]!;
    const next: Range = [Math.max(from, least), Math.min(to, most)];
    changed ||= next[0] !== from || next[1] !== to;
    narrowed[set] = next;
    return next[0] <= next[1];
  };
  while (changed) {
    changed = false;
    for (let one = 0; one < narrowed.length; one++) {
      for (let other = 0; other < narrowed.length; other++) {
        if ((one & other) !== 0) continue;
        const [least, most] = narrowed[one]!;
        const [otherLeast, otherMost] = narrowed[other]!;
        const [bothLeast, bothMost] = narrowed[one | other]!;
        const fits =
          keep(one | other, least + otherLeast, most + otherMost) &&
          keep(one, bothLeast - otherMost, bothMost - otherLeast);
        if (!fits) return null;
      }
    }
  }
  return narrowed;
}
