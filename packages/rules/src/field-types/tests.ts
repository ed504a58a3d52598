import type { Test } from './field-type.js';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

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
  fits: isNumber,
  example: `"${name}": 1`,
}));
