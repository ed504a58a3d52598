import { css } from 'lit';

/** Placeholder order: tokens, text, blocks, fields, notices, actions, print. */
export const formStyles = css``;
