import {
  askedColumns,
  columnLeaves,
  columnNumbers,
  columnWords,
  hasMeasures,
  hasTotal,
  isAskedOf,
  pointer,
  textIn,
  withRows,
  type ColumnView,
  type TableView,
} from '@kl01/rules';
import type { FormContext, ReportContext } from '../../state/form-context.js';
import type { DataColumn, DataTable } from './data-table.js';

export function tablesAsked(form: ReportContext): readonly TableView[] {
  return form.view.report.tables.filter(({ groups }) => isAskedOf(groups, form.submission.unit.group));
}

export function tablePath({ id }: TableView): string {
  return pointer('tables', id);
}

export function tableName({ number, title }: TableView): string {
  return number === '' ? title : `${number}. ${title}`;
}

/** A statistical table as this unit fills it in: its columns, and the texts that depend on its answers. */
export function dataTable(form: FormContext, view: TableView, explained = false): DataTable {
  const path = tablePath(view);
  const { submission } = form;
  const table = withRows(view, form.valueAt(path), form.locked ? 0 : 1);
  const answers = submission.answers ?? {};
  const columns = askedColumns(table.columns, submission.unit.group);
  // On the screen, a row's number and unit of measure stand beside its label.
  const labelAt = table.numbered === undefined ? 0 : 1;
  const numbers = table.columnNumbers && columnNumbers(table, columnLeaves(columns));
  return {
    path,
    name: tableName(table),
    labelledBy: `${path}~name`,
    describedBy: explained ? `${path}~hint` : undefined,
    rowHeader: table.rowHeader,
    rows: table.rows,
    view: table,
    numbered: table.numbered,
    columnNumbers: numbers && [numbers[labelAt]!, ...numbers.slice(labelAt + (hasMeasures(table) ? 2 : 1))],
    atMost: table.open?.atMost,
    totalRow: table.totalRow,
    columns: columns.map((column) => dataColumn(table, column, answers, form.today)),
  };
}

function dataColumn(
  table: TableView,
  column: ColumnView,
  answers: Readonly<Record<string, unknown>>,
  today: string,
): DataColumn {
  return {
    id: column.id,
    label: columnWords(column, answers),
    columns: column.columns?.map((below) => dataColumn(table, below, answers, today)),
    type: column.type ?? 'text',
    options: column.options?.map(({ value, label }) => ({ value, label: textIn(label) })),
    today,
    computed: column.computed !== undefined,
    totalled: !column.columns && hasTotal(table, column),
    view: column,
  };
}
