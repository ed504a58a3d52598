import type { ColumnView, TableView } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import { pointer } from '../base/pointer.js';
import type { DataColumn, DataTable } from '../controls/data-table/data-table.js';

export function tablesAsked(form: FormContext): readonly TableView[] {
  return form.view.report?.tables.filter(({ groups }) => isOf(form, groups)) ?? [];
}

/** What is printed above a table: the heading of the part of the annex that begins with it, or with one left out before it. */
export function partHeadings(form: FormContext, table: TableView): readonly string[] {
  const tables = form.view.report?.tables ?? [];
  const asked = tablesAsked(form);
  const before = asked[asked.indexOf(table) - 1];
  const from = before === undefined ? 0 : tables.indexOf(before) + 1;
  return tables.slice(from, tables.indexOf(table) + 1).flatMap(({ heading }) => heading ?? []);
}

export function tablePath({ id }: TableView): string {
  return pointer('tables', id);
}

export function tableName({ number, title }: TableView): string {
  return number === '' ? title : `${number}. ${title}`;
}

/** A statistical table as this unit fills it in: its columns, and the words that follow its answers. */
export function dataTable(form: FormContext, table: TableView, explained = false): DataTable {
  const path = tablePath(table);
  return {
    path,
    name: tableName(table),
    labelledBy: `${path}~name`,
    describedBy: explained ? `${path}~hint` : undefined,
    rowHeader: table.rowHeader,
    rows: table.rows,
    totalRow: table.totalRow,
    columns: columnsAsked(form, table.columns),
  };
}

function columnsAsked(form: FormContext, columns: readonly ColumnView[]): readonly DataColumn[] {
  return columns.flatMap((column) => {
    if (!isOf(form, column.groups)) return [];
    const below = column.columns && columnsAsked(form, column.columns);
    if (below?.length === 0) return [];
    return [
      {
        id: column.id,
        label: columnLabel(form, column),
        columns: below,
        type: column.type ?? 'text',
        sumOf: column.sumOf,
        totalled: column.down !== undefined && column.down !== 'none',
      },
    ];
  });
}

/** Words of a column, which may follow an answer. */
function columnLabel(form: FormContext, { label }: ColumnView): string {
  if (typeof label === 'string') return label;
  const answer = form.valueAt(pointer('answers', label.by));
  const words =
    typeof answer === 'string' && answer !== 'by' && Object.hasOwn(label, answer) ? label[answer] : undefined;
  return words ?? label.else;
}

function isOf({ submission }: FormContext, groups: readonly string[] | undefined): boolean {
  return groups === undefined || groups.includes(submission.unit.group ?? '');
}
