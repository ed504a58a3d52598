import type { ColumnView, RowView, TableView } from '@kl01/rules';
import type { CellKind, CellType } from './cell-type.js';

/**
 * A table to be filled in, independent of its subject. The value of a cell is stored at `<path>/<row>/<column>`;
 * computed values are not stored.
 */
export interface DataTable {
  readonly path: string;
  readonly name: string;
  /** DOM ids of the elements that name and explain the table */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  /** text of the corner cell, above the row headers */
  readonly rowHeader: string;
  readonly rows: readonly DataRow[];
  /** what computed numbers are worked out of */
  readonly view: Pick<TableView, 'rows' | 'columns'>;
  /** heading of the printed row numbers */
  readonly numbered?: string | undefined;
  /** the printed numbers of the columns: that of the row headers, then those of the cells */
  readonly columnNumbers?: readonly string[] | undefined;
  /** the officer adds rows, at most so many; `path` holds a list, whose first blank row is not in it yet */
  readonly atMost?: number | undefined;
  readonly totalRow?: { readonly label: string } | undefined;
  readonly columns: readonly DataColumn[];
}

export type DataRow = Pick<RowView, 'id' | 'label' | 'number' | 'measure' | 'level' | 'cells'>;

export interface DataColumn {
  readonly id: string;
  readonly label: string;
  /** the columns under a heading; undefined for a column of cells */
  readonly columns?: readonly DataColumn[] | undefined;
  readonly type: CellType;
  readonly options?: CellKind['options'];
  readonly today?: CellKind['today'];
  /** worked out of other columns, not filled in */
  readonly computed: boolean;
  /** has a total below it */
  readonly totalled: boolean;
  readonly view: ColumnView;
}

/** Reads the value at a path. */
export type ValueAt = (path: string) => unknown;
