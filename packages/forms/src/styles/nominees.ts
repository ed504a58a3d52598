import { css } from 'lit';

/** The quota and the rows of nominees. */
export const nominees = css`
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
