import { describe, expect, it } from 'vitest';
import { pointer, stepsOf, valueAt } from './pointer.js';

const root = {
  nominees: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
  unit: { id: 'u' },
};

describe('pointers into a submission', () => {
  it('escape and unescape their steps', () => {
    expect(pointer('a/b', 0, 'c~d')).toBe('/a~1b/0/c~0d');
    expect(stepsOf('/a~1b/0/c~0d')).toEqual(['a/b', '0', 'c~d']);
  });

  it('find values, and nothing that is not their own', () => {
    expect(valueAt(root, '/nominees/1/name')).toBe('B');
    expect(valueAt(root, '')).toBe(root);
    expect(valueAt(root, '/unit/constructor')).toBe(undefined);
    expect(valueAt(root, '/unit/id/x')).toBe(undefined);
  });
});
