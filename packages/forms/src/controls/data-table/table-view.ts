import {
  askedColumns,
  columnWords,
  isAskedOf,
  pointer,
  totalledShare,
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
export function dataTable(form: FormContext, table: TableView, explained = false): DataTable {
  const path = tablePath(table);
  const { submission } = form;
  const answers = submission.answers ?? {};
  return {
    path,
    name: tableName(table),
    labelledBy: `${path}~name`,
    describedBy: explained ? `${path}~hint` : undefined,
    rowHeader: table.rowHeader,
    rows: table.rows,
    totalRow: table.totalRow,
    columns: askedColumns(table.columns, submission.unit.group).map((column) => dataColumn(table, column, answers)),
  };
}

function dataColumn(table: TableView, column: ColumnView, answers: Readonly<Record<string, unknown>>): DataColumn {
  const share = totalledShare(table, column);
  return {
    id: column.id,
    label: columnWords(column, answers),
    columns: column.columns?.map((below) => dataColumn(table, below, answers)),
    type: column.type ?? 'text',
    sumOf: column.sumOf,
    ...(share && { shareOf: [share[0].id, share[1].id] as const }),
    totalled: share !== null || (column.down !== undefined && column.down !== 'none'),
  };
}
