import { expect } from '@open-wc/testing';
import { type Rulebook } from '@kl01/rules';
import { Deadlines } from '../deadlines/deadlines.js';
import { showReport, type ShownReport } from '../../test/report-fixture.js';

if (!customElements.get('kl01-deadlines')) customElements.define('kl01-deadlines', Deadlines);

/** Reports that are due so many days after an event that the host dates, and of receivers with deadlines of their own. */
async function dated(): Promise<Rulebook> {
  const address = new URL('../../../rules/vectors/vi-du.thoi-han.2023.rulebook.json', import.meta.url);
  return (await (await fetch(address)).json()) as Rulebook;
}

const NOW = '2023-06-20T08:00:00+07:00';
const launched = { given: '{"ngay-phat-dong": "2023-06-01"}', now: NOW };

describe('what the host knows', () => {
  let rulebook: Rulebook;
  let told: string[];
  const hear = (event: Event) => told.push((event as CustomEvent<{ message: string }>).detail.message);
  before(async () => {
    rulebook = await dated();
  });
  beforeEach(() => {
    told = [];
    document.addEventListener('kl01-error', hear);
  });
  afterEach(() => {
    document.removeEventListener('kl01-error', hear);
    document.body.replaceChildren();
  });

  const show = (attributes: Record<string, string>): Promise<ShownReport> =>
    showReport({ form: 'huong-ung', group: 'xa', rulebook, attributes: { 'unit-id': 'xa-1', ...attributes } });
  const late = ({ element }: ShownReport) => element.check().findings.filter(({ rule }) => rule === 'window');

  it('dates a deadline after an event, on the page and in the verdict', async () => {
    const shown = await show(launched);
    expect(shown.at('window').textContent).to.contain('16/6/2023');
    expect(late(shown)).to.have.length(1);
    expect(told).to.deep.equal([]);
  });

  it('is unknown where it is not handed over: no deadline has passed', async () => {
    const shown = await show({ now: NOW });
    expect(shown.at('window').textContent).not.to.contain('16/6/2023');
    expect(late(shown)).to.deep.equal([]);
  });

  it('may come later, as a property, and is judged by from then on', async () => {
    const shown = await show({ now: NOW });
    shown.element.given = { 'ngay-phat-dong': '2023-06-01' };
    await shown.element.updateComplete;
    expect(late(shown)).to.have.length(1);
  });

  it('that is no JSON object, or that nobody asks for, is told to the host', async () => {
    await show({ given: 'hôm qua', now: NOW });
    await show({ given: '{"ngay-khac": "2023-06-01"}', receiver: 'ai', now: NOW });
    expect(told[0]).to.contain('không đọc được');
    expect(told[1]).to.contain('“ngay-khac”');
    expect(told[2]).to.contain('“ai”');
  });

  it('dates the list of deadlines too', async () => {
    const element = document.createElement('kl01-deadlines');
    element.rulebook = rulebook;
    for (const [name, value] of Object.entries({ 'unit-group': 'xa', ...launched })) element.setAttribute(name, value);
    const ready = new Promise((resolve) => element.addEventListener('kl01-ready', resolve, { once: true }));
    document.body.append(element);
    await ready;
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.contain('16/6/2023');
    expect(told).to.deep.equal([]);
  });
});
