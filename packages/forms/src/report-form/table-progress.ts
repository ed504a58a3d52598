import type { ReportContext } from '../state/form-context.js';
import { typedRows, type TableView } from '@kl01/rules';
import type { DataColumn } from '../controls/data-table/data-table.js';
import { tableShape } from '../controls/data-table/table-shape.js';
import { cellPath } from '../controls/data-table/totals.js';
import { dataTable, tablesAsked } from '../controls/data-table/table-view.js';

/** `blank`: empty, so unanswered; `part`: some number cells are blank. */
export type TableState = 'filled' | 'part' | 'blank';

/** How far a table is filled in. Ticks and texts may be blank in a filled table, and do not replace missing numbers. */
export function tableState(form: ReportContext, view: TableView): TableState {
  const table = dataTable(form, view);
  const asked = tableShape(table)
    .leaves.map(({ column }) => column)
    .filter(({ computed }) => !computed);
  const answers = (columns: readonly DataColumn[]): unknown[] =>
    typedRows(view).flatMap(({ id }) => columns.map((column) => form.valueAt(cellPath(table, id, column.id)) ?? null));
  const everything = answers(asked);
  if (everything.every((value) => value === null)) return 'blank';
  const numbers = answers(asked.filter(({ type }) => type === 'count' || type === 'percent'));
  return numbers.includes(null) ? 'part' : 'filled';
}

/** Tables that are completely empty. */
export function blankTables(form: ReportContext): readonly TableView[] {
  return tablesAsked(form).filter((table) => tableState(form, table) === 'blank');
}
