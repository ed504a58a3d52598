import { html, nothing, type TemplateResult } from 'lit';

/** Something the officer has to know, with what can be done about it. */
export function box(
  tone: 'calm' | 'warning',
  sentence: string,
  buttons: readonly TemplateResult[],
  more: unknown = nothing,
): TemplateResult {
  return html`<div class="notice ${tone}" part="notice">
    <p>${sentence}</p>
    ${more} ${buttons.length > 0 ? html`<div class="actions">${buttons}</div>` : nothing}
  </div>`;
}

export function button(label: string, act: () => void): TemplateResult {
  return html`<button type="button" class="quiet" part="button" @click=${act}>${label}</button>`;
}
