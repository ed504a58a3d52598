import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { accessibilityFaults, completeSubmission, show, type Shown } from '../../test/fixture.js';

describe('the looks of a form in a page that is not ours', () => {
  let sheets: Element[];
  beforeEach(() => (sheets = []));
  afterEach(() => {
    for (const sheet of sheets) sheet.remove();
    document.body.replaceChildren();
  });

  function pageSays(css: string): void {
    const style = document.createElement('style');
    style.textContent = css;
    sheets.push(style);
    document.head.append(style);
  }

  async function theme(name: string): Promise<void> {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
    link.href = new URL(`../../themes/${name}.css`, import.meta.url).pathname;
    sheets.push(link);
    const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
    document.head.append(link);
    await loaded;
  }

  /** with what is done, what is missing, and the summary */
  async function refused(): Promise<Shown> {
    const form = await show({ value: { ...completeSubmission(), meeting: {}, nominees: [] } as Submission });
    await form.press('Thêm cá nhân');
    form.element.reportValidity();
    await form.settle();
    return form;
  }
  const looks = (of: Element): CSSStyleDeclaration => getComputedStyle(of);
  const size = (of: Element): number => parseFloat(looks(of).fontSize);
  const box = (form: Shown): HTMLInputElement => form.at('/nominees/0/name');

  const measures = (form: Shown): Record<string, unknown>[] =>
    [...form.root.querySelectorAll('.form, .title, h3, .hint, .label, .box, button, .tag, .block, .summary')].map(
      (node) => {
        const { fontSize, lineHeight, paddingTop, marginTop, minHeight } = looks(node);
        return { what: node.className, fontSize, lineHeight, paddingTop, marginTop, minHeight };
      },
    );

  it('are the same whatever size the page’s root has, as with `html { font-size: 62.5% }`', async () => {
    document.body.style.fontSize = '16px';
    const usual = measures(await refused());
    document.body.replaceChildren();
    pageSays('html { font-size: 62.5% }');
    expect(measures(await refused())).to.deep.equal(usual);
    document.body.style.fontSize = '';
  });

  it('follow the font size of the element, or `--kl01-size`', async () => {
    const form = await refused();
    const before = size(form.root.querySelector('.title')!);
    form.element.style.fontSize = '24px';
    expect(size(form.root.querySelector('.title')!)).to.equal(before * 1.5);
    expect(size(box(form))).to.equal(24);
    form.element.style.setProperty('--kl01-size', '20px');
    expect(size(box(form))).to.equal(20);
    expect(looks(box(form)).minHeight).to.equal('50px');
  });

  it('let nothing in of how the page sets its text', async () => {
    const names = [
      'text-align',
      'text-transform',
      'letter-spacing',
      'word-spacing',
      'white-space',
      'font-style',
      'font-weight',
      'font-variant',
      'text-indent',
      'text-shadow',
      'line-height',
      'direction',
      'cursor',
      'word-break',
      '-webkit-text-fill-color',
    ];
    const said = (form: Shown): Record<string, string>[] =>
      [...form.root.querySelectorAll('.form, .title, p, .label')].map((node) =>
        Object.fromEntries(names.map((name) => [name, looks(node).getPropertyValue(name)])),
      );
    const usual = said(await refused());
    document.body.replaceChildren();
    pageSays(`body { text-align: right; text-transform: uppercase; letter-spacing: 3px; word-spacing: 1em; white-space: pre;
      font: italic small-caps 900 16px/3 serif; text-indent: 5em; text-shadow: 1px 1px red; direction: rtl; cursor: wait;
      word-break: break-all; -webkit-text-fill-color: red }`);
    expect(said(await refused())).to.deep.equal(usual);
  });

  it('survive a page that unsets everything', async () => {
    document.body.style.cssText = 'font-size: 16px';
    const form = await refused();
    const usual = measures(form);
    pageSays('* { all: unset } body * { color: red !important; font-family: cursive !important }');
    expect(measures(form)).to.deep.equal(usual);
    expect(looks(form.root.querySelector('.form')!).display).to.equal('block');
    expect(looks(box(form)).color).not.to.equal('rgb(255, 0, 0)');
    document.body.style.cssText = '';
  });

  it('keep the mark of an error where the page gives every control and question a border of its own', async () => {
    const form = await refused();
    const invalid = form.root.querySelector<HTMLElement>('[part~="control-invalid"]')!;
    const marked = (): string =>
      `${looks(invalid).borderTopWidth} ${looks(invalid).borderTopStyle} ${looks(invalid).borderTopColor}`;
    const stripe = (): string => looks(invalid.closest('[part~="field-invalid"]')!).borderInlineStartWidth;
    const usual = [marked(), stripe()];
    pageSays(
      'kl01-nomination-form::part(control) { border: 1px solid gray } kl01-nomination-form::part(field) { border: 0 }',
    );
    expect([marked(), stripe()]).to.deep.equal(usual);
    expect(looks(box(form)).borderTopColor === looks(invalid).borderTopColor).to.equal(box(form) === invalid);
  });

  it('have names for states and variants', async () => {
    const form = await refused();
    pageSays(`kl01-nomination-form::part(button-primary) { outline: 7px solid }
      kl01-nomination-form::part(button-danger) { outline: 6px solid }
      kl01-nomination-form::part(heading) { outline: 5px solid }
      kl01-nomination-form::part(hint) { outline: 4px solid }
      kl01-nomination-form::part(tag) { outline: 8px solid }
      kl01-nomination-form::part(nominee-open) { outline: 9px solid }
      kl01-nomination-form::part(summary-error) { outline: 11px solid }`);
    for (const [selector, width] of [
      ['.primary', 7],
      ['.danger', 6],
      ['.block > h3', 5],
      ['.hint', 4],
      ['.tag', 8],
      ['.nominee', 9],
    ] as const) {
      expect(looks(form.root.querySelector(selector)!).outlineWidth, selector).to.equal(`${width}px`);
    }
    expect(form.at('summary').part.contains('summary-error')).to.equal(true);
  });

  describe('can be read', () => {
    const background = (form: Shown): string => looks(form.root.querySelector('.form')!).backgroundColor;

    it('on a dark page that says so, by colours of their own', async () => {
      pageSays(':root { color-scheme: dark } body { background: #111 }');
      const form = await refused();
      expect(background(form)).to.equal('rgb(23, 28, 34)');
      expect(await accessibilityFaults(form.element)).to.deep.equal([]);
    });

    it('on a dark page that does not, since the background is their own', async () => {
      pageSays('body { background: #111; color: #eee }');
      const form = await refused();
      expect(background(form)).to.equal('rgb(255, 255, 255)');
      expect(await accessibilityFaults(form.element)).to.deep.equal([]);
    });

    for (const name of ['bootstrap', 'plain-service', 'state', 'dark']) {
      it(`in the theme ${name}`, async () => {
        await theme(name);
        const form = await refused();
        expect(await accessibilityFaults(form.element)).to.deep.equal([]);
        form.element.value = completeSubmission() as Submission;
        await form.settle();
        expect(await accessibilityFaults(form.element)).to.deep.equal([]);
      });
    }
  });
});
