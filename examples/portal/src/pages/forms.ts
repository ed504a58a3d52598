import { officialDate, textIn } from '@kl01/rules';
import type { Finding, RulebookForm, WindowState } from '@kl01/rules';
import type { Asked } from '../asked.js';
import type { Standing } from '../desk.js';
import type { Body } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Stored } from '../stored.js';
import { vi } from '../strings/vi.js';
import { returnedWords } from './fill-in.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

/** A form that the unit must answer, with its deadline and what was sent. */
export interface AskedCard extends Asked {
  window: WindowState | undefined;
  sent: Stored | undefined;
  standing: Standing;
  /** errors by the amended directive */
  wrong: readonly Finding[];
  /** can be sent or corrected now */
  open: boolean;
}

export function formsPage(viewer: Viewer, body: Body, asked: readonly AskedCard[]): string {
  const { directive } = body.rulebook;
  const main = html`<h1>${vi.forms.title}</h1>
    <p class="lead">${directive.title}</p>
    <p>${vi.forms.lead(directive.number, officialDate(directive.date))}</p>
    ${asked.length === 0 ? html`<p>${vi.forms.noForms}</p>` : html`<div class="row g-3">${asked.map((one) => card(body, one))}</div>`}
    <p class="mt-4"><a href="/deadlines">${vi.deadlines.link}</a></p>`;
  return page(viewer, { title: vi.forms.title, main });
}

function card(body: Body, { form, period, must, window, sent, standing, wrong, open }: AskedCard): Html {
  const address = `/forms/${form.id}${period ? `?period=${period.id}` : ''}`;
  const title = `${textIn(form.label)}${period ? `, ${period.label}` : ''}`;
  return html`<div class="col-12 col-lg-6">
    <section class="card h-100" aria-label="${title}">
      <div class="card-body d-flex flex-column">
        <h2 class="h5 card-title">${title}</h2>
        ${standing.returned ? returnedState(body, standing.returned.until) : window && !isPlanSent(form, sent) && deadline(window)}
        ${form.view.ifSilent && html`<p class="mb-2">${vi.forms.ifSilent(form.view.ifSilent.label)}</p>`}
        <p class="mb-3">${status(body, sent, must)}</p>
        ${wrong.length > 0 && html`<p class="alert alert-warning">${vi.amended.title}. ${open ? vi.amended.unitOpen : vi.amended.unitClosed}</p>`}
        ${standing.locked && !open && html`<p class="text-secondary">${vi.fillIn.locked}</p>`}
        <div class="d-flex flex-wrap gap-2 mt-auto">
          ${open && html`<a class="btn btn-primary" href="${address}">${sent && !sent.withdrawn ? vi.forms.correct : vi.forms.fill}</a>`}
          ${sent && html`<a class="btn btn-outline-secondary" href="/received/${sent.id}">${vi.forms.view}</a>`}
        </div>
      </div>
    </section>
  </div>`;
}

/** A plan is due once; its results are added later. */
const isPlanSent = (form: RulebookForm, sent: Stored | undefined): boolean =>
  form.type === 'plan' && sent !== undefined && !sent.withdrawn;

/** A returned submission has only its own deadline, and "open" means something else for the rest. */
const returnedState = (body: Body, until: string): Html =>
  html`<p class="mb-1"><span class="badge portal-state-closing">${vi.fillIn.returnedState}</span></p>
    <p class="alert alert-warning">${returnedWords(body, until)}</p>`;

export const deadline = (window: WindowState): Html =>
  html`<p class="mb-1">
      <span class="badge portal-state-${window.state}">${vi.forms.states[window.state]}</span>
      ${window.minutesLeft !== null && html`<strong>${vi.forms.left(window.minutesLeft)}</strong>`}
    </p>
    <p class="mb-1">${vi.forms.deadline}: ${window.meaning}</p>
    <p class="text-secondary mb-2">
      ${window.state !== 'unannounced' && window.said && vi.forms.said(window.said)}
      ${window.cite && vi.forms.cite(window.cite.clause, window.cite.document)}
    </p>`;

function status(body: Body, sent: Stored | undefined, must: boolean): string {
  if (!sent) return must ? vi.forms.notSent : vi.forms.optional;
  if (sent.withdrawn) return vi.forms.withdrawn(when(body, sent.withdrawn.at));
  return vi.forms.sent(sent.revision, when(body, sent.receivedAt));
}
