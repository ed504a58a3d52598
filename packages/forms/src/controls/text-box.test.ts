import { valueAt } from '@kl01/rules';
import { expect } from '@open-wc/testing';
import { arrive, completeIndividual, completeSubmission, leave, show, type Shown } from '../../test/fixture.js';
import { completePlan, showPlan } from '../../test/plan-fixture.js';
import { showReport } from '../../test/report-fixture.js';
import type { FormElement } from '../element/form-element.js';

type Box = HTMLInputElement | HTMLTextAreaElement;

/** Types as Unikey does in “Unicode tổ hợp”: deletes as many characters as it has sent, then sends new ones. */
function keyboard(box: Box): (back: number, sent: string) => void {
  return (back, sent) => {
    box.value = box.value.slice(0, back === 0 ? undefined : -back) + sent;
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', data: sent, bubbles: true, composed: true }));
  };
}

/** Pastes as the browser does; after a synthetic event the browser inserts nothing, so this does. */
async function paste(form: Shown<FormElement>, path: string, text: string, html = ''): Promise<boolean> {
  const box = form.at<HTMLInputElement>(path);
  box.focus();
  arrive(box);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  if (html !== '') clipboardData.setData('text/html', html);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true });
  const isBrowsers = box.dispatchEvent(event);
  if (isBrowsers) {
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true, composed: true }));
  }
  await form.settle();
  return isBrowsers;
}

describe('what is pasted is what was seen', () => {
  afterEach(() => document.body.replaceChildren());

  const note = '<p class=MsoNormal>120<sup>1</sup></p>';
  const pastes: [what: string, path: string, text: string, html: string, stored: unknown][] = [
    ['a name', '/nominees/0/name', 'Tổ 103', '<span>Tổ 10<sup>3</sup></span>', 'Tổ 10³'],
    ['a number', '/nominees/0/years', '1201', note, '120¹'],
    ['a text', '/nominees/0/summary', '1201', note, '120¹'],
    [
      'a sign of Word',
      '/nominees/0/name',
      'Tỷ lệ ³ 95%',
      '<p>Tỷ lệ <span style="mso-symbol-font-family:Symbol">³</span> 95%</p>',
      'Tỷ lệ ≥ 95%',
    ],
    ['a sign from a PDF', '/nominees/0/name', 'Tỷ lệ \uf0b3 95%', '', 'Tỷ lệ ≥ 95%'],
    ['decomposed letters', '/nominees/0/name', 'Hoà'.normalize('NFD'), '', 'Hoà'],
  ];
  for (const [what, path, text, html, stored] of pastes) {
    it(`${what} into ${path}`, async () => {
      const form = await show({ value: completeSubmission([completeIndividual('a')]) });
      form.at<HTMLInputElement>(path).value = '';
      const isBrowsers = await paste(form, path, text, html);
      expect(isBrowsers).to.equal(html === '');
      expect(valueAt(form.element.value, path)).to.equal(stored);
      expect(form.at<HTMLInputElement>(path).value).to.equal(stored);
    });
  }

  it('into part of a cell of a table, where the browser would paste the text without its look', async () => {
    const form = await showReport();
    const path = '/tables/t1/nam-2022/truc-tiep';
    const box = form.at<HTMLInputElement>(path);
    box.value = '5';
    box.focus();
    box.setSelectionRange(1, 1);
    expect(await paste(form, path, '1201', note)).to.equal(false);
    expect(String(valueAt(form.element.value, path))).to.contain('120¹');
    leave(box);
    await form.settle();
    expect(form.problemsAt(path)).to.contain('120¹');
  });

  it('a sign that only its own font shows is told beside the text', async () => {
    const form = await show({ value: completeSubmission([completeIndividual('a')]) });
    const html = '<p>Đạt <span style="mso-symbol-font-family:Wingdings">Z</span> loại giỏi</p>';
    await paste(form, '/nominees/0/summary', 'Đạt Z loại giỏi', html);
    expect(form.problemsAt('/nominees/0/summary')).to.contain('Đạt □ loại giỏi”');
    await paste(form, '/nominees/0/name', 'Tổ \uf045', '');
    expect(form.problemsAt('/nominees/0/name')).to.contain('“Tổ □”');
  });
});

