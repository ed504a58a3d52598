import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ColumnView, TableView } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import { citation, controlAria, problems } from '../controls/frame.js';
import { lineBox, text, wholeNumber, type Reading } from '../controls/text-box.js';
import { readPercent, showPercent } from './percent.js';
import {
  cellPath,
  cellValue,
  partHeadings,
  tableName,
  tablePath,
  tablesAsked,
  tableShape,
  totalDown,
  type Leaf,
  type TableShape,
} from './table-view.js';

const percent: Reading = { read: readPercent, show: showPercent };

export function tablesBlock(form: FormContext): TemplateResult | typeof nothing {
  const tables = tablesAsked(form);
  if (tables.length === 0) return nothing;
  const words = form.strings.report;
  return html`<section class="block" part="block" id="/tables" tabindex="-1" aria-labelledby="tables~heading">
    <h3 id="tables~heading">${words.tables}</h3>
    <p class="hint">${words.tablesHint}</p>
    ${problems(form, '/tables')}
    ${tables.map((table) => [
      partHeadings(form, table).map((heading) => html`<h4 class="annex-part" lang="vi">${heading}</h4>`),
      statisticsTable(form, table),
    ])}
  </section>`;
}

/** One table of the directive: cells to fill in under its own head; totals are computed and never sent. */
function statisticsTable(form: FormContext, table: TableView): TemplateResult {
  const words = form.strings.report;
  const path = tablePath(table);
  const shape = tableShape(form, table);
  const hasShares = shape.leaves.some(({ column }) => column.type === 'percent');
  const notes = [
    table.note === undefined ? null : html`<p lang="vi">${table.note}</p>`,
    hasShares ? html`<p>${words.percentHint}</p>` : null,
  ].filter((note) => note !== null);
  return html`<div class="statistics" part="table" id=${path} tabindex="-1">
    <h4 id="${path}~name" lang="vi">${tableName(table)} ${citation(form, table.cite)}</h4>
    ${notes.length === 0 ? nothing : html`<div class="hint guidance" id="${path}~hint">${notes}</div>`}
    <div class="scrolled" role="region" tabindex="0" aria-labelledby="${path}~name">
      <table aria-labelledby="${path}~name" aria-describedby=${notes.length === 0 ? nothing : `${path}~hint`}>
        <thead lang="vi">
          ${tableHead(table, shape)}
        </thead>
        <tbody>
          ${table.rows.map(
            (row) =>
              html`<tr>
                <th scope="row" id="${path}~row~${row.id}" lang="vi">${row.label}</th>
                ${shape.leaves.map((leaf) => cell(form, table, row.id, leaf))}
              </tr>`,
          )}
        </tbody>
        ${table.totalRow ? totals(form, table, shape, table.totalRow.label) : nothing}
      </table>
    </div>
    ${problems(form, path)}
    ${table.rows.flatMap((row) => [
      problems(form, `${path}/${row.id}`),
      ...shape.leaves.map(({ column }) => problems(form, cellPath(table, row.id, column.id))),
    ])}
  </div>`;
}

function tableHead(table: TableView, { head }: TableShape): TemplateResult[] {
  return head.map(
    (cells, level) =>
      html`<tr>
        ${
          level === 0
            ? html`<th scope="col" id="${tablePath(table)}~rows" rowspan=${head.length}>${table.rowHeader}</th>`
            : nothing
        }
        ${cells.map(
          ({ id, label, columns, rows }) =>
            html`<th scope=${columns > 1 ? 'colgroup' : 'col'} id=${id} colspan=${columns} rowspan=${rows}>
              ${label}
            </th>`,
        )}
      </tr>`,
  );
}

function cell(form: FormContext, table: TableView, row: string, { column, headings }: Leaf): TemplateResult {
  const names = [`${tablePath(table)}~row~${row}`, ...headings].join(' ');
  return html`<td headers=${names} class=${column.type ?? ''}>
    ${column.sumOf ? shown(column, cellValue(form, table, row, column)) : control(form, table, row, column, names)}
  </td>`;
}

function control(form: FormContext, table: TableView, row: string, column: ColumnView, names: string): TemplateResult {
  const path = cellPath(table, row, column.id);
  const aria = controlAria(form, { path, label: '' });
  if (column.type === 'tick') {
    return html`<input
      type="checkbox"
      part="control"
      id=${path}
      .checked=${live(form.valueAt(path) === true)}
      ?disabled=${form.locked}
      aria-labelledby=${names}
      aria-describedby=${aria.describedBy}
      aria-invalid=${aria.invalid}
      @change=${(event: Event) => {
        form.set(path, (event.target as HTMLInputElement).checked ? true : null);
        form.touch(path);
      }}
    />`;
  }
  const reading = { count: wholeNumber, percent, text }[column.type ?? 'count'];
  const inputMode = column.type === 'text' ? 'text' : column.type === 'percent' ? 'decimal' : 'numeric';
  return lineBox(form, { path, labelledBy: names, inputMode }, aria, reading);
}

function totals(form: FormContext, table: TableView, { leaves }: TableShape, label: string): TemplateResult {
  const id = `${tablePath(table)}~total`;
  return html`<tfoot>
    <tr>
      <th scope="row" id=${id} lang="vi">${label}</th>
      ${leaves.map(
        ({ column, headings }) =>
          html`<td headers="${id} ${headings.join(' ')}" class=${column.type ?? ''}>
            ${shown(column, totalDown(form, table, column))}
          </td>`,
      )}
    </tr>
  </tfoot>`;
}

function shown(column: ColumnView, value: number | null): TemplateResult | typeof nothing {
  if (value === null) return nothing;
  return html`<output>${column.type === 'percent' ? showPercent(value) : value}</output>`;
}
