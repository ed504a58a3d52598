import { expect } from '@open-wc/testing';
import { completeReport, showReport, type ShownReport } from '../../test/report-fixture.js';

const PAST = '2023-04-02T08:00:00+07:00';

describe('a form whose time is over', () => {
  let form: ShownReport;
  afterEach(async () => {
    await form.element.clearDraft();
    document.body.replaceChildren();
  });

  it('promises nothing: what is missing is not “to be completed before it can be sent”', async () => {
    form = await showReport({ attributes: { period: 'quy-i', now: PAST } });
    expect(form.text()).to.contain('Không gửi được vào lúc này; nội dung vẫn xem, chép và in được.');
    expect(form.text()).not.to.contain('trước khi gửi');
  });

  it('read-only, shows what was typed and not sent, and keeps it', async () => {
    const draft = `can-bo-${Math.random()}`;
    form = await showReport({ attributes: { period: 'quy-i', draft } });
    await form.type('/sections/i-1', 'Chưa kịp gửi');
    form.element.remove();
    const attributes = { period: 'quy-i', draft, readonly: '', now: PAST };
    form = await showReport({ value: completeReport(), attributes });
    expect(form.at<HTMLTextAreaElement>('/sections/i-1').value).to.equal('Chưa kịp gửi');
    expect(form.at<HTMLTextAreaElement>('/sections/i-1').readOnly).to.equal(true);
    expect(form.root.querySelector('.submit')).to.equal(null);
    const buttons = [...form.root.querySelectorAll('button')].map((button) => button.textContent!.trim());
    expect(buttons).not.to.contain('Bỏ bản nháp, bắt đầu lại');
    form.element.remove();
    form = await showReport({ value: completeReport(), attributes });
    expect(form.at<HTMLTextAreaElement>('/sections/i-1').value).to.equal('Chưa kịp gửi');
  });
});

describe('a form that was given back', () => {
  let form: ShownReport;
  afterEach(() => document.body.replaceChildren());
  const again = {
    period: 'quy-i',
    now: PAST,
    until: '2023-04-05T17:00:00+07:00',
    'judged-at': '2023-03-22T08:00:00+07:00',
  };

  it('has one deadline, and may be sent after the directive’s', async () => {
    form = await showReport({ value: completeReport(), attributes: again });
    expect(form.root.querySelectorAll('.window').length).to.equal(1);
    expect(form.at('window').textContent).to.contain('gửi lại trước 17:00 ngày 05/4/2023');
    expect(form.at('window').textContent).to.contain('còn 3 ngày');
    expect(form.element.check().findings.filter(({ rule }) => rule === 'window')).to.deep.equal([]);
    expect(form.text()).not.to.contain('Không gửi được');
  });

  it('says so where that one is over too', async () => {
    form = await showReport({ value: completeReport(), attributes: { ...again, now: '2023-04-06T08:00:00+07:00' } });
    expect(form.at('window').textContent).to.contain('Đã hết hạn nhận');
    expect(form.at('window').textContent).to.contain('đã hết hạn');
  });

  it('an instant that is none is told to the host, and does not stop the form', async () => {
    const told: string[] = [];
    const listen = ({ detail }: HTMLElementEventMap['kl01-error']): void => void told.push(detail.message);
    document.body.addEventListener('kl01-error', listen);
    form = await showReport({ attributes: { ...again, until: 'mai', 'judged-at': '' } });
    document.body.removeEventListener('kl01-error', listen);
    expect(told.join()).to.contain('until="mai"').and.to.contain('judged-at=""');
    expect(form.at('window').textContent).to.contain('Trước ngày 31/3/2023');
  });
});
