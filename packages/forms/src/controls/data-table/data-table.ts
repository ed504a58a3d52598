import type { CellType } from './cell-type.js';

/**
 * A table to be filled in, whatever it is about. The value of a cell lies at `<path>/<row>/<column>`; what is
 * computed lies nowhere.
 */
export interface DataTable {
  readonly path: string;
  readonly name: string;
  /** DOM ids of what names and what explains the table */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  /** what stands in the corner, above the heads of the rows */
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
  /** the columns under a heading; a column of cells has none */
  readonly columns?: readonly DataColumn[] | undefined;
  readonly type: CellType;
  /** computed: the sum of these columns of the row */
  readonly sumOf?: readonly string[] | undefined;
  /** a percentage whose total is of the totals of these columns, its part and its whole */
  readonly shareOf?: readonly [part: string, whole: string] | undefined;
  /** has a total under it */
  readonly totalled: boolean;
}

/** Reads the value at a path. */
export type ValueAt = (path: string) => unknown;
