import { expect } from '@open-wc/testing';
import { someFile } from '../../test/fixture.js';
import { readFiles, writeDraft, writeFiles, type StoredDraft } from './draft-store.js';
import { draftKey } from './draft.js';
import { forgetDrafts, keptDrafts } from './kept-drafts.js';

describe('the drafts that a browser keeps of one officer', () => {
  const stored: StoredDraft = { stamp: '1', savedAt: '2023-03-22T01:00:00Z', rulebookVersion: '1.0.0', submission: {} };
  const keyOf = (draft: string, form = 'f'): string => draftKey({ draft, rulebook: 'r', formId: form, period: null });
  const OWN = [keyOf('cb-1'), keyOf('cb-1', 'g'), keyOf('cb-1/don-vi-3'), keyOf('cb-1/own')];
  const OTHERS = [keyOf('cb-17'), keyOf('cb'), 'kl01-draft no JSON', 'kl01-draft [1]', 'something else'];

  beforeEach(() => {
    for (const key of [...OWN, ...OTHERS]) writeDraft(key, stored);
  });
  afterEach(() => {
    for (const key of [...OWN, ...OTHERS]) localStorage.removeItem(key);
  });

  it('are those of the key and below it, of all forms', () => {
    expect([...keptDrafts('cb-1')].sort()).to.deep.equal([...OWN].sort());
  });

  it('are forgotten together, files too, and nobody else’s', async () => {
    const file = new File(['x'], someFile.name);
    for (const key of [OWN[2]!, OTHERS[0]!]) await writeFiles(key, new Map([[someFile.sha256, file]]), []);
    await forgetDrafts('cb-1');
    expect(keptDrafts('cb-1')).to.deep.equal([]);
    expect((await readFiles(OWN[2]!)).size).to.equal(0);
    expect((await readFiles(OTHERS[0]!)).size).to.equal(1);
    expect(OTHERS.every((key) => localStorage.getItem(key) !== null)).to.equal(true);
    await writeFiles(OTHERS[0]!, new Map(), [someFile.sha256]);
  });
});
