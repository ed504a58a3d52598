import { afterAll, describe, expect, test } from 'vitest';
import { backendsHere } from './lib/backends.mjs';
import { disagreements, judge, randomPacks, type Answer } from './lib/judges.mjs';

/**
 * Packs made by chance from the whole format, each with submissions near whatever its rules compare with: every judge finds
 * what the others find. KL01_RANDOM_PACKS=2000 tries more of them; a failing one is made again by the seed in its name.
 */
const PACKS = Number(process.env['KL01_RANDOM_PACKS'] ?? 100);
const AT_ONCE = 100;
const EACH = 20;
const SLOWEST_MS = 600_000;
/** Seeds of a batch; lint refuses some of the packs, so that more than a batch of them are tried. */
const SEEDS = 1000;

const batches = Array.from({ length: Math.ceil(PACKS / AT_ONCE) }, (_, batch) => 1 + batch * SEEDS);
const backends = backendsHere().filter(({ missing }) => !missing);

const done = new Map<string, number>();
afterAll(() => {
  const lines = [...done].sort(([, left], [, right]) => right - left).map(([what, times]) => `${times}  ${what}`);
  console.log(`What ${PACKS} × ${EACH} random submissions made the rules do:\n${lines.join('\n')}`);
});

describe.each(batches)(`${AT_ONCE} random packs from seed %i on`, (seed) => {
  test('are judged alike in every language', { timeout: SLOWEST_MS }, async () => {
    const { coverage, ...sent } = randomPacks({ packs: Math.min(PACKS, AT_ONCE), each: EACH, seed });
    for (const [what, times] of coverage) done.set(what, (done.get(what) ?? 0) + times);
    const ours = await judge('node', sent);
    expect(ours.filter(({ error }) => error !== undefined)).toEqual([]);
    for (const { language, label } of backends) {
      const answers: Answer[] = await judge(language, sent);
      expect(disagreements({ backend: label, lines: sent.lines, expected: ours, answers })).toEqual([]);
    }
  });
});

test('they reach whatever rules compare, at its boundary, beside it, and missing', () => {
  const numbers = ['<', '<=', '>', '>='].flatMap((operator) =>
    ['equal', 'one below', 'one above', 'far'].map((distance) => `${operator} number number ${distance}`),
  );
  const others = ['=== string string equal', '=== boolean boolean different', '!== number null', '!== null null'];
  const derived = ['days  number', 'months  number', 'months  null', 'logic  boolean', 'logic  null'].concat(
    ['down', 'up', 'nearest'].flatMap((round) => [`share ${round} number`, `share ${round} null`]),
  );
  const lists = ['filter', 'some', 'reduce'].flatMap((over) => [`${over} of a list`, `${over} of an empty list`]);
  expect([...done.keys()]).toEqual(
    expect.arrayContaining([
      ...numbers,
      ...others,
      ...lists,
      ...derived.map((what) => `derive ${what}`),
      'repeats of string',
    ]),
  );
});
