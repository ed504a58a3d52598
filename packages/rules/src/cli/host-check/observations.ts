import { pointIds, type PointId } from './points.js';

/** `holds`: seen to hold, and never otherwise. `untried`: there was no occasion. */
export type Result = 'holds' | 'fails' | 'untried';

/** What was seen of the points. */
export interface Observations {
  /** Notes that a point held, or what was seen instead. */
  see(point: PointId, holds: boolean, seen: () => string): void;
  resultOf(point: PointId): Result;
  /** what was seen where it fails, each once */
  seenOf(point: PointId): readonly string[];
}

/** As many as tell what is wrong: a fault may show a hundred times. */
const MOST_SEEN = 3;

export function newObservations(): Observations {
  const held = new Set<PointId>();
  const wrong = new Map<PointId, Set<string>>();
  return {
    see(point, holds, seen) {
      if (holds) return void held.add(point);
      const before = wrong.get(point) ?? new Set();
      if (before.size < MOST_SEEN) before.add(seen());
      wrong.set(point, before);
    },
    resultOf: (point) => (wrong.has(point) ? 'fails' : held.has(point) ? 'holds' : 'untried'),
    seenOf: (point) => [...(wrong.get(point) ?? [])],
  };
}

/** The points of which something was seen, or not. */
export const tally = (observations: Observations): Record<Result, number> => {
  const counts: Record<Result, number> = { holds: 0, fails: 0, untried: 0 };
  for (const point of pointIds) counts[observations.resultOf(point)]++;
  return counts;
};
