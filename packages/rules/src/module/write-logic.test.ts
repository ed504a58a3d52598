import { expect, test } from 'vitest';
import { profileOperators } from '../judge/evaluate.js';
import { writtenOperators } from './write-logic.js';

test('every operator that is evaluated can be written', () => {
  expect([...writtenOperators].sort()).toEqual([...profileOperators].sort());
});
