import { css } from 'lit';

/** The outline of a directive with room to write: headings, guidance, growing boxes; and its text in print. */
export const outlineStyles = css`
  h5,
  h6 {
    margin: 0;
    font-size: 1rem;
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

  @media print {
    .printed .printed-text {
      white-space: pre-wrap;
      text-align: justify;
    }

    .printed :is(h3, h4, tr) {
      break-inside: avoid;
    }
  }
`;
