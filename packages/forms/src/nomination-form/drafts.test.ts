import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { draftKey } from '../drafts/draft.js';
import {
  completeSubmission,
  completeIndividual,
  officer,
  richRulebook,
  show,
  someFile,
  type Shown,
} from '../../test/fixture.js';
import { waitUntil } from '../../test/wait-until.js';

/** Leaves the page and returns to it: another element with the same storage. */
async function again(form: Shown, showing: Parameters<typeof show>[0] = {}): Promise<Shown> {
  form.element.remove();
  const { draft } = form.element;
  return show({ ...showing, attributes: { draft: draft ?? '', ...showing.attributes } });
}

describe('typed work in <kl01-nomination-form>', () => {
  let form: Shown;
  /** one officer for each test: all tests of a run share the browser's storage */
  let draft: { attributes: { draft: string } };
  let key: string;

  beforeEach(() => {
    const user = `can-bo-${Math.random()}`;
    draft = { attributes: { draft: user } };
    key = draftKey({ draft: user, rulebook: 'vi-du.du-cac-loai', formId: 'de-nghi', period: null });
  });
  afterEach(async () => {
    await form.element.clearDraft();
    document.body.replaceChildren();
  });

  /** waits until the browser has stored a draft with these words */
  const isKept = (words: string): Promise<void> =>
    waitUntil(() => localStorage.getItem(key)?.includes(words) ?? false, `kept: ${words}`);
  const names = (): unknown => form.element.value?.nominees?.map(({ name }) => name);

  it('comes back after a reload, and says so', async () => {
    form = await show(draft);
    await form.press('Thêm cá nhân');
    await form.type('/nominees/0/name', 'Người Đang Viết');
    form = await again(form);
    expect(names()).to.deep.equal(['Người Đang Viết']);
    expect(form.text()).to.contain('Đã khôi phục nội dung đang soạn, lưu trên máy này lúc 08:00 ngày 22/3/2023');
  });

  it('is another user’s own', async () => {
    form = await show(draft);
    await form.press('Thêm cá nhân');
    form = await again(form, { attributes: { draft: 'can-bo-18' } });
    expect(names()).to.deep.equal([]);
  });

  it('can be discarded, and that can be undone', async () => {
    form = await show(draft);
    await form.press('Thêm cá nhân');
    await form.type('/nominees/0/name', 'Người Đang Viết');
    form = await again(form);
    const spoken = form.root.querySelector('p[aria-live]');
    await form.press('Bỏ bản nháp');
    expect(names()).to.deep.equal([]);
    expect(spoken?.textContent).to.equal('Đã bỏ bản nháp.');
    await form.press('Khôi phục bản nháp');
    expect(names()).to.deep.equal(['Người Đang Viết']);
    form = await again(form);
    expect(names()).to.deep.equal(['Người Đang Viết']);
  });

  it('goes away once the server has it: the page comes back with the same content', async () => {
    form = await show({ ...draft, value: completeSubmission() });
    await form.type('/nominees/0/name', 'Người Đã Gửi');
    const stored = structuredClone(form.element.value) as Submission;
    form = await again(form, { value: { ...stored, revision: 2 } });
    expect(form.text()).not.to.contain('khôi phục');
    expect(form.text()).not.to.contain('bản nháp');
    expect(localStorage.getItem(key)).to.equal(null);
  });

  it('stays after a POST that failed: the page comes back with the same revision', async () => {
    form = await show({ ...draft, value: completeSubmission() });
    await form.type('/nominees/0/name', 'Người Chưa Gửi Được');
    form = await again(form, { value: completeSubmission() });
    expect(names()).to.deep.equal(['Người Chưa Gửi Được']);
  });

  it('is not put over what somebody else has stored since, nor lost: the officer chooses', async () => {
    form = await show({ ...draft, value: completeSubmission() });
    await form.type('/nominees/0/name', 'Của Tôi');
    const theirs = { ...completeSubmission([completeIndividual('nguoi-1', { name: 'Của Đồng Nghiệp' })]), revision: 2 };
    form = await again(form, { value: theirs });
    expect(names()).to.deep.equal(['Của Đồng Nghiệp']);
    expect(form.text()).to.contain('Trên máy này còn một bản nháp');
    await form.press('Dùng bản nháp');
    await waitUntil(() => !form.text().includes('Trên máy này còn'));
    expect(names()).to.deep.equal(['Của Tôi']);
    expect(form.element.value?.revision).to.equal(2);
  });

  it('gives way to a value the host sets while somebody types, and is still there', async () => {
    form = await show({ ...draft, value: completeSubmission() });
    await form.type('/nominees/0/name', 'Của Tôi');
    form.element.value = completeSubmission([completeIndividual('nguoi-1', { name: 'Của Cổng' })]) as Submission;
    await waitUntil(() => form.text().includes('Trên máy này còn một bản nháp'));
    expect(names()).to.deep.equal(['Của Cổng']);
  });

  it('for another unit of the same officer is not put into this one’s form unasked', async () => {
    form = await show(draft);
    await form.press('Thêm cá nhân');
    await form.type('/nominees/0/name', 'Của Đơn Vị Một');
    form = await again(form, { attributes: { 'unit-id': 'don-vi-2' } });
    expect(names()).to.deep.equal([]);
    expect(form.text()).to.contain('Trên máy này còn một bản nháp');
  });

  it('of two windows is asked about, never overwritten', async () => {
    form = await show(draft);
    await form.press('Thêm cá nhân');
    await form.type('/nominees/0/name', 'Cửa Sổ Một');
    await isKept('Cửa Sổ Một');
    const other = form;
    form = await show(draft);
    await form.type('/nominees/0/name', 'Cửa Sổ Hai');
    await isKept('Cửa Sổ Hai');
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage.getItem(key) }));
    await waitUntil(() => other.text().includes('cũng đang mở ở cửa sổ khác'));
    await other.press('Dùng bản ở cửa sổ kia');
    await waitUntil(() => !other.text().includes('cửa sổ khác'));
    expect(other.element.value?.nominees?.[0]?.name).to.equal('Cửa Sổ Hai');
  });

  it('of an older rulebook is carried over; what no longer fits is shown', async () => {
    form = await show({ ...draft, rulebook: { ...richRulebook(), version: '0.9.0' } });
    await form.press('Thêm cá nhân');
    await form.type('/nominees/0/name', 'Người Cũ');
    form.element.remove();
    const kept = JSON.parse(localStorage.getItem(key)!) as { submission: Submission };
    kept.submission.nominees![0]!['nickname'] = 'Biệt danh cũ';
    localStorage.setItem(key, JSON.stringify(kept));
    form = await show(draft);
    expect(names()).to.deep.equal(['Người Cũ']);
    expect(form.text()).to.contain('bản quy định trước (0.9.0)');
    expect(form.text()).to.contain('Người Cũ: nickname Biệt danh cũ');
    expect(form.element.value?.rulebook).to.equal('vi-du.du-cac-loai@1.0.0');
  });

  it('says which files are to be chosen again, and is not sent without them', async () => {
    form = await show(draft);
    await form.press('Thêm cá nhân');
    form.element.remove();
    const kept = JSON.parse(localStorage.getItem(key)!) as { submission: Submission };
    const { ref: _, ...bytesNowhere } = someFile;
    kept.submission.documents = { 'xac-nhan': [bytesNowhere] };
    localStorage.setItem(key, JSON.stringify(kept));
    form = await show(draft);
    expect(form.text()).to.contain('Các tệp sau cần chọn lại: xac-nhan.pdf');
    await form.press('Gửi');
    expect(form.problemsAt('/documents/xac-nhan')).to.contain('Cần chọn lại tệp này: xac-nhan.pdf');
  });

  it('keeps chosen files with it', async () => {
    form = await show(draft);
    const input = form.at('/documents/xac-nhan').querySelector<HTMLInputElement>('input[type=file]')!;
    const transfer = new DataTransfer();
    transfer.items.add(new File(['abc'], 'a.pdf', { type: 'application/pdf' }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    await isKept('a.pdf');
    // The file itself is written after the text, to another storage.
    await new Promise((resolve) => setTimeout(resolve, 400));
    form = await again(form);
    await waitUntil(() => form.text().includes('a.pdf'));
    expect(form.text()).not.to.contain('chọn lại');
  });

  it('goes away at clearDraft()', async () => {
    form = await show(draft);
    await form.press('Thêm cá nhân');
    await isKept('individual');
    await form.element.clearDraft();
    expect(localStorage.getItem(key)).to.equal(null);
  });

  it('says so where the browser keeps nothing', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      form = await show(draft);
      await form.press('Thêm cá nhân');
      await waitUntil(() => form.text().includes('Bộ nhớ của trình duyệt đã đầy'));
      expect(officer(form.element).element.value?.nominees?.length).to.equal(1);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
