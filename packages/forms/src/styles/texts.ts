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
