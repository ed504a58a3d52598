import { html, nothing, type TemplateResult } from 'lit';

/** Something the officer has to know, with what can be done about it. */
export function box(
  tone: 'calm' | 'warning' | '',
  sentence: unknown,
  buttons: readonly unknown[],
  more: unknown = nothing,
): TemplateResult {
  return html`<div class="notice ${tone}" part="notice">
    <p>${sentence}</p>
    ${more} ${buttons.length > 0 ? html`<div class="actions">${buttons}</div>` : nothing}
  </div>`;
}

export interface ButtonDetails {
  readonly id?: string;
  /** what a screen reader says, where the label alone would not tell it from others */
  readonly name?: string;
  /** `loud`: what most people want next */
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
    part="button"
    id=${id ?? nothing}
    aria-label=${name ?? nothing}
    @click=${act}
  >
    ${label}
  </button>`;
}
