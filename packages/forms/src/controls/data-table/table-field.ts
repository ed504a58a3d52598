import { isGroupAt } from '@kl01/rules';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { FormContext } from '../../state/form-context.js';
import { controlAria } from '../frame.js';
import { typed } from '../typed.js';
import { cellCodec } from './cell-type.js';
import { cellProblems, hasProblems, problemsKey } from './cell-problems.js';
import type { DataColumn, DataRow, DataTable } from './data-table.js';
import { pasteNews } from './paste-news.js';
import type { Sheet } from './sheet.js';
import type { Sheets } from './sheets.js';
import type { Leaf, TableShape } from './table-shape.js';
import { cellPath, hasUnreadSums, isTyped, showComputed, TOTAL } from './totals.js';

/**
 * A table to be filled in like a spreadsheet. It is a plain HTML table with a box in every cell, not an ARIA grid:
 * screen readers can navigate it with their own keys and announce row and column headers, which also name each box. The
 * name is complete even if the screen reader has announced part of it: of the headings above a cell Orca (43, with
 * Firefox) announces only the outermost. Rows are rendered again only if they have changed.
 */
export function tableField(form: FormContext, table: DataTable, sheets: Sheets): unknown {
  const sheet = sheets.of(form, table);
  const { leaves, head } = sheet.shape;
  const of = [
    form.valueAt(table.path),
    table.rows
      .slice(sheet.shown.from, sheet.shown.to)
      .map((row) => problemsKey(form, table, row, leaves))
      .join(),
    head.flatMap((cells) => cells.map(({ label }) => label)).join(),
    table.atMost === undefined ? table.rows.map(({ label }) => label).join() : table.rows.length,
    sheet.version,
    form.locked,
    form.disabled,
    form.lang,
  ];
  return guard(of, () => drawn(form, table, sheet, sheets));
}

function drawn(form: FormContext, table: DataTable, sheet: Sheet, sheets: Sheets): TemplateResult {
  const { shape } = sheet;
  const columns = shape.leaves.map(({ column }) => column.id).join();
  const { from, to } = sheet.shown;
  return html`<div class="data-table">
    <div class="named">
      <p class="where" aria-hidden="true"></p>
      <div class="scrolled" role="region" tabindex="0" aria-labelledby=${table.labelledBy}>
        <table
          data-sheet=${table.path}
          aria-labelledby=${table.labelledBy}
          aria-describedby=${table.describedBy ?? nothing}
          @keydown=${sheets.onKeydown}
          @input=${sheets.onInput}
          @change=${sheets.onChange}
          @focusin=${sheets.onFocusin}
          @focusout=${sheets.onFocusout}
          @pointerdown=${sheets.pointer.onDown}
          @pointermove=${sheets.pointer.onMove}
          @dragstart=${sheets.pointer.onDragstart}
        >
          <thead lang="vi">
            ${tableHead(table, shape, mayRemove(form, table))}
          </thead>
          <tbody>
            ${table.rows.slice(from, to).map((row, index) =>
              guard(
                [
                  // A group shows what its rows add up to.
                  form.valueAt(row.cells === 'sum' ? table.path : `${table.path}/${row.id}`),
                  problemsKey(form, table, row, shape.leaves),
                  row.label,
                  columns,
                  form.locked,
                  form.disabled,
                  form.lang,
                ],
                () => tableRow(form, table, sheet, row, from + index),
              ),
            )}
          </tbody>
          ${table.totalRow ? totals(form, table, shape, table.totalRow.label) : nothing}
        </table>
      </div>
    </div>
    ${shape.leaves.map(({ column }) =>
      column.options
        ? html`<datalist id=${optionsId(table, column)}>
            ${column.options.map(({ label }) => html`<option value=${label}></option>`)}
          </datalist>`
        : nothing,
    )}
    ${from > 0 || to < table.rows.length ? pages(form, sheet) : nothing}
    ${
      hasUnreadSums(
        table,
        shape.leaves.map(({ column }) => column),
        form.valueAt,
      )
        ? html`<p class="hint" part="hint">${form.strings.table.unreadTotal}</p>`
        : nothing
    }
    ${form.locked ? nothing : acts(form, sheet, sheets)}
    ${sheet.news ? pasteNews(form, sheet, sheet.news, () => sheets.undo(sheet)) : nothing}
  </div>`;
}

