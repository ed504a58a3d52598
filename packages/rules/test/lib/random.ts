/** Numbers that repeat with the seed, so that a failing run can be run again. */
export interface Random {
  /** a whole number from 0 up to, not including, `limit` */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** true once in `times` */
  oneIn(times: number): boolean;
}

/** @source mulberry32 by Tommy Ettinger, public domain */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => list[below(list.length)]!,
    oneIn: (times) => below(times) === 0,
  };
}
