import { answerDuty, columnLeaves, columnName, headLevels, isAskedOf, ownMember } from '@kl01/rules';
import { sumGiven } from '@kl01/rules/committee';
import type { ColumnView, SectionView, TableView } from '@kl01/rules';
import type { Consolidation, SummedCell } from '@kl01/rules/committee';
import type { Body, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import { vi } from '../strings/vi.js';
import { bars, mostOf } from './bars.js';
import { deskQuery } from './addresses.js';
import { deskTitle } from './desk.js';
import type { DeskLine, DeskOf, DeskView } from '../desk-view.js';
import { findingList } from './findings.js';
import { page } from './layout.js';
import { pageOf, pagination } from './pagination.js';
import type { Viewer } from './layout.js';

/** The cell whose contributing units are shown. */
interface Asked {
  table: string;
  row: string;
  column: string;
  /** page of these units, from 1 */
  page: number;
}

const words = vi.committee;
const UNITS_PER_PAGE = 100;
const NAMED = 25;

/**
 * The consolidation of all reports: tables in which every number links to the contributing units, then the texts by
 * section.
 */
export function consolidatedPage(
  viewer: Viewer,
  { body }: Officer,
  view: DeskOf<'report'>,
  all: Consolidation,
  asked: Asked,
): string {
  const { report } = view.form.view;
  const nameOf = (unit: string): string => ownMember(all.names, unit) ?? unit;
  const isEmpty = all.units.counted.length === 0;
  const sections = isEmpty ? [] : report.outline;
  const tables = isEmpty ? [] : report.tables;
  const main = html`<p><a href="/committee/desk?${deskQuery(view.desk)}">${deskTitle(view)}</a></p>
    <h1>${words.consolidated}</h1>
    <p class="lead">${isEmpty ? words.noneCounted : words.counted(all.units.counted.length)}</p>
    ${
      !isEmpty &&
      html`<p>
        <a class="btn btn-primary" href="/committee/own-report?${deskQuery(view.desk)}">${vi.ownReport.title}</a>
      </p>`
    }
    ${named(words.lateTitle, all.units.late.map(nameOf))} ${named(words.missingTitle, neverSent(view, all).map(nameOf))}
    ${named(words.returnedTitleAll, unitsOf(view, isReturned))}
    ${named(words.withdrawnTitle, unitsOf(view, isWithdrawn))}
    ${named(
      words.leftOutTitle,
      all.leftOut.map(({ unit, reason }) => `${unit ? nameOf(unit) : ''} (${words.reasons[reason]})`),
    )}
    ${
      all.findings.length > 0 &&
      html`<h2 class="h4">${words.findings}</h2>
        ${findingList(all.findings)}`
    }
    ${unitsBehind(view, tables, all, asked, nameOf)} ${tables.map((table) => summed(body, view, table, all, asked))}
    ${sections.length > 0 && html`<h2 class="h4 mt-4">${words.text}</h2>`}
    ${sections.map((section) => written(section, all.sections, nameOf))}`;
  return page(viewer, { title: words.consolidated, main });
}

/** A few names as a sentence; many as a number and a collapsed list. */
function named(title: string, names: readonly string[]): HtmlValue {
  if (names.length === 0) return null;
  if (names.length <= NAMED) return html`<p>${title}: ${names.join('; ')}.</p>`;
  return html`<details class="mb-3">
    <summary>${title} ${words.byUnit(names.length)}</summary>
    <ul>
      ${names.map((name) => html`<li>${name}</li>`)}
    </ul>
  </details>`;
}

const isWithdrawn = ({ sent }: DeskLine): boolean => Boolean(sent?.withdrawn);
/** As elsewhere: a returned submission has arrived, and is awaited again. */
const isReturned = ({ sent, standing }: DeskLine): boolean => Boolean(standing.returned && !sent?.withdrawn);

const unitsOf = ({ lines }: DeskView, are: (line: DeskLine) => boolean): string[] =>
  lines.filter(are).map(({ unit }) => unit.name);

/** Units that must answer but never sent anything. */
function neverSent({ lines }: DeskView, { units }: Consolidation): string[] {
  const came = new Set(lines.filter((line) => isReturned(line) || isWithdrawn(line)).map(({ unit }) => unit.id));
  return units.missing.filter((id) => !came.has(id));
}

/**
 * Of the units that must fill in a table: how many must answer or did, how many of their reports are counted, how many
 * of these have any value.
 */
function answersOf({ rulebook }: Body, view: DeskView, { groups }: TableView, rows: Rows, all: Consolidation) {
  const isAskedHere = (id: string): boolean => isAskedOf(groups, all.groups[id]);
  const counted = all.units.counted.filter(isAskedHere);
  const must = view.lines.filter(
    ({ unit }) => isAskedHere(unit.id) && answerDuty(rulebook, view.form, unit.group) === 'must',
  );
  const due = new Set([...counted, ...must.map(({ unit }) => unit.id)]);
  const cells = Object.values(rows).flatMap((row) => Object.values(row));
  const filled = new Set(cells.flatMap(({ by }) => Object.keys(by)));
  return { counted: counted.length, due: due.size, filled: filled.size };
}

type Rows = Readonly<Record<string, Readonly<Record<string, SummedCell>>>>;

function summed(body: Body, view: DeskView, table: TableView, all: Consolidation, asked: Asked): Html {
  const rows = all.tables[table.id] ?? {};
  const { counted, due, filled } = answersOf(body, view, table, rows, all);
  const columns = columnLeaves(table.columns);
  const head = headLevels(table.columns);
  return html`<section class="mt-4">
    <h2 class="h5" id="${table.id}">${table.number}. ${table.title}</h2>
    <p class="${filled < counted ? 'portal-error' : 'text-secondary'}">${words.tableAnswers(counted, due, filled)}</p>
    <div class="table-responsive" tabindex="0" role="region" aria-labelledby="${table.id}">
      <table class="table table-bordered table-sm portal-summed">
        <thead>
          ${head.map(
            (cells, level) =>
              html`<tr>
                ${level === 0 && html`<th scope="col" rowspan="${head.length}">${table.rowHeader}</th>`}
                ${cells.map(
                  ({ column, across, down }) =>
                    html`<th scope="${across > 1 ? 'colgroup' : 'col'}" colspan="${across}" rowspan="${down}">
                      ${columnName(column)}
                    </th>`,
                )}
              </tr>`,
          )}
        </thead>
        <tbody>
          ${table.rows.map(
            ({ id, label }) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${columns.map((column) => cell(view, table, id, column, rows[id]?.[column.id], asked))}
              </tr>`,
          )}
          ${
            table.totalRow &&
            html`<tr>
              <th scope="row">${table.totalRow.label}</th>
              ${columns.map((column) => html`<td class="text-end fw-bold">${totalOf(column, table, rows)}</td>`)}
            </tr>`
          }
        </tbody>
      </table>
    </div>
  </section>`;
}

function cell(
  view: DeskView,
  table: TableView,
  row: string,
  column: ColumnView,
  found: SummedCell | undefined,
  asked: Asked,
): Html {
  if (!found || Object.keys(found.by).length === 0) return html`<td></td>`;
  const chosen = asked.table === table.id && asked.row === row && asked.column === column.id;
  const address = `/committee/consolidated?${deskQuery(view.desk, { table: table.id, row, column: column.id })}#units`;
  const shown = found.value === null ? words.byUnit(Object.keys(found.by).length) : number(column, found.value);
  return html`<td class="text-end ${chosen && 'table-active'}">
    <a href="${address}" aria-label="${words.behind(shown)}">${shown}</a>
  </td>`;
}

