import { css } from 'lit';

/** A plain list: the day on the left, the text beside it; colour only where something is due soon. */
export const deadlinesStyles = css`
  .dates {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space);
    overflow-wrap: anywhere;
  }

  h2 {
    font-size: 1.25em;
    line-height: 1.3;
  }

  .directive + h2 {
    margin-top: 0.375em;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    align-items: end;
    justify-content: space-between;
  }

  .calendar a,
  .calendar ::slotted(a) {
    display: inline-block;
    min-height: max(24px, 1.5em);
  }

  .list {
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
  }

  .date {
    display: grid;
    grid-template-columns: 5.5em minmax(0, 1fr);
    gap: 0 1em;
    padding: 0.875em 1em;
    border-inline-start: 4px solid transparent;
  }

  .date + .date {
    border-top: 1px solid var(--border);
  }

  .date.open {
    border-inline-start-color: var(--accent);
  }

  .date.closing,
  .date.late {
    border-inline-start-color: var(--warning);
  }

  .closing .tag,
  .late .tag,
  .closing .left,
  .late .left {
    border-color: var(--warning);
    color: var(--warning);
  }

  .open .tag {
    border-color: var(--accent);
    color: var(--accent);
  }

  .day {
    display: grid;
    align-content: start;
    color: var(--muted);
    font-size: 0.875em;
    line-height: 1.35;
  }

  .number {
    color: var(--text);
    font-size: 1.5714em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .over .number,
  .none .number {
    color: var(--muted);
    font-weight: 400;
  }

  .about {
    display: grid;
    gap: 0.25em;
    max-width: 48em;
  }

  .label {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 0.625em;
    align-items: baseline;
  }

  .amended del,
  .withdrawn del {
    color: var(--muted);
  }

  .amended ins {
    font-weight: 600;
    text-decoration: none;
  }

  summary {
    min-height: 1.75em;
    cursor: pointer;
  }

  summary h3 {
    display: inline;
    font-size: 1em;
  }

  details > .list {
    margin-top: 0.5em;
  }

  .withdrawn {
    margin-top: 0.5em;
  }

  .notice {
    padding: 0.875em var(--space);
    border: 2px solid var(--error);
    border-radius: var(--radius);
  }

  @media (max-width: 30rem) {
    .date {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.25em;
      padding-inline: 0.75em;
    }

    .day {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5em;
      align-items: baseline;
    }
  }

  @media print {
    .date {
      break-inside: avoid;
    }

    .calendar {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .date.closing,
    .date.late {
      border-inline-start-color: Highlight;
    }
  }
`;
