import { css } from 'lit';

/** The outline of a directive with room to write: headings, guidance, growing boxes; and its text in print. */
export const outlineStyles = css`
  h5,
  h6 {
    margin: 0;
    font-size: 1em;
  }

  .chapter {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }

  .chapter .chapter {
    gap: 1.25em;
  }

  .block > .chapter,
  .block > .section.top {
    margin-top: 1.75em;
    padding-top: 1.25em;
    border-top: 1px solid var(--border);
  }

  .chapter-title,
  .section.top > .section-title {
    max-width: 43.3em;
    color: var(--accent);
    font-size: 1.0625em;
    line-height: 1.4;
  }

  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    max-width: 46em;
  }

  .section.broken {
    padding-inline-start: 0.75em;
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
    max-width: 49em;
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
    min-height: 8.5em;
    padding: 0.5882em 0.7em;
    font-family: inherit;
    font-size: 1.0625em;
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
    gap: 0.5em 1em;
    align-items: center;
    min-height: 2em;
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
