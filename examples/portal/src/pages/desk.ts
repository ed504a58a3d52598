import { officialDate, textIn } from '@kl01/rules';
import { askedOf } from '../asked.js';
import { localDay } from '../clock.js';
import type { Desk } from '../decisions.js';
import { isLocked, subjects } from '../desk.js';
import { counts } from '../desk-view.js';
import type { DeskLine, DeskView } from '../desk-view.js';
import type { Body, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import { vi } from '../strings/vi.js';
import { deskQuery } from './addresses.js';
import { bars } from './bars.js';
import { deskUnits } from './desk-units.js';
import type { UnitsAsked } from './desk-units.js';
import { page } from './layout.js';
import type { Viewer } from './layout.js';

export const deskTitle = ({ form, period }: DeskView): string =>
  [textIn(form.label), period].filter(Boolean).join(', ');

/** Hidden fields of every decision form: token, desk, and the version that was seen. */
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

/** How many of the units that must answer have a valid answer; if none must, how many answered. */
export function answeredInWords({ rulebook }: Body, { form, lines }: DeskView): string {
  const must = lines.filter(({ unit }) => askedOf(rulebook, unit).some((asked) => asked.form === form && asked.must));
  if (must.length === 0) return words.answeredFreely(lines.filter(counts).length);
  return words.answered(must.filter(counts).length, must.length);
}

/** The state of the deadline; once locked, only that, since the window no longer accepts late answers. */
export function deadline({ window, decisions }: DeskView): Html {
  const locked = isLocked(decisions);
  return html`<p class="mb-1">
    ${locked && html`<span class="badge portal-state-closed">${words.isLocked}</span>`}
    ${window && !locked && html`<span class="badge portal-state-${window.state}">${vi.forms.states[window.state]}</span>`}
    ${window && html`${window.meaning}${window.minutesLeft !== null && html`. ${vi.forms.left(window.minutesLeft)}`}`}
  </p>`;
}

export function deskPage(viewer: Viewer, officer: Officer, view: DeskView, asked: UnitsAsked): string {
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
    ${deskUnits(body, view, asked)}`;
  return page(viewer, { title, main });
}

const link = (address: string, label: string): Html => html`<a class="btn btn-primary" href="${address}">${label}</a>`;

function perDay(body: Body, lines: readonly DeskLine[]): HtmlValue {
  const days = new Map<string, number>();
  for (const { firstAt } of lines) {
    if (firstAt === null) continue;
    const day = localDay(firstAt, body.rulebook.utcOffset);
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
