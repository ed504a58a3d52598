import { css } from 'lit';

/** The parts of a form and their layout. */
export const blocks = css`
  /* Whatever holds the list of nominees flows instead of being a grid: a grid measures all its rows at every key press. */
  .form {
    overflow-wrap: anywhere;
  }

  .form > * + * {
    margin-top: var(--space);
  }

  .form > slot {
    display: block;
  }

  .head {
    display: grid;
    gap: 0.375rem;
    padding-bottom: 0.875rem;
    border-bottom: 2px solid var(--accent);
  }

  .head .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1.5rem;
    color: var(--muted);
  }

  .preamble {
    max-width: 45rem;
    white-space: pre-line;
  }

  .block > * + *,
  .submit > * + * {
    margin-top: 1rem;
  }

  .block,
  .submit {
    padding: var(--space);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
  }

  details.block > summary {
    cursor: pointer;
    min-height: 1.75rem;
  }

  details.block > summary > h3 {
    display: inline;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
    gap: 1rem 1.5rem;
    align-items: start;
  }

  .fields > .wide,
  .fields > .group {
    grid-column: 1 / -1;
  }

  .sub {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    min-width: 0;
    border: 0;
    border-top: 1px solid var(--border);
    padding-top: 1rem;
  }

  .sub > legend {
    float: left;
    width: 100%;
    padding: 0;
    margin-bottom: 0;
    font-weight: 700;
  }

  .sub > legend + * {
    clear: both;
  }

  .known dt {
    color: var(--muted);
    font-size: 0.9375rem;
  }

  .known dd {
    font-weight: 600;
  }

  .windows {
    display: grid;
    gap: 0.75rem;
  }

  .window {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.875rem;
    align-items: baseline;
    padding: 0.75rem var(--space);
    border: 1px solid var(--border);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
    background: var(--tint);
  }

  .window > div {
    flex: 1 1 18rem;
  }

  .window.closing,
  .window.late {
    border-inline-start-color: var(--warning);
  }

  .window.closed {
    border-inline-start-color: var(--error);
  }

  .window.closing .left,
  .window.late .left {
    color: var(--warning);
  }

  .window.closed .left {
    color: var(--error);
  }
`;
