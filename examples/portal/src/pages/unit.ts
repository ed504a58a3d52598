import { officialDate } from '@kl01/rules';
import { decisionInWords, whatWas } from '../committee-words.js';
import type { Decision } from '../decisions.js';
import { subjects } from '../desk.js';
import type { Sets } from '../desk.js';
import type { DeskLine, DeskView } from '../desk-view.js';
import type { Body, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import type { Fault } from '../returning.js';
import { vi } from '../strings/vi.js';
import { amendedNotice } from './amended-notice.js';
import { deskAddress, deskQuery } from './addresses.js';
import { deskTitle, hidden } from './desk.js';
import { faultOf, faultSummary } from './faults.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';
import { returnedPart, returnForm } from './return-form.js';
import { stateInWords } from './state-in-words.js';
import { typedBox } from './typed-box.js';

/** Rejected input of one of the page's forms, and why. */
export interface UnitRefused {
  of: 'return' | 'sets';
  fields: URLSearchParams;
  faults: readonly Fault[];
}

interface AboutUnit {
  line: DeskLine;
  /** decisions about this unit, latest first */
  log: readonly Decision[];
  refused: UnitRefused | undefined;
  nameOf: (officer: string) => string;
}

const words = vi.committee;

/** The committee's actions on one unit's answer: read it, return it, enter it from paper, count its paper sets. */
export function unitPage(viewer: Viewer, officer: Officer, view: DeskView, about: AboutUnit): string {
  const { line, log, nameOf } = about;
  const { unit, sent } = line;
  const { body } = officer;
  const main = html`<p><a href="${deskAddress(view.desk)}">${deskTitle(view)}</a></p>
    <h1>${unit.name}</h1>
    <p class="lead">${stateInWords(body, view.form, line)}</p>
    <p class="d-flex flex-wrap gap-3">
      ${sent && html`<a href="/received/${sent.id}">${words.read}</a>`}
      <a href="/committee/paper?${deskQuery(view.desk, { unit: unit.id })}">${words.enterPaper}</a>
    </p>
    ${line.wrong.length > 0 && amendedNotice(line.wrong, vi.amended.committee)}
    ${returning(viewer, officer, view, about)} ${setsOf(viewer, body, view, about)}
    ${
      log.length > 0 &&
      html`<h2 class="h4 mt-4">${words.acts}</h2>
        <ul>
          ${log.map((decision) => {
            const was = whatWas(body, decision);
            return html`<li>
              ${when(body, decision.at)}, ${nameOf(decision.by)}:
              <bdi>${decisionInWords(body, decision)}</bdi>${was && html` (<bdi>${words.before(was)}</bdi>)`}
            </li>`;
          })}
        </ul>`
    }`;
  return page(viewer, { title: unit.name, main });
}

function returning(viewer: Viewer, officer: Officer, view: DeskView, { line, refused }: AboutUnit): HtmlValue {
  const { unit, sent, standing } = line;
  const mine = refused?.of === 'return' ? refused : { fields: new URLSearchParams(), faults: [] };
  if (!sent || sent.withdrawn) return faultSummary(mine.faults);
  if (standing.returned) {
    return html`${faultSummary(mine.faults)} ${returnedPart(viewer, officer, view, unit, standing.returned)}`;
  }
  return returnForm(viewer, officer, view, { unit, sent, typed: mine.fields, faults: mine.faults });
}

function setsOf(
  viewer: Viewer,
  body: Body,
  { desk, decisions }: DeskView,
  { line: { unit }, refused }: AboutUnit,
): Html {
  const standing = decisions.get(subjects.sets(unit.id));
  const sets = standing?.body as Sets | undefined;
  const mine = refused?.of === 'sets' ? refused : null;
  const faults = mine?.faults ?? [];
  const count = faultOf(faults, 'count');
  return html`<section class="mt-4">
    <h2 class="h4">${words.setsTitle}</h2>
    ${faultSummary(faults)}
    <form method="post" action="/committee/sets" class="row g-2 align-items-end">
      ${hidden(viewer, desk, standing?.version ?? 0, { unit: unit.id })}
      <div class="col-auto">
        <label class="form-label" for="count">${words.setsCount}</label>
        <input
          class="form-control ${count.invalid}"
          id="count"
          name="count"
          type="number"
          min="0"
          max="1000"
          required
          value="${mine ? mine.fields.get('count') : (sets?.count ?? '')}"
          ${count.mark}
        />
        ${count.words}
      </div>
      <div class="col-auto">
        ${typedBox('day', { id: 'on', label: words.setsOn, value: mine ? mine.fields.get('on') : officialDate(sets?.on ?? '') }, faults)}
      </div>
      <div class="col-auto"><button type="submit" class="btn btn-outline-primary">${words.setsButton}</button></div>
    </form>
  </section>`;
}
