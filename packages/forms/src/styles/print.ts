import { css } from 'lit';

/** What the browser prints: the printed view instead of the form. */
export const print = css`
  .printed {
    display: none;
  }

  @media print {
    .screen {
      display: none;
    }

    .printed {
      display: block;
      color-scheme: light;
      background: none;
      color: #000;
      font-size: 11pt;
    }

    .printed section {
      margin-top: 0.75em;
    }

    .printed dl > div {
      display: grid;
      grid-template-columns: 14em 1fr;
      gap: 0 1em;
      padding-block: 0.1875em;
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
      margin-bottom: 0.25em;
    }

    .blank {
      color: #555;
      font-style: italic;
    }
  }
`;
