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
    font-size: 1.25rem;
    line-height: 1.3;
  }

  .directive + h2 {
    margin-top: 0.375rem;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.5rem;
    align-items: end;
    justify-content: space-between;
  }

  .calendar a,
  .calendar ::slotted(a) {
    display: inline-block;
    min-height: 1.5rem;
  }

  .list {
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
  }

  .date {
    display: grid;
    grid-template-columns: 5.5rem minmax(0, 1fr);
    gap: 0 1rem;
    padding: 0.875rem 1rem;
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
    font-size: 0.875rem;
    line-height: 1.35;
  }

  .number {
    color: var(--text);
    font-size: 1.375rem;
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
    gap: 0.25rem;
    max-width: 48rem;
  }

  .label {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
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
    min-height: 1.75rem;
    cursor: pointer;
  }

  summary h3 {
    display: inline;
    font-size: 1rem;
  }

  details > .list {
    margin-top: 0.5rem;
  }

  .withdrawn {
    margin-top: 0.5rem;
  }

  .notice {
    padding: 0.875rem var(--space);
    border: 2px solid var(--error);
    border-radius: var(--radius);
  }

  @media (max-width: 30rem) {
    .date {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.25rem;
      padding-inline: 0.75rem;
    }

    .day {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5rem;
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
