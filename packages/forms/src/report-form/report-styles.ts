import { css } from 'lit';

/** Room to write: one column of text of a comfortable width, the list of parts beside it where there is room. */
export const reportStyles = css`
  h5,
  h6 {
    margin: 0;
    font-size: 1rem;
  }

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

  .chapter {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
  }

  .chapter .chapter {
    gap: 1.25rem;
  }

  .block > .chapter,
  .block > .section.top {
    margin-top: 1.75rem;
    padding-top: 1.25rem;
    border-top: 1px solid var(--border);
  }

  .chapter-title,
  .section.top > .section-title {
    max-width: 46rem;
    color: var(--accent);
    font-size: 1.0625rem;
    line-height: 1.4;
  }

  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    max-width: 46rem;
  }

  .section.broken {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--error);
  }

  .section-title {
    font-weight: 600;
    line-height: 1.5;
  }

  .section-title.long {
    font-weight: 400;
  }

  .guidance {
    max-width: 46rem;
    white-space: pre-line;
  }

  /* The same text, unseen, stands under the box and makes it as high as what is written; no script measures. */
  .grows {
    display: grid;
  }

  .grows > .box,
  .grows::after {
    grid-area: 1 / 1;
    min-width: 0;
    min-height: 9rem;
    padding: 0.625rem 0.75rem;
    font-family: inherit;
    font-size: 1.0625rem;
    line-height: 1.65;
  }

  .grows::after {
    content: attr(data-text) ' ';
    border: 1px solid transparent;
    overflow-wrap: break-word;
    white-space: pre-wrap;
    visibility: hidden;
  }

  .grows > .box {
    max-width: none;
    max-height: none;
    overflow: hidden;
    overflow-wrap: break-word;
    resize: none;
    field-sizing: fixed;
  }

  /* A title may be half a page long; it stands in full at its section. */
  .summary a {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }

  .section-foot {
    display: flex;
    gap: 0.5rem 1rem;
    align-items: center;
    min-height: 2rem;
  }

  .section-foot .count {
    margin-inline-start: auto;
  }

  .paste-report,
  .pieces {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .paste-report {
    margin-top: 0.75rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--border);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
  }

  .pieces {
    padding: 0;
    list-style: none;
  }

  .piece {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--border);
    border-inline-start-width: 4px;
    border-radius: var(--radius);
  }

  .piece.nowhere,
  .piece.unsure {
    border-inline-start-color: var(--warning);
  }

  .piece-text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
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

  @media print {
    .printed .printed-text {
      white-space: pre-wrap;
      text-align: justify;
    }

    .printed :is(h3, h4, tr) {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .contents a[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
