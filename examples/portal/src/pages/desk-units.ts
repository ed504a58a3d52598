import { nameKey } from '@kl01/rules/committee';
import { askedOf } from '../asked.js';
import { subjects } from '../desk.js';
import type { Sets } from '../desk.js';
import { counts } from '../desk-view.js';
import type { DeskLine, DeskView } from '../desk-view.js';
import type { Body } from '../directory.js';
import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import { vi } from '../strings/vi.js';
import { deskQuery, unitAddress } from './addresses.js';
import { bars, mostOf } from './bars.js';
import { pageOf, pagination } from './pagination.js';
import { stateInWords } from './state-in-words.js';

/** Filter and page of a desk's list of units. */
export interface UnitsAsked {
  /** from 1 */
  page: number;
  /** part of a name, ignoring spelling differences; '' for all */
  find: string;
  show: Show;
}

const SHOWN = {
  all: () => true,
  missing: ({ sent }: DeskLine) => sent === undefined,
  waiting: (line: DeskLine) => line.sent !== undefined && !counts(line),
  counted: counts,
} as const satisfies Record<string, (line: DeskLine) => boolean>;

type Show = keyof typeof SHOWN;

export const showOf = (asked: unknown): Show =>
  typeof asked === 'string' && Object.hasOwn(SHOWN, asked) ? (asked as Show) : 'all';

const UNITS_PER_PAGE = 100;
const words = vi.committee;

/** All units with their states, by group; long lists have pages and can be filtered by name and state. */
export function deskUnits(body: Body, view: DeskView, asked: UnitsAsked): Html {
  const all = body.rulebook.unitGroups.flatMap(({ id }) => askedIn(body, view, id));
  const isLong = all.length > UNITS_PER_PAGE;
  const key = nameKey(asked.find);
  const found = isLong ? all.filter((line) => SHOWN[asked.show](line) && nameKey(line.unit.name).includes(key)) : all;
  const { items, number, pages } = pageOf(found, asked.page, UNITS_PER_PAGE);
  const more = { ...(asked.find && { find: asked.find }), ...(asked.show !== 'all' && { show: asked.show }) };
  const addressOf = (page: number): string =>
    `/committee/desk?${deskQuery(view.desk, { ...more, page: String(page) })}#units`;
  const links = pagination({ number, pages, addressOf, label: words.unitPages });
  return html`<h2 class="h4 mt-4" id="units">${words.units}</h2>
    ${isLong && filter(view, asked)} ${isLong && html`<p role="status">${words.found(found.length)}</p>`} ${links}
    ${body.rulebook.unitGroups.map(({ id, label }) =>
      ofGroup(
        body,
        view,
        label,
        items.filter(({ unit }) => unit.group === id),
      ),
    )}
    ${links} ${view.form.type === 'nomination' && perUnit(items, found)}`;
}

/** Units of a group that must answer the form, or did so anyway. */
const askedIn = ({ rulebook }: Body, { form, lines }: DeskView, group: string): DeskLine[] =>
  lines.filter(
    ({ unit, sent }) =>
      unit.group === group && (sent !== undefined || askedOf(rulebook, unit).some((asked) => asked.form === form)),
  );

function filter({ desk }: DeskView, { find, show }: UnitsAsked): Html {
  const labels = {
    all: words.all,
    missing: words.onlyMissing,
    waiting: words.onlyWaiting,
    counted: words.onlyCounted,
  } as const satisfies Record<Show, string>;
  return html`<form method="get" action="/committee/desk#units" role="search" class="row g-2 align-items-end mb-3">
    <input type="hidden" name="form" value="${desk.form}" />
    ${desk.period && html`<input type="hidden" name="period" value="${desk.period}" />`}
    <div class="col-12 col-md-5">
      <label class="form-label" for="find">${words.find}</label>
      <input class="form-control" id="find" name="find" value="${find}" maxlength="200" autocomplete="off" />
    </div>
    <div class="col-12 col-md-5">
      <label class="form-label" for="show">${words.show}</label>
      <select class="form-select" id="show" name="show">
        ${Object.entries(labels).map(([id, label]) => html`<option value="${id}" ${id === show && html`selected`}>${label}</option>`)}
      </select>
    </div>
    <div class="col-auto"><button type="submit" class="btn btn-outline-primary">${words.filter}</button></div>
  </form>`;
}

/** Values of the units on a page, on the scale of all that were found. */
function perUnit(lines: readonly DeskLine[], found: readonly DeskLine[]): HtmlValue {
  const barsOf = (of: readonly DeskLine[]) =>
    of.filter(counts).map(({ unit, sent }) => ({ label: unit.name, value: sent?.body.nominees?.length ?? 0 }));
  const list = barsOf(lines);
  if (list.length === 0) return null;
  return bars(words.perUnit, [words.unit, words.nominees], list, mostOf(barsOf(found)));
}

function ofGroup(body: Body, view: DeskView, label: string, lines: readonly DeskLine[]): HtmlValue {
  if (lines.length === 0) return null;
  return html`<table class="table portal-units">
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
      ${lines.map((line) => {
        const sets = view.decisions.get(subjects.sets(line.unit.id))?.body as Sets | undefined;
        return html`<tr>
          <th scope="row" class="fw-normal">
            <a href="${unitAddress(view.desk, line.unit.id)}">${line.unit.name}</a>
          </th>
          <td>${stateInWords(body, view.form, line)}</td>
          <td class="text-end">${sets?.count ?? ''}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
