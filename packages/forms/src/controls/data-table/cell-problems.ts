import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '@kl01/rules';
import type { FormContext } from '../../state/form-context.js';
import { problems } from '../frame.js';
import { offeredReadings } from '../offered-readings.js';
import { cellCodec } from './cell-type.js';
import type { DataRow, DataTable } from './data-table.js';
import type { Leaf } from './table-shape.js';
import { cellPath } from './totals.js';

/** All findings of a row as one text, so that unchanged findings are not rendered again. */
export function problemsKey(form: FormContext, table: DataTable, row: DataRow, leaves: readonly Leaf[]): string {
  return findingsOf(form, table, row, leaves)
    .map(({ path, severity, message }) => `${path} ${severity} ${message}`)
    .join();
}

export function hasProblems(form: FormContext, table: DataTable, row: DataRow, leaves: readonly Leaf[]): boolean {
  return findingsOf(form, table, row, leaves).length > 0;
}

export interface RowActs {
  readonly fillZeros: () => void;
  /** writes what a doubtful value means into the cell of a column */
  readonly take: (column: number) => (value: unknown) => void;
}

/** A row's findings, right below it, cell by cell. An incomplete row can be completed there. */
export function cellProblems(
  form: FormContext,
  table: DataTable,
  row: DataRow,
  leaves: readonly Leaf[],
  { fillZeros, take }: RowActs,
): TemplateResult {
  const words = form.strings.table;
  const incomplete = findingsOf(form, table, row, leaves).some(({ rule }) => rule.endsWith('/complete'));
  return html`${problems(form, `${table.path}/${row.id}`)}
  ${leaves.map(({ column }, at) => {
    const path = cellPath(table, row.id, column.id);
    const offered = column.type === 'text' ? nothing : offeredReadings(form, path, cellCodec(column), take(at));
    return html`${problems(form, path)}${offered}`;
  })}
  ${
    incomplete && !form.locked && table.atMost === undefined
      ? html`<button
          type="button"
          class="quiet"
          part="button button-quiet"
          aria-label=${words.about(words.fillZeros, row.label)}
          @click=${fillZeros}
        >
          ${words.fillZeros}
        </button>`
      : nothing
  }`;
}

function findingsOf(form: FormContext, table: DataTable, row: DataRow, leaves: readonly Leaf[]): readonly Finding[] {
  return [
    ...form.problems(`${table.path}/${row.id}`),
    ...leaves.flatMap(({ column }) => form.problems(cellPath(table, row.id, column.id))),
  ];
}
