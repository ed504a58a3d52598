import { css } from 'lit';

/** Notices about the form as a whole. */
export const notices = css`
  .notice,
  .summary {
    display: grid;
    gap: 0.5em;
    padding: 0.875em var(--padding);
    border: 1px solid var(--border);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
    background: var(--background);
  }

  .form > .told {
    margin-top: 0;
  }

  .told > * {
    margin-top: var(--space);
  }

  .notice.warning {
    border-inline-start-color: var(--warning);
  }

  .notice.error,
  .summary.error {
    border: 2px solid var(--error);
    border-inline-start-width: 4px;
  }

  .summary.error h3 {
    color: var(--error);
  }

  .summary ul,
  .notice ul {
    display: grid;
    gap: 0.375em;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .summary-other {
    font-weight: 600;
  }

  .dropped dt {
    font-weight: 600;
  }

  .dropped dd {
    white-space: pre-wrap;
  }

  .loading {
    padding: 2em;
    color: var(--muted);
    text-align: center;
  }

  .remaining {
    font-weight: 600;
  }

  .remaining.ready {
    color: var(--success);
  }

  .submit > div:not(:has(*)) {
    display: none;
  }

  progress {
    width: 100%;
    accent-color: var(--accent);
  }
`;
