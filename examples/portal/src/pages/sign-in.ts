import { askedOf } from '../asked.js';
import type { Directory, Officer } from '../directory.js';
import { html } from '../html.js';
import { vi } from '../strings/vi.js';
import { FORM_SCRIPTS, formsToForget } from './fill-in.js';
import { page } from './layout.js';
import type { Viewer } from './layout.js';

export function signInPage(viewer: Viewer, directory: Directory, problem?: string): string {
  const main = html`<h1>${vi.signIn.title}</h1>
    <p class="lead">${vi.signIn.lead}</p>
    <form method="post" action="/sign-in" class="portal-narrow">
      <input type="hidden" name="_csrf" value="${viewer.token}" />
      <label class="form-label" for="officer">${vi.signIn.choose}</label>
      <select
        class="form-select ${problem && 'is-invalid'}"
        id="officer"
        name="officer"
        ${problem && html`aria-invalid="true" aria-describedby="problem"`}
      >
        ${directory.officers.map((officer) => html`<option value="${officer.id}">${nameOf(officer)}</option>`)}
      </select>
      ${problem && html`<p class="invalid-feedback d-block" id="problem">${problem}</p>`}
      <button type="submit" class="btn btn-primary mt-3">${vi.signIn.submit}</button>
    </form>`;
  return page(viewer, { title: vi.signIn.title, main });
}

/** Forgets what the officer typed and did not send: the next one at this computer is somebody else. */
export function signedOutPage(officer: Officer | null): string {
  const main = html`<h1>${vi.signOut.title}</h1>
    <p class="lead">${vi.signOut.lead}</p>
    <p><a href="/sign-in">${vi.signIn.title}</a></p>
    ${
      officer?.unit &&
      formsToForget(
        officer,
        askedOf(officer.body.rulebook, officer.unit).map(({ form, period }) => ({ form, period: period?.id ?? null })),
      )
    }`;
  return page({ officer: null, token: '' }, { title: vi.signOut.title, main, scripts: FORM_SCRIPTS });
}

const nameOf = ({ label, unit }: Officer): string => (unit ? `${unit.name}: ${label}` : label);
