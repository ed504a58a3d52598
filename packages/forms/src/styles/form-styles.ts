import type { CSSResultGroup } from 'lit';
import { actions } from './actions.js';
import { blocks } from './blocks.js';
import { fields } from './fields.js';
import { nominees } from './nominees.js';
import { notices } from './notices.js';
import { print } from './print.js';
import { texts } from './texts.js';
import { tokens } from './tokens.js';

/**
 * All styles of a form element. They are constructed style sheets, never inserted into the page, so a strict content
 * security policy allows them.
 */
export const formStyles: CSSResultGroup = [tokens, texts, blocks, fields, nominees, notices, actions, print];
