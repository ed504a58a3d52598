import type { Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';

const words = vi.signOut;

/** What to do with unsent drafts; null: there were none. */
export type LeftDrafts = 'keep' | 'forget' | null;

/** Signs out immediately if the browser holds no drafts; otherwise `public/sign-out.js` asks. */
export const signOutButton = (officer: Officer, token: string): Html =>
  html`<form method="post" action="/sign-out" id="sign-out" data-draft="${officer.id}">
    <input type="hidden" name="_csrf" value="${token}" /><button type="submit" class="btn btn-sm btn-outline-light">
      ${words.button}
    </button>
  </form>`;

/** On every page, hidden until it asks. */
export const signOutAsks = (token: string): Html =>
  html`<dialog id="sign-out-asks" class="portal-dialog" aria-labelledby="sign-out-title">
    <h2 class="h4" id="sign-out-title">${words.asks}</h2>
    <p>${words.kept[0]}<strong data-count></strong>${words.kept[1]}</p>
    <p>${words.consequence}</p>
    <form method="post" action="/sign-out" class="d-flex flex-wrap gap-2">
      <input type="hidden" name="_csrf" value="${token}" />
      <button type="submit" class="btn btn-primary" name="drafts" value="keep">${words.keep}</button>
      <button type="submit" class="btn btn-outline-danger" name="drafts" value="forget">${words.forget}</button>
      <button type="button" class="btn btn-outline-secondary" data-stay>${words.stay}</button>
    </form>
  </dialog>`;
