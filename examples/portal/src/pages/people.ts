import { textIn } from '@kl01/rules';
import type { RulebookForm, WindowState } from '@kl01/rules';
import { sendsCopyUp } from '../access.js';
import type { Officer, Person } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Stored } from '../stored.js';
import { vi } from '../strings/vi.js';
import { deadline } from './forms.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

export interface PlansOfPeople {
  form: RulebookForm;
  window: WindowState | undefined;
  lines: readonly { person: Person; plan: Stored | undefined }[];
}

export function peoplePage(viewer: Viewer, officer: Officer, lists: readonly PlansOfPeople[]): string {
  const main = html`<h1>${vi.people.title}</h1>
    <p>${vi.people.lead}</p>
    ${lists.map((list) => plans(officer, list))}`;
  return page(viewer, { title: vi.people.title, main });
}

const plans = (officer: Officer, { form, window, lines }: PlansOfPeople): Html =>
  html`<section class="mt-4">
    <h2 class="h5">${textIn(form.label)}</h2>
    ${window && deadline(window)}
    <p>${vi.people.made(lines.filter(({ plan }) => plan).length, lines.length)}</p>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${vi.people.person}</th>
          <th scope="col">${vi.people.state}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ person, plan }) =>
            html`<tr>
              <th scope="row" class="fw-normal">${person.name}</th>
              <td>${plan ? made(officer, form, person, plan) : html`<strong>${vi.people.missing}</strong>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;

const made = ({ body }: Officer, form: RulebookForm, { name }: Person, plan: Stored): Html =>
  html`${vi.forms.sent(plan.revision, when(body, plan.receivedAt))}.
    ${sendsCopyUp(form, plan.body) && html`<span class="text-secondary">${vi.people.copy}.</span>`}
    <a href="/received/${plan.id}" aria-label="${vi.people.viewOf(name)}">${vi.people.view}</a>`;
