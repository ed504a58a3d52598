import { html } from 'lit';
import { textIn, type AskedPart } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';
import { cellCodecs } from '../controls/data-table/cell-type.js';
import { tableShape, type Leaf } from '../controls/data-table/table-shape.js';
import { cellPath, showComputed, showTotal } from '../controls/data-table/totals.js';
import { dataTable } from '../controls/data-table/table-view.js';
import type { PrintBlock } from './print-block.js';

/** A statistical table with its totals and its note. */
export function printTable(form: FormContext, part: AskedPart): PrintBlock {
  const view = part.table!;
  const table = dataTable(form, view);
  const { leaves, head } = tableShape(table);
  const value = (row: string, { column }: Leaf): string => {
    if (column.sumOf) return showComputed(table, row, column, form.valueAt);
    const stored = form.valueAt(cellPath(table, row, column.id));
    return column.type === 'tick' ? (stored === true ? 'X' : '') : cellCodecs[column.type].show(stored);
  };
  const content = html`<table>
    <thead>
      ${head.map(
        (cells, index) =>
          html`<tr>
            ${index === 0 ? html`<th rowspan=${head.length}>${table.rowHeader}</th>` : ''}
            ${cells.map(({ label, columns, rows }) => html`<th colspan=${columns} rowspan=${rows}>${label}</th>`)}
          </tr>`,
      )}
    </thead>
    <tbody>
      ${table.rows.map(
        ({ id, label }) =>
          html`<tr>
            <th>${label}</th>
            ${leaves.map((leaf) => html`<td>${value(id, leaf)}</td>`)}
          </tr>`,
      )}
      ${
        table.totalRow
          ? html`<tr>
              <th>${table.totalRow.label}</th>
              ${leaves.map(({ column }) => html`<td>${showTotal(table, column, form.valueAt)}</td>`)}
            </tr>`
          : ''
      }
    </tbody>
  </table>`;
  return {
    heading: textIn(part.label, form.lang),
    level: 4,
    entries: [],
    content: html`${content}${view.note ? html`<p class="printed-note">${view.note}</p>` : ''}`,
  };
}
