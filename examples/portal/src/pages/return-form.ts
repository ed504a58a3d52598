import { subjects } from '../desk.js';
import type { Returned } from '../desk.js';
import type { DeskView } from '../desk-view.js';
import type { Body, Officer, Unit } from '../directory.js';
import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import { commentBox } from '../returning.js';
import type { Fault } from '../returning.js';
import type { Stored } from '../stored.js';
import { vi } from '../strings/vi.js';
import { fieldsOf } from '../submission-fields.js';
import type { FieldGroup, SubmissionField } from '../submission-fields.js';
import { hidden } from './desk.js';
import { faultOf, faultSummary } from './faults.js';
import { when } from './layout.js';
import type { Viewer } from './layout.js';
import { typedBox } from './typed-box.js';

const words = vi.committee;

/** The return, and the button that revokes it. */
export function returnedPart(viewer: Viewer, { body }: Officer, view: DeskView, unit: Unit, returned: Returned): Html {
  return html`<section class="mt-4">
    <h2 class="h4">${words.returnedTitle}</h2>
    <p class="portal-text">${returned.reason}</p>
    ${commentList(returned)}
    <p>${words.until(when(body, returned.until))}</p>
    <form method="post" action="/committee/revoke">
      ${hidden(viewer, view.desk, seenOf(view, unit), { unit: unit.id })}
      <button type="submit" class="btn btn-outline-secondary">${words.revoke}</button>
    </form>
  </section>`;
}

/** The comments of a return, each under the name of its field. */
export const commentList = ({ findings }: Returned): HtmlValue =>
  findings.length > 0 &&
  html`<ul>
    ${findings.map(({ message, params }) => html`<li><bdi>${params['place'] ?? ''}</bdi>: <bdi>${message}</bdi></li>`)}
  </ul>`;

interface ReturnForm {
  unit: Unit;
  sent: Stored;
  typed: URLSearchParams;
  faults: readonly Fault[];
}

/** Reason, deadline, and for every field of the submission an input for what to correct. */
export function returnForm(viewer: Viewer, { body }: Officer, view: DeskView, asked: ReturnForm): Html {
  const { unit, sent, typed, faults } = asked;
  const reason = faultOf(faults, 'reason');
  return html`<section class="mt-4">
    <h2 class="h4">${words.returnTitle}</h2>
    <p class="text-secondary">${words.returnLead}</p>
    ${faultSummary(faults)}
    <form method="post" action="/committee/return" class="portal-wide">
      ${hidden(viewer, view.desk, seenOf(view, unit), { unit: unit.id, submission: sent.id })}
      <label class="form-label" for="reason">${words.reason}</label>
      <textarea
        class="form-control ${reason.invalid}"
        id="reason"
        name="reason"
        rows="3"
        maxlength="4000"
        required
        ${reason.mark}
      >
${typed.get('reason')}</textarea>
      ${reason.words} ${typedBox('moment', { id: 'until', label: words.untilLabel, value: typed.get('until') }, faults)}
      ${commentBoxes(body, view, asked)}
      <button type="submit" class="btn btn-danger mt-3">${words.returnButton}</button>
    </form>
  </section>`;
}

function commentBoxes({ rulebook }: Body, { form }: DeskView, asked: ReturnForm): Html {
  let count = 0;
  return html`<h3 class="h5 mt-4" id="comments">${words.comments}</h3>
    <p class="text-secondary">${words.commentsHint}</p>
    ${fieldsOf(rulebook, form, asked.sent.body).map((group) => {
      const speaks = group.fields.some(({ path }) => asked.typed.get(commentBox(path)));
      const found = group.fields.filter(({ path }) => findingsAt(asked.sent, path).length > 0).length;
      return html`<details class="portal-fold" ${speaks && html`open`}>
        <summary>
          <bdi>${group.title}</bdi>
          <span class="text-secondary">${words.fieldCount(group.fields.length, found)}</span>
        </summary>
        ${group.fields.map((field) => commentOn(asked, group, field, `comment-${(count += 1)}`))}
      </details>`;
    })}`;
}

function commentOn(
  { sent, typed, faults }: ReturnForm,
  { title }: FieldGroup,
  { path, label, said }: SubmissionField,
  id: string,
): Html {
  const name = commentBox(path);
  const fault = faults.find(({ field }) => field === name);
  return html`<div class="portal-comment">
    <div>
      <label for="${id}"
        ><span class="visually-hidden">${words.commentOn} <bdi>${title}</bdi> – </span><bdi>${label}</bdi></label
      >
      ${said !== null && html`<p class="mb-0 text-secondary portal-text" id="${id}-said"><bdi>${said || words.blank}</bdi></p>`}
      ${findingsAt(sent, path).map(
        ({ severity, message }) => html`<p class="mb-0 small">${vi.severities[severity]}: ${message}</p>`,
      )}
    </div>
    <div>
      <textarea
        class="form-control"
        id="${id}"
        name="${name}"
        rows="1"
        maxlength="2000"
        ${said !== null && html`aria-describedby="${id}-said"`}
        ${fault && html`aria-invalid="true"`}
      >
${typed.get(name)}</textarea>
      ${fault && html`<p class="portal-error mb-0">${fault.message}</p>`}
    </div>
  </div>`;
}

const findingsAt = ({ findings }: Stored, path: string) => findings.filter((finding) => finding.path === path);

const seenOf = ({ decisions }: DeskView, { id }: Unit): number => decisions.get(subjects.answer(id))?.version ?? 0;
