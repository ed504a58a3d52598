import type { Test } from './field-type.js';

const isText = (value: unknown) => typeof value === 'string';
/** A number, or what it is computed from. */
const isValue = (value: unknown) => typeof value === 'number' || (typeof value === 'object' && value !== null);

export const textTests: readonly Test[] = [
  { name: 'is', fits: isText, example: '"is": "…"' },
  { name: 'in', fits: Array.isArray, example: '"in": ["…"]' },
];

export const stepTests: readonly Test[] = [...textTests, { name: 'atLeast', fits: isText, example: '"atLeast": "…"' }];

export const severalTests: readonly Test[] = [{ name: 'has', fits: isText, example: '"has": "…"' }];

export const yesNoTests: readonly Test[] = [
  { name: 'is', fits: (value) => typeof value === 'boolean', example: '"is": true' },
];

export const numberTests: readonly Test[] = (['is', 'atLeast', 'atMost', 'above', 'below'] as const).map((name) => ({
  name,
  fits: isValue,
  example: `"${name}": 1`,
}));

export const dayTests: readonly Test[] = [
  ...textTests,
  ...(['before', 'noLaterThan', 'from', 'through'] as const).map((name) => ({
    name,
    fits: () => true,
    example: `"${name}": "2024-08-31"`,
  })),
  { name: 'within', fits: () => true, example: '"within": { "months": 6, "before": "receipt" }' },
];
