import { expect, test } from 'vitest';
import { byHand } from '../../test/lib/by-hand.js';
import { parsePack, RulePackError } from './parse-pack.js';

const { pack } = byHand.find(({ name }) => name === 'field-types')!;

/** The problems of the pack with one more field, from the field on. */
function problemsOf(more: object): string[] {
  const copy = structuredClone(pack) as unknown as {
    forms: { nominees: { individual: { fields: unknown[] } } }[];
  };
  const { fields } = copy.forms[0]!.nominees.individual;
  const at = `/forms/0/nominees/individual/fields/${fields.length}`;
  fields.push({ field: 'more', label: 'Thêm', ...more });
  try {
    parsePack(copy);
    return [];
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    return error.problems.map(({ pointer, code }) => `${code} ${pointer.replace(at, '')}`);
  }
}

const y = (more: object) => ({ field: 'y', label: 'Y', ...more });

test.each<[what: object, problems: string[]]>([
  [{ type: 'count', mask: 'digits' }, ['limit-type /mask']],
  [{ type: 'email', options: [{ id: 'a', label: 'A' }] }, ['limit-type /options']],
  [{ type: 'text', decimals: 1 }, ['limit-type /decimals']],
  [{ type: 'count', range: { from: '2020-01-01' } }, ['limit-range /range/from']],
  [{ type: 'date', range: { from: '2020-02-29' } }, []],
  [{ type: 'date', range: { from: '2020-02-29', through: '2020-02-29' } }, []],
  [{ type: 'date', range: { from: '2020-03-01', through: '2020-02-29' } }, ['bounds-exclude /range']],
  [{ type: 'date', range: {} }, ['days-none /range']],
  [{ type: 'date', range: { atLeast: 2020 } }, ['limit-range /range/atLeast']],
  [{ type: 'count', range: {} }, ['bounds-none /range']],
  [{ type: 'count', range: { atLeast: 3, atMost: 2 } }, ['bounds-exclude /range']],
  [{ type: 'count', range: { atLeast: 1.5 } }, ['number-step /range/atLeast']],
  [{ type: 'decimal', range: { atLeast: 1.25 } }, ['number-step /range/atLeast']],
  [{ type: 'decimal', decimals: 2, range: { atLeast: 1.25 } }, []],
  [{ type: 'text', length: { atLeast: 10, atMost: 5 } }, ['bounds-exclude /length']],
  [{ type: 'text', length: { atMost: 501 } }, ['limit-most /length/atMost']],
  [{ type: 'list' }, ['list-fields ']],
  [{ type: 'list', range: { atMost: 101 }, fields: [y({ type: 'year' })] }, ['limit-most /range/atMost']],
  [{ type: 'list', fields: [y({ type: 'choice' })] }, ['options /fields/0']],
  [{ type: 'list', fields: [y({ type: 'rating', scale: 'none' })] }, ['reference /fields/0/scale']],
  [{ type: 'list', fields: [y({ type: 'count', mask: 'code' })] }, ['limit-type /fields/0/mask']],
  [{ type: 'count', when: { field: 'average', atLeast: 7.25 } }, ['number-step /when/atLeast']],
  [{ type: 'count', when: { field: 'average', atLeast: 7.5 } }, []],
  [{ type: 'count', when: { field: 'attendance', above: 97.5, below: 97.51 } }, ['bounds-exclude /when']],
])('%j', (what, problems) => {
  expect(problemsOf(what)).toEqual(problems);
});
