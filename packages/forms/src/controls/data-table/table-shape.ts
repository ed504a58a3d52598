import type { DataColumn, DataTable } from './data-table.js';

/** One column of cells with the headings above it, outermost first; its own is the last. */
export interface Leaf {
  readonly column: DataColumn;
  /** DOM ids */
  readonly headings: readonly string[];
  /** their words */
  readonly words: readonly string[];
}

/** One cell of the head. */
export interface HeadCell {
  readonly id: string;
  readonly label: string;
  readonly columns: number;
  readonly rows: number;
}

export interface TableShape {
  readonly leaves: readonly Leaf[];
  /** the head from top to bottom, without the corner */
  readonly head: readonly (readonly HeadCell[])[];
}

/** The head of a table, whose columns may be of uneven depth, as the rows that HTML wants. */
export function tableShape(table: DataTable): TableShape {
  const depth = Math.max(...table.columns.map(levels));
  const leaves: Leaf[] = [];
  const head: HeadCell[][] = Array.from({ length: depth }, () => []);
  const place = (column: DataColumn, level: number, above: Omit<Leaf, 'column'>): number => {
    // Ids of headings may repeat under different ones; the way down to them does not.
    const id = `${above.headings.at(-1) ?? `${table.path}~column`}~${column.id}`;
    const named = { headings: [...above.headings, id], words: [...above.words, column.label] };
    const below = column.columns ?? [];
    if (below.length === 0) leaves.push({ column, ...named });
    const columns = below.reduce((sum, each) => sum + place(each, level + 1, named), 0) || 1;
    head[level]?.push({ id, label: column.label, columns, rows: below.length === 0 ? depth - level : 1 });
    return columns;
  };
  for (const column of table.columns) place(column, 0, { headings: [], words: [] });
  return { leaves, head };
}

function levels({ columns }: DataColumn): number {
  return 1 + (columns ? Math.max(...columns.map(levels)) : 0);
}
