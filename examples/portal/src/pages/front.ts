import { officialDate, textIn } from '@kl01/rules';
import type { Body, Directory } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

/** The directives of this portal, of which one is chosen before signing in. @param next portal page to return to */
export function frontPage(viewer: Viewer, { bodies }: Directory, next: string | null): string {
  const main = html`<h1>${vi.front.title}</h1>
    <p class="lead">${vi.front.lead}</p>
    ${next && html`<p>${vi.signIn.back}</p>`}
    <div class="row g-3">${bodies.map((body) => card(body, next))}</div>`;
  return page(viewer, { title: vi.front.title, main });
}

function card(body: Body, next: string | null): Html {
  const back = next === null ? '' : `&${new URLSearchParams({ next }).toString()}`;
  const { id, directive, forms } = body.rulebook;
  return html`<div class="col-12 col-lg-6">
    <section class="card h-100" aria-labelledby="${id}">
      <div class="card-body d-flex flex-column">
        <h2 class="h5 card-title" id="${id}">${directive.committee.name}</h2>
        ${directive.committee.superior && html`<p class="text-secondary mb-1">${directive.committee.superior}</p>`}
        <p class="mb-1"><strong>${vi.front.number(directive.number, officialDate(directive.date))}</strong></p>
        <p class="mb-2">${directive.title}</p>
        <p class="mb-0">${vi.front.forms}:</p>
        <ul class="mb-2">
          ${forms.map(({ label }) => html`<li>${textIn(label)}</li>`)}
        </ul>
        ${body.clock.demonstration && html`<p class="text-secondary">${vi.clock.line(when(body, body.clock.now()))}</p>`}
        <p class="mt-auto mb-0">
          <a
            class="btn btn-primary"
            href="/sign-in?directive=${id}${back}"
            aria-label="${vi.front.openFor(directive.number)}"
            >${vi.front.open}</a
          >
        </p>
      </div>
    </section>
  </div>`;
}
