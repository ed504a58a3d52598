import { headLevels } from '@kl01/rules';
import type { DataColumn, DataTable } from './data-table.js';

/** One column of cells with the headings above it, outermost first, its own last. */
export interface Leaf {
  readonly column: DataColumn;
  /** DOM ids */
  readonly headings: readonly string[];
  /** their texts */
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

/** A table's columns of uneven depth as HTML needs them: rows of headings, and the headings above each cell. */
export function tableShape(table: DataTable): TableShape {
  const leaves: Leaf[] = [];
  const ids = new Map<DataColumn, string>();
  const name = (columns: readonly DataColumn[], above: Omit<Leaf, 'column'>): void => {
    for (const column of columns) {
      // Ids of headings may repeat under different parents; the path to them is unique.
      const id = `${above.headings.at(-1) ?? `${table.path}~column`}~${column.id}`;
      const named = { headings: [...above.headings, id], words: [...above.words, column.label] };
      ids.set(column, id);
      if (column.columns) name(column.columns, named);
      else leaves.push({ column, ...named });
    }
  };
  name(table.columns, { headings: [], words: [] });
  const head = headLevels(table.columns).map((cells) =>
    cells.map(({ column, across, down }) => ({
      id: ids.get(column)!,
      label: column.label,
      columns: across,
      rows: down,
    })),
  );
  return { leaves, head };
}
