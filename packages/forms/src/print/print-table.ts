import { html } from 'lit';
import { columnNumbers, hasMeasures, textIn, withRows, type AskedPart, type RowView } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';
import { cellCodec } from '../controls/data-table/cell-type.js';
import { tableShape, type Leaf } from '../controls/data-table/table-shape.js';
import { cellPath, isTyped, showComputed, TOTAL } from '../controls/data-table/totals.js';
import { dataTable } from '../controls/data-table/table-view.js';
import type { PrintBlock } from './print-block.js';

/** A statistical table with its totals and its note. */
export function printTable(form: FormContext, part: AskedPart): PrintBlock {
  const table = dataTable(form, part.table!);
  const view = withRows(part.table!, form.valueAt(table.path));
  const { leaves, head } = tableShape(table);
  const measures = hasMeasures(view);
  const numbers =
    view.columnNumbers &&
    columnNumbers(
      view,
      leaves.map(({ column }) => column.view),
    );
  const value = (row: RowView, { column }: Leaf): string => {
    if (!isTyped(row, column)) return showComputed(table, row.id, column, form.valueAt);
    const stored = form.valueAt(cellPath(table, row.id, column.id));
    return column.type === 'yes-no' ? (stored === true ? 'X' : '') : cellCodec(column).show(stored);
  };
  const content = html`<table>
    <thead>
      ${head.map(
        (cells, index) =>
          html`<tr>
            ${
              index === 0
                ? [
                    ...(view.numbered === undefined ? [] : [view.numbered]),
                    table.rowHeader,
                    ...(measures ? [form.strings.report.measure] : []),
                  ].map((label) => html`<th rowspan=${head.length}>${label}</th>`)
                : ''
            }
            ${cells.map(({ label, columns, rows }) => html`<th colspan=${columns} rowspan=${rows}>${label}</th>`)}
          </tr>`,
      )}
      ${
        numbers
          ? html`<tr class="column-numbers">
              ${numbers.map((number) => html`<td>${number}</td>`)}
            </tr>`
          : ''
      }
    </thead>
    <tbody>
      ${view.rows.map(
        (row) =>
          html`<tr class="level-${row.level ?? 0}">
            ${view.numbered === undefined ? '' : html`<td>${row.number ?? ''}</td>`}
            <th>${row.label}</th>
            ${measures ? html`<td>${row.measure ?? ''}</td>` : ''}
            ${leaves.map((leaf) => html`<td>${value(row, leaf)}</td>`)}
          </tr>`,
      )}
      ${
        table.totalRow
          ? html`<tr>
              ${view.numbered === undefined ? '' : html`<td></td>`}
              <th>${table.totalRow.label}</th>
              ${measures ? html`<td></td>` : ''}
              ${leaves.map(({ column }) => html`<td>${showComputed(table, TOTAL, column, form.valueAt)}</td>`)}
            </tr>`
          : ''
      }
    </tbody>
  </table>`;
  return {
    heading: textIn(part.label, form.lang),
    level: 4,
    entries: [],
    content: html`${view.measure ? html`<p class="measure">${form.strings.report.inMeasure(view.measure)}</p>` : ''}${content}${view.note ? html`<p class="printed-note">${view.note}</p>` : ''}`,
  };
}
