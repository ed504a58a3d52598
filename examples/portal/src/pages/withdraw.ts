import { textIn } from '@kl01/rules';
import type { RulebookForm, WindowState } from '@kl01/rules';
import type { Body } from '../directory.js';
import { html } from '../html.js';
import type { Stored } from '../stored.js';
import { vi } from '../strings/vi.js';
import { button, page, when } from './layout.js';
import type { Viewer } from './layout.js';

const words = vi.withdraw;

interface Withdrawing {
  stored: Stored;
  form: RulebookForm;
  window: WindowState | undefined;
  /** for a returned submission: the instant before which it can be sent again; null: not returned */
  until: string | null;
}

/** Explains withdrawal before it is done. */
export function withdrawPage(viewer: Viewer, body: Body, { stored, form, window, until }: Withdrawing): string {
  const title = words.title(textIn(form.label));
  const main = html`<h1>${title}</h1>
    <div class="alert alert-warning">
      <p>${words.what(stored.revision)}</p>
      <p class="mb-0"><strong>${consequence(body, window, until)}</strong></p>
    </div>
    <p>${words.instead}</p>
    <div class="d-flex flex-wrap gap-2">
      ${button(viewer.token, `/received/${stored.id}/withdraw`, words.button, 'btn-danger')}
      <a class="btn btn-outline-secondary" href="/received/${stored.id}">${words.keep}</a>
    </div>`;
  return page(viewer, { title, main });
}

function consequence(body: Body, window: WindowState | undefined, until: string | null): string {
  if (until !== null) return words.until(when(body, until));
  if (!window || window.minutesLeft === null) return words.noDeadline;
  if (window.state === 'late') return words.late;
  return window.late === 'refuse' ? words.until(window.meaning) : words.lateAfter(window.meaning);
}
