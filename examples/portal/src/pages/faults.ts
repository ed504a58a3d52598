import { html } from '../html.js';
import type { HtmlValue } from '../html.js';
import type { Fault } from '../returning.js';
import { vi } from '../strings/vi.js';

/** What is wrong in a form of the portal's own, each a link to its box: nothing of it was stored. */
export const faultSummary = (faults: readonly Fault[]): HtmlValue =>
  faults.length > 0 &&
  html`<div class="alert alert-danger" role="alert">
    <h3 class="h6">${vi.faults(faults.length)}</h3>
    <ul class="mb-0">
      ${faults.map(({ field, message }) => html`<li><a class="alert-link" href="#${field}">${message}</a></li>`)}
    </ul>
  </div>`;

/** Of a box: the attributes and the class that say it is at fault, and what is wrong, to stand below; all empty where nothing is. */
export interface BoxFault {
  mark: HtmlValue;
  invalid: string;
  words: HtmlValue;
}

export function faultOf(faults: readonly Fault[], field: string): BoxFault {
  const found = faults.find((fault) => fault.field === field);
  if (!found) return { mark: '', words: null, invalid: '' };
  return {
    mark: html`aria-invalid="true" aria-describedby="${field}-fault"`,
    words: html`<p class="portal-error mb-0" id="${field}-fault">${found.message}</p>`,
    invalid: 'is-invalid',
  };
}
