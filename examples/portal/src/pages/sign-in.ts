import { askedOf } from '../asked.js';
import { officialDate } from '../clock.js';
import type { Body, Directory, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';
import { FORM_SCRIPTS, formsToForget } from './fill-in.js';
import { page } from './layout.js';
import type { Viewer } from './layout.js';

/** The officers of one directive, the committee's first, then those of each group of units. */
export function signInPage(viewer: Viewer, directory: Directory, body: Body, problem?: string): string {
  const { directive, unitGroups } = body.rulebook;
  const officers = directory.officers.filter((officer) => officer.body === body);
  const inGroup = (group: string | undefined) => officers.filter(({ unit }) => unit?.group === group);
  const main = html`<h1>${vi.signIn.title}</h1>
    <p class="lead">${directive.title}</p>
    <p>${vi.forms.lead(directive.number, officialDate(directive.date))}</p>
    <p>${vi.signIn.lead}</p>
    <form method="post" action="/sign-in" class="portal-narrow">
      <input type="hidden" name="_csrf" value="${viewer.token}" />
      <input type="hidden" name="directive" value="${body.rulebook.id}" />
      <label class="form-label" for="officer">${vi.signIn.choose}</label>
      <select
        class="form-select ${problem && 'is-invalid'}"
        id="officer"
        name="officer"
        ${problem && html`aria-invalid="true" aria-describedby="problem"`}
      >
        ${choices(vi.signIn.committee, inGroup(undefined))}
        ${unitGroups.map(({ id, label }) => choices(label, inGroup(id)))}
      </select>
      ${problem && html`<p class="invalid-feedback d-block" id="problem">${problem}</p>`}
      <button type="submit" class="btn btn-primary mt-3">${vi.signIn.submit}</button>
    </form>
    <p class="mt-4"><a href="/">${vi.signIn.other}</a></p>`;
  return page(viewer, { title: vi.signIn.title, main, body });
}

const choices = (label: string, officers: readonly Officer[]): Html | false =>
  officers.length > 0 &&
  html`<optgroup label="${label}">
    ${officers.map((officer) => html`<option value="${officer.id}">${nameOf(officer)}</option>`)}
  </optgroup>`;

/** Forgets what the officer typed and did not send: the next one at this computer is somebody else. */
export function signedOutPage(officer: Officer | null): string {
  const main = html`<h1>${vi.signOut.title}</h1>
    <p class="lead">${vi.signOut.lead}</p>
    <p><a href="/">${vi.home}</a></p>
    ${
      officer?.unit &&
      formsToForget(
        officer,
        askedOf(officer.body.rulebook, officer.unit, officer.person).map(({ form, period }) => ({
          form,
          period: period?.id ?? null,
        })),
      )
    }`;
  return page({ officer: null, token: '' }, { title: vi.signOut.title, main, scripts: FORM_SCRIPTS });
}

const nameOf = ({ label, unit }: Officer): string => (unit ? `${unit.name}: ${label}` : label);
