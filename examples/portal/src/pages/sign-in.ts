import type { Directory, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { vi } from '../strings/vi.js';
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
        ${directory.bodies.map(({ rulebook }) => directory.officers.filter(({ body }) => body.rulebook === rulebook)).map(groups)}
      </select>
      ${problem && html`<p class="invalid-feedback d-block" id="problem">${problem}</p>`}
      <button type="submit" class="btn btn-primary mt-3">${vi.signIn.submit}</button>
    </form>`;
  return page(viewer, { title: vi.signIn.title, main });
}

function groups(officers: readonly Officer[]): Html[] {
  const names = [...new Set(officers.map(groupName))];
  return names.map(
    (name) =>
      html`<optgroup label="${name}">
        ${officers.filter((officer) => groupName(officer) === name).map(({ id, label }) => html`<option value="${id}">${label}</option>`)}
      </optgroup>`,
  );
}

const groupName = ({ unit }: Officer): string => unit?.name ?? vi.signIn.committee;
