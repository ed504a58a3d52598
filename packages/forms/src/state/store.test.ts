import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { completeIndividual, show, type Shown } from '../../test/fixture.js';
import { waitUntil } from '../../test/wait-until.js';
import { History } from './history.js';
import { FormStore, type News } from './store.js';

const blank: Submission = {
  id: 'ban-1',
  revision: 1,
  rulebook: 'vi-du@1.0.0',
  form: 'de-nghi',
  unit: { id: 'don-vi-1' },
  nominees: [
    { id: 'a', kind: 'individual', name: 'Người A' },
    { id: 'b', kind: 'individual', name: 'Người B' },
    { id: 'c', kind: 'individual', name: 'Người C' },
  ],
  meeting: { votes: [{ nominee: 'b', for: 7, against: 0 }] },
};

describe('the store of a form', () => {
  let store: FormStore;
  let heard: News[];
  let locked: boolean;
  let waiting: (() => void)[] | null;
  const names = () => store.submission?.nominees?.map(({ name }) => name);

  beforeEach(() => {
    [heard, locked, waiting] = [[], false, null];
    store = new FormStore({ isLocked: () => locked, defer: (news) => (waiting ? void waiting.push(news) : news()) });
    store.show(blank);
    store.subscribe((news) => heard.push(news));
  });

  const edits: [what: string, edit: () => void, heard: News[]][] = [
    ['a value that is replaced is told once', () => store.set('/nominees/0/name', 'Người Khác'), ['edited']],
    ['the value that stands there is no edit', () => store.set('/nominees/0/name', 'Người A'), []],
    ['nothing where nothing is, is no edit', () => store.set('/nominees/0/phone', null), []],
    [
      'several values in one go are told once',
      () => store.edit(['a', 'b'].map((id) => ({ path: `/tables/t1/${id}/x`, after: 1 }))),
      ['edited'],
    ],
    ['what is put beside it is told apart', () => store.putBeside({ kind: 'text', text: 'Báo cáo' }), ['beside']],
    ['nothing put beside nothing is not told', () => store.putBeside(null), []],
    ['a place is touched once', () => ['/nominees/0', '/nominees/0'].forEach((path) => store.touch(path)), ['touched']],
    ['what the page adds is no edit', () => store.complete({ ...blank, unit: { id: 'don-vi-2' } }), ['completed']],
    ['another submission is shown', () => store.show({ ...blank, id: 'ban-2' }), ['shown']],
    ['a workbook is an edit as well', () => store.show(blank, { edited: true }), ['shown', 'edited']],
  ];
  for (const [what, edit, told] of edits) {
    it(what, () => {
      edit();
      expect(heard).to.deep.equal(told);
    });
  }

  it('replaces the submission, and leaves what was not touched the same object', () => {
    store.set('/nominees/1/name', 'Người Khác');
    expect(blank.nominees?.[1]?.name).to.equal('Người B');
    expect(names()).to.deep.equal(['Người A', 'Người Khác', 'Người C']);
    expect(store.submission?.nominees?.[0]).to.equal(blank.nominees?.[0]);
  });

  it('takes no edit while the form is locked', () => {
    locked = true;
    store.set('/nominees/0/name', 'Người Khác');
    store.remove([{ list: '/nominees', item: blank.nominees?.[0] }]);
    store.takeBack([{ path: '/nominees/0/name', before: 'Người Khác', after: 'Người A' }]);
    store.putBeside('x');
    expect(heard).to.deep.equal([]);
    expect(store.submission).to.equal(blank);
  });

  describe('takes a step back', () => {
    it('the values that it replaced, and no other', () => {
      const step = store.edit([
        { path: '/nominees/0/name', after: 'Người Khác' },
        { path: '/declared/ho-so-giay', after: true },
      ]);
      store.set('/nominees/1/name', 'Viết sau');
      store.takeBack(step);
      expect(names()).to.deep.equal(['Người A', 'Viết sau', 'Người C']);
      expect(store.valueAt('/declared/ho-so-giay')).to.equal(null);
    });

    it('what was taken out of lists, where it stood; what was written since stays', () => {
      const step = store.remove([
        { list: '/nominees', item: store.valueAt('/nominees/1') },
        { list: '/meeting/votes', item: store.valueAt('/meeting/votes/0') },
      ]);
      expect(names()).to.deep.equal(['Người A', 'Người C']);
      expect(store.valueAt('/meeting/votes')).to.deep.equal([]);
      store.set('/nominees/1/name', 'Viết sau');
      store.takeBack(JSON.parse(JSON.stringify(step)) as typeof step);
      expect(names()).to.deep.equal(['Người A', 'Người B', 'Viết sau']);
      expect(store.valueAt('/meeting/votes/0/for')).to.equal(7);
      expect(heard).to.deep.equal(['edited', 'edited', 'edited']);
    });

    it('and says whether that would lose something written since', () => {
      const step = store.edit([{ path: '/sections/i-1', after: 'Đã dán' }]);
      expect(store.isAsLeftBy(step)).to.equal(true);
      store.set('/sections/i-1', 'Đã dán, rồi sửa');
      expect(store.isAsLeftBy(step)).to.equal(false);
    });

    it('and the one before, and does them again', () => {
      const history = new History(store);
      const path = '/tables/t1/nam-2022/x';
      for (const after of [1, 2, 2]) history.add(store.edit([{ path, after }]));
      history.undo();
      expect(store.valueAt(path)).to.equal(1);
      history.undo();
      expect([store.valueAt(path), history.canUndo, history.undo()]).to.deep.equal([null, false, null]);
      history.redo();
      history.redo();
      expect([store.valueAt(path), history.canRedo, history.redo()]).to.deep.equal([2, false, null]);
    });
  });

  describe('remembers the places the officer has been at', () => {
    it('with the nominee, wherever that stands in the list', () => {
      store.touch('/nominees/1/name');
      expect([...store.touched]).to.deep.equal(['/nominees/@b/name']);
    });

    it('once the page may move, and then only what is still there', () => {
      waiting = [];
      store.touch('/nominees/1/name');
      store.touch('/nominees/2/name');
      expect([...store.touched]).to.deep.equal([]);
      store.remove([{ list: '/nominees', item: store.valueAt('/nominees/1') }]);
      for (const news of waiting) news();
      expect([...store.touched]).to.deep.equal(['/nominees/@c/name']);
    });

    it('until another submission is shown', () => {
      store.touch('/nominees/0/name');
      store.show(blank);
      expect(store.touched.size).to.equal(0);
    });
  });
});

