import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { LitElement } from 'lit';
import { FormAssociationController } from './form-association.js';

/** The least an element has to do to take part in a form. */
class SmallForm extends LitElement {
  static formAssociated = true;
  readonly association = new FormAssociationController(this, ({ focus }) => this.calls.push(`invalid, focus ${focus}`));
  readonly calls: string[] = [];

  formResetCallback(): void {
    this.calls.push('reset');
  }

  formDisabledCallback(disabled: boolean): void {
    this.calls.push(`disabled ${disabled}`);
  }
}
customElements.define('test-small-form', SmallForm);

const submission = { rulebook: 'vi-du@1.0.0', form: 'de-nghi', unit: {}, nominees: [] } as Submission;

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

  it('posts the submission as JSON and its files in their order', () => {
    element.association.setValue('ho-so', submission, [new File(['a'], 'b.pdf'), new File(['b'], 'a.pdf')]);
    const data = new FormData(form);
    expect([...data.keys()]).to.deep.equal(['ho-so', 'ho-so_files[]', 'ho-so_files[]']);
    expect(JSON.parse(String(data.get('ho-so')))).to.deep.equal(submission);
    expect((data.getAll('ho-so_files[]') as File[]).map(({ name }) => name)).to.deep.equal(['b.pdf', 'a.pdf']);
  });

  it('posts nothing without a name, as native controls do, nor before there is anything', () => {
    element.association.setValue(null, submission, []);
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    element.association.setValue('ho-so', null, []);
    expect([...new FormData(form).keys()]).to.deep.equal([]);
  });

  it('posts nothing inside a disabled <fieldset>, and is told so', () => {
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    fieldset.append(element);
    element.association.setValue('ho-so', submission, []);
    fieldset.disabled = true;
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    fieldset.disabled = false;
    expect([...new FormData(form).keys()]).to.deep.equal(['ho-so']);
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

  it('knows whether it stands in a form', () => {
    expect(element.association.insideForm).to.equal(true);
    document.body.append(element);
    expect(element.association.insideForm).to.equal(false);
    element.remove();
  });
});