/** Lists the units behind a number, with their values. */
function unitsBehind(
  { desk }: DeskView,
  tables: readonly TableView[],
  { tables: sums }: Consolidation,
  { table: id, row, column: columnId, page: asked }: Asked,
  nameOf: (unit: string) => string,
): HtmlValue {
  const table = tables.find((one) => one.id === id);
  const column = table && columnLeaves(table.columns).find((one) => one.id === columnId);
  const found = table && column && Object.hasOwn(sums[id] ?? {}, row) ? sums[id]?.[row]?.[columnId] : undefined;
  if (!table || !column || !found) return null;
  const label = table.rows.find((one) => one.id === row)?.label ?? row;
  const all = Object.entries(found.by);
  const most = mostOf(all.map(([, value]) => ({ value })));
  const { items, number: at, pages } = pageOf(all, asked, UNITS_PER_PAGE);
  const addressOf = (to: number): string =>
    `/committee/consolidated?${deskQuery(desk, { table: id, row, column: columnId, page: String(to) })}#units`;
  const list = items.map(([unit, value]) => ({
    label: nameOf(unit),
    value,
    words: number(column, value),
  }));
  return html`<section class="mt-4 p-2" id="units" tabindex="-1">
    <h2 class="h4">${words.unitsBehind}</h2>
    ${bars(`${table.number}. ${table.title}: ${label}, ${columnName(column)}`, [words.unit, words.value], list, most)}
    ${pagination({ number: at, pages, addressOf, label: words.unitPages })}
    ${found.value !== null && html`<p>${words.total}: <strong>${number(column, found.value)}</strong></p>`}
  </section>`;
}