const INPUT_MODES = { text: 'text', choice: 'text', date: 'text', percent: 'decimal', count: 'numeric' } as const;

const optionsId = ({ path }: DataTable, { id }: DataColumn): string => `${path}~options~${id}`;

const mayRemove = (form: FormContext, { atMost }: DataTable): boolean => atMost !== undefined && !form.locked;

/** Turns the pages of a long table. */
function pages(form: FormContext, sheet: Sheet): TemplateResult {
  const words = form.strings.table;
  const { from, to } = sheet.shown;
  const all = sheet.table.rows.length;
  const turn = (label: string, row: number): TemplateResult =>
    html`<button
      type="button"
      class="quiet"
      part="button button-quiet"
      ?disabled=${row < 0 || row >= all}
      aria-label=${words.about(label, sheet.table.name)}
      @click=${() => sheet.turnTo(row)}
    >
      ${label}
    </button>`;
  return html`<div class="acts">
    ${turn(words.before, from - 1)}
    <span role="status">${words.rowsShown(from + 1, to, all)}</span>
    ${turn(words.after, to)}
  </div>`;
}

function tableHead(table: DataTable, { head }: TableShape, removable: boolean): TemplateResult {
  const levels = head.map(
    (cells, level) =>
      html`<tr>
        ${
          level === 0
            ? html`<th scope="col" id="${table.path}~rows" rowspan=${head.length}>${table.rowHeader}</th>`
            : nothing
        }
        ${cells.map(
          ({ id, label, columns, rows }) =>
            html`<th scope=${columns > 1 ? 'colgroup' : 'col'} id=${id} colspan=${columns} rowspan=${rows}>
              ${label}
            </th>`,
        )}
        ${level === 0 && removable ? html`<td rowspan=${head.length}></td>` : nothing}
      </tr>`,
  );
  return html`${levels}
  ${
    table.columnNumbers
      ? html`<tr class="column-numbers">
          ${table.columnNumbers.map((number) => html`<td>${number}</td>`)} ${removable ? html`<td></td>` : nothing}
        </tr>`
      : nothing
  }`;
}

function tableRow(form: FormContext, table: DataTable, sheet: Sheet, row: DataRow, index: number): TemplateResult {
  const { leaves } = sheet.shape;
  if (row.cells === 'heading') {
    return html`<tr class="group level-${row.level ?? 0}">
      <th scope="row" id="${table.path}~row~${row.id}" lang="vi" colspan=${leaves.length + 1}>${rowName(row)}</th>
    </tr>`;
  }
  return html`<tr class="${isGroupAt(table, index) ? 'group ' : ''}level-${row.level ?? 0}">
      <th scope="row" id="${table.path}~row~${row.id}" lang="vi">${rowName(row)}</th>
      ${leaves.map((leaf, column) => cell(form, table, row, leaf, `${index}:${column}`))}
      ${mayRemove(form, table) ? removing(form, sheet, row, index) : nothing}
    </tr>
    ${
      hasProblems(form, table, row, leaves)
        ? html`<tr class="row-problems">
            <td colspan=${leaves.length + (mayRemove(form, table) ? 2 : 1)}>
              <div class="beside">
                ${cellProblems(form, table, row, leaves, {
                  fillZeros: () => sheet.fillZeros(index),
                  take: (column) => (value) => sheet.write([{ at: { row: index, column }, value }]),
                })}
              </div>
            </td>
          </tr>`
        : nothing
    }`;
}

