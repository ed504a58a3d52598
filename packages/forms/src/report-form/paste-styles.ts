import { css } from 'lit';

/** A pasted report, piece by piece. */
export const pasteStyles = css`
  .paste-report,
  .pieces {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }

  .paste-report {
    margin-top: 0.75em;
    padding: 0.875em 1em;
    border: 1px solid var(--border);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
  }

  .pieces {
    padding: 0;
    list-style: none;
  }

  .piece {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375em;
    padding: 0.625em 0.75em;
    border: 1px solid var(--border);
    border-inline-start-width: 4px;
    border-radius: var(--radius);
  }

  .piece.nowhere,
  .piece.unsure {
    border-inline-start-color: var(--warning);
  }

  .read-groups {
    display: grid;
    gap: 0.75em;
    padding: 0;
    list-style: none;
  }

  .piece-text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;
