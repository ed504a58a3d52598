import type { Body } from '../directory.js';
import { html } from '../html.js';
import { vi } from '../strings/vi.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';
import { typedBox } from './typed-box.js';

/** A suggested instant, and why. */
export interface Suggestion {
  /** ISO 8601 instant with offset */
  at: string;
  why: string;
}

/** @param local rejected input, or the current time of the clock: `08:00 22/3/2023` in the committee's time zone */
export function clockPage(
  viewer: Viewer,
  body: Body,
  { local, suggestions, problem }: { local: string; suggestions: readonly Suggestion[]; problem: boolean },
): string {
  const hidden = html`<input type="hidden" name="_csrf" value="${viewer.token}" /><input
      type="hidden"
      name="directive"
      value="${body.rulebook.id}"
    />`;
  const main = html`<h1>${vi.clock.title}</h1>
    <p class="lead">${vi.clock.lead}</p>
    <form method="post" action="/clock" class="portal-narrow">
      ${hidden}
      ${typedBox('moment', { id: 'local', label: vi.clock.local, value: local }, problem ? [{ field: 'local', message: vi.clock.invalid }] : [])}
      <button type="submit" class="btn btn-primary mt-3">${vi.clock.submit}</button>
    </form>
    <h2 class="h4 mt-4">${vi.clock.choose}</h2>
    <form method="post" action="/clock">
      ${hidden}
      <ul class="list-group">
        ${suggestions.map(
          ({ at, why }) =>
            html`<li class="list-group-item d-flex flex-wrap gap-2 justify-content-between align-items-center">
              <span>${why}<br /><span class="text-secondary">${when(body, at)}</span></span>
              <button
                type="submit"
                class="btn btn-outline-primary"
                name="at"
                value="${at}"
                aria-label="${vi.clock.submit}: ${why}"
              >
                ${vi.clock.submit}
              </button>
            </li>`,
        )}
      </ul>
    </form>`;
  return page(viewer, { title: vi.clock.title, main, body });
}
