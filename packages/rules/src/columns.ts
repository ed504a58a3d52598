import type { ColumnView } from './rulebook.js';

/** Columns that hold cells, in order; headings above others hold none. */
export const columnLeaves = (columns: readonly ColumnView[]): ColumnView[] =>
  columns.flatMap((column) => (column.columns ? columnLeaves(column.columns) : [column]));

/** A column's words; of words that follow an answer those for any other. */
export const columnName = ({ label }: Pick<ColumnView, 'label'>): string =>
  typeof label === 'string' ? label : label.else;