const number = ({ type }: ColumnView, value: number): string =>
  type === 'percent' ? `${(value / 100).toLocaleString('vi-VN')} %` : value.toLocaleString('vi-VN');

/** The total of the sums shown; empty if the column has no total. */
function totalOf(column: ColumnView, { rows }: TableView, sums: Rows): string {
  if (column.down !== 'sum' && column.down !== 'count') return '';
  const values = rows.flatMap(({ id }) => sumGiven(sums[id]?.[column.id]) ?? []);
  return values.length === 0
    ? ''
    : number(
        column,
        values.reduce((sum, value) => sum + value, 0),
      );
}

/** The outline with its headings; the texts of a section are collapsed, since officers read one section at a time. */
function written(
  section: SectionView,
  sections: Consolidation['sections'],
  nameOf: (unit: string) => string,
  level = 3,
): Html {
  const { id, number: printed, title, sections: below } = section;
  const heading = headingAt(level, [printed, title].filter(Boolean).join('. '));
  const entries = sections[id] ?? [];
  return html`<section class="mt-3">
    ${entries.length > 0 ? ofUnits(heading, entries, nameOf) : heading}
    ${below.map((each) => written(each, sections, nameOf, level + 1))}
  </section>`;
}

function ofUnits(heading: Html, entries: Consolidation['sections'][string], nameOf: (unit: string) => string): Html {
  const said = entries.filter(({ text }) => text !== null);
  const silent = entries.filter(({ text }) => text === null).map(({ unit }) => nameOf(unit));
  if (said.length === 0)
    return html`${heading}
      <p class="text-secondary">${words.allSilent}</p>`;
  return html`<details class="portal-fold">
    <summary>${heading} <span class="text-secondary">${words.byUnit(said.length)}</span></summary>
    ${said.map(
      ({ unit, text }) =>
        html`<p class="fw-bold mb-0">${nameOf(unit)}</p>
          <p class="portal-text">${text}</p>`,
    )}
    ${named(words.silentTitle, silent)}
  </details>`;
}

function headingAt(level: number, words: string): Html {
  if (level === 3) return html`<h3 class="h5 fw-bold">${words}</h3>`;
  return level === 4 ? html`<h4 class="h6 fw-bold">${words}</h4>` : html`<h5 class="h6">${words}</h5>`;
}
