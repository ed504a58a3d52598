import { css } from 'lit';

/** Buttons, and adaptation to system preferences. */
export const actions = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: center;
  }

  .row-actions {
    padding-top: 1em;
    border-top: 1px solid var(--border);
  }

  button:not(.fold, .link),
  .button {
    min-height: 2.375em;
    padding: 0.375em 0.875em;
    border: 1px solid var(--accent);
    border-radius: var(--control-radius);
    background: var(--background);
    color: var(--accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  button:not(.fold, .link):hover,
  .button:hover {
    background: var(--tint);
  }

  button.primary {
    min-height: 2.75em;
    padding-inline: 1.75em;
    border-color: var(--primary);
    background: var(--primary);
    color: var(--on-primary);
  }

  button.primary:hover {
    background: var(--text);
    color: var(--background);
  }

  button.quiet,
  .button.quiet {
    min-height: 2em;
    padding: 0.1875em 0.625em;
    border-color: var(--border);
    font-weight: 400;
  }

  button.quiet.danger {
    color: var(--error);
  }

  button.icon {
    min-width: 2em;
    padding: 0;
    text-align: center;
  }

  button[aria-disabled='true'] {
    border-color: var(--border);
    color: var(--muted);
    cursor: not-allowed;
  }

  .link {
    min-height: max(24px, 1.5em);
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .picker {
    position: relative;
    display: inline-flex;
    align-items: center;
  }

  .picker:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    .fold::before {
      border-color: ButtonText;
    }

    .field.broken {
      border-inline-start-color: Highlight !important;
    }

    .window,
    .notice,
    .summary {
      border-inline-start-color: Highlight;
    }
  }
`;
