import { officialDate, textIn } from '@kl01/rules';
import type { Finding, RulebookForm } from '@kl01/rules';
import type { Returned } from '../desk.js';
import type { Officer, Unit } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Lost } from '../since-amended.js';
import type { Listed, Stored, StoredFile } from '../stored.js';
import { vi } from '../strings/vi.js';
import { amendedNotice, lostContent } from './amended-notice.js';
import { FORM_SCRIPTS, formsToForget, readOnlyForm, returnedWords } from './fill-in.js';
import { findingList } from './findings.js';
import { button, page, when } from './layout.js';
import type { Viewer } from './layout.js';
import { pageOf, pagination } from './pagination.js';
import { commentList } from './return-form.js';

/** A line of the list: a form that a unit must answer, and what arrived. */
export interface ReceivedLine {
  unit: Unit;
  form: RulebookForm;
  must: boolean;
  periodLabel: string | null;
  /** whose plan it is */
  person: string | null;
  sent: Listed | undefined;
  /** returned by the committee, and not sent again */
  returned: Returned | null;
}

const UNITS_PER_PAGE = 50;

/** @param asked page of the committee's list, from 1 */
export function receivedPage(viewer: Viewer, officer: Officer, lines: readonly ReceivedLine[], asked: number): string {
  const title = officer.unit ? vi.received.titleUnit : vi.received.titleCommittee;
  const answered = lines.filter(({ sent, returned }) => sent && !sent.withdrawn && !returned);
  const missing = lines.filter((line) => line.must && !answered.includes(line));
  const units = pageOf([...new Set(lines.map(({ unit }) => unit))], asked, UNITS_PER_PAGE);
  const addressOf = (page: number): string => `/received?page=${page}`;
  const links = pagination({ ...units, addressOf, label: vi.committee.unitPages });
  const main = html`<h1>${title}</h1>
    ${lines.length === 0 && html`<p>${vi.received.empty}</p>`}
    ${!officer.unit && html`<p>${vi.received.answered(answered.length, missing.length)}</p>`} ${links}
    ${units.items.map(
      (unit) =>
        html`<section class="mt-4" aria-labelledby="unit-${unit.id}">
          <h2 class="h5" id="unit-${unit.id}">${unit.name}</h2>
          <ul class="list-group">
            ${lines.filter((line) => line.unit === unit).map((line) => item(officer, line))}
          </ul>
        </section>`,
    )}
    ${links}`;
  return page(viewer, { title, main });
}

function item({ body }: Officer, { unit, form, must, periodLabel, person, sent, returned }: ReceivedLine): Html {
  const name = [textIn(form.label), periodLabel, person].filter(Boolean).join(', ');
  if (!sent)
    return html`<li class="list-group-item text-secondary">
      ${name}: ${must ? vi.forms.notSent : vi.forms.optional}
    </li>`;
  const state = sent.withdrawn
    ? vi.forms.withdrawn(when(body, sent.withdrawn.at))
    : [
        vi.forms.sent(sent.revision, when(body, sent.receivedAt)),
        ...(returned ? [vi.committee.waiting(when(body, returned.until))] : []),
      ].join('. ');
  return html`<li class="list-group-item d-flex flex-wrap gap-2 justify-content-between">
    <span><strong>${name}</strong><br />${state}. ${findingCount(sent.findingCount)}.</span>
    <a href="/received/${sent.id}" aria-label="${vi.received.open}: ${vi.received.openFor(name, unit.name)}"
      >${vi.received.open}</a
    >
  </li>`;
}

const findingCount = (count: number): string =>
  count === 0 ? vi.received.noFindings : vi.received.countFindings(count);

export interface Detail {
  stored: Stored;
  form: RulebookForm;
  /** undefined if no longer in the directory */
  unit: Unit | undefined;
  files: readonly { file: StoredFile; label: string; name: string }[];
  documents: readonly { id: string; label: string; formats: readonly string[] }[];
  history: readonly Listed[];
  /** the viewer may correct or withdraw it */
  current: boolean;
  open: boolean;
  /** given back by the committee */
  returned: Returned | null;
  /** errors by the amended directive, if this is the submission that would count */
  wrong: readonly Finding[];
  /** content that its form no longer has a place for */
  lost: Lost;
  /** just stored: the page is shown as the receipt */
  receipt: boolean;
  sentBy: (officer: string) => string;
}

