import { css, type CSSResultGroup } from 'lit';
import { tokens } from './tokens.js';

const texts = css`
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  .title {
    font-size: 1.5rem;
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }

  h3 {
    font-size: 1.125rem;
    font-weight: 700;
  }

  .hint,
  .directive,
  .optional,
  .cite {
    color: var(--muted);
  }

  .hint,
  .directive,
  .cite {
    font-size: 0.9375rem;
  }

  .optional,
  .cite {
    font-weight: 400;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .tag {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--border);
    border-radius: 1rem;
    background: var(--tint);
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 600;
  }

  a,
  .link {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
`;

const blocks = css`
  /* Whatever holds the list of nominees flows instead of being a grid: a grid measures all its rows at every key press. */
  .form {
    overflow-wrap: anywhere;
  }

  .form > * + * {
    margin-top: var(--space);
  }

  .form > slot {
    display: block;
  }

  .head {
    display: grid;
    gap: 0.375rem;
    padding-bottom: 0.875rem;
    border-bottom: 2px solid var(--accent);
  }

  .head .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1.5rem;
    color: var(--muted);
  }

  .preamble {
    max-width: 45rem;
    white-space: pre-line;
  }

  .block > * + *,
  .submit > * + * {
    margin-top: 1rem;
  }

  .block,
  .submit {
    padding: var(--space);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
  }

  details.block > summary {
    cursor: pointer;
    min-height: 1.75rem;
  }

  details.block > summary > h3 {
    display: inline;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
    gap: 1rem 1.5rem;
    align-items: start;
  }

  .fields > .wide,
  .fields > .group {
    grid-column: 1 / -1;
  }

  .sub {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    min-width: 0;
    border: 0;
    border-top: 1px solid var(--border);
    padding-top: 1rem;
  }

  .sub > legend {
    float: left;
    width: 100%;
    padding: 0;
    margin-bottom: 0;
    font-weight: 700;
  }

  .sub > legend + * {
    clear: both;
  }

  .known dt {
    color: var(--muted);
    font-size: 0.9375rem;
  }

  .known dd {
    font-weight: 600;
  }

  .windows {
    display: grid;
    gap: 0.75rem;
  }

  .window {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.875rem;
    align-items: baseline;
    padding: 0.75rem var(--space);
    border: 1px solid var(--border);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
    background: var(--tint);
  }

  .window > div {
    flex: 1 1 18rem;
  }

  .window.closing,
  .window.late {
    border-inline-start-color: var(--warning);
  }

  .window.closed {
    border-inline-start-color: var(--error);
  }

  .window.closing .left,
  .window.late .left {
    color: var(--warning);
  }

  .window.closed .left {
    color: var(--error);
  }
`;

const fields = css`
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

const nominees = css`
  .quota {
    display: grid;
    gap: 0.5rem;
    padding: 0.875rem 1rem;
    border-radius: var(--radius);
    background: var(--tint);
  }

  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 2rem;
  }

  .counts li {
    display: grid;
    gap: 0.25rem;
    min-width: min(100%, 12rem);
  }

  .or {
    color: var(--muted);
    font-style: italic;
  }

  meter {
    width: 100%;
    height: 0.625rem;
    border: 0;
    border-radius: 1rem;
    appearance: none;
    background: var(--border);
    overflow: hidden;
  }

  meter::-webkit-meter-inner-element {
    display: block;
    height: 100%;
  }

  meter::-webkit-meter-bar {
    position: static;
    height: 0.625rem;
    border: 0;
    background: none;
  }

  meter::-webkit-meter-optimum-value,
  meter::-webkit-meter-suboptimum-value,
  meter::-webkit-meter-even-less-good-value {
    border-radius: 1rem;
    height: 100%;
    background: var(--accent);
  }

  meter::-moz-meter-bar {
    border-radius: 1rem;
    background: var(--accent);
  }

  .holds meter::-webkit-meter-optimum-value,
  .holds meter::-webkit-meter-suboptimum-value,
  .holds meter::-webkit-meter-even-less-good-value {
    background: var(--success);
  }

  .holds meter::-moz-meter-bar {
    background: var(--success);
  }

  .nominee + .nominee {
    margin-top: 0.625rem;
  }

  .nominee {
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }

  /* Folded rows out of sight cost nothing: with 500 of them a key press must still be painted at once. */
  .many > .nominee:not(.open) {
    content-visibility: auto;
    contain-intrinsic-size: auto 5rem;
  }

  .nominee.open {
    border-color: var(--accent);
  }

  .nominee-head {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding-inline-end: 0.5rem;
  }

  .nominee-head h4 {
    flex: 1;
    min-width: 0;
  }

  .fold {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: baseline;
    width: 100%;
    min-height: 2.75rem;
    padding: 0.5rem 0.75rem 0.5rem 2.25rem;
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 700;
    text-align: start;
    cursor: pointer;
    position: relative;
  }

  .fold:focus-visible {
    outline-offset: -3px;
  }

  .fold::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.9375rem;
    top: 1.125rem;
    width: 0.5rem;
    height: 0.5rem;
    border: solid var(--accent);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
    transition: transform 0.15s;
  }

  .fold[aria-expanded='true']::before {
    transform: rotate(45deg) translate(-2px, -2px);
  }

  .fold:hover .nominee-name {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .moves {
    display: flex;
    gap: 0.25rem;
  }

  .lacks {
    padding: 0 0.75rem 0.625rem 2.25rem;
    color: var(--muted);
    font-size: 0.9375rem;
  }

  .missing {
    color: var(--warning);
    font-weight: 600;
  }

  .done {
    color: var(--success);
    font-weight: 600;
  }

  .missing-list summary {
    cursor: pointer;
    min-height: 1.5rem;
  }

  .missing-list ul {
    columns: min(100%, 16rem) auto;
    padding: 0.375rem 0 0 1rem;
  }

  .nominee-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    padding: 0.25rem 1rem 1rem 2.25rem;
  }

  .nominee > .problems {
    padding: 0 0.75rem 0.625rem 2.25rem;
  }

  .empty {
    padding: 1rem;
    border: 1px dashed var(--control);
    border-radius: var(--radius);
    color: var(--muted);
    text-align: center;
  }

  @media (max-width: 30rem) {
    .block,
    .submit {
      padding: 0.875rem;
    }

    .nominee-body {
      padding-inline: 0.75rem;
    }
  }
