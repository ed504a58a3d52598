import { html } from '../html.js';
import type { HtmlValue } from '../html.js';
import type { Fault } from '../returning.js';
import { vi } from '../strings/vi.js';

/** Errors in one of the portal's own forms, each linked to its input; nothing was stored. */
export const faultSummary = (faults: readonly Fault[]): HtmlValue =>
  faults.length > 0 &&
  html`<div class="alert alert-danger" role="alert">
    <h3 class="h6">${vi.faults(faults.length)}</h3>
    <ul class="mb-0">
      ${faults.map(({ field, message }) => html`<li><a class="alert-link" href="#${field}">${message}</a></li>`)}
    </ul>
  </div>`;

/** Attributes and class that mark an input as invalid, and the message below it; all empty if it is valid. */
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
