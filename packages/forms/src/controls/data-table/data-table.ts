import type { CellType } from './cell-type.js';

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
  readonly totalRow?: { readonly label: string } | undefined;
  readonly columns: readonly DataColumn[];
}

export interface DataRow {
  readonly id: string;
  readonly label: string;
}

export interface DataColumn {
  readonly id: string;
  readonly label: string;
  /** the columns under a heading; undefined for a column of cells */
  readonly columns?: readonly DataColumn[] | undefined;
  readonly type: CellType;
  /** computed: the sum of these columns of the row */
  readonly sumOf?: readonly string[] | undefined;
  /** a percentage; its total is computed from the totals of these columns, its part and its whole */
  readonly shareOf?: readonly [part: string, whole: string] | undefined;
  /** has a total below it */
  readonly totalled: boolean;
}

/** Reads the value at a path. */
export type ValueAt = (path: string) => unknown;
