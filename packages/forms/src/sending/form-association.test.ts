import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { FormAssociationController } from './form-association.js';

/** A minimal element that takes part in a form. */
class SmallForm extends LitElement {
  static formAssociated = true;
  readonly association = new FormAssociationController(this, ({ focus }) => {
    this.calls.push(`invalid, focus ${focus}`);
    return true;
  });
  readonly calls: string[] = [];

  formResetCallback(): void {
    this.calls.push('reset');
  }

  formDisabledCallback(disabled: boolean): void {
    this.calls.push(`disabled ${disabled}`);
  }
}
customElements.define('test-small-form', SmallForm);

describe('part of a plain <form>', () => {
  let form: HTMLFormElement;
  let element: SmallForm;

  beforeEach(() => {
    form = document.createElement('form');
    element = document.createElement('test-small-form') as SmallForm;
    form.append(element);
    document.body.append(form);
  });
  afterEach(() => form.remove());

  it('is told that it stands inside a disabled <fieldset>', async () => {
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    fieldset.append(element);
    fieldset.disabled = true;
    await element.updateComplete;
    fieldset.disabled = false;
    expect(element.calls).to.deep.equal(['disabled true', 'disabled false']);
  });

  it('is told of a reset', () => {
    form.reset();
    expect(element.calls).to.deep.equal(['reset']);
  });

  it('stops the host’s submit while invalid, and takes the focus', () => {
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    element.association.setValidity('Còn thiếu.');
    form.requestSubmit();
    expect(sent).to.equal(0);
    expect(element.calls).to.deep.equal(['invalid, focus true']);
    element.association.setValidity(null);
    form.requestSubmit();
    expect(sent).to.equal(1);
  });

  it('leaves the focus to an invalid control of the host that comes before it', () => {
    const input = document.createElement('input');
    input.required = true;
    form.prepend(input);
    element.association.setValidity('Còn thiếu.');
    form.requestSubmit();
    expect(element.calls).to.deep.equal(['invalid, focus false']);
  });

  it('checks without a word, and reports', () => {
    element.association.setValidity('Còn thiếu.');
    expect(element.association.ask('check')).to.equal(false);
    expect(element.calls).to.deep.equal([]);
    const input = document.createElement('input');
    input.required = true;
    form.prepend(input);
    expect(element.association.ask('report')).to.equal(false);
    expect(element.calls).to.deep.equal(['invalid, focus true']);
  });

  it('leaves the word to a page that prevents `invalid`', () => {
    element.association.setValidity('Còn thiếu.');
    document.body.addEventListener('invalid', (event) => event.preventDefault(), { capture: true, once: true });
    form.requestSubmit();
    expect(element.calls).to.deep.equal([]);
  });

  it('knows whether it stands in a form', () => {
    expect(element.association.insideForm).to.equal(true);
    document.body.append(element);
    expect(element.association.insideForm).to.equal(false);
    element.remove();
  });
});
