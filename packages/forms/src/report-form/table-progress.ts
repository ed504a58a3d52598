import { askedColumns, typedColumns, typedRows, withRows, type TableView } from '@kl01/rules';
import type { ReportContext } from '../state/form-context.js';
import { cellsOf } from '../controls/data-table/totals.js';
import { tablePath, tablesAsked } from '../controls/data-table/table-view.js';

/** `blank`: empty, so unanswered; `part`: some number cells are blank. */
export type TableState = 'filled' | 'part' | 'blank';

/** How far a table is filled in. Ticks and texts may be blank in a filled table, and do not replace missing numbers. */
export function tableState(form: ReportContext, view: TableView): TableState {
  const stored = form.valueAt(tablePath(view));
  if (typeof stored !== 'object' || stored === null) return 'blank';
  const { group } = form.submission.unit;
  const known = states.get(stored);
  if (known?.view === view && known.group === group) return known.state;
  const state = stateOf(view, stored, group);
  states.set(stored, { view, group, state });
  return state;
}

/** Asked several times for one change of the page; a value that changes is another object. */
const states = new WeakMap<object, { view: TableView; group: unknown; state: TableState }>();

function stateOf(view: TableView, stored: unknown, group: unknown): TableState {
  const at = cellsOf(stored);
  const columns = typedColumns(askedColumns(view.columns, group));
  const rows = typedRows(withRows(view, stored));
  const isBlank = (row: string, column: string): boolean => (at(row, column) ?? null) === null;
  if (rows.every((row) => columns.every((column) => isBlank(row.id, column.id)))) return 'blank';
  const numbers = columns.filter(({ type }) => type === 'count' || type === 'percent');
  return rows.some((row) => numbers.some((column) => isBlank(row.id, column.id))) ? 'part' : 'filled';
}

/** Tables that are completely empty. */
export function blankTables(form: ReportContext): readonly TableView[] {
  return tablesAsked(form).filter((table) => tableState(form, table) === 'blank');
}
