import { css } from 'lit';

/** Layout: the units on the left, the selection beside them, all candidates below. */
export const boardStyles = css`
  .board {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }

  /* What somebody typed does not turn the direction of the words around it. */
  .board :is(strong, a, li, p, td, th, span) {
    unicode-bidi: isolate;
  }

  .board > * + * {
    margin-top: var(--space);
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space);
    align-items: start;
  }

  @container (min-width: 60em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }

  .groups,
  .units,
  .candidates,
  .reserved {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }

  h4 {
    font-size: 1em;
  }

  .group {
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }

  .units {
    padding: 0 0.75em 0.75em 2.25em;
  }

  .group > button {
    margin: 0 0 0.75em 2.25em;
  }

  .unit {
    padding-block: 0.25em;
    border-top: 1px solid var(--border);
  }

  .unit-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 0.625em;
    align-items: baseline;
  }

  .unit a,
  .candidate a {
    display: inline-block;
    min-height: max(24px, 1.5em);
  }

  .missing .tag,
  .invalid .tag,
  .late .tag,
  .tag.late {
    border-color: var(--warning);
    color: var(--warning);
  }

  .fold .hint {
    font-weight: 400;
  }

  .filters,
  .reserved-form {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: 0.75em 1em;
    align-items: end;
  }

  .reserved {
    padding: 0.75em 1em;
    border-radius: var(--radius);
    background: var(--tint);
  }

  select.box {
    text-overflow: ellipsis;
  }

  .candidate {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25em 1em;
    padding: 0.625em 0.875em;
    border: 1px solid var(--border);
    border-inline-start-width: 4px;
    border-radius: var(--radius);
  }

  .candidate.picked {
    border-inline-start-color: var(--success);
  }

  .candidate-actions {
    display: flex;
    gap: 0.5em 1em;
    align-items: center;
  }

  .pick {
    min-width: 5.5em;
  }

  .pick input[aria-disabled='true'] {
    opacity: 0.5;
  }

  button[aria-pressed='true'] {
    background: var(--accent);
    color: var(--on-accent);
  }

  .comparison {
    overflow-x: auto;
  }

  .comparison table {
    border-collapse: collapse;
    min-width: 100%;
  }

  .comparison caption {
    padding-bottom: 0.375em;
    font-weight: 700;
    text-align: start;
  }

  .comparison :is(th, td) {
    min-width: 11em;
    max-width: 22em;
    padding: 0.375em 0.625em;
    border: 1px solid var(--border);
    text-align: start;
    vertical-align: top;
    white-space: pre-line;
  }

  .comparison th {
    background: var(--tint);
  }

  .comparison th[scope='row'] {
    position: sticky;
    inset-inline-start: 0;
    min-width: 7em;
  }

  .notice {
    padding: 0.875em var(--space);
    border: 2px solid var(--error);
    border-radius: var(--radius);
  }

  @container (max-width: 34em) {
    .candidate {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media print {
    .filters,
    .candidate-actions button,
    .reserved-form {
      display: none;
    }
  }
`;
