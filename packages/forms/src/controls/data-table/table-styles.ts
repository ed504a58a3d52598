import { css } from 'lit';

/** Tables on screen and in print. */
export const tableStyles = css`
  .data-table {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }

  /* What a focused box scrolls to is not covered by the heads of the rows. */
  .scrolled {
    overflow-x: auto;
    scroll-padding-inline-start: 8em;
    container-type: inline-size;
  }

  table {
    border-collapse: collapse;
    min-width: 100%;
    font-size: var(--small-size);
    overflow-wrap: break-word;
  }

  table :is(.hint, .cite) {
    font-size: 1em;
  }

  th,
  td {
    padding: 0.375em 0.5em;
    border: 1px solid var(--border);
    vertical-align: middle;
  }

  th {
    min-width: 6em;
    background: var(--tint);
    font-weight: 600;
  }

  /* What a row is stays in sight while its cells are scrolled. */
  tbody th,
  tfoot th {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-width: 7em;
    max-width: 12em;
    text-align: start;
  }

  td {
    text-align: center;
  }

  tr.group th {
    font-weight: 700;
  }

  tr.level-1 th {
    padding-inline-start: 1.25em;
  }

  tr:is(.level-2, .level-3, .level-4, .level-5) th {
    padding-inline-start: 2em;
  }

  th .measure {
    font-weight: 400;
    white-space: nowrap;
  }

  .column-numbers td {
    padding-block: 0.125em;
    font-size: 0.8667em;
    font-style: italic;
  }

  td .box {
    min-width: 4.8em;
    min-height: 2.4em;
    text-align: end;
  }

  td.date .box {
    min-width: 7em;
  }

  td:is(.text, .choice) .box {
    min-width: 10em;
    text-align: start;
  }

  td input[type='checkbox'] {
    width: max(24px, 1.6em);
    height: max(24px, 1.6em);
    margin: 0;
    accent-color: var(--accent);
    vertical-align: middle;
  }

  td .box[aria-invalid],
  td input[aria-invalid] {
    border: max(2px, var(--control-border)) solid var(--error) !important;
    outline-color: var(--error);
  }

  /* Nor by what stands above while the page is scrolled. */
  td[data-at] {
    scroll-margin-block: 3em;
  }

  td[data-selected] {
    background: var(--tint);
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  td[data-selected] .box {
    background: transparent;
  }

  td.computed {
    padding-inline-end: 1.125em;
    background: var(--tint);
    font-weight: 600;
    text-align: end;
  }

  tfoot td.computed {
    font-weight: 700;
  }

  .row-problems td {
    padding: 0;
    text-align: start;
  }

  /* As wide as what is seen of the table, however far it is scrolled. */
  .beside {
    display: grid;
    gap: 0.375em;
    justify-items: start;
    position: sticky;
    inset-inline-start: 0;
    width: fit-content;
    max-width: min(46em, calc(100cqi - 2px));
    padding: 0.5em 0.625em;
  }

  .acts {
    display: flex;
    gap: 0.5em;
    justify-content: end;
  }

  /* Nothing to undo yet: the place is kept, so that nothing moves when there is. */
  .acts button:disabled {
    visibility: hidden;
  }

  .where {
    display: none;
  }

  .left-out {
    overflow-wrap: anywhere;
  }

  /* Where the heads of the columns are scrolled out of sight, the name of the cell stands above. */
  @media (max-width: 48rem) {
    .where {
      display: block;
      position: sticky;
      top: 0;
      z-index: 2;
      min-height: max(24px, 1.5em);
      background: var(--background);
      color: var(--muted);
      font-size: 0.875em;
    }

    tbody th,
    tfoot th {
      min-width: 6em;
      max-width: 7em;
      font-size: 0.9333em;
    }

    .scrolled {
      scroll-padding-inline-start: 7em;
    }

    td[data-at] {
      scroll-margin-top: 6em;
    }
  }

  @media print {
    .printed table {
      width: 100%;
      font-size: 9pt;
      break-inside: avoid;
    }

    .printed-note {
      margin-top: 0.25em;
    }

    .printed :is(th, td) {
      position: static;
      min-width: 0;
      max-width: none;
      border-color: #888;
      background: none;
    }
  }

  @media (forced-colors: active) {
    td[data-selected] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
