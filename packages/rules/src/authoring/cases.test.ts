import { describe, expect, test } from 'vitest';
import { packs } from '../../test/lib/packs.js';
import { runCases, type CaseResult, type ExpectedFinding } from './cases.js';

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

  const expecting = (submission: Record<string, unknown>, findings: readonly ExpectedFinding[]) => {
    const entry = { name: 'one', form, now: '2023-03-24T09:00:00+07:00', submission };
    const [{ missing, unexpected }] = runCases(rulebook, [{ ...entry, expect: { valid: false, findings } }]) as [
      CaseResult,
    ];
    return { missing, unexpected };
  };

  test('a severity that the case gives is compared', () => {
    const wrong = { form: 'khong-co' };
    expect(expecting(wrong, [{ rule: 'form', path: '/form', severity: 'error' }])).toEqual({
      missing: [],
      unexpected: [],
    });
    expect(expecting(wrong, [{ rule: 'form', path: '/form', severity: 'advice' }])).toEqual({
      missing: ['form /form advice'],
      unexpected: ['form /form error'],
    });
  });

  test('a member that the form does not have is told by its name', () => {
    const { unexpected } = expecting({ nominees: [{ id: 'x', kind: 'individual', khongCo: 1 }] }, []);
    expect(unexpected).toContain('schema /nominees/0 (“khongCo”)');
  });
});
