/**
 * @typedef {object} Random
 * @property {(limit: number) => number} below a whole number from 0 up to, not including, `limit`
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {(times: number) => boolean} oneIn true once in `times`
 * @property {<T>(list: readonly T[], many: number) => T[]} some so many entries of a list, in its order, none twice
 */

/**
 * Numbers that repeat with the seed, so that a failing run can be run again.
 *
 * @param {number} seed
 * @returns {Random}
 * @source mulberry32 by Tommy Ettinger, public domain
 */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => list[below(list.length)],
    oneIn: (times) => below(times) === 0,
    some: (list, many) => list.filter((_, at) => below(list.length - at) < many && many-- > 0),
  };
}
