import { css } from 'lit';

/** Questions, their controls and findings; items of the dossier and their files. */
export const fields = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
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
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--error);
  }

  .box {
    width: 100%;
    min-height: 2.5rem;
    padding: 0.4375rem 0.625rem;
    border: 1px solid var(--control);
    border-radius: calc(var(--radius) - 2px);
    background: var(--background);
    color: inherit;
    font: inherit;
  }

  .box.short {
    max-width: 14rem;
  }

  textarea.box {
    max-width: 60rem;
    min-height: 5rem;
    resize: vertical;
    field-sizing: content;
    max-height: 30rem;
  }

  .box:hover {
    border-color: var(--text);
  }

  .broken .box {
    border: 2px solid var(--error);
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
    gap: 0.25rem 1.5rem;
  }

  .option {
    display: inline-flex;
    gap: 0.625rem;
    align-items: start;
    padding-block: 0.25rem;
    cursor: pointer;
  }

  .option input[aria-disabled='true'] {
    cursor: default;
  }

  .option input {
    flex: none;
    width: 1.375rem;
    height: 1.375rem;
    margin: 0.0625rem 0 0;
    accent-color: var(--accent);
  }

  .count.over {
    color: var(--warning);
    font-weight: 600;
  }

  .problems {
    display: grid;
    gap: 0.25rem;
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
    gap: 0.5rem;
    padding-top: 1rem;
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
    gap: 0.875rem;
    margin-inline-start: 0.25rem;
    padding-inline-start: 1rem;
    border-inline-start: 2px solid var(--border);
  }

  .enclosures-label,
  .outline-heading {
    font-weight: 700;
  }

  .enclosure {
    display: grid;
    gap: 0.375rem;
  }

  .outline {
    display: grid;
    gap: 0.875rem;
  }

  .file-list {
    display: grid;
    gap: 0.375rem;
  }

  .file {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.75rem;
    align-items: center;
    padding: 0.375rem 0.75rem;
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
