import { expect } from '@open-wc/testing';
import { completeIndividual, show, type Shown } from '../../test/fixture.js';
import { showReport } from '../../test/report-fixture.js';
import { waitUntil } from '../../test/wait-until.js';
import type { FormElement } from '../element/form-element.js';

const TCVN3 = '§¶ng ñy ph­êng triÓn khai häc tËp';
const UNICODE = 'Đảng ủy phường triển khai học tập';

/** Pastes as a browser does it: the event first, then the text. */
async function paste(form: Shown<FormElement>, path: string, text: string): Promise<void> {
  const box = form.at<HTMLTextAreaElement>(path);
  box.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true });
  if (box.dispatchEvent(event)) {
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }
  await form.settle();
}

describe('text of an old encoding', () => {
  afterEach(() => document.body.replaceChildren());

  it('is said at once beside its section, kept as it is, read with one press and put back with another', async () => {
    const form = await showReport();
    await paste(form, '/sections/i-1', TCVN3);
    expect(form.problemsAt('/sections/i-1')).to.contain('bảng mã cũ TCVN3');
    expect(form.element.value?.sections?.['i-1']).to.equal(TCVN3);
    await form.press('Chuyển sang Unicode');
    expect(form.element.value?.sections?.['i-1']).to.equal(UNICODE);
    expect(form.at('/sections/i-1').value).to.equal(UNICODE);
    expect(form.problemsAt('/sections/i-1')).to.contain('Đề nghị đọc lại');
    await form.press('Trả lại như cũ');
    expect(form.element.value?.sections?.['i-1']).to.equal(TCVN3);
    await form.press('Chuyển sang Unicode');
    await form.type('/sections/i-1', `${UNICODE}.`);
    expect(form.problemsAt('/sections/i-1')).to.equal('');
  });

  it('does not keep a submission from being sent, and is said of one line as of many', async () => {
    const form = await show({ value: { nominees: [completeIndividual('a')] } });
    const path = '/nominees/0/name';
    await paste(form, path, 'NguyÔn V¨n B×nh');
    expect(form.problemsAt(path)).to.contain('TCVN3');
    expect(form.element.check().findings.filter((finding) => finding.path === path)).to.deep.equal([]);
    await form.press('Chuyển sang Unicode');
    expect(form.element.value?.nominees?.[0]?.name).to.equal('Nguyễn Văn Bình');
  });

  it('is not said of Vietnamese or French', async () => {
    const form = await showReport();
    await paste(form, '/sections/i-1', 'Đảng ủy phường đã triển khai. Là có thì mà.');
    expect(form.problemsAt('/sections/i-1')).to.equal('');
    await paste(form, '/sections/iii', 'déjà vu, élève, été, né à la carte');
    expect(form.problemsAt('/sections/iii')).to.equal('');
  });

  it('is said of a whole report before it is parted', async () => {
    const form = await showReport();
    await form.press('Dán cả báo cáo');
    await form.type('paste~text', `I. L·nh ®¹o\n1. L·nh ®¹o, chØ ®¹o\n${TCVN3}`);
    expect(form.text()).to.contain('bảng mã cũ TCVN3');
    await form.press('Chuyển sang Unicode');
    expect(form.at('paste~text').value).to.contain(UNICODE);
    await form.press('Trả lại như cũ');
    expect(form.at('paste~text').value).to.contain(TCVN3);
    await form.press('Chuyển sang Unicode');
    await form.press('Chia vào các mục');
    await waitUntil(() => !form.has('paste~text'));
    await form.settle();
    await form.press('Đưa vào báo cáo');
    expect(Object.values(form.element.value?.sections ?? {})).to.deep.equal([UNICODE]);
  });

  it('is said in a table below its row, and read there', async () => {
    const form = await showReport({ group: 'dang-bo' });
    const path = '/tables/t1/nam-2022/rieng';
    await form.type(path, TCVN3);
    expect(form.problemsAt(path)).to.contain('TCVN3');
    await form.press('Chuyển sang Unicode');
    expect(form.at(path).value).to.equal(UNICODE);
    await form.press('Trả lại như cũ');
    expect(form.at(path).value).to.equal(TCVN3);
  });
});
