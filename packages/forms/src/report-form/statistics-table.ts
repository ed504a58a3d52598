import { html, nothing, type TemplateResult } from 'lit';
import { typedColumns, type TableView } from '@kl01/rules';
import type { ReportContext } from '../state/form-context.js';
import type { Sheets } from '../controls/data-table/sheets.js';
import { tableField } from '../controls/data-table/table-field.js';
import { citation, problems } from '../controls/frame.js';
import { tableState } from './table-progress.js';
import { dataTable, tableName, tablePath, tablesAsked } from '../controls/data-table/table-view.js';

export function tablesBlock(form: ReportContext, sheets: Sheets): TemplateResult | typeof nothing {
  const tables = tablesAsked(form);
  if (tables.length === 0) return nothing;
  const words = form.strings.report;
  return html`<section class="block" part="block" id="/tables" tabindex="-1" aria-labelledby="tables~heading">
    <h3 part="heading" id="tables~heading">${words.tables}</h3>
    ${form.locked ? nothing : html`<p class="hint" part="hint">${words.tablesHint} ${form.strings.table.keys}</p>`}
    ${problems(form, '/tables')}
    ${tables.map((table) => {
      const heading = form.parts.find((part) => part.table?.id === table.id)?.heading;
      return [
        heading === undefined ? nothing : html`<h4 class="annex-part" lang="vi">${heading}</h4>`,
        statisticsTable(form, table, sheets),
      ];
    })}
  </section>`;
}

/** A table of the directive under its printed name; totals are computed and never sent. */
function statisticsTable(form: ReportContext, table: TableView, sheets: Sheets): TemplateResult {
  const path = tablePath(table);
  const hasShares = typedColumns(table.columns).some(({ type }) => type === 'percent');
  const explained = table.note !== undefined || hasShares;
  return html`<div class="statistics" part="table" id=${path} tabindex="-1">
    <h4 id="${path}~name" lang="vi">${tableName(table)} ${citation(form, table.cite)}</h4>
    ${table.measure ? html`<p class="hint" part="hint">${form.strings.report.inMeasure(table.measure)}</p>` : nothing}
    ${tableField(form, dataTable(form, table, explained), sheets)} ${problems(form, path)}
    ${tableState(form, table) === 'blank' && !form.locked ? html`<p class="hint unanswered" part="hint">${table.open ? form.strings.report.listBlank : form.strings.report.tableBlank}</p>` : nothing}
    ${
      explained
        ? html`<div class="hint guidance" part="hint" id="${path}~hint">
            ${table.note ? html`<p lang="vi">${table.note}</p>` : nothing}
            ${hasShares ? html`<p>${form.strings.report.percentHint}</p>` : nothing}
          </div>`
        : nothing
    }
  </div>`;
}
