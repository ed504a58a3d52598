import type { DeskView } from '../desk-view.js';
import type { Body, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';
import { deskAddress } from './addresses.js';
import { answeredInWords, deadline, deskTitle } from './desk.js';
import { page } from './layout.js';
import type { Viewer } from './layout.js';

const words = vi.committee;

/** Every form and period of the directive, with its state. */
export function desksPage(viewer: Viewer, officer: Officer, desks: readonly DeskView[]): string {
  const main = html`<h1>${words.title}</h1>
    <p>${words.lead}</p>
    <div class="row g-3">${desks.map((view) => card(officer.body, view))}</div>
    <p class="mt-4"><a href="/committee/acts">${words.acts}</a></p>`;
  return page(viewer, { title: words.title, main });
}

function card(body: Body, view: DeskView): Html {
  return html`<div class="col-12 col-lg-6">
    <section class="card h-100">
      <div class="card-body">
        <h2 class="h5">${deskTitle(view)}</h2>
        ${deadline(view)}
        <p>${answeredInWords(body, view)}</p>
        <a class="btn btn-primary" href="${deskAddress(view.desk)}"
          >${words.open}<span class="visually-hidden">: ${deskTitle(view)}</span></a
        >
      </div>
    </section>
  </div>`;
}