/** The row below the last is not there yet. */
function removing(form: FormContext, sheet: Sheet, row: DataRow, index: number): TemplateResult {
  const words = form.strings.table;
  const isThere = form.valueAt(`${sheet.table.path}/${row.id}`) !== undefined;
  return html`<td>
    ${
      isThere
        ? html`<button
            type="button"
            class="quiet"
            part="button button-quiet"
            aria-label=${words.removeRow(index + 1)}
            title=${words.removeRow(index + 1)}
            @click=${() => sheet.removeRow(index)}
          >
            ✕
          </button>`
        : nothing
    }
  </td>`;
}

/** A row's printed number, its label and its unit of measure. */
function rowName({ number, label, measure }: DataRow): TemplateResult {
  const named = number === undefined ? label : `${number}. ${label}`;
  return html`${named}${measure === undefined ? nothing : html` <span class="measure">(${measure})</span>`}`;
}

function cell(form: FormContext, table: DataTable, row: DataRow, leaf: Leaf, at: string): TemplateResult {
  const { column, headings } = leaf;
  const path = cellPath(table, row.id, column.id);
  const names = [`${table.path}~row~${row.id}`, ...headings].join(' ');
  if (!isTyped(row, column)) {
    return html`<td headers=${names} data-at=${at} class="computed ${column.type}">
      ${showComputed(table, row.id, column, form.valueAt)}
    </td>`;
  }
  const stored = form.valueAt(path);
  const { describedBy, invalid } = controlAria(form, { path, label: '' });
  if (column.type === 'yes-no') {
    return html`<td headers=${names} data-at=${at} class="tick">
      <input
        type="checkbox"
        part="control ${invalid === 'true' ? 'control-invalid' : ''}"
        id=${path}
        .checked=${live(stored === true)}
        ?disabled=${form.disabled}
        aria-disabled=${form.locked}
        aria-labelledby=${names}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @click=${(event: Event) => {
          if (form.locked) event.preventDefault();
        }}
      />
    </td>`;
  }
  return html`<td headers=${names} data-at=${at} class=${column.type}>
    <input
      class="box"
      part="control ${invalid === 'true' ? 'control-invalid' : ''}"
      id=${path}
      type="text"
      inputmode=${INPUT_MODES[column.type]}
      autocomplete="off"
      ?readonly=${form.locked}
      ?disabled=${form.disabled}
      aria-labelledby=${names}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      list=${column.options ? optionsId(table, column) : nothing}
      .value=${typed(cellCodec(column), stored)}
    />
  </td>`;
}

/** Totals are text and not a live region: announced at every key press, they would drown out the typing. */
function totals(form: FormContext, table: DataTable, { leaves }: TableShape, label: string): TemplateResult {
  const id = `${table.path}~total`;
  return html`<tfoot>
    <tr>
      <th scope="row" id=${id} lang="vi">${label}</th>
      ${leaves.map(
        ({ column, headings }) =>
          html`<td headers="${id} ${headings.join(' ')}" class="computed ${column.type}">
            ${showComputed(table, TOTAL, column, form.valueAt)}
          </td>`,
      )}
    </tr>
  </tfoot>`;
}

/** Always shown, so that nothing shifts under the pointer when there is something to undo. */
function acts(form: FormContext, sheet: Sheet, sheets: Sheets): TemplateResult {
  const words = form.strings.table;
  const button = (label: string, able: boolean, act: () => void): TemplateResult =>
    html`<button
      type="button"
      class="quiet"
      part="button button-quiet"
      ?disabled=${!able}
      aria-label=${words.about(label, sheet.table.name)}
      @click=${act}
    >
      ${label}
    </button>`;
  return html`<div class="acts">
    ${button(words.undo, sheet.history.canUndo, () => sheets.undo(sheet))}
    ${button(words.redo, sheet.history.canRedo, () => sheets.redo(sheet))}
  </div>`;
}