describe('an edit, all the way through an element', () => {
  let form: Shown;
  let user: string;
  beforeEach(() => {
    user = `can-bo-${Math.random()}`;
  });
  afterEach(async () => {
    await form.element.clearDraft();
    document.body.replaceChildren();
  });
  const value = { nominees: [completeIndividual('a')] };
  const unreadable: [what: string, path: string, typed: string][] = [
    ['a date that is not in the calendar', '/nominees/0/joined', '30/2/2023'],
    ['a number in words', '/meeting/present', 'mười hai'],
    ['a number that may be two', '/meeting/present', '1.234'],
  ];

  for (const [what, path, typed] of unreadable) {
    it(`keeps ${what} as it was typed: shown, objected to, not sent, and there after a reload`, async () => {
      form = await show({ value, attributes: { draft: user } });
      if (!form.has(path)) await form.press('Người Số a');
      await form.type(path, typed);
      const read = () =>
        path
          .slice(1)
          .split('/')
          .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], form.element.value);
      expect(read()).to.equal(typed);
      expect(form.problemsAt(path)).not.to.equal('');
      expect(form.element.checkValidity()).to.equal(false);
      form.element.remove();
      form = await show({ value, attributes: { draft: user } });
      expect(read()).to.equal(typed);
      expect(form.at(path).value).to.equal(typed);
    });
  }

  it('is announced once, and written to the draft', async () => {
    form = await show({ attributes: { draft: user } });
    let changes = 0;
    form.element.addEventListener('kl01-change', () => (changes += 1));
    await form.type('/meeting/chair', 'Chủ Trì');
    expect(changes).to.equal(1);
    await waitUntil(() => Object.values(localStorage).some((kept: string) => kept.includes('Chủ Trì')), 'kept');
  });

  it('ends what the server found there, and nothing else that it found', async () => {
    const finding = (path: string) => ({ rule: 'x', severity: 'error' as const, path, message: `Máy chủ: ${path}` });
    form = await show({ value, findings: [finding('/nominees/0/name'), finding('/meeting/chair')] });
    await form.type('/nominees/0/name', 'Tên Đã Sửa');
    expect(form.problemsAt('/nominees/0/name')).not.to.contain('Máy chủ');
    expect(form.problemsAt('/meeting/chair')).to.contain('Máy chủ');
    await form.type('/nominees/0/name', 'Người Số a');
    expect(form.problemsAt('/nominees/0/name')).to.contain('Máy chủ');
  });
});
