import { officialDate, textIn } from '@kl01/rules';
import type { Finding, RulebookForm } from '@kl01/rules';
import type { Returned } from '../desk.js';
import type { Body, Officer, Unit } from '../directory.js';
import { html, jsonBlock } from '../html.js';
import type { Html } from '../html.js';
import type { Fault } from '../returning.js';
import type { Lost } from '../since-amended.js';
import type { SamePaper } from '../same-paper.js';
import type { Paper, Stored } from '../stored.js';
import { vi } from '../strings/vi.js';
import { LIMITS } from '../uploads.js';
import { deskQuery, unitAddress } from './addresses.js';
import { faultOf, faultSummary } from './faults.js';
import { lostContent } from './amended-notice.js';
import { firstFindings } from './findings.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';
import { typedBox } from './typed-box.js';

export interface FillIn {
  form: RulebookForm;
  period: string | null;
  /** initial value: what was stored last, or what the portal knows of the unit */
  value: object;
  /** the revision sent from this page */
  revision: number;
  /** what was posted but not stored, and why */
  refused?: { posted: object; findings: readonly Finding[]; lost: Lost };
  open: boolean;
  /** the committee no longer accepts anything */
  locked?: boolean;
  /** for a returned submission: the instant before which it must be sent, and the one to judge it by */
  until?: string;
  judgedAt?: string;
  /** returned by the committee: why, and until when it may be sent again */
  returned?: Returned | null;
  /** entered by an officer of the committee for a unit that answered on paper */
  paper?: PaperAsked;
  /** answers already stored with the number and date of this paper; storing needs confirmation by the officer */
  samePaper?: { paper: Paper; answers: readonly SamePaper[]; confirmed: boolean } | undefined;
  /** errors in the paper's details, and the submission posted with them */
  faults?: readonly Fault[];
  posted?: object;
  /** result of reading a file */
  read?: {
    /** cells of a workbook that could not be read */
    unread: readonly Finding[];
    /** entries of the form that the workbook cannot hold */
    leftOut: readonly string[];
  };
}

/** The details of the paper, as typed. */
export interface PaperAsked {
  number: string;
  /** the date on it: `10/4/2023` */
  date: string;
  /** time of arrival, in the committee's time zone: `17:00 10/4/2023` */
  arrived: string;
}

/** The first script must be loaded when the last one defines the elements. */
export const FORM_SCRIPTS = ['/assets/fill-in.js', '/assets/send.js', '/assets/forms/kl01-forms.js'];

/** The kl01 element inside a native form: the browser posts both, and the server judges again. */
export function fillInPage(viewer: Viewer, officer: Officer, unit: Unit, asked: FillIn): string {
  const main = html`<h1>${asked.open ? vi.fillIn.title : vi.fillIn.viewTitle}</h1>
    <p>${vi.fillIn.lead(unit.name)} ${asked.open && vi.fillIn.revision(asked.revision)}</p>
    ${
      asked.refused &&
      html`<div class="alert alert-danger" role="alert" ${asked.refused.lost.length === 0 && html`data-until-ready`}>
        <h2 class="h5">${refusedTitle(asked.refused)}</h2>
        ${
          asked.refused.lost.length > 0
            ? html`<p>${vi.amended.refused}</p>
                ${lostContent(asked.refused.lost)}`
            : html`<p class="mb-0">${vi.fillIn.refusedLead}</p>`
        }
      </div>`
    }
    ${asked.returned && returnNotice(officer, asked.returned)}
    ${!asked.open && html`<p class="alert alert-warning">${asked.locked ? vi.fillIn.closedByLock : vi.fillIn.closed}</p>`}
    <noscript><p class="alert alert-warning">${vi.fillIn.noScript}</p></noscript>
    ${asked.faults && faultSummary(asked.faults)}
    ${
      asked.samePaper &&
      !asked.samePaper.confirmed &&
      html`<p class="alert alert-warning" role="alert">
        ${vi.paper.same.notStored} <a class="alert-link" href="#paper-same">${vi.paper.same.see}</a>
      </p>`
    }
    ${asked.paper && importForm(viewer, unit, asked)} ${asked.read && whatWasRead(asked.read)}
    <form
      method="post"
      action="${asked.paper ? '/committee/paper' : '/submissions'}"
      enctype="multipart/form-data"
      data-send
    >
      <input type="hidden" name="_csrf" value="${viewer.token}" />
      ${asked.paper && paperFields(officer, unit, asked, asked.paper)} ${element(officer, unit, asked)}
      <div
        class="alert alert-danger portal-said mt-4 mb-0"
        id="send-failed"
        role="alert"
        data-offline="${vi.fillIn.offline}"
        data-trouble="${vi.fillIn.trouble}"
        data-sign-in="${signInFor(officer, asked)}"
        data-sign-in-label="${vi.signIn.again}"
      ></div>
      <div class="d-flex flex-wrap gap-3 align-items-center mt-4">
        ${
          asked.open &&
          html`<button type="submit" class="btn btn-primary btn-lg d-print-none" data-busy="${vi.fillIn.busy}">
            ${vi.fillIn.submit}
          </button>`
        }
        ${
          asked.paper
            ? html`<a
                href="/committee/unit?${deskQuery({ form: asked.form.id, period: asked.period ?? '' }, { unit: unit.id })}"
                >${unit.name}</a
              >`
            : html`<a href="/">${vi.fillIn.back}</a>`
        }
      </div>
    </form>
    ${pageData(asked.value, dataOf(asked))}`;
  const title = asked.refused ? refusedTitle(asked.refused) : textIn(asked.form.label);
  return page(viewer, { title, main, scripts: FORM_SCRIPTS });
}

