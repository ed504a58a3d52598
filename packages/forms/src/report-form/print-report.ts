import { html } from 'lit';
import type { TableView } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import type { PrintBlock } from '../base/print-view.js';
import { showCell } from '../controls/data-table/cell-type.js';
import { tableShape, type Leaf } from '../controls/data-table/table-shape.js';
import { cellPath, showComputed, showTotal } from '../controls/data-table/totals.js';
import { filesOf } from '../controls/print-dossier.js';
import { shownSections } from '../outline/outline.js';
import { paragraph, sectionBlock } from '../outline/print-outline.js';
import { answerInWords, questionsAsked } from './questions.js';
import { dataTable, partHeading, tablesAsked } from './table-view.js';

/** The whole report for the browser's Print, as running text under the numbers of its outline. */
export function printReport(form: FormContext): PrintBlock[] {
  const { strings, view } = form;
  const questions = questionsAsked(form);
  const files = filesOf(form);
  const tables = tablesAsked(form);
  const period = view.periods.find(({ id }) => id === form.submission.period);
  return [
    ...(view.periods.length > 0
      ? [{ heading: strings.period, level: 3 as const, entries: [], content: paragraph(form, period?.label ?? '') }]
      : []),
    ...(questions.length > 0
      ? [
          {
            heading: strings.report.questions,
            level: 3 as const,
            entries: questions.map((question) => ({ label: question.label, value: answerInWords(form, question) })),
          },
        ]
      : []),
    ...shownSections(form, view.report?.outline ?? []).map((section) => sectionBlock(form, section, 3)),
    ...(tables.length > 0
      ? [
          {
            heading: strings.report.tables,
            level: 3 as const,
            entries: [],
            blocks: tables.flatMap((table) => {
              const heading = partHeading(form, table);
              const part = heading === undefined ? [] : [{ heading, level: 4 as const, entries: [] }];
              return [...part, tableBlock(form, table)];
            }),
          },
        ]
      : []),
    ...(files.length > 0 ? [{ heading: strings.dossier.heading, level: 3 as const, entries: files }] : []),
  ];
}

function tableBlock(form: FormContext, view: TableView): PrintBlock {
  const table = dataTable(form, view);
  const { leaves, head } = tableShape(table);
  const value = (row: string, { column }: Leaf): string => {
    if (column.sumOf) return showComputed(table, row, column, form.valueAt);
    const stored = form.valueAt(cellPath(table, row, column.id));
    return column.type === 'tick' ? (stored === true ? 'X' : '') : showCell(column.type, stored);
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
    heading: table.name,
    level: 4,
    entries: [],
    content: html`${content}${view.note ? html`<p class="printed-note">${view.note}</p>` : ''}`,
  };
}
