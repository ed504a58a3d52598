import { expect } from '@open-wc/testing';
import type { FileEntry, Submission } from '@kl01/rules';
import { controllerHost, type ControllerHost } from '../../test/controller-host.js';
import { waitUntil } from '../../test/wait-until.js';
import { DraftController, draftKey, type DraftIdentity } from './draft.js';

const NOW = '2023-03-22T01:00:00.000Z';
const VERSION = '1.0.0';
const none: ReadonlyMap<string, File> = new Map();

function submissionOf(name: string, files: FileEntry[] = []): Submission {
  return {
    rulebook: 'vi-du@1.0.0',
    form: 'de-nghi',
    unit: {},
    nominees: [{ id: '1', kind: 'individual', name }],
    documents: { 'xac-nhan': files },
  };
}

const entry: FileEntry = { name: 'a.pdf', size: 1, type: 'application/pdf', sha256: 'a'.repeat(64) };
const file = new File(['a'], 'a.pdf', { type: 'application/pdf' });

describe('the draft of a form', () => {
  let identity: DraftIdentity;
  const pages: { host: ControllerHost; draft: DraftController }[] = [];

  /** a page with the form, opened by the same officer in the same browser */
  async function page(): Promise<DraftController> {
    const host = controllerHost();
    const draft = new DraftController(host, () => NOW);
    host.connect();
    pages.push({ host, draft });
    await draft.open(identity);
    return draft;
  }

  /** a page that continues the draft it finds */
  async function reopened(): Promise<DraftController> {
    const draft = await page();
    await draft.take();
    return draft;
  }

  /** fires the event that browsers fire in other tabs of the same site */
  function tellOthers(): void {
    const key = draftKey(identity);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage.getItem(key) }));
  }

  beforeEach(() => {
    identity = { draft: `can-bo-${Math.random()}`, rulebook: 'vi-du', formId: 'de-nghi', period: null };
  });
  afterEach(async () => {
    for (const { draft, host } of pages) {
      await draft.clear();
      host.disconnect();
    }
    pages.length = 0;
  });

  it('is written within half a second, once for many key presses', async () => {
    const draft = await page();
    draft.save(submissionOf('N'), VERSION, none);
    draft.save(submissionOf('Ng'), VERSION, none);
    expect(draft.status).to.deep.equal({ state: 'waiting' });
    await waitUntil(() => draft.status.state !== 'waiting');
    expect(draft.status).to.deep.equal({ state: 'kept', savedAt: NOW });
    expect((await (await page()).take())?.submission).to.deep.equal(submissionOf('Ng'));
  });

  it('is written at once when the page is left, or taken from the page', async () => {
    const draft = await page();
    draft.save(submissionOf('Đang viết'), VERSION, none);
    pages[0]!.host.disconnect();
    const found = await (await page()).take();
    expect(found).to.deep.include({ savedAt: NOW, rulebookVersion: VERSION, submission: submissionOf('Đang viết') });
    expect(draft.status.state).to.equal('kept');
  });

  it('is one of each user, rulebook, form and period', async () => {
    (await page()).save(submissionOf('Của tôi'), VERSION, none);
    for (const other of [{ draft: 'khac' }, { rulebook: 'khac' }, { formId: 'khac' }, { period: 'quy-i' }]) {
      const draft = await page();
      expect(await draft.open({ ...identity, ...other }), JSON.stringify(other)).to.equal(null);
    }
  });

  it('that lies there is not overwritten before the officer has chosen', async () => {
    const first = await page();
    first.save(submissionOf('Cũ'), VERSION, none);
    first.flush();
    const second = await page();
    expect(second.status).to.deep.equal({ state: 'found', savedAt: NOW });
    second.save(submissionOf('Mới'), VERSION, none);
    second.flush();
    expect((await (await page()).take())?.submission).to.deep.equal(submissionOf('Cũ'));
    second.keepMine();
    expect((await (await page()).take())?.submission).to.deep.equal(submissionOf('Mới'));
  });

  it('that is taken is not written over later by what was typed while it was read', async () => {
    const first = await page();
    first.save(submissionOf('Cũ', [entry]), VERSION, new Map([[entry.sha256, file]]));
    first.flush();
    await first.filesSettled;
    const second = await page();
    const taken = second.take();
    second.save(submissionOf('Gõ quá sớm'), VERSION, none);
    await taken;
    second.flush();
    expect((await (await page()).take())?.submission).to.deep.equal(submissionOf('Cũ', [entry]));
  });

  describe('in two tabs', () => {
    it('the other’s work is not overwritten, even where the browser has told nothing yet', async () => {
      const mine = await reopened();
      const theirs = await reopened();
      theirs.save(submissionOf('Của tab kia'), VERSION, none);
      theirs.flush();
      mine.save(submissionOf('Của tab này'), VERSION, none);
      mine.flush();
      expect(mine.status).to.deep.equal({ state: 'conflict', savedAt: NOW });
      expect((await mine.take())?.submission).to.deep.equal(submissionOf('Của tab kia'));
      expect(mine.status.state).to.equal('kept');
    });

    it('mine wins when I say so', async () => {
      const mine = await reopened();
      const theirs = await reopened();
      theirs.save(submissionOf('Của tab kia'), VERSION, none);
      theirs.flush();
      tellOthers();
      expect(mine.status.state).to.equal('conflict');
      mine.save(submissionOf('Của tab này'), VERSION, none);
      mine.keepMine();
      expect((await (await page()).take())?.submission).to.deep.equal(submissionOf('Của tab này'));
    });

    it('what was sent in the other tab is not brought back', async () => {
      const mine = await reopened();
      mine.save(submissionOf('Đã gửi'), VERSION, none);
      mine.flush();
      mine.save(submissionOf('Đã gửi, và một chữ'), VERSION, none);
      const theirs = await reopened();
      await theirs.clear();
      tellOthers();
      expect(mine.status).to.deep.equal({ state: 'empty' });
      mine.flush();
      expect(await (await page()).take()).to.equal(null);
    });
  });

  it('goes away with its files at clear()', async () => {
    const draft = await page();
    draft.save(submissionOf('Có tệp', [entry]), VERSION, new Map([[entry.sha256, file]]));
    draft.flush();
    await draft.filesSettled;
    await draft.clear();
    expect(draft.status).to.deep.equal({ state: 'empty' });
    expect(localStorage.getItem(draftKey(identity))).to.equal(null);
    // Even if the same work is typed again, the file is missing.
    draft.save(submissionOf('Có tệp', [entry]), VERSION, none);
    draft.flush();
    expect((await (await page()).take())?.missing).to.deep.equal([entry]);
  });

  it('keeps the files of a draft begun while the one before goes away', async () => {
    const draft = await page();
    draft.save(submissionOf('Cũ'), VERSION, none);
    draft.flush();
    const cleared = draft.clear();
    draft.save(submissionOf('Mới', [entry]), VERSION, new Map([[entry.sha256, file]]));
    draft.flush();
    await cleared;
    await draft.filesSettled;
    expect((await (await page()).take())?.missing).to.deep.equal([]);
  });

  it('brings chosen files back, with name and content', async () => {
    const draft = await page();
    draft.save(submissionOf('Có tệp', [entry]), VERSION, new Map([[entry.sha256, file]]));
    draft.flush();
    await draft.filesSettled;
    const found = await (await page()).take();
    expect(found?.missing).to.deep.equal([]);
    expect(found?.files.get(entry.sha256)?.name).to.equal('a.pdf');
    expect(await found?.files.get(entry.sha256)?.text()).to.equal('a');
  });

  it('names no file as missing that the host’s upload has taken', async () => {
    const draft = await page();
    draft.save(submissionOf('Có tệp', [{ ...entry, ref: 'kho/1' }]), VERSION, none);
    draft.flush();
    expect((await (await page()).take())?.missing).to.deep.equal([]);
  });

  describe('where the browser keeps nothing', () => {
    const { setItem, getItem, removeItem } = Storage.prototype;
    afterEach(() => Object.assign(Storage.prototype, { setItem, getItem, removeItem }));
    const refuse = (name: string) => () => {
      throw new DOMException('refused', name);
    };

    it('a full storage is told; what was typed is written as soon as there is room', async () => {
      const draft = await page();
      Storage.prototype.setItem = refuse('QuotaExceededError');
      draft.save(submissionOf('Dài'), VERSION, none);
      draft.flush();
      expect(draft.status).to.deep.equal({ state: 'failed', reason: 'full' });
      Storage.prototype.setItem = setItem;
      draft.save(submissionOf('Ngắn'), VERSION, none);
      draft.flush();
      expect(draft.status.state).to.equal('kept');
    });

    it('a storage that may not even be asked is told, and nothing throws', async () => {
      Object.assign(Storage.prototype, {
        setItem: refuse('SecurityError'),
        getItem: refuse('SecurityError'),
        removeItem: refuse('SecurityError'),
      });
      const draft = await page();
      expect(draft.status).to.deep.equal({ state: 'empty' });
      draft.save(submissionOf('A'), VERSION, none);
      draft.flush();
      expect(draft.status).to.deep.equal({ state: 'failed', reason: 'unavailable' });
      await draft.clear();
    });

    it('without IndexedDB the text is kept and files are to be chosen again', async () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = refuse('InvalidStateError');
      try {
        const draft = await page();
        draft.save(submissionOf('Có tệp', [entry]), VERSION, new Map([[entry.sha256, file]]));
        draft.flush();
        await draft.filesSettled;
        expect(draft.filesKept).to.equal(false);
        expect((await (await page()).take())?.missing).to.deep.equal([entry]);
      } finally {
        IDBFactory.prototype.open = open;
      }
    });

    it('files are kept after all once IndexedDB is there again', async () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = refuse('InvalidStateError');
      const draft = await page();
      const files = new Map([[entry.sha256, file]]);
      for (const name of ['Lần một', 'Lần hai']) {
        draft.save(submissionOf(name, [entry]), VERSION, files);
        draft.flush();
        await draft.filesSettled;
      }
      IDBFactory.prototype.open = open;
      draft.save(submissionOf('Lần ba', [entry]), VERSION, files);
      draft.flush();
      await draft.filesSettled;
      expect(draft.filesKept).to.equal(true);
      expect((await (await page()).take())?.missing).to.deep.equal([]);
    });
  });

  for (const nonsense of ['', '{', 'null', '[]', '"x"', '{"stamp":1}', '{"stamp":"a","savedAt":"b","submission":{}}']) {
    it(`what lies there and is none is passed over: ${nonsense}`, async () => {
      localStorage.setItem(draftKey(identity), nonsense);
      expect((await page()).status).to.deep.equal({ state: 'empty' });
    });
  }

  it('without a key nothing is kept', async () => {
    const draft = await page();
    await draft.open(null);
    const before = localStorage.length;
    draft.save(submissionOf('Khách'), VERSION, none);
    draft.flush();
    expect(localStorage.length).to.equal(before);
    expect(draft.status).to.deep.equal({ state: 'off' });
  });
});
