import { expect, fixtureSync, html } from '@open-wc/testing';
import { mayDefine } from './old-browser.js';
import { tooOld } from './strings/too-old.js';

describe('mayDefine', () => {
  it('lets a browser go on that has all that is needed', () => {
    expect(mayDefine()).to.equal(true);
  });

  it('says in place of a form that the browser is too old, and keeps the form around it from being sent', () => {
    const around = fixtureSync<HTMLFormElement>(html`<form><kl01-report-form></kl01-report-form></form>`);
    const { hasOwn } = Object;
    Reflect.deleteProperty(Object, 'hasOwn');
    try {
      expect(mayDefine()).to.equal(false);
    } finally {
      Object.hasOwn = hasOwn;
    }
    expect(around.textContent).to.contain(tooOld.vi);
    expect(around.checkValidity()).to.equal(false);
  });
});
