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

  @container (min-width: 60rem) {
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
    gap: 0.5rem;
  }

  h4 {
    font-size: 1rem;
  }

  .group {
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }

  .units {
    padding: 0 0.75rem 0.75rem 2.25rem;
  }

  .group > button {
    margin: 0 0 0.75rem 2.25rem;
  }

  .unit {
    padding-block: 0.25rem;
    border-top: 1px solid var(--border);
  }

  .unit-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: baseline;
  }

  .unit a,
  .candidate a {
    display: inline-block;
    min-height: 1.5rem;
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
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: 0.75rem 1rem;
    align-items: end;
  }

  .reserved {
    padding: 0.75rem 1rem;
    border-radius: var(--radius);
    background: var(--tint);
  }

  select.box {
    text-overflow: ellipsis;
  }

  .candidate {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 1rem;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--border);
    border-inline-start-width: 4px;
    border-radius: var(--radius);
  }

  .candidate.picked {
    border-inline-start-color: var(--success);
  }

  .candidate-actions {
    display: flex;
    gap: 0.5rem 1rem;
    align-items: center;
  }

  .pick {
    min-width: 5.5rem;
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
    padding-bottom: 0.375rem;
    font-weight: 700;
    text-align: start;
  }

  .comparison :is(th, td) {
    min-width: 11rem;
    max-width: 22rem;
    padding: 0.375rem 0.625rem;
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
    min-width: 7rem;
  }

  .notice {
    padding: 0.875rem var(--space);
    border: 2px solid var(--error);
    border-radius: var(--radius);
  }

  @container (max-width: 34rem) {
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
