import { expect } from '@open-wc/testing';
import { completeIndividual, completeSubmission, show } from '../../test/fixture.js';

const COUNT = 500;

describe('500 nominees', () => {
  afterEach(() => document.body.replaceChildren());

  it('only what is open is in the page', async () => {
    const nominees = Array.from({ length: COUNT }, (_, index) => completeIndividual(`n${index}`));
    const form = await show({ value: completeSubmission(nominees) });
    expect(form.root.querySelectorAll('.nominee').length).to.equal(COUNT);
    expect(form.root.querySelectorAll('.nominee-body').length).to.equal(0);
    form.root.getElementById('n250~fold')?.click();
    await form.settle();
    expect(form.root.querySelectorAll('.nominee-body').length).to.equal(1);
  });

  it('a key press leaves folded rows alone', async () => {
    const nominees = Array.from({ length: COUNT }, (_, index) => completeIndividual(`n${index}`));
    const form = await show({ value: completeSubmission(nominees) });
    form.root.getElementById('n250~fold')?.click();
    await form.settle();
    const touched = new Set<string>();
    const watch = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const row = element?.closest('.nominee')?.id;
        if (row) touched.add(row);
      }
    });
    watch.observe(form.root, { subtree: true, childList: true, characterData: true, attributes: true });
    const box = form.at('/nominees/250/name');
    box.value = 'Tên Mới';
    box.dispatchEvent(new InputEvent('input'));
    await form.settle();
    watch.disconnect();
    expect([...touched]).to.deep.equal(['/nominees/250']);
  });
});
