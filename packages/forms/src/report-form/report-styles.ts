import { css } from 'lit';

/** The list of parts, beside the text if there is room, and the surroundings of a table. */
export const reportStyles = css`
  .report {
    container-type: inline-size;
  }

  .report-columns,
  .report-parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space);
  }

  /* A report of one part has no list beside it. */
  .report-parts:only-child {
    grid-column: 1 / -1;
  }

  .contents {
    padding: 0.875rem 1rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--tint);
  }

  .contents > * + * {
    margin-top: 0.5rem;
  }

  .contents meter {
    display: block;
  }

  .progress {
    font-weight: 700;
  }

  meter.full::-webkit-meter-optimum-value {
    background: var(--success);
  }

  meter.full::-moz-meter-bar {
    background: var(--success);
  }

  .contents:not(.open) .contents-list {
    display: none;
  }

  .contents-list > ol {
    display: grid;
    gap: 0.125rem;
  }

  .contents-heading {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    padding-top: 0.5rem;
    font-size: 0.875rem;
    font-weight: 700;
  }

  .contents a,
  .key li {
    position: relative;
    display: block;
    padding: 0.125rem 0.375rem 0.125rem 1.75rem;
    font-size: 0.9375rem;
    line-height: 1.5;
  }

  .contents a {
    min-height: 1.5rem;
    border-radius: calc(var(--radius) - 2px);
    color: inherit;
    text-decoration: none;
  }

  .contents a .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }

  .contents a:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .contents a[aria-current] {
    background: var(--background);
    box-shadow: inset 3px 0 0 var(--accent);
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.875rem;
    margin-bottom: 0.25rem;
    padding-bottom: 0.5rem;
    border-bottom: 1px solid var(--border);
    color: var(--muted);
  }

  .key li {
    padding-inline: 1.5rem 0;
    font-size: 0.875rem;
  }

  /* The signs differ in shape, not in colour alone: filled with a tick, a ring, a dashed ring, filled with a mark. */
  [class^='state-']::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.375rem;
    top: 0.25rem;
    width: 1rem;
    height: 1rem;
    border: 2px solid var(--control);
    border-radius: 50%;
    font-size: 0.75rem;
    font-weight: 700;
    line-height: 0.75rem;
    text-align: center;
  }

  .key li[class^='state-']::before {
    inset-inline-start: 0;
  }

  .state-optional::before {
    border-style: dashed;
  }

  .state-written::before {
    content: '✓';
    border-color: var(--success);
    background: var(--success);
    color: var(--background);
  }

  .state-broken::before {
    content: '!';
    border-color: var(--error);
    background: var(--error);
    color: var(--background);
  }

  .state-filled::before {
    content: '✓';
    border-color: var(--success);
    background: var(--success);
    color: var(--background);
  }

  .state-part::before {
    content: '–';
    border-color: var(--warning);
    color: var(--warning);
  }

  @container (min-width: 56rem) {
    .report-columns {
      grid-template-columns: 17.5rem minmax(0, 1fr);
      align-items: start;
    }

    .contents {
      position: sticky;
      top: 1rem;
      max-height: calc(100vh - 2rem);
      overflow-y: auto;
    }

    .contents:not(.open) .contents-list {
      display: block;
    }

    .contents-toggle {
      display: none;
    }
  }

  .annex-part {
    padding-top: 1rem;
    border-top: 1px solid var(--border);
    color: var(--accent);
    font-size: 1.0625rem;
  }

  .annex-part + .statistics {
    padding-top: 0;
    border-top: 0;
  }

  .statistics {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    padding-top: 1rem;
    border-top: 1px solid var(--border);
  }

  @media (forced-colors: active) {
    .contents a[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
