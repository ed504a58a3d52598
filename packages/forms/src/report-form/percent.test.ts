import { expect } from '@open-wc/testing';
import { readPercent, showPercent } from './percent.js';

describe('a share as officers write it', () => {
  const cases: [typed: string, stored: unknown][] = [
    ['97,5', 9750],
    ['97.5 %', 9750],
    ['100', 10000],
    ['0', 0],
    ['0,05', 5],
    ['  ', null],
    ['97,555', '97,555'],
    ['gần hết', 'gần hết'],
  ];
  for (const [typed, stored] of cases) {
    it(`"${typed}" is ${JSON.stringify(stored)}`, () => expect(readPercent(typed)).to.equal(stored));
  }

  it('is shown as it is written', () => {
    expect([9750, 10000, 5, 'gần hết', null].map(showPercent)).to.deep.equal(['97,5', '100', '0,05', 'gần hết', '']);
  });
});
