import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '@kl01/rules';
import type { FormContext } from '../../base/form-context.js';
import { citation, problems } from '../frame.js';
import { doubtOf } from './cell-type.js';
import type { DataRow, DataTable } from './data-table.js';
import type { Leaf } from './table-shape.js';
import { cellPath } from './totals.js';

/** Whatever is said about a row, as text: what is said again is not drawn again. */
export function problemsKey(form: FormContext, table: DataTable, row: DataRow, leaves: readonly Leaf[]): string {
  return findingsOf(form, table, row, leaves)
    .map(({ path, severity, message }) => `${path} ${severity} ${message}`)
    .join();
}

export function hasProblems(form: FormContext, table: DataTable, row: DataRow, leaves: readonly Leaf[]): boolean {
  return findingsOf(form, table, row, leaves).length > 0;
}

/** What is wrong in a row, right below it, cell by cell. A row that is not complete can be completed there. */
export function cellProblems(
  form: FormContext,
  table: DataTable,
  row: DataRow,
  leaves: readonly Leaf[],
  fillZeros: () => void,
): TemplateResult {
  const words = form.strings.table;
  const incomplete = findingsOf(form, table, row, leaves).some(({ rule }) => rule.endsWith('/complete'));
  return html`${problems(form, `${table.path}/${row.id}`)}
  ${leaves.map((leaf) => ofCell(form, cellPath(table, row.id, leaf.column.id), leaf))}
  ${
    incomplete && !form.locked
      ? html`<button
          type="button"
          class="quiet"
          part="button"
          aria-label=${words.about(words.fillZeros, row.label)}
          @click=${fillZeros}
        >
          ${words.fillZeros}
        </button>`
      : nothing
  }`;
}

/** A number that was questioned is said with what to write instead; anything else as the rulebook says it. */
function ofCell(form: FormContext, path: string, { column }: Leaf): TemplateResult | typeof nothing {
  const stored = form.valueAt(path);
  const doubt = doubtOf(column.type, stored);
  const found = form.problems(path);
  const error = found.find(({ rule }) => rule === 'schema');
  if (doubt === null || !error) return problems(form, path);
  return html`<ul class="problems" part="problems" id="${path}~problems">
    <li class="problem ${error.severity}">
      <span class="severity">${form.strings.severity[error.severity]}:</span>
      ${form.strings.table.doubt(doubt, String(stored), column.label)} ${citation(form, error.cite)}
    </li>
  </ul>`;
}

function findingsOf(form: FormContext, table: DataTable, row: DataRow, leaves: readonly Leaf[]): readonly Finding[] {
  return [
    ...form.problems(`${table.path}/${row.id}`),
    ...leaves.flatMap(({ column }) => form.problems(cellPath(table, row.id, column.id))),
  ];
}
