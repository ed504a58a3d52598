import { officialDate } from '@kl01/rules';
import type { Body, Directory, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';
import { FORM_SCRIPTS } from './fill-in.js';
import { page } from './layout.js';
import type { Viewer } from './layout.js';
import type { LeftDrafts } from './sign-out.js';

/**
 * The officers of one directive, the committee's first, then those of each group of units.
 *
 * @param asked `next`: portal page to return to; `problem`: what was wrong with the choice
 */
export function signInPage(
  viewer: Viewer,
  directory: Directory,
  body: Body,
  { next, problem }: { next: string | null; problem?: string },
): string {
  const { directive, unitGroups } = body.rulebook;
  const officers = directory.officers.filter((officer) => officer.body === body);
  const inGroup = (group: string | undefined) => officers.filter(({ unit }) => unit?.group === group);
  const main = html`<h1>${vi.signIn.title}</h1>
    <p class="lead">${directive.title}</p>
    <p>${vi.forms.lead(directive.number, officialDate(directive.date))}</p>
    <p>${vi.signIn.lead}</p>
    ${next && html`<p>${vi.signIn.back}</p>`}
    <form method="post" action="/sign-in" class="portal-narrow">
      <input type="hidden" name="_csrf" value="${viewer.token}" />
      <input type="hidden" name="directive" value="${body.rulebook.id}" />
      ${next && html`<input type="hidden" name="next" value="${next}" />`}
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

/** Says what happened to unsent drafts: only deleted if the officer chose to. */
export function signedOutPage(officer: Officer | null, drafts: LeftDrafts): string {
  const main = html`<h1>${vi.signOut.title}</h1>
    ${drafts === 'keep' && html`<p class="lead">${vi.signOut.isKept}</p>`}
    ${
      officer &&
      drafts === 'forget' &&
      html`<p class="lead" role="status" data-forget="${officer.id}" data-forgotten="${vi.signOut.forgotten}">
        ${vi.signOut.forgetting}
      </p>`
    }
    <p><a href="/">${vi.home}</a></p>`;
  const scripts = drafts === 'forget' ? FORM_SCRIPTS : [];
  return page({ officer: null, token: '' }, { title: vi.signOut.title, main, scripts });
}

const nameOf = ({ label, unit }: Officer): string => (unit ? `${unit.name}: ${label}` : label);
