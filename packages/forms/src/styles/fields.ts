import { css } from 'lit';

/** Questions, their controls and findings; items of the dossier and their files. */
export const fields = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375em;
    min-width: 0;
    border: 0;
  }

  .label {
    font-weight: 600;
  }

  fieldset.field > legend {
    float: left;
    width: 100%;
    padding: 0;
  }

  fieldset.field > legend + * {
    clear: both;
  }

  .field.broken {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--error) !important;
  }

  .box {
    width: 100%;
    min-height: var(--control-height);
    padding: 0.4375em 0.625em;
    border: var(--control-border) solid var(--control);
    border-radius: var(--control-radius);
    background: var(--control-background);
    color: inherit;
    font: inherit;
  }

  .box.short {
    max-width: 14em;
  }

  textarea.box {
    max-width: 60em;
    min-height: 5em;
    resize: vertical;
    field-sizing: content;
    max-height: 30em;
  }

  .box:hover {
    border-color: var(--text);
  }

  /* Important, so that a page that gives every control its own border does not take this one away unawares. */
  .broken .box {
    border: max(2px, var(--control-border)) solid var(--error) !important;
  }

  .box:read-only:not(select),
  .box:disabled {
    border-color: var(--border);
    background: var(--tint);
    color: var(--text);
    opacity: 1;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
  }

  .option {
    display: inline-flex;
    gap: 0.625em;
    align-items: start;
    padding-block: 0.25em;
    cursor: pointer;
  }

  .option input[aria-disabled='true'] {
    cursor: default;
  }

  .option input {
    flex: none;
    width: 1.375em;
    height: 1.375em;
    margin: 0.0625em 0 0;
    accent-color: var(--accent);
  }

  .count.over {
    color: var(--warning);
    font-weight: 600;
  }

  .problems {
    display: grid;
    gap: 0.25em;
  }

  .problem.error {
    color: var(--error);
  }

  .problem.warning {
    color: var(--warning);
  }

  .problem .severity {
    font-weight: 700;
  }

  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    padding-top: 1em;
    border-top: 1px solid var(--border);
  }

  .sub > .item:first-of-type {
    padding-top: 0;
    border-top: 0;
  }

  .item-label {
    font-weight: 600;
  }

  .item-label .hint {
    font-weight: 400;
  }

  .enclosures {
    display: grid;
    gap: 0.875em;
    margin-inline-start: 0.25em;
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--border);
  }

  .enclosures-label,
  .outline-heading {
    font-weight: 700;
  }

  .enclosure {
    display: grid;
    gap: 0.375em;
  }

  .outline {
    display: grid;
    gap: 0.875em;
  }

  .file-list {
    display: grid;
    gap: 0.375em;
  }

  .file {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em 0.75em;
    align-items: center;
    padding: 0.375em 0.75em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--tint);
  }

  .file-name {
    font-weight: 600;
  }

  .file.gone {
    border-color: var(--warning);
  }

  .file.gone .tag {
    border-color: var(--warning);
    color: var(--warning);
  }
`;
