import { expect } from '@open-wc/testing';
import { currentPointer, stableAddress, withValue } from './pointer.js';

const root = {
  nominees: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
  unit: { id: 'u' },
};

describe('pointers into a submission', () => {
  it('replace along one path and leave the rest the same objects', () => {
    const next = withValue(root, '/nominees/1/name', 'C');
    expect(next.nominees[1]).to.deep.equal({ id: 'b', name: 'C' });
    expect(next.nominees[0]).to.equal(root.nominees[0]);
    expect(next.unit).to.equal(root.unit);
    expect(root.nominees[1]?.name).to.equal('B');
  });

  it('give the same root when nothing changes', () => expect(withValue(root, '/unit/id', 'u')).to.equal(root));

  it('make what is missing on the way', () =>
    expect(withValue<object>({}, '/a/b/c', 1)).to.deep.equal({ a: { b: { c: 1 } } }));

  it('stay with an item that moves', () => {
    const address = stableAddress(root, '/nominees/1/name');
    expect(address).to.equal('/nominees/@b/name');
    const turned = { ...root, nominees: [...root.nominees].reverse() };
    expect(currentPointer(turned, address)).to.equal('/nominees/0/name');
    expect(currentPointer({ ...root, nominees: [] }, address)).to.equal(null);
    expect(stableAddress(root, '/unit/id')).to.equal('/unit/id');
  });
});
