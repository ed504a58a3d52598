import { css } from 'lit';

/** The quota and the rows of nominees. */
export const nominees = css`
  .quota {
    display: grid;
    gap: 0.5em;
    padding: 0.875em 1em;
    border-radius: var(--radius);
    background: var(--tint);
  }

  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 2em;
  }

  .counts li {
    display: grid;
    gap: 0.25em;
    min-width: min(100%, 12em);
  }

  .or {
    color: var(--muted);
    font-style: italic;
  }

  meter {
    width: 100%;
    height: 0.625em;
    border: 0;
    border-radius: 1em;
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
    height: 0.625em;
    border: 0;
    background: none;
  }

  meter::-webkit-meter-optimum-value,
  meter::-webkit-meter-suboptimum-value,
  meter::-webkit-meter-even-less-good-value {
    border-radius: 1em;
    height: 100%;
    background: var(--accent);
  }

  meter::-moz-meter-bar {
    border-radius: 1em;
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
    margin-top: 0.625em;
  }

  .nominee {
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }

  /* Folded rows out of sight cost nothing: with 500 of them a key press must still be painted at once. */
  .many > .nominee:not(.open) {
    content-visibility: auto;
    contain-intrinsic-size: auto 5em;
  }

  .nominee.open {
    border-color: var(--accent);
  }

  .nominee-head {
    display: flex;
    align-items: center;
    gap: 0.5em;
    padding-inline-end: 0.5em;
  }

  .nominee-head h4 {
    flex: 1;
    min-width: 0;
  }

  .fold {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 0.625em;
    align-items: baseline;
    width: 100%;
    min-height: 2.75em;
    padding: 0.5em 0.75em 0.5em 2.25em;
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
    inset-inline-start: 0.9375em;
    top: 1.125em;
    width: 0.5em;
    height: 0.5em;
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
    gap: 0.25em;
  }

  .lacks {
    padding: 0 0.8em 0.6667em 2.4em;
    color: var(--muted);
    font-size: var(--small-size);
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
    min-height: max(24px, 1.5em);
  }

  .missing-list ul {
    columns: min(100%, 16em) auto;
    padding: 0.375em 0 0 1em;
  }

  .nominee-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    padding: 0.25em 1em 1em 2.25em;
  }

  .nominee > .problems {
    padding: 0 0.75em 0.625em 2.25em;
  }

  .empty {
    padding: 1em;
    border: 1px dashed var(--control);
    border-radius: var(--radius);
    color: var(--muted);
    text-align: center;
  }

  @media (max-width: 30rem) {
    .block,
    .submit {
      padding: 0.875em;
    }

    .nominee-body {
      padding-inline: 0.75em;
    }
  }
`;