`;

const notices = css`
  .notice,
  .summary {
    display: grid;
    gap: 0.5rem;
    padding: 0.875rem var(--space);
    border: 1px solid var(--border);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
    background: var(--background);
  }

  .notice.warning {
    border-inline-start-color: var(--warning);
  }

  .notice.error,
  .summary.error {
    border: 2px solid var(--error);
    border-inline-start-width: 4px;
  }

  .summary.error h3 {
    color: var(--error);
  }

  .summary ul,
  .notice ul {
    display: grid;
    gap: 0.375rem;
    padding-inline-start: 1.25rem;
    list-style: disc;
  }

  .summary-other {
    font-weight: 600;
  }

  .dropped dt {
    font-weight: 600;
  }

  .dropped dd {
    white-space: pre-wrap;
  }

  .loading {
    padding: 2rem;
    color: var(--muted);
    text-align: center;
  }

  .remaining {
    font-weight: 600;
  }

  .remaining.ready {
    color: var(--success);
  }

  .submit > div:not(:has(*)) {
    display: none;
  }

  progress {
    width: 100%;
    accent-color: var(--accent);
  }
`;

const actions = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }

  .row-actions {
    padding-top: 1rem;
    border-top: 1px solid var(--border);
  }

  button:not(.fold, .link),
  .button {
    min-height: 2.375rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--accent);
    border-radius: calc(var(--radius) - 2px);
    background: var(--background);
    color: var(--accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  button:not(.fold, .link):hover,
  .button:hover {
    background: var(--tint);
  }

  button.primary {
    min-height: 2.75rem;
    padding-inline: 1.75rem;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  button.primary:hover {
    background: var(--text);
    color: var(--background);
  }

  button.quiet,
  .button.quiet {
    min-height: 2rem;
    padding: 0.1875rem 0.625rem;
    border-color: var(--border);
    font-weight: 400;
  }

  button.quiet.danger {
    color: var(--error);
  }

  button.icon {
    min-width: 2rem;
    padding: 0;
    text-align: center;
  }

  button[aria-disabled='true'] {
    border-color: var(--border);
    color: var(--muted);
    cursor: not-allowed;
  }

  .link {
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .picker {
    position: relative;
    display: inline-flex;
    align-items: center;
  }

  .picker:focus-within {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    .fold::before {
      border-color: ButtonText;
    }

    .field.broken,
    .window,
    .notice,
    .summary {
      border-inline-start-color: Highlight;
    }
  }
`;

const print = css`
  .printed {
    display: none;
  }

  @media print {
    .screen {
      display: none;
    }

    .printed {
      display: block;
      color: #000;
      font-size: 11pt;
    }

    .printed section {
      margin-top: 0.75rem;
    }

    .printed dl > div {
      display: grid;
      grid-template-columns: 14rem 1fr;
      gap: 0 1rem;
      padding-block: 0.1875rem;
      border-bottom: 1px solid #ddd;
    }

    .printed dt {
      font-weight: 600;
    }

    .printed dd {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }

    .printed h3,
    .printed h4 {
      break-after: avoid;
      margin-bottom: 0.25rem;
    }

    .blank {
      color: #555;
      font-style: italic;
    }
  }
`;

/** All styles of a form element. They are constructed, never written into the page, so a strict policy admits them. */
export const formStyles: CSSResultGroup = [tokens, texts, blocks, fields, nominees, notices, actions, print];
