import { expect } from '@open-wc/testing';
import type { Finding } from '@kl01/rules';
import { accessibilityFaults, arrive, kienAn, type Showing } from '../../test/fixture.js';
import { completeReport, namDinh, showReport, type ShownReport } from '../../test/report-fixture.js';

const received: Finding = {
  rule: 'outline/i-1',
  severity: 'warning',
  path: '/sections/i-1',
  message: 'Đề nghị bổ sung số liệu.',
  params: {},
  cite: { document: '02-CV/VD', clause: 'I.9' },
};

const states: [
  state: string,
  showing: () => Promise<Showing> | Showing,
  then?: (form: ShownReport) => Promise<void>,
][] = [
  ['empty', () => ({})],
  ['a real directive, empty', async () => ({ rulebook: await kienAn(), form: 'bao-cao-so-ket' })],
  [
    'tables under heads of several levels',
    async () => ({
      rulebook: await namDinh(),
      form: 'bao-cao-02-nam',
      group: 'huyen-uy',
      attributes: { 'unit-id': 'huyen-uy-hai-hau' },
    }),
  ],
  ['filled', () => ({ value: completeReport() })],
  ['errors after an attempt', () => ({}), (form) => form.press('Gửi')],
  ['findings of the server', () => ({ value: completeReport(), findings: [received] })],
  ['the list of parts unfolded', () => ({}), (form) => form.press('Xem danh mục')],
  [
    'a table with a paste that does not fit, questions and a row left incomplete',
    () => ({ value: completeReport() }),
    async (form) => {
      arrive(form.at('/tables/t1/nam-2023/truc-tiep'));
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '12 cuộc\t\t9\t1.234\thai\tGhi\tthừa');
      form.root.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
      );
      await form.settle();
      arrive(form.at('/tables/t1/nam-2022/truc-tiep'));
      await form.settle();
    },
  ],
  ['read-only', () => ({ value: completeReport(), attributes: { readonly: '' } })],
  ['disabled', () => ({ value: completeReport(), attributes: { disabled: '' } })],
  ['in English', () => ({ value: completeReport(), attributes: { lang: 'en' } })],
];

describe('<kl01-report-form> for everybody', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('style');
    document.documentElement.style.fontSize = '';
  });

  for (const [state, showing, then] of states) {
    for (const width of ['1200px', '360px']) {
      it(`axe finds nothing: ${state}, ${width}`, async () => {
        document.body.style.width = width;
        const form = await showReport(await showing());
        await then?.(form);
        expect(await accessibilityFaults(form.element)).to.deep.equal([]);
      });
    }
  }

  it('fits 360 px without scrolling sideways, also with the text twice as large', async () => {
    const form = await showReport({ value: completeReport() });
    await form.press('Xem danh mục');
    for (const zoom of ['100%', '200%']) {
      document.documentElement.style.fontSize = zoom;
      form.element.style.width = '328px';
      await form.settle();
      expect(form.element.scrollWidth, zoom).to.be.at.most(328);
    }
  });

  it('calls nothing invalid that nobody has touched', async () => {
    const form = await showReport();
    expect(form.element.check().valid).to.equal(false);
    await form.settle();
    expect(form.root.querySelectorAll('[aria-invalid]').length).to.equal(0);
  });

  it('has no target smaller than 24 px', async () => {
    const form = await showReport({ value: completeReport() });
    await form.press('Xem danh mục');
    const small = [
      ...form.root.querySelectorAll<HTMLElement>('button, select, textarea, input, summary, label.picker, nav a'),
    ]
      .filter((target) => !target.classList.contains('hidden'))
      .map((target) => (target.matches('.option input') ? target.parentElement! : target))
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      });
    expect(small.map(({ outerHTML }) => outerHTML.slice(0, 80))).to.deep.equal([]);
  });

  it('names every cell by its row and all the headings above it', async () => {
    const form = await showReport();
    const named = form.at('/tables/t1/nam-2023/truc-tuyen').getAttribute('aria-labelledby') ?? '';
    const words = named.split(' ').map((id) => form.at(id).textContent?.trim());
    expect(words).to.deep.equal(['2023', 'Hội nghị', 'Trực tuyến']);
  });
});
