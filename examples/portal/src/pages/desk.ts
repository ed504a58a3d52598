import { offsetMinutes, textIn } from '@kl01/rules';
import type { RulebookForm, WindowState } from '@kl01/rules';
import { askedOf } from '../asked.js';
import { decisionInWords, pickChange, whatWas } from '../committee-words.js';
import type { Decision, Desk } from '../decisions.js';
import { isLocked, subjects } from '../desk.js';
import type { Sets, Standing } from '../desk.js';
import type { Body, Officer, Unit } from '../directory.js';
import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import type { Stored } from '../store.js';
import { vi } from '../strings/vi.js';
import { bars } from './bars.js';
import { officialDate, page, when } from './layout.js';
import type { Viewer } from './layout.js';

/** A unit at a desk: what it sent last, whether it was given back. */
export interface DeskLine {
  unit: Unit;
  sent: Stored | undefined;
  /** when it first answered */
  firstAt: string | null;
  standing: Standing;
}

/** One form, for one of its periods, as the committee sees it. */
export interface DeskView {
  form: RulebookForm;
  period: string | null;
  desk: Desk;
  decisions: ReadonlyMap<string, Decision>;
  lines: readonly DeskLine[];
  window: WindowState | undefined;
  /** every unit's time is over */
  past: boolean;
}

export const deskTitle = ({ form, period }: DeskView): string =>
  [textIn(form.label), period].filter(Boolean).join(', ');

export const deskQuery = ({ form, period }: Desk, more: Record<string, string> = {}): string =>
  new URLSearchParams({ form, ...(period && { period }), ...more }).toString();

