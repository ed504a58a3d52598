import type { Officer } from '../directory.js';
import { subjects } from '../desk.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { kindsOf, linesOfPastAwards, pastAwardInWords, pastAwardsOf } from '../past-awards.js';
import type { LineFault } from '../past-awards.js';
import { vi } from '../strings/vi.js';
import { deskQuery } from './addresses.js';
import { deskTitle, hidden } from './desk.js';
import type { DeskOf } from '../desk-view.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

/** Rejected input, and why. */
interface Refused {
  typed: string;
  faults: readonly LineFault[];
}

const words = vi.pastAwards;
const FAULTS_SHOWN = 50;

/** The committee's list of earlier awards: shown as a table, stored as lines. */
export function pastAwardsPage(
  viewer: Viewer,
  { body }: Officer,
  view: DeskOf<'nomination'>,
  nameOf: (officer: string) => string,
  refused?: Refused,
): string {
  const { desk, form, decisions } = view;
  const { rulebook } = body;
  const decided = decisions.get(subjects.pastAwards);
  const awards = pastAwardsOf(decisions);
  const main = html`<p><a href="/committee/desk?${deskQuery(desk)}">${deskTitle(view)}</a></p>
    <h1>${words.title}</h1>
    <p>${words.lead}</p>
    ${refused && faultList(refused.faults)}
    <form method="post" action="/committee/past-awards" class="mb-4">
      ${hidden(viewer, desk, decided?.version ?? 0)}
      <label class="form-label" for="lines">${words.lines}</label>
      <textarea
        class="form-control"
        id="lines"
        name="lines"
        rows="8"
        spellcheck="false"
        aria-describedby="lines-hint"
        ${refused && html`aria-invalid="true"`}
      >
${refused?.typed ?? linesOfPastAwards(rulebook, form, awards)}</textarea>
      <p class="form-text" id="lines-hint">
        ${words.hint(
          kindsOf(form).map(({ label }) => label),
          rulebook.awards.map(({ label }) => label),
        )}
      </p>
      <button type="submit" class="btn btn-primary">${words.save}</button>
    </form>
    <h2 class="h4">${words.standing(awards.length)}</h2>
    ${decided && html`<p class="text-secondary">${when(body, decided.at)}, ${nameOf(decided.by)}</p>`}
    ${
      awards.length > 0 &&
      html`<table class="table portal-stacked">
        <thead>
          <tr>
            ${words.columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${awards.map((award) => {
            const { kind, name, award: label, year } = pastAwardInWords(rulebook, form, award);
            return html`<tr>
              <td>${kind}</td>
              <td><strong>${name}</strong></td>
              <td>${label}</td>
              <td>${year}</td>
            </tr>`;
          })}
        </tbody>
      </table>`
    }`;
  return page(viewer, { title: words.title, main });
}

const faultList = (faults: readonly LineFault[]): Html =>
  html`<div class="alert alert-danger" role="alert">
    <h2 class="h5">${words.refused(faults.length)}</h2>
    <ul class="mb-0">
      ${faults.slice(0, FAULTS_SHOWN).map(({ line, why }) => html`<li>${words.atLine(line)} ${why}</li>`)}
    </ul>
    ${faults.length > FAULTS_SHOWN && html`<p class="mb-0">${vi.refusedPlain.more(faults.length - FAULTS_SHOWN)}</p>`}
  </div>`;
