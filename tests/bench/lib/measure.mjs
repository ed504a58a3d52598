/**
 * Measuring, in a few words. A machine is never quiet, so what is compared is measured in turns within one run, the
 * middle of several rounds is taken, and what counts is the ratio of two such middles.
 */

/**
 * The middle value; the mean of the two in the middle when there is an even number.
 *
 * @param {number[]} values at least one
 */
export function median(values) {
  if (values.length === 0) throw new RangeError('A median needs at least one value.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/**
 * How many times as large.
 *
 * @param {number} value
 * @param {number} reference
 */
export function ratio(value, reference) {
  return value / reference;
}

/**
 * Milliseconds of processor time that one call takes, for several candidates in turns: within a round each runs for about
 * `roundMs`, and the first round only warms up. What other programs take of a busy machine is not counted. Looking at
 * the clock costs about 0.1 µs: what is quicker than 10 µs should loop by itself.
 *
 * @template {string} Name
 * @param {Record<Name, () => unknown>} candidates
 * @param {{ rounds?: number, roundMs?: number }} [options]
 * @returns {Promise<Record<Name, number>>} the median over the rounds
 */
export async function compare(candidates, { rounds = 7, roundMs = 200 } = {}) {
  const names = /** @type {Name[]} */ (Object.keys(candidates));
  /** @type {Map<Name, number[]>} */
  const times = new Map(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const time = await timeCall(candidates[name], roundMs);
      if (round > 0) times.get(name)?.push(time);
    }
  }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])]);
  return /** @type {Record<Name, number>} */ (Object.fromEntries(medians));
}

/**
 * The median of a number that is measured once per round, such as the milliseconds until a page is usable.
 *
 * @param {() => Promise<number>} measure
 * @param {{ rounds?: number }} [options] the first round is one more and only warms up
 */
export async function medianOf(measure, { rounds = 5 } = {}) {
  await measure();
  const values = [];
  for (let round = 0; round < rounds; round += 1) values.push(await measure());
  return median(values);
}

/**
 * @param {() => unknown} call
 * @param {number} roundMs
 */
async function timeCall(call, roundMs) {
  const start = performance.now();
  const before = process.cpuUsage();
  let calls = 0;
  while (calls === 0 || performance.now() - start < roundMs) {
    const result = call();
    if (result instanceof Promise) await result;
    calls += 1;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}
