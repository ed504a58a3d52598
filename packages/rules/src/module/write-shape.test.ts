import { expect, test } from 'vitest';
import { schemaKeywords } from '../judge/validate.js';
import { writtenKeywords } from './write-shape.js';

test('every keyword that is validated can be written', () => {
  expect([...writtenKeywords].sort()).toEqual([...schemaKeywords].sort());
});
