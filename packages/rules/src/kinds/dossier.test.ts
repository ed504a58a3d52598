import { describe, expect, test } from 'vitest';
import { formOfType } from '../form-of-type.js';
import { rulebookOf } from '../../test/lib/small-pack.js';

describe('the form shows the meeting where our minutes are printed for the unit', () => {
  test.each<[name: string, item: object, shown: boolean]>([
    ['printed', { as: ['print'] }, true],
    ['printed or a file', { as: ['print', 'upload'] }, true],
    ['a file', { as: ['upload'] }, false],
    ['on paper', { as: ['paper'] }, false],
  ])('%s', (_name, item, shown) => {
    const rulebook = rulebookOf({
      type: 'nomination',
      windows: [{ id: 'nop', noLaterThan: '2023-03-31' }],
      nominees: { individual: { fields: [{ field: 'name' }] } },
      dossier: { items: [{ id: 'bien-ban-hop', document: 'bien-ban', per: 'slate', ...item }] },
    });
    const { view, rules } = formOfType(rulebook, 'mau', 'nomination');
    expect(view.nomination.meeting).toBe(shown);
    expect(rules.some(({ assert, path }) => JSON.stringify([assert, path]).includes('meeting'))).toBe(shown);
  });
});
