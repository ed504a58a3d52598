import type { Officer } from '../directory.js';
import { html } from '../html.js';
import { vi } from '../strings/vi.js';
import { FORM_SCRIPTS } from './fill-in.js';
import { page } from './layout.js';
import type { Viewer } from './layout.js';

/** All dates of the directive that apply to the signed-in unit; for the committee, those of all units. */
export function deadlinesPage(viewer: Viewer, { body, unit }: Officer): string {
  const main = html`<h1>${vi.deadlines.title}</h1>
    <kl01-deadlines
      rulebook="/rulebooks/${body.rulebook.id}.json"
      ${unit && html`unit-id="${unit.id}" unit-group="${unit.group}"`}
      now="${body.clock.now()}"
      calendar="/deadlines.ics"
      lang="vi"
    ></kl01-deadlines>`;
  return page(viewer, { title: vi.deadlines.title, main, scripts: FORM_SCRIPTS });
}