/** What every decision's form carries: the token, the desk, and the version that was seen. */
export const hidden = (
  { token }: Viewer,
  { form, period }: Desk,
  seen: number,
  more: Record<string, string> = {},
): Html =>
  html`<input type="hidden" name="_csrf" value="${token}" /><input type="hidden" name="form" value="${form}" />
    <input type="hidden" name="period" value="${period}" /><input type="hidden" name="seen" value="${seen}" />
    ${Object.entries(more).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;

const words = vi.committee;

export function desksPage(viewer: Viewer, officer: Officer, desks: readonly DeskView[]): string {
  const main = html`<h1>${words.title}</h1>
    <p>${words.lead}</p>
    <div class="row g-3">${desks.map((view) => card(officer.body, view))}</div>
    <p class="mt-4"><a href="/committee/acts">${words.acts}</a></p>`;
  return page(viewer, { title: words.title, main });
}

function card(body: Body, view: DeskView): Html {
  return html`<div class="col-12 col-lg-6">
    <section class="card h-100">
      <div class="card-body">
        <h2 class="h5">${deskTitle(view)}</h2>
        ${deadline(view)}
        <p>${answeredInWords(body, view)}</p>
        <a class="btn btn-primary" href="/committee/desk?${deskQuery(view.desk)}"
          >${words.open}<span class="visually-hidden">: ${deskTitle(view)}</span></a
        >
      </div>
    </section>
  </div>`;
}

/** Of the units that must answer, those whose answer counts; where none must, how many did. */
function answeredInWords({ rulebook }: Body, { form, lines }: DeskView): string {
  const must = lines.filter(({ unit }) => askedOf(rulebook, unit).some((asked) => asked.form === form && asked.must));
  if (must.length === 0) return words.answeredFreely(lines.filter(counts).length);
  return words.answered(must.filter(counts).length, must.length);
}

const counts = ({ sent, standing }: DeskLine): boolean => sent !== undefined && !sent.withdrawn && !standing.returned;

function deadline({ window, decisions }: DeskView): Html {
  return html`<p class="mb-1">
    ${
      window &&
      html`<span class="badge portal-state-${window.state}">${vi.forms.states[window.state]}</span>
        ${window.meaning}${window.minutesLeft !== null && html`. ${vi.forms.left(window.minutesLeft)}`}`
    }
    ${isLocked(decisions) && html`<strong>${words.isLocked}</strong>`}
  </p>`;
}

export function deskPage(viewer: Viewer, officer: Officer, view: DeskView): string {
  const { desk, decisions, past, form, lines } = view;
  const { body } = officer;
  const locked = isLocked(decisions);
  const title = deskTitle(view);
  const main = html`<p><a href="/committee">${words.title}</a></p>
    <h1>${title}</h1>
    ${deadline(view)}
    <p class="lead">${answeredInWords(body, view)}</p>
    <div class="d-flex flex-wrap gap-2 mb-3">
      ${form.type === 'nomination' && link(`/committee/review?${deskQuery(desk)}`, words.review)}
      ${
        form.type === 'nomination' &&
        html`<a class="btn btn-outline-primary" href="/committee/past-awards?${deskQuery(desk)}"
          >${vi.pastAwards.title}</a
        >`
      }
      ${form.type === 'report' && link(`/committee/consolidated?${deskQuery(desk)}`, words.consolidated)}
      <form method="post" action="/committee/lock">
        ${hidden(viewer, desk, decisions.get(subjects.lock)?.version ?? 0, { locked: String(!locked) })}
        <button type="submit" class="btn btn-outline-secondary" ${!locked && !past && html`disabled`}>
          ${locked ? words.unlock : words.lock}
        </button>
      </form>
    </div>
    ${!locked && html`<p class="text-secondary">${past ? words.lockNote : words.lockLater}</p>`} ${perDay(body, lines)}
    ${form.type === 'nomination' && perUnit(lines)}
    <h2 class="h4 mt-4">${words.units}</h2>
    ${body.rulebook.unitGroups.map((group) => ofGroup(body, view, group))}`;
  return page(viewer, { title, main });
}

const link = (address: string, label: string): Html => html`<a class="btn btn-primary" href="${address}">${label}</a>`;

function perDay(body: Body, lines: readonly DeskLine[]): HtmlValue {
  const days = new Map<string, number>();
  for (const { firstAt } of lines) {
    if (firstAt === null) continue;
    const day = dayOf(body, firstAt);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const list = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  if (list.length === 0) return null;
  return bars(
    words.perDay,
    [words.day, words.answers],
    list.map(([day, value]) => ({ label: officialDate(day), value })),
  );
}

function perUnit(lines: readonly DeskLine[]): HtmlValue {
  const list = lines
    .filter(counts)
    .map(({ unit, sent }) => ({ label: unit.name, value: sent?.body.nominees?.length ?? 0 }));
  return list.length === 0 ? null : bars(words.perUnit, [words.unit, words.nominees], list);
}

const dayOf = ({ rulebook }: Body, instant: string): string =>
  new Date(Date.parse(instant) + offsetMinutes(rulebook.utcOffset) * 60_000).toISOString().slice(0, 10);

function ofGroup(body: Body, view: DeskView, { id, label }: { id: string; label: string }): HtmlValue {
  const lines = view.lines.filter(({ unit }) => unit.group === id);
  const asked = lines.filter(
    ({ unit, sent }) => sent || askedOf(body.rulebook, unit).some(({ form }) => form === view.form),
  );
  if (asked.length === 0) return null;
  return html`<table class="table">
    <caption class="caption-top">
      ${label}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.unit}</th>
        <th scope="col">${words.state}</th>
        <th scope="col" class="text-end">${words.sets}</th>
      </tr>
    </thead>
    <tbody>
      ${asked.map((line) => {
        const sets = view.decisions.get(subjects.sets(line.unit.id))?.body as Sets | undefined;
        return html`<tr>
          <th scope="row" class="fw-normal">
            <a href="/committee/unit?${deskQuery(view.desk, { unit: line.unit.id })}">${line.unit.name}</a>
          </th>
          <td>${stateInWords(body, view.form, line)}</td>
          <td class="text-end">${sets?.count ?? ''}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

export function stateInWords(body: Body, form: RulebookForm, { unit, sent, standing }: DeskLine): string {
  if (!sent) {
    const must = askedOf(body.rulebook, unit).some((asked) => asked.form === form && asked.must);
    return must ? vi.forms.notSent : vi.forms.optional;
  }
  if (sent.withdrawn) return vi.forms.withdrawn(when(body, sent.withdrawn.at));
  if (standing.returned) return words.waiting(when(body, standing.returned.until));
  const late = sent.findings.some(({ rule }) => rule === 'window');
  return [
    vi.forms.sent(sent.revision, when(body, sent.receivedAt)),
    sent.paper && words.onPaper(sent.paper.number, officialDate(sent.paper.date)),
    late && words.late,
  ]
    .filter(Boolean)
    .join('. ');
}

/** Two decided on the same at once: whoever came second is told what stands. */
export function overtakenPage(
  viewer: Viewer,
  { body }: Officer,
  standing: Decision | undefined,
  by: string,
  back: string,
): string {
  const main = html`<h1>${words.overtaken.title}</h1>
    <p class="lead">${words.overtaken.lead}</p>
    ${standing && html`<p>${when(body, standing.at)}, ${by}: <strong>${decisionInWords(body, standing)}</strong></p>`}
    <p><a class="btn btn-primary" href="${back}">${words.overtaken.back}</a></p>`;
  return page(viewer, { title: words.overtaken.title, main });
}

/** Everything that happened: who, when, and what was before. */
export function actsPage(
  viewer: Viewer,
  { body }: Officer,
  log: readonly Decision[],
  sent: readonly Stored[],
  nameOf: (officer: string) => string,
): string {
  const unitName = (id: string): string => body.units.find((unit) => unit.id === id)?.name ?? id;
  const formName = (id: string): string => textIn(body.rulebook.forms.find((form) => form.id === id)?.label ?? id);
  const acts = [
    ...log.map((decision) => ({
      at: decision.at,
      by: nameOf(decision.by),
      about: formName(decision.form),
      what: [decisionInWords(body, decision), pickChange(decision, sent)].filter(Boolean).join(' – '),
      was: whatWas(body, decision),
    })),
    ...sent.flatMap((one) => {
      const what = one.stale ? words.decided.stale : one.paper ? words.decided.paper : words.decided.sent;
      const act = {
        at: one.receivedAt,
        by: nameOf(one.sentBy),
        about: formName(one.form),
        what: what(unitName(one.unit), one.revision),
        was: one.revision > 1 ? vi.received.revision(one.revision - 1) : null,
      };
      const { withdrawn } = one;
      if (!withdrawn) return [act];
      const taken = {
        at: withdrawn.at,
        by: nameOf(withdrawn.by),
        about: act.about,
        was: vi.received.revision(one.revision),
      };
      return [act, { ...taken, what: words.decided.withdrawn(unitName(one.unit), one.revision) }];
    }),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
  const main = html`<p><a href="/committee">${words.title}</a></p>
    <h1>${words.acts}</h1>
    <p>${words.actsLead}</p>
    <table class="table portal-stacked">
      <thead>
        <tr>
          ${[words.at, words.by, words.what, words.was].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${acts.map(
          ({ at, by, about, what, was }) =>
            html`<tr>
              <td>${when(body, at)}</td>
              <td>${by}</td>
              <td><strong>${what}</strong><br />${about}</td>
              <td>${was ?? words.nothing}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  return page(viewer, { title: words.acts, main });
}
