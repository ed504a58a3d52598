/**
 * Numbers that repeat with the seed.
 *
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
    /** so many entries of a list, in its order, none twice */
    some: (list, many) => list.filter((_, at) => below(list.length - at) < many && many-- > 0),
  };
}
