import { describe, expect, test } from 'vitest';
import { canBeMet } from './can-be-met.js';
import type { CountView } from '../rulebook.js';
import type { Kind } from '../submission.js';

const [c, i, h, m] = ['collective', 'individual', 'household', 'model'] as const;
const of = (kinds: readonly Kind[], min?: number, max = min): CountView => ({
  of: kinds,
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

const share = (percent: number, round: 'down' | 'up' = 'down') =>
  ({ part: [percent, 100], of: 'members', round }) as const;

describe('an alternative can be met', () => {
  test.each<[name: string, counts: CountView[]]>([
    ['no bound', [{ of: [i] }]],
    ['none at all', [of([i], 0)]],
    ['exactly 250', [of([i], 250)]],
    ['exactly 100,000 of each of four kinds', [c, i, h, m].map((kind) => of([kind], 100_000))],
    ['at least 21 of each of three kinds', [c, i, h].map((kind): CountView => ({ of: [kind], min: 21 }))],
    ['a total as large as its parts', [of([c], 100), of([i], 200), of([c, i], 300)]],
    ['parts that overlap, halved', [of([c, i], 500), of([i, h], 500), of([c, h], 500)]],
    ['a share beside a number', [{ of: [i], min: 3, max: share(1) }]],
    ['a number as the maximum of a share', [{ of: [i], min: share(20), max: 3 }]],
    ['the same share twice, rounded in two ways', [{ of: [i], min: share(10, 'up'), max: share(10, 'down') }]],
    [
      'shares of two kinds that make that of both',
      [
        { of: [c], min: share(33) },
        { of: [i], min: share(67) },
        { of: [c, i], max: share(100) },
      ],
    ],
    [
      'no maximum for a kind that is also in a total',
      [
        { of: [c], min: 7 },
        { of: [c, i], min: 900 },
      ],
    ],
  ])('%s', (_, counts) => expect(canBeMet(counts)).toBe(true));
});

describe('an alternative cannot be met', () => {
  test.each<[name: string, counts: CountView[]]>([
    ['less than it asks for', [of([i], 3, 2)]],
    ['the same with hundreds', [of([i], 251, 250)]],
    ['a total smaller than its parts', [of([c], 100), of([i], 200), of([c, i], 0, 299)]],
    ['a total larger than its parts', [of([c], 0, 100), of([i], 0, 200), { of: [c, i], min: 301 }]],
    ['a larger share than it allows', [{ of: [i], min: share(20), max: share(15, 'up') }]],
    [
      'shares of two kinds that are more than that of both',
      [
        { of: [c], min: share(10) },
        { of: [i], min: share(10) },
        { of: [c, i], max: share(19) },
      ],
    ],
    ['one kind counted in two ways', [of([i], 250), of([i], 251)]],
    ['parts that overlap and cannot be halved', [of([c, i], 501), of([i, h], 501), of([c, h], 501)]],
    ['thousands of four kinds', [of([c, i], 100_000), of([h, m], 100_000), of([c, i, h, m], 0, 199_999)]],
  ])('%s', (_, counts) => expect(canBeMet(counts)).toBe(false));
});

/** Tries all small alternatives, and compares with exhaustive counting. */
test('agrees with counting through', () => {
  const kinds: Kind[] = [c, i, h];
  const sets = [[c], [i], [c, i], [i, h], [c, h], [c, i, h]];
  let seed = 1;
  const below = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
  const answers = new Set<boolean>();
  for (let round = 0; round < 3000; round++) {
    const counts = Array.from({ length: 1 + below(4) }, (): CountView => {
      const min = below(5);
      return { of: sets[below(sets.length)]!, min, ...(below(3) > 0 && { max: min + below(3) - 1 }) };
    });
    const most = 12;
    const total = (numbers: readonly number[], list: readonly Kind[]) =>
      list.reduce((sum, kind) => sum + numbers[kinds.indexOf(kind)]!, 0);
    const keeps = (numbers: readonly number[]) =>
      counts.every(({ of: list, min, max }) => {
        const sum = total(numbers, list);
        return sum >= (min as number) && (max === undefined || sum <= (max as number));
      });
    let found = false;
    for (let x = 0; x <= most && !found; x++)
      for (let y = 0; y <= most && !found; y++) for (let z = 0; z <= most && !found; z++) found = keeps([x, y, z]);
    answers.add(found);
    expect(canBeMet(counts), JSON.stringify(counts)).toBe(found);
  }
  expect(answers.size).toBe(2);
});
