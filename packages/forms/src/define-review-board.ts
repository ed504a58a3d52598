/** Importing this module defines the board; also the entry of its one-file script. */
import { mayDefine } from './old-browser.js';
import { ReviewBoard } from './review-board/review-board.js';

export type { Kl01Events } from './events.js';

declare global {
  interface HTMLElementTagNameMap {
    'kl01-review-board': ReviewBoard;
  }
}

if (mayDefine() && !customElements.get('kl01-review-board')) customElements.define('kl01-review-board', ReviewBoard);
