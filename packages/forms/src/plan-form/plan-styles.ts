import { css } from 'lit';

/** Duty to plan, and commitments. */
export const planStyles = css`
  .duty {
    padding: 0.625em 0.875em;
    border-inline-start: 4px solid var(--border);
    border-radius: var(--radius);
    background: var(--tint);
  }

  .duty.must {
    border-inline-start-color: var(--accent);
  }

  .duty.open {
    border-inline-start-color: var(--warning);
  }

  .options.posts {
    display: grid;
    gap: 0.125em;
  }

  .commitments {
    display: grid;
    gap: 1.25em;
  }

  .commitment .options {
    display: grid;
  }
`;
