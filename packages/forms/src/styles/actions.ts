import { css } from 'lit';

/** Buttons, and adaptation to system preferences. */
export const actions = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }

  .row-actions {
    padding-top: 1rem;
    border-top: 1px solid var(--border);
  }

  button:not(.fold, .link),
  .button {
    min-height: 2.375rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--accent);
    border-radius: calc(var(--radius) - 2px);
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
    min-height: 2.75rem;
    padding-inline: 1.75rem;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  button.primary:hover {
    background: var(--text);
    color: var(--background);
  }

  button.quiet,
  .button.quiet {
    min-height: 2rem;
    padding: 0.1875rem 0.625rem;
    border-color: var(--border);
    font-weight: 400;
  }

  button.quiet.danger {
    color: var(--error);
  }

  button.icon {
    min-width: 2rem;
    padding: 0;
    text-align: center;
  }

  button[aria-disabled='true'] {
    border-color: var(--border);
    color: var(--muted);
    cursor: not-allowed;
  }

  .link {
    min-height: 1.5rem;
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
    outline: 3px solid var(--accent);
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

    .field.broken,
    .window,
    .notice,
    .summary {
      border-inline-start-color: Highlight;
    }
  }
`;
