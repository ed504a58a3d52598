import { describe, expect, test } from 'vitest';
import { packs } from '../../test/lib/packs.js';
import { runCases } from './cases.js';

describe.each(packs.map((entry) => [entry.id, entry] as const))('%s', (_id, { rulebook, cases }) => {
  test('has cases, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  test.each(runCases(rulebook, cases).map((result) => [result.name, result] as const))('%s', (_name, result) => {
    expect({ missing: result.missing, unexpected: result.unexpected }).toEqual({ missing: [], unexpected: [] });
  });
});

describe('what a case leaves out is filled in, what it gives stays', () => {
  const { rulebook } = packs[0]!;
  const form = rulebook.forms.find(({ type }) => type === 'nomination')!.id;
  const complete = (submission: Record<string, unknown>) =>
    runCases(rulebook, [
      {
        name: 'one',
        form,
        now: '2023-03-24T09:00:00+07:00',
        submission,
        expect: { valid: true, findings: [] },
      },
    ])[0]!;

  test('a case that finds what it does not expect fails and says what', () => {
    const result = complete({ form: 'khong-co' });
    expect(result).toMatchObject({ passed: false, missing: [], unexpected: ['form /form', 'valid: false'] });
  });

  test('a case that expects what is not found fails and says what', () => {
    const [result] = runCases(rulebook, [
      {
        name: 'one',
        form: 'khong-co',
        now: '2023-03-24T09:00:00+07:00',
        submission: {},
        expect: {
          valid: false,
          findings: [
            { rule: 'form', path: '/form' },
            { rule: 'form', path: '/form' },
          ],
        },
      },
    ]);
    expect(result).toMatchObject({ passed: false, missing: ['form /form'], unexpected: [] });
  });
});