export function detailPage(viewer: Viewer, officer: Officer, detail: Detail): string {
  const { stored, form, unit, receipt, sentBy } = detail;
  const title = receipt ? vi.receipt.title : textIn(form.label);
  const main = html`<h1>${title}</h1>
    ${
      receipt &&
      html`<div class="alert alert-success" role="status">
        <p class="mb-1">${vi.receipt.lead(textIn(form.label), stored.revision)}</p>
        <p class="mb-0">${vi.receipt.code}: <strong>${stored.id}</strong></p>
      </div>`
    }
    <dl class="portal-facts">
      ${fact(vi.received.unit, unit?.name ?? stored.unit)} ${fact(vi.received.status, stateOf(officer, detail))}
      ${fact(vi.detail.receivedAt, when(officer.body, stored.receivedAt))}
      ${fact(vi.detail.sentBy, sentBy(stored.sentBy))}
      ${stored.paper && fact(vi.paper.title, vi.committee.onPaper(stored.paper.number, officialDate(stored.paper.date)))}
    </dl>
    ${
      detail.returned &&
      html`<div class="alert alert-warning">
        <p>${returnedWords(officer.body, detail.returned.until)}</p>
        <p class="mb-0 portal-text">${detail.returned.reason}</p>
        ${commentList(detail.returned)}
      </div>`
    }
    ${detail.wrong.length > 0 && amendedNotice(detail.wrong, whatToDo(officer, detail))}
    ${actions(viewer, officer, detail)} ${section(vi.detail.findings, findings(stored))}
    ${
      detail.documents.length > 0 &&
      section(
        vi.detail.documents,
        html`<ul>
          ${detail.documents.map(({ id, label, formats }) => html`<li><a href="/received/${stored.id}/documents/${id}">${vi.detail.made(label, formats[0])}</a></li>`)}
        </ul>`,
      )
    }
    ${section(vi.detail.files, fileList(detail))} ${section(vi.detail.revisions, revisions(officer, detail))}
    ${receipt && formsToForget(officer, [{ form, period: stored.period || null }])}
    ${detail.lost.length > 0 && section(vi.amended.lost, lostContent(detail.lost))}
    ${isShapely(stored) && section(vi.detail.content, readOnlyForm(officer, unit, form, stored, detail.returned?.findings))}`;
  return page(viewer, { title, main, scripts: FORM_SCRIPTS });
}

function whatToDo({ unit }: Officer, { open }: Detail): string {
  if (!unit) return vi.amended.committee;
  return open ? vi.amended.unitOpen : vi.amended.unitClosed;
}

/** Whether a form can show it; the structure of stale submissions may not have been checked. */
const isShapely = ({ findings: found }: Stored): boolean =>
  !found.some(({ rule, severity }) => rule === 'schema' && severity === 'error');

const fact = (name: string, value: string): Html =>
  html`<dt>${name}</dt>
    <dd>${value}</dd>`;

const section = (title: string, content: Html): Html =>
  html`<section class="mt-4">
    <h2 class="h4">${title}</h2>
    ${content}
  </section>`;

function stateOf({ body }: Officer, { stored, history, returned, sentBy }: Detail): string {
  if (stored.stale) return `${vi.received.revision(stored.revision)}. ${vi.detail.stale}`;
  const { withdrawn } = stored;
  const newer = history.some(({ stale, revision }) => !stale && revision > stored.revision);
  const state = withdrawn
    ? vi.detail.withdrawn(when(body, withdrawn.at), sentBy(withdrawn.by))
    : newer
      ? vi.detail.superseded
      : returned
        ? vi.committee.waiting(when(body, returned.until))
        : vi.detail.current;
  return `${vi.received.revision(stored.revision)}. ${state}`;
}

function actions({ token }: Viewer, officer: Officer, { stored, current, open }: Detail): Html | null {
  if (!current) return null;
  if (!open) return html`<p>${stored.withdrawn ? vi.detail.restoreClosed : vi.detail.closed}</p>`;
  const address = `/forms/${stored.form}${stored.period && `?period=${stored.period}`}`;
  if (stored.withdrawn) {
    return html`<div class="d-flex flex-wrap gap-2">
        ${button(token, `/received/${stored.id}/restore`, vi.detail.restore, 'btn-primary')}
        <a class="btn btn-outline-secondary" href="${address}">${vi.detail.correct}</a>
      </div>
      <p class="text-secondary mt-2">${vi.detail.restoreNote}</p>`;
  }
  return html`<div class="d-flex flex-wrap gap-2">
      <a class="btn btn-primary" href="${address}">${vi.detail.correct}</a>
      <a class="btn btn-outline-danger" href="/received/${stored.id}/withdraw">${vi.detail.withdraw}</a>
    </div>
    <p class="text-secondary mt-2">${vi.detail.withdrawNote}</p>`;
}

const findings = ({ findings: found }: Stored): Html =>
  found.length === 0 ? html`<p>${vi.detail.noFindings}</p>` : findingList(found);

const fileList = ({ files }: Detail): Html =>
  files.length === 0
    ? html`<p>${vi.detail.noFiles}</p>`
    : html`<ul>
        ${files.map(
          ({ file, label, name }) =>
            html`<li><a href="/files/${file.id}" download>${label}: ${name}</a> (${vi.detail.bytes(file.size)})</li>`,
        )}
      </ul>`;

const revisions = ({ body }: Officer, { stored, history }: Detail): Html =>
  html`<ul>
    ${history.map((one) => {
      const words = `${vi.received.revision(one.revision)}, ${when(body, one.receivedAt)}`;
      const note = one.stale
        ? ` (${vi.detail.stale})`
        : one.withdrawn
          ? ` (${vi.forms.withdrawn(when(body, one.withdrawn.at))})`
          : '';
      return html`<li>
        ${one.id === stored.id ? html`<strong>${words}</strong>` : html`<a href="/received/${one.id}">${words}</a>`}${note}
      </li>`;
    })}
  </ul>`;
