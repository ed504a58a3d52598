import { expect } from '@open-wc/testing';
import { arrive, completeIndividual, completeSubmission, leave, show, type Shown } from '../../test/fixture.js';
import { completePlan, showPlan } from '../../test/plan-fixture.js';
import { showReport } from '../../test/report-fixture.js';
import type { FormElement } from '../base/form-element.js';
import { valueAt } from '../base/pointer.js';

type Box = HTMLInputElement | HTMLTextAreaElement;

/** Types as Unikey does in “Unicode tổ hợp”: takes back as many signs as it has sent, then sends what follows. */
function keyboard(box: Box): (back: number, sent: string) => void {
  return (back, sent) => {
    box.value = box.value.slice(0, back === 0 ? undefined : -back) + sent;
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', data: sent, bubbles: true, composed: true }));
  };
}

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
