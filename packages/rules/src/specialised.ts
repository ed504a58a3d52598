import { either, every } from './logic.js';
import type { Logic } from './rulebook.js';

/** Known values of variables, by path. */
export type Known = Readonly<Record<string, Logic>>;

/** A condition with known values substituted, simplified as far as these allow. */
export function specialised(logic: Logic, known: Known): Logic {
  if (typeof logic !== 'object' || logic === null) return logic;
  const [[operator, given]] = Object.entries(logic) as [[string, Logic | readonly Logic[]]];
  if (operator === 'var') return typeof given === 'string' && Object.hasOwn(known, given) ? known[given]! : logic;
  const list: readonly Logic[] = Array.isArray(given) ? given : [given as Logic];
  const parts = list.map((part) => specialised(part, known));
  const [one, other] = parts;
  if (operator === '===' && isScalar(one) && isScalar(other)) return one === other;
  if (operator === '!==' && isScalar(one) && isScalar(other)) return one !== other;
  if (operator === '!' && typeof one === 'boolean') return !one;
  if (operator === 'or') return either(parts);
  if (operator === 'and') return every(parts);
  return { [operator]: Array.isArray(given) ? parts : one! };
}

const isScalar = (value: Logic | undefined): boolean => value === null || typeof value === 'string';
