import { html, nothing, type TemplateResult } from 'lit';

/** A notice for the officer, with the actions available. */
export function box(
  tone: 'calm' | 'warning' | '',
  sentence: unknown,
  buttons: readonly unknown[],
  more: unknown = nothing,
): TemplateResult {
  return html`<div class="notice ${tone}" part="notice ${tone === 'warning' ? 'notice-warning' : ''}">
    <p>${sentence}</p>
    ${more} ${buttons.length > 0 ? html`<div class="actions">${buttons}</div>` : nothing}
  </div>`;
}

export interface ButtonDetails {
  readonly id?: string;
  /** accessible name, if the label alone is ambiguous */
  readonly name?: string;
  /** `loud`: the most likely next action */
  readonly tone?: 'quiet' | 'quiet danger' | 'loud';
}

export function button(
  label: string,
  act: () => void,
  { id, name, tone = 'quiet' }: ButtonDetails = {},
): TemplateResult {
  return html`<button
    type="button"
    class=${tone}
    part="button ${tone === 'loud' ? '' : 'button-quiet'} ${tone === 'quiet danger' ? 'button-danger' : ''}"
    id=${id ?? nothing}
    aria-label=${name ?? nothing}
    @click=${act}
  >
    ${label}
  </button>`;
}