describe('a keyboard that sends letters and marks apart', () => {
  afterEach(() => document.body.replaceChildren());

  const individual = () => show({ value: completeSubmission([completeIndividual('a')]) });
  const boxes: [what: string, path: string, show: () => Promise<Shown<FormElement>>][] = [
    ['a text of several lines', '/nominees/0/summary', individual],
    ['a name', '/nominees/0/name', individual],
    ['a number', '/nominees/0/years', individual],
    ['a date', '/nominees/0/joined', individual],
    ['the contact', '/contact/name', individual],
    ['a section of a report', '/sections/i-1', showReport],
    ['a number in a table', '/tables/t1/nam-2022/truc-tiep', showReport],
    ['a share in a table', '/tables/t1/nam-2022/ti-le', showReport],
    ['a text in a table', '/tables/t1/nam-2022/rieng', showReport],
    ['a commitment of a plan', '/commitments/0/title', () => showPlan({ value: completePlan() })],
  ];
  for (const [what, path, shown] of boxes) {
    it(`changes a tone in ${what}; what is stored is composed at once, the box when it is left`, async () => {
      const form = await shown();
      const stored = () => valueAt(form.element.value, path);
      const box = form.at<HTMLInputElement>(path);
      arrive(box);
      const send = keyboard(box);
      box.value = '';
      send(0, 'tie\u0302\u0301ng');
      await form.settle();
      expect(stored()).to.equal('tiếng');
      send('\u0301ng'.length, '\u0300ng');
      await form.settle();
      expect(box.value).to.equal('tie\u0302\u0300ng');
      expect(stored()).to.equal('tiềng');
      leave(box);
      await form.settle();
      expect(box.value).to.equal('tiềng');
    });
  }

  for (const inputType of ['insertFromPaste', 'insertFromDrop']) {
    it(`${inputType}: the box is composed, the caret where it was`, async () => {
      const form = await individual();
      const box = form.at('/nominees/0/name');
      box.value = 'Hoà Bình'.normalize('NFD');
      box.setSelectionRange(4, 4);
      box.dispatchEvent(new InputEvent('input', { inputType, bubbles: true, composed: true }));
      expect([box.value, box.selectionStart]).to.deep.equal(['Hoà Bình', 3]);
    });
  }
});

describe('what may be meant two ways is asked, with what it may mean as buttons', () => {
  afterEach(() => document.body.replaceChildren());

  const beside = (form: Shown<FormElement>, path: string): HTMLButtonElement[] => {
    const field = form.root.getElementById(path)?.closest('.field, td');
    const row = field?.matches('td') ? field.closest('tr')?.nextElementSibling : field;
    return [...(row?.querySelectorAll<HTMLButtonElement>('.actions button') ?? [])];
  };
  const individual = () => show({ value: completeSubmission([completeIndividual('a')]) });
  const cases: [what: string, path: string, typed: string, offered: string[], at: number, stored: unknown][] = [
    ['a day without its year', '/nominees/0/joined', '20/3', ['20/3/2023', '20/3/2022', '20/3/2024'], 1, '2022-03-20'],
    ['a year of two digits', '/nominees/0/joined', '5/4/23', ['05/4/2023', '05/4/1923'], 0, '2023-04-05'],
    ['the number of a spreadsheet', '/nominees/0/joined', '45005', ['20/3/2023'], 0, '2023-03-20'],
    ['the month first', '/nominees/0/joined', '4/13/2023', ['13/4/2023'], 0, '2023-04-13'],
    ['a number among words', '/nominees/0/years', '12 năm', ['12'], 0, 12],
    ['thousands or a fraction', '/nominees/0/years', '1.234', ['1234'], 0, 1234],
  ];
  for (const [what, path, typed, offered, at, stored] of cases) {
    it(what, async () => {
      const form = await individual();
      const box = form.at<HTMLInputElement>(path);
      arrive(box);
      box.value = typed;
      box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true, composed: true }));
      await form.settle();
      expect(beside(form, path)).to.have.length(0);
      leave(box);
      await form.settle();
      expect(valueAt(form.element.value, path)).to.equal(typed);
      expect(beside(form, path).map(({ textContent }) => textContent?.trim())).to.deep.equal(
        offered.map((each) => `Ý là ${each}`),
      );
      beside(form, path)[at]!.click();
      await form.settle();
      expect(valueAt(form.element.value, path)).to.equal(stored);
      expect(box.value).to.equal(offered[at]);
      expect(beside(form, path)).to.have.length(0);
    });
  }

  it('in a table, as a step that can be taken back', async () => {
    const form = await showReport();
    const path = '/tables/t1/nam-2022/truc-tiep';
    const box = form.at<HTMLInputElement>(path);
    arrive(box);
    box.value = '1,234';
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true, composed: true }));
    leave(box);
    await form.settle();
    const [button] = beside(form, path).filter(({ textContent }) => textContent?.includes('Ý là'));
    expect(button?.textContent?.trim()).to.equal('Ý là 1.234');
    button!.click();
    await form.settle();
    expect(valueAt(form.element.value, path)).to.equal(1234);
  });

  it('a day in words is understood', async () => {
    const form = await individual();
    const box = form.at<HTMLInputElement>('/nominees/0/joined');
    arrive(box);
    box.value = 'ngày 20 tháng 3 năm 2023';
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true, composed: true }));
    leave(box);
    await form.settle();
    expect(valueAt(form.element.value, '/nominees/0/joined')).to.equal('2023-03-20');
    expect(box.value).to.equal('20/3/2023');
  });
});