/** After losing the session, the officer signs in and returns here; the draft belongs to the same officer. */
const signInFor = ({ body }: Officer, { form, period }: FillIn): string => {
  const next = `/forms/${form.id}${period === null ? '' : `?${new URLSearchParams({ period }).toString()}`}`;
  return `/sign-in?${new URLSearchParams({ directive: body.rulebook.id, next }).toString()}`;
};

const refusedTitle = ({ lost }: NonNullable<FillIn['refused']>): string =>
  lost.length > 0 ? vi.amended.refusedTitle : vi.fillIn.refusedTitle;

/** What was posted but not stored, with the reasons; otherwise the committee's comments on a returned submission. */
function dataOf({ refused, posted, returned }: FillIn): PageData {
  if (refused) return { posted: refused.posted, findings: refused.findings };
  return { ...(posted && { posted }), ...(returned && { findings: asRemarks(returned.findings) }) };
}

/** Comments of the committee's officer, marked as such to distinguish them from the server's findings. */
const asRemarks = (findings: readonly Finding[]): PageFinding[] =>
  findings.map((finding) => ({ ...finding, from: 'officer' }));

/** The same element, read-only. @param findings shown beside the fields: the committee's comments on the return */
export function readOnlyForm(
  officer: Officer,
  unit: Unit | undefined,
  form: RulebookForm,
  stored: Stored,
  findings?: readonly Finding[],
): Html {
  return html`<kl01-${form.type}-form
      rulebook="/rulebooks/${officer.body.rulebook.id}.json"
      form="${form.id}"
      ${stored.period && html`period="${stored.period}"`}
      ${unit && unitAttributes(unit)}
      ${stored.person && html`person-id="${stored.person}"`}
      now="${officer.body.clock.now()}"
      lang="vi"
      readonly
    ></kl01-${form.type}-form>
    ${pageData(stored.body, findings ? { findings: asRemarks(findings) } : {})}`;
}

/** Hidden forms whose drafts a script deletes: after sending or signing out. */
export function formsToForget(
  officer: Officer,
  places: readonly { form: RulebookForm; period: string | null }[],
): Html {
  return html`${places.map(
    ({ form, period }) =>
      html`<kl01-${form.type}-form
        class="kl01-forget"
        hidden
        rulebook="/rulebooks/${officer.body.rulebook.id}.json"
        form="${form.id}"
        ${period !== null && html`period="${period}"`}
        now="${officer.body.clock.now()}"
        draft="${officer.id}"
      ></kl01-${form.type}-form>`,
  )}`;
}

type PageFinding = Finding & { from?: 'officer' };

interface PageData {
  posted?: object;
  findings?: readonly PageFinding[];
}

/** Data that `public/fill-in.js` passes to the form of the page. */
const pageData = (value: object, more: PageData = {}): Html => jsonBlock('kl01-data', { value, ...more });

const unitAttributes = ({ id, group, name }: Unit): Html =>
  html`unit-id="${id}" unit-group="${group}" unit-name="${name}"`;

/** Says that a submission was returned, and the deadline for sending it again, possibly passed. */
export const returnedWords = (body: Body, until: string): string =>
  Date.parse(body.clock.now()) < Date.parse(until)
    ? vi.fillIn.returned(when(body, until))
    : vi.fillIn.returnedOver(when(body, until));

const returnNotice = ({ body }: Officer, { reason, until }: Returned): Html =>
  html`<div class="alert alert-warning">
    <h2 class="h5">${returnedWords(body, until)}</h2>
    <p class="mb-0 portal-text">${reason}</p>
  </div>`;

/** A form that reads a file into the form of the same page. */
function importForm({ token }: Viewer, unit: Unit, asked: FillIn): Html {
  const fault = faultOf(asked.faults ?? [], 'import');
  return html`<form method="post" action="/committee/import" enctype="multipart/form-data" class="portal-wide mb-4">
    <input type="hidden" name="_csrf" value="${token}" />${placeFields(unit, asked)}
    <label class="form-label" for="import">${vi.paper.import}</label>
    <div class="d-flex flex-wrap gap-2">
      <input
        class="form-control ${fault.invalid}"
        id="import"
        name="file"
        type="file"
        accept=".xlsx,.json"
        required
        ${fault.mark}
      />
      <button type="submit" class="btn btn-outline-primary">${vi.paper.importButton}</button>
    </div>
    ${fault.words}
  </form>`;
}

