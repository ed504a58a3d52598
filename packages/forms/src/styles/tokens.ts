import { css } from 'lit';

/** The custom properties a host may set, and their defaults: all text has a contrast of at least 4.5 : 1. */
export const tokens = css`
  :host {
    --font: var(--kl01-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif);
    --text: var(--kl01-color-text, #1c2430);
    --muted: var(--kl01-color-muted, #51606f);
    --accent: var(--kl01-color-accent, #1d4e7e);
    --on-accent: var(--kl01-color-on-accent, #ffffff);
    --error: var(--kl01-color-error, #a3161e);
    --warning: var(--kl01-color-warning, #7d4a00);
    --success: var(--kl01-color-success, #1d6b3c);
    --border: var(--kl01-color-border, #d5dce4);
    --control: var(--kl01-color-control, #74828f);
    --background: var(--kl01-color-background, #ffffff);
    --tint: var(--kl01-color-tint, #f3f6f9);
    --radius: var(--kl01-radius, 6px);
    --space: var(--kl01-space, 1.25rem);
    display: block;
    color: var(--text);
    font-family: var(--font);
    font-size: 1rem;
    line-height: 1.5;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;
