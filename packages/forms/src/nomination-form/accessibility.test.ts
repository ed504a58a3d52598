import { expect } from '@open-wc/testing';
import type { Finding } from '@kl01/rules';
import {
  accessibilityFaults,
  completeIndividual,
  completeSubmission,
  kienAn,
  show,
  someFile,
  type Shown,
  type Showing,
} from '../../test/fixture.js';

const received: Finding = {
  rule: 'criterion/x',
  severity: 'warning',
  path: '/nominees/0/name',
  message: 'Đề nghị xem lại tên.',
  params: {},
  cite: { document: '01-CV/VD', clause: 'I.9' },
};

const openRow = async (form: Shown): Promise<void> => {
  await form.press('Thêm cá nhân');
  form.at('/nominees/0/partyMember').querySelector('input')?.click();
  await form.settle();
};

const states: [state: string, showing: () => Promise<Showing> | Showing, then?: (form: Shown) => Promise<void>][] = [
  ['empty', () => ({})],
  ['a real directive, empty', async () => ({ rulebook: await kienAn(), form: 'de-nghi-cap-quan' })],
  ['a row open', () => ({}), openRow],
  ['filled', () => ({ value: completeSubmission([completeIndividual('a'), completeIndividual('b')]) })],
  [
    'errors after an attempt',
    () => ({}),
    async (form) => {
      await openRow(form);
      await form.press('Gửi');
    },
  ],
  ['findings of the server', () => ({ value: completeSubmission(), findings: [received] })],
  ['read-only', () => ({ value: completeSubmission(), attributes: { readonly: '' } })],
  ['disabled', () => ({ value: completeSubmission(), attributes: { disabled: '' } })],
  [
    'a draft restored, with files to be chosen again',
    () => {
      const { ref: _, ...bytesNowhere } = someFile;
      const submission = {
        ...completeSubmission(),
        documents: { 'xac-nhan': [bytesNowhere], nowhere: [bytesNowhere] },
      };
      localStorage.setItem(
        'kl01-draft ["can-bo-axe","vi-du.du-cac-loai","de-nghi",null]',
        JSON.stringify({ stamp: 'x', savedAt: '2023-03-21T01:00:00Z', rulebookVersion: '0.9.0', submission }),
      );
      return { attributes: { draft: 'can-bo-axe' } };
    },
  ],
  ['a nominee removed', () => ({ value: completeSubmission() }), (form) => form.press('Bỏ khỏi danh sách')],
  [
    'no such form',
    () => ({}),
    async (form) => {
      form.element.form = 'khong-co';
      await form.settle();
    },
  ],
  ['in English', () => ({ attributes: { lang: 'en' }, value: completeSubmission() })],
];

describe('<kl01-nomination-form> for everybody', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('style');
  });

  for (const [state, showing, then] of states) {
    for (const width of ['1200px', '360px']) {
      it(`axe finds nothing: ${state}, ${width}`, async () => {
        document.body.style.width = width;
        const form = await show(await showing());
        await then?.(form);
        expect(await accessibilityFaults(form.element)).to.deep.equal([]);
      });
    }
  }

  it('fits 360 px without scrolling sideways, also with the text twice as large', async () => {
    const form = await show({ value: completeSubmission([completeIndividual('a')]) });
    await form.press('Gửi');
    const frame = form.element;
    for (const zoom of ['100%', '200%']) {
      document.documentElement.style.fontSize = zoom;
      frame.style.width = '328px';
      await form.settle();
      expect(frame.scrollWidth, zoom).to.be.at.most(328);
    }
    document.documentElement.style.fontSize = '';
  });

  it('calls nothing invalid that nobody has touched', async () => {
    const form = await show({ value: completeSubmission([{ ...completeIndividual('a'), name: null }]) });
    expect(form.element.check().valid).to.equal(false);
    await form.settle();
    expect(form.root.querySelectorAll('[aria-invalid]').length).to.equal(0);
  });

  it('has no target smaller than 24 px', async () => {
    const form = await show({ value: completeSubmission([completeIndividual('a'), completeIndividual('b')]) });
    form.root.getElementById('a~fold')?.click();
    await form.settle();
    const small = [...form.root.querySelectorAll<HTMLElement>('button, select, textarea, input, summary, label.picker')]
      .filter((target) => !target.classList.contains('hidden'))
      .map((target) => (target.matches('.option input') ? target.parentElement! : target))
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      });
    expect(small.map(({ outerHTML }) => outerHTML.slice(0, 80))).to.deep.equal([]);
  });
});
