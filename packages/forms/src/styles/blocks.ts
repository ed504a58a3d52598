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
    gap: 0.375em;
    padding-bottom: 0.875em;
    border-bottom: 2px solid var(--accent);
  }

  .head .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 1.5em;
    color: var(--muted);
  }

  .preamble {
    max-width: 45em;
    white-space: pre-line;
  }

  .block > * + *,
  .submit > * + * {
    margin-top: var(--gap);
  }

  .block,
  .submit {
    padding: var(--padding);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
  }

  details.block > summary {
    cursor: pointer;
    min-height: 1.75em;
  }

  details.block > summary > h3 {
    display: inline;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--column)), 1fr));
    gap: var(--gap) 1.5em;
    align-items: start;
  }

  .fields > .wide,
  .fields > .group {
    grid-column: 1 / -1;
  }

  .sub {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    min-width: 0;
    border: 0;
    border-top: 1px solid var(--border);
    padding-top: 1em;
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
    font-size: var(--small-size);
  }

  .known dd {
    font-weight: 600;
  }

  .windows {
    display: grid;
    gap: 0.75em;
  }

  .window {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.875em;
    align-items: baseline;
    padding: 0.75em var(--padding);
    border: 1px solid var(--border);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
    background: var(--tint);
  }

  .window > div {
    flex: 1 1 18em;
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
