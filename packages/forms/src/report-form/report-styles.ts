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
    padding: 0.875em 1em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--tint);
  }

  .contents > * + * {
    margin-top: 0.5em;
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
    gap: 0.125em;
  }

  .contents-heading {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    padding-top: 0.5em;
    font-size: 0.875em;
    font-weight: 700;
  }

  .contents a,
  .key li {
    position: relative;
    display: block;
    padding: 0.125em 0.375em 0.125em 1.75em;
    font-size: 0.9375em;
    line-height: 1.5;
  }

  .contents a {
    min-height: max(24px, 1.5em);
    border-radius: var(--control-radius);
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
    gap: 0 0.875em;
    margin-bottom: 0.25em;
    padding-bottom: 0.5em;
    border-bottom: 1px solid var(--border);
    color: var(--muted);
  }

  .key li {
    padding-inline: 1.5em 0;
    font-size: 0.875em;
  }

  /* The signs differ in shape, not in colour alone: filled with a tick, a ring, a dashed ring, filled with a mark. */
  [class^='state-']::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.5em;
    top: 0.3333em;
    width: 1.3333em;
    height: 1.3333em;
    border: 2px solid var(--control);
    border-radius: 50%;
    font-size: 0.8em;
    font-weight: 700;
    line-height: 1em;
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

  @container (min-width: 56em) {
    .report-columns {
      grid-template-columns: 17.5em minmax(0, 1fr);
      align-items: start;
    }

    .contents {
      position: sticky;
      top: 1em;
      max-height: calc(100vh - 2em);
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
    padding-top: 1em;
    border-top: 1px solid var(--border);
    color: var(--accent);
    font-size: 1.0625em;
  }

  .annex-part + .statistics {
    padding-top: 0;
    border-top: 0;
  }

  .statistics {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    padding-top: 1em;
    border-top: 1px solid var(--border);
  }

  @media (forced-colors: active) {
    .contents a[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
