import { expect } from '@open-wc/testing';
import { accessibilityFaults, type Showing } from '../../test/fixture.js';
import { completePlan, showPlan, type ShownPlan } from '../../test/plan-fixture.js';

const states: [state: string, showing: Showing, then?: (form: ShownPlan) => Promise<void>][] = [
  ['empty', {}],
  ['of a body', { form: 'ke-hoach-tap-the', group: 'ubnd', attributes: { 'unit-id': 'ubnd-thanh-pho' } }],
  ['filled', { value: completePlan() }],
  ['errors after an attempt', { value: completePlan({ commitments: [{}] }) }, (form) => form.press('Gửi')],
  ['a commitment just removed', { value: completePlan() }, (form) => form.press('Bỏ việc thứ 1')],
  ['results to be written', { value: completePlan({ revision: 2 }) }],
  ['read-only', { value: completePlan(), attributes: { readonly: '' } }],
  ['in English', { value: completePlan(), attributes: { lang: 'en' } }],
];

describe('<kl01-plan-form> for everybody', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('style');
    document.documentElement.style.fontSize = '';
  });

  for (const [state, showing, then] of states) {
    for (const width of ['1200px', '360px']) {
      it(`axe finds nothing: ${state}, ${width}`, async () => {
        document.body.style.width = width;
        const form = await showPlan(showing);
        await then?.(form);
        expect(await accessibilityFaults(form.element)).to.deep.equal([]);
      });
    }
  }

  it('fits 360 px without scrolling sideways, also with the text twice as large', async () => {
    const form = await showPlan({ value: completePlan({ revision: 2 }) });
    for (const zoom of ['100%', '200%']) {
      document.documentElement.style.fontSize = zoom;
      form.element.style.width = '328px';
      await form.settle();
      expect(form.element.scrollWidth, zoom).to.be.at.most(328);
    }
  });
});
