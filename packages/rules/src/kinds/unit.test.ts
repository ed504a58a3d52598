import { describe, expect, it } from 'vitest';
import { check } from '../judge/check.js';
import { rulebookOf } from '../../test/lib/small-pack.js';

describe('a form that the committee answers itself', () => {
  const rulebook = rulebookOf({
    type: 'report',
    answeredBy: 'committee',
    windows: [{ id: 'nop', before: '2023-03-31' }],
  });
  const found = (unit: object | null | undefined, authenticated?: { id: string; group: string }) =>
    check(
      rulebook,
      { id: 'x', revision: 1, rulebook: 'vi-du.2023@1.0.0', form: 'mau', unit, sections: { 'noi-dung': 'Đã làm.' } },
      { now: '2023-03-01T08:00:00+07:00', unit: authenticated },
    ).findings.map(({ rule, path }) => `${rule} ${path}`);

  it.each([
    { name: 'names no unit', unit: undefined, findings: [] },
    { name: 'says null of its unit', unit: null, findings: [] },
    { name: 'says null of all that a unit has', unit: { id: null, group: null }, findings: [] },
    { name: 'names a unit', unit: { id: 'xa-mot', group: 'xa' }, findings: ['unit /unit/group', 'unit /unit/id'] },
    { name: 'names a group alone', unit: { group: 'xa' }, findings: ['unit /unit/group'] },
  ])('$name: $findings', ({ unit, findings }) => {
    expect(found(unit)).toEqual(findings);
  });

  it('is not taken from a unit that the host has signed in', () => {
    expect(found(undefined, { id: 'xa-mot', group: 'xa' })).toEqual(['unit /unit/group', 'unit /unit/id']);
  });
});