/** The result of reading a file: cells to compare with the paper, and what must still be typed or attached. */
const whatWasRead = ({ unread, leftOut }: NonNullable<FillIn['read']>): Html =>
  html`<div class="alert ${unread.length > 0 ? 'alert-warning' : 'alert-info'}" role="alert">
    <p class="${unread.length + leftOut.length > 0 ? '' : 'mb-0'}">${vi.paper.read}</p>
    ${
      unread.length > 0 &&
      html`<h2 class="h5">${vi.paper.unread(unread.length)}</h2>
        <p>${vi.paper.unreadLead}</p>
        ${firstFindings(unread)}`
    }
    ${
      leftOut.length > 0 &&
      html`<h2 class="h5">${vi.paper.leftOut}</h2>
        <ul class="mb-0">
          ${leftOut.map((label) => html`<li>${label}</li>`)}
        </ul>`
    }
  </div>`;

const placeFields = ({ id }: Unit, { form, period }: FillIn): Html =>
  html`<input type="hidden" name="form" value="${form.id}" />
    <input type="hidden" name="period" value="${period ?? ''}" /><input type="hidden" name="unit" value="${id}" />`;

function paperFields({ body }: Officer, unit: Unit, asked: FillIn, { number, date, arrived }: PaperAsked): Html {
  const faults = asked.faults ?? [];
  const ofNumber = faultOf(faults, 'paper-number');
  return html`${placeFields(unit, asked)}
    <fieldset class="portal-wide mb-4">
      <legend class="h5">${vi.paper.title}</legend>
      <p class="text-secondary">${vi.paper.lead}</p>
      <label class="form-label" for="paper-number">${vi.paper.number}</label>
      <input
        class="form-control ${ofNumber.invalid}"
        id="paper-number"
        name="paper-number"
        required
        maxlength="200"
        value="${number}"
        autocomplete="off"
        ${ofNumber.mark}
      />
      ${ofNumber.words} ${typedBox('day', { id: 'paper-date', label: vi.paper.date, value: date }, faults)}
      ${typedBox('moment', { id: 'paper-arrived', label: vi.paper.arrived, value: arrived }, faults)}
      ${asked.samePaper && sameNumber(body, asked.samePaper)}
    </fieldset>`;
}

/** A paper as the committee names it: `số 15-CV/HU, ngày 03/04/2023`. */
export const paperWords = ({ number, date }: Paper): string => vi.paper.named(number, officialDate(date));

/**
 * Asks for confirmation instead of refusing, since units may use the same number and one letter may contain two forms.
 */
function sameNumber(body: Body, { paper, answers, confirmed }: NonNullable<FillIn['samePaper']>): Html {
  const unitName = (id: string): string => body.units.find((unit) => unit.id === id)?.name ?? id;
  const named = answers.map((answer) => {
    const form = body.rulebook.forms.find(({ id }) => id === answer.form);
    const period = form?.view.periods.find(({ id }) => id === answer.period)?.label;
    const address = unitAddress(answer, answer.unit);
    return html`<li>
      <a class="alert-link" href="${address}" target="_blank"
        >${[unitName(answer.unit), textIn(form?.label ?? answer.form), period].filter(Boolean).join(', ')}</a
      >
    </li>`;
  });
  return html`<div class="alert alert-warning mt-3">
    <h3 class="h6">${vi.paper.same.title(paperWords(paper))}</h3>
    <ul>
      ${named}
    </ul>
    <p>${vi.paper.same.what}</p>
    <div class="form-check">
      <input
        class="form-check-input"
        type="checkbox"
        id="paper-same"
        name="paper-same"
        value="${paperWords(paper)}"
        ${confirmed && html`checked`}
      />
      <label class="form-check-label" for="paper-same">${vi.paper.same.right}</label>
    </div>
  </div>`;
}

/** Shown until the script has run; an empty required choice keeps the browser from sending the form before. */
const beforeTheScript = (): Html =>
  html`<p>${vi.fillIn.loading}</p>
    <select class="form-select" required aria-label="${vi.fillIn.title}">
      <option value="">${vi.fillIn.notLoaded}</option>
    </select>`;

function element(officer: Officer, unit: Unit, { form, period, paper, open, until, judgedAt }: FillIn): Html {
  return html`<kl01-${form.type}-form
    rulebook="/rulebooks/${officer.body.rulebook.id}.json"
    form="${form.id}"
    ${period !== null && html`period="${period}"`}
    ${unitAttributes(unit)}
    ${officer.person && html`person-id="${officer.person.id}"`}
    name="submission"
    now="${officer.body.clock.now()}"
    ${until !== undefined && html`until="${until}"`}
    ${judgedAt !== undefined && html`judged-at="${judgedAt}"`}
    ${!open && html`readonly`}
    draft="${paper ? `${officer.id}/${unit.id}` : officer.id}"
    lang="vi"
    max-file-bytes="${LIMITS.fileBytes}"
    max-request-bytes="${LIMITS.requestBytes}"
    max-files="${LIMITS.files}"
    >${beforeTheScript()}</kl01-${form.type}-form
  >`;
}
