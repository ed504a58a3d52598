import { describe, expect, test } from 'vitest';
import { byHand } from '../../test/lib/by-hand.js';
import { fragments, packs } from '../../test/lib/packs.js';
import { evaluator } from '../judge/evaluate.js';
import type { Logic } from '../rulebook.js';
import { lint } from './lint.js';
import { reachable } from './reach.js';
import { BOOLEAN, objectOf, type ValueType } from './value-type.js';

const LEAST = 0;
const MOST = 6;
const number: ValueType = { is: 'number', least: LEAST, most: MOST };
const scope = objectOf([
  ['a', number],
  ['b', number],
  ['yes', BOOLEAN],
]);
const read = (path: string): Logic => ({ var: path });
const needs = { a: 'integer', b: 'integer', yes: 'boolean' } as const;

describe('what logic can come to', () => {
  test.each<[name: string, logic: Logic, met: string, broken: string]>([
    ['a bound', { '<=': [read('a'), 3] }, 'yes', 'yes'],
    ['a bound below what the form takes', { '<': [read('a'), 0] }, 'no', 'yes'],
    ['a bound above what the form takes', { '<=': [read('a'), MOST] }, 'yes', 'no'],
    ['two bounds that leave nothing', { and: [{ '>': [read('a'), 3] }, { '<': [read('a'), 4] }] }, 'no', 'yes'],
    ['either side of a bound', { or: [{ '>': [read('a'), 3] }, { '<': [read('a'), 4] }] }, 'yes', 'no'],
    ['a value and itself', { '>=': [read('a'), read('a')] }, 'yes', 'no'],
    ['one value and another', { '<': [read('a'), read('b')] }, 'yes', 'yes'],
    ['yes and no at once', { and: [{ '===': [read('yes'), true] }, { '===': [read('yes'), false] }] }, 'no', 'yes'],
    ['a sum that nothing reaches', { '>': [{ '+': [read('a'), read('b')] }, 100] }, 'unknown', 'yes'],
  ])('%s', (_name, logic, met, broken) => {
    expect([reachable(logic, true, { scope, needs }), reachable(logic, false, { scope, needs })]).toEqual([
      met,
      broken,
    ]);
  });

  test('a hundred conditions that nothing can meet end within the budget', () => {
    const parts = Array.from({ length: 100 }, (_, at): Logic => ({ or: [{ '===': [read(`x${at}`), 'a'] }, { '===': [read(`x${at}`), 'b'] }] })); // prettier-ignore
    const contradiction: Logic = { and: [...parts, { '<': [read('a'), read('a')] }] };
    const before = performance.now();
    expect(['no', 'unknown']).toContain(reachable(contradiction, true, { scope, needs }));
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test('agrees with trying every value, for logic made by chance', () => {
    let state = 20_260_727;
    const below = (most: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * most);
    };
    const make = (depth: number): Logic => {
      const kind = depth === 0 ? below(2) : below(5);
      const number = (): Logic => [read('a'), read('b'), below(9) - 1][below(3)]!;
      if (kind === 0) return { [['<', '<=', '>', '>='][below(4)]!]: [number(), number()] };
      if (kind === 1) return { [['===', '!=='][below(2)]!]: [read('yes'), below(2) === 0] };
      if (kind === 2) return { '!': [make(depth - 1)] };
      return { [kind === 3 ? 'and' : 'or']: Array.from({ length: 2 + below(2) }, () => make(depth - 1)) };
    };
    const numbers = Array.from({ length: MOST - LEAST + 1 }, (_, at) => LEAST + at);
    const all = numbers.flatMap((a) => numbers.flatMap((b) => [true, false].map((yes) => ({ a, b, yes }))));
    for (let round = 0; round < 2000; round++) {
      const logic = make(3);
      const outcomes = new Set(all.map((values) => evaluator(logic)(values)));
      for (const wanted of [true, false]) {
        const expected = outcomes.has(wanted) ? 'yes' : 'no';
        expect(reachable(logic, wanted, { scope, needs }), JSON.stringify(logic)).toBe(expected);
      }
    }
  });
});

test.each([...packs, ...fragments, ...byHand].map(({ id, pack }) => [id, pack] as const))(
  '%s: whatever is judged can be met and can be broken',
  (_id, pack) => {
    const codes = ['condition-never', 'never-met', 'never-broken', 'undecided'];
    expect(lint(pack).filter(({ code }) => codes.includes(code))).toEqual([]);
  },
);
