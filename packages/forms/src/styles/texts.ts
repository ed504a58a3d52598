import { css } from 'lit';

/** Headings, guidance, marks. */
export const texts = css`
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
    color: var(--heading);
    font-family: var(--heading-font);
    font-size: var(--title-size);
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }

  h2,
  h3 {
    color: var(--heading);
    font-family: var(--heading-font);
  }

  h3 {
    font-size: var(--heading-size);
    font-weight: 700;
  }

  h4 {
    font-size: 1em;
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
    font-size: var(--small-size);
  }

  /* Small in small stays readable. */
  :is(.hint, .directive, .cite) :is(.hint, .cite) {
    font-size: 1em;
  }

  .optional,
  .cite {
    font-weight: 400;
  }

  /* on one line where there is room for it */
  .cite .whole {
    display: inline-block;
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
    padding: 0.0625em 0.5em;
    border: 1px solid var(--border);
    border-radius: 1em;
    background: var(--tint);
    color: var(--muted);
    font-family: var(--font);
    font-size: 0.875em;
    font-weight: 600;
  }

  a,
  .link {
    color: var(--link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
`;
