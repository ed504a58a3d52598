import { leaves, textIn } from '@kl01/rules';
import type { RulebookForm, Submission } from '@kl01/rules';
import { decisionInWords, whatWas } from '../committee-words.js';
import type { Decision } from '../decisions.js';
import { subjects } from '../desk.js';
import type { Returned, Sets } from '../desk.js';
import type { Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import { vi } from '../strings/vi.js';
import { deskQuery, deskTitle, hidden, stateInWords } from './desk.js';
import type { DeskLine, DeskView } from './desk.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

interface AboutUnit {
  line: DeskLine;
  /** decisions about this unit, the latest first */
  log: readonly Decision[];
  returned: Returned | null;
}

const words = vi.committee;

/** What the committee does about one unit's answer: read it, give it back, enter it from paper, count its sets. */
export function unitPage(viewer: Viewer, officer: Officer, view: DeskView, about: AboutUnit): string {
  const { line, log } = about;
  const { unit, sent } = line;
  const { body } = officer;
  const main = html`<p><a href="/committee/desk?${deskQuery(view.desk)}">${deskTitle(view)}</a></p>
    <h1>${unit.name}</h1>
    <p class="lead">${stateInWords(body, view.form, line)}</p>
    <p class="d-flex flex-wrap gap-3">
      ${sent && html`<a href="/received/${sent.id}">${words.read}</a>`}
      <a href="/committee/paper?${deskQuery(view.desk, { unit: unit.id })}">${words.enterPaper}</a>
    </p>
    ${sent && !sent.withdrawn && returning(viewer, officer, view, about)} ${setsOf(viewer, view, line)}
    ${
      log.length > 0 &&
      html`<h2 class="h4 mt-4">${words.acts}</h2>
        <ul>
          ${log.map((decision) => {
            const was = whatWas(body, decision);
            return html`<li>
              ${when(body, decision.at)}: ${decisionInWords(body, decision)}${was && html` (${words.before(was)})`}
            </li>`;
          })}
        </ul>`
    }`;
  return page(viewer, { title: unit.name, main });
}

function returning(viewer: Viewer, officer: Officer, view: DeskView, { line }: AboutUnit): Html {
  const { unit, sent, standing } = line;
  const seen = view.decisions.get(subjects.answer(unit.id))?.version ?? 0;
  if (standing.returned) {
    return html`<section class="mt-4">
      <h2 class="h4">${words.returnedTitle}</h2>
      <p>${standing.returned.reason}</p>
      <p>${words.until(when(officer.body, standing.returned.until))}</p>
      <form method="post" action="/committee/revoke">
        ${hidden(viewer, view.desk, seen, { unit: unit.id })}
        <button type="submit" class="btn btn-outline-secondary">${words.revoke}</button>
      </form>
    </section>`;
  }
  const places = placesOf(view.form, sent?.body);
  return html`<section class="mt-4">
    <h2 class="h4">${words.returnTitle}</h2>
    <p class="text-secondary">${words.returnLead}</p>
    <form method="post" action="/committee/return" class="portal-wide">
      ${hidden(viewer, view.desk, seen, { unit: unit.id, submission: sent?.id ?? '' })}
      <label class="form-label" for="reason">${words.reason}</label>
      <textarea class="form-control" id="reason" name="reason" rows="3" maxlength="4000" required></textarea>
      <label class="form-label mt-3" for="until">${words.untilLabel}</label>
      <input class="form-control" id="until" name="until" type="datetime-local" required />
      <fieldset class="mt-3">
        <legend class="fs-6">${words.comments}</legend>
        ${[1, 2, 3].map((at) => comment(at, places))}
      </fieldset>
      <button type="submit" class="btn btn-danger mt-3">${words.returnButton}</button>
    </form>
  </section>`;
}

const comment = (at: number, places: readonly { path: string; label: string }[]): HtmlValue =>
  html`<div class="row g-2 mb-2">
    <div class="col-12 col-md-5">
      <select class="form-select" name="path${at}" aria-label="${words.place(at)}">
        ${places.map(({ path, label }) => html`<option value="${path}">${label}</option>`)}
      </select>
    </div>
    <div class="col-12 col-md-7">
      <input
        class="form-control"
        name="text${at}"
        maxlength="2000"
        aria-label="${words.comment(at)}"
        autocomplete="off"
      />
    </div>
  </div>`;

/** Where a comment may stand: each nominee, section, table, item of the dossier. */
function placesOf(form: RulebookForm, body: Submission | undefined): { path: string; label: string }[] {
  const { view } = form;
  const nominees = Array.isArray(body?.nominees) ? body.nominees : [];
  return [
    { path: '', label: words.whole },
    ...nominees.map((nominee, at) => ({ path: `/nominees/${at}`, label: String(nominee['name'] ?? at + 1) })),
    ...leaves(view.report?.outline ?? view.plan?.outline ?? []).map(({ id, number, title }) => ({
      path: `/sections/${id}`,
      label: [number, title].filter(Boolean).join('. ').slice(0, 120),
    })),
    ...(view.report?.tables ?? []).map(({ id, number, title }) => ({
      path: `/tables/${id}`,
      label: `${number}. ${title}`,
    })),
    ...view.dossier.items
      .filter(({ per, by, as }) => per === 'slate' && by !== 'committee' && as.includes('upload'))
      .map(({ id, label }) => ({ path: `/documents/${id}`, label: textIn(label) })),
  ];
}

function setsOf(viewer: Viewer, { desk, decisions }: DeskView, { unit }: DeskLine): Html {
  const standing = decisions.get(subjects.sets(unit.id));
  const sets = standing?.body as Sets | undefined;
  return html`<section class="mt-4">
    <h2 class="h4">${words.setsTitle}</h2>
    <form method="post" action="/committee/sets" class="row g-2 align-items-end">
      ${hidden(viewer, desk, standing?.version ?? 0, { unit: unit.id })}
      <div class="col-auto">
        <label class="form-label" for="count">${words.setsCount}</label>
        <input
          class="form-control"
          id="count"
          name="count"
          type="number"
          min="0"
          max="1000"
          required
          value="${sets?.count ?? ''}"
        />
      </div>
      <div class="col-auto">
        <label class="form-label" for="on">${words.setsOn}</label>
        <input class="form-control" id="on" name="on" type="date" required value="${sets?.on ?? ''}" />
      </div>
      <div class="col-auto"><button type="submit" class="btn btn-outline-primary">${words.setsButton}</button></div>
    </form>
  </section>`;
}
