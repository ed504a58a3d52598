import { askedColumns, columnLeaves, isAskedOf } from '../columns.js';
import { addedRows, hasTotal, partsOf, percentOfSums, shareOf, typedColumns, typedRows } from '../table-numbers.js';
import { defineLazily } from './lazy.js';
import type { ColumnView, RulebookReport, TableView } from '../rulebook.js';
import type { Submission, TableRow } from '../submission.js';

/** One cell of the consolidated tables. */
export interface SummedCell {
  /** null if units' values cannot be added: text, stocks, percentages without their counts */
  readonly value: number | null;
  /** each unit's value, by unit id: its number, or 1 for a tick; percentages in hundredths */
  readonly by: Readonly<Record<string, number>>;
}

/**
 * A cell as shown on paper, in a sheet and in the committee's own report: blank if no unit gave a value, so that 0
 * means that units reported 0. The same for ticks: an unticked box is blank, so a sum of unticked boxes is too.
 */
export function sumGiven(cell: SummedCell | undefined): number | null {
  if (!cell) return null;
  // Checked last, because `by` is computed when read.
  return cell.value === 0 && Object.keys(cell.by).length === 0 ? null : cell.value;
}

/** Table id → row id → column id: leaf columns, including computed ones; never the total row. */
export type SummedTables = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, SummedCell>>>>>>;

/** The numbers of one report, cell by cell in the order of the layout; NaN if missing. */
export type CellValues = Float64Array;

interface TypedCell {
  readonly table: string;
  readonly row: string;
  readonly column: ColumnView;
  /** asked only of groups that are on every one of these lists */
  readonly groups: readonly (readonly string[])[];
}

/** The position of every cell of a form in `CellValues`. */
export interface CellLayout {
  readonly tables: readonly TableView[];
  readonly cells: readonly TypedCell[];
  readonly places: ReadonlyMap<string, number>;
}

const placeOf = (table: string, row: string, column: string): string => `${table}/${row}/${column}`;

export function cellLayout(form: RulebookReport): CellLayout {
  const { tables } = form.view.report;
  const cells = tables.flatMap(({ id: table, rows, columns, groups }) =>
    typedRows({ rows }).flatMap(({ id: row }) =>
      typedColumns(columns)
        .filter(({ type }) => type !== 'text')
        .map((column): TypedCell => ({ table, row, column, groups: [groups, column.groups].filter((list) => !!list) })),
    ),
  );
  const places = new Map(cells.map(({ table, row, column }, index) => [placeOf(table, row, column.id), index]));
  return { tables, cells, places };
}

/** The values of a valid report, for the cells that its group is asked for. */
export function cellValues({ cells }: CellLayout, { tables }: Submission, group: string): CellValues {
  return Float64Array.from(cells, ({ table, row, column, groups }) => {
    if (!groups.every((list) => list.includes(group))) return NaN;
    const rows = tables?.[table];
    const value = Array.isArray(rows) ? null : rows?.[row]?.[column.id];
    if (column.type === 'yes-no') return value === true ? 1 : NaN;
    return typeof value === 'number' ? value : NaN;
  });
}

/** The rows that a unit added to a table, with the columns that its group is asked for; blank ones are left out. */
export function openRows(table: TableView, { tables }: Submission, group: string): TableRow[] {
  const rows = tables?.[table.id];
  if (!Array.isArray(rows) || !isAskedOf(table.groups, group)) return [];
  const columns = typedColumns(askedColumns(table.columns, group));
  return rows
    .map((row) => Object.fromEntries(columns.map(({ id }) => [id, row[id] ?? null])))
    .filter((row) => Object.values(row).some((value) => value !== null));
}

export interface UnitCells {
  readonly id: string;
  readonly cells: CellValues;
}

/** A column, or one of its cells, whose values cannot be added, and the reason. */
export interface NotAdded {
  readonly table: TableView;
  readonly row: string | null;
  readonly column: ColumnView;
  readonly reason: 'none' | 'percent' | 'zero';
}

/** Sums by `across`, row by row, keeping each unit's numbers beside the sum. */
export function sumTables(
  layout: CellLayout,
  units: readonly UnitCells[],
): { tables: SummedTables; notAdded: readonly NotAdded[] } {
  const notAdded = new Map<string, NotAdded>();
  // Sorted as the keys of a record are.
  const byId = Object.values(Object.fromEntries(units.map((unit) => [unit.id, unit])));
  const tables = Object.fromEntries(
    layout.tables.map((table) => [
      table.id,
      Object.fromEntries(
        table.rows
          .filter(({ cells }) => cells !== 'heading')
          .map((row) => [
            row.id,
            Object.fromEntries(
              columnLeaves(table.columns).map((column) => [column.id, summedCell(table, row.id, column)]),
            ),
          ]),
      ),
    ]),
  );
  return { tables, notAdded: [...notAdded.values()] };

  function summedCell(table: TableView, row: string, column: ColumnView): SummedCell {
    const read = reader(layout, table, row, column);
    const counts = column.across === 'count';
    let given = 0;
    let sum = 0;
    for (const { cells } of units) {
      const value = read(cells);
      if (Number.isNaN(value)) continue;
      given++;
      sum += counts ? 1 : value;
    }
    function* contributions(): Generator<[unit: string, value: number]> {
      for (const { id, cells } of byId) {
        const value = read(cells);
        if (!Number.isNaN(value)) yield [id, counts ? 1 : value];
      }
    }
    // Computed lazily: for all cells of thousands of units, these would outweigh everything else.
    const cell = { value: commonValue(table, row, column, { given, sum }) };
    return defineLazily(cell, 'by', { record: contributions }) as SummedCell;
  }

  function commonValue(
    table: TableView,
    row: string,
    column: ColumnView,
    { given, sum }: { given: number; sum: number },
  ): number | null {
    if (column.type === 'percent') return weighted(table, row, column, given > 0);
    if (table.rows.find(({ id }) => id === row)?.cells === 'sum' && !hasTotal(table, column)) return null;
    if (isAddedUp(table, column)) return sum;
    if (given > 0) note({ table, row: null, column, reason: 'none' });
    return null;
  }

  /** In hundredths of a percent, from the counts of the units that gave both. */
  function weighted(table: TableView, row: string, column: ColumnView, isGiven: boolean): number | null {
    const share = shareOf(table, column);
    if (!share) {
      if (isGiven) note({ table, row: null, column, reason: 'percent' });
      return null;
    }
    const [part, whole] = share.map((each) => reader(layout, table, row, each)) as [Read, Read];
    let parts = 0;
    let wholes = 0;
    for (const { cells } of units) {
      const [top, bottom] = [part(cells), whole(cells)];
      if (Number.isNaN(top) || Number.isNaN(bottom)) continue;
      parts += top;
      wholes += bottom;
    }
    if (wholes > 0) return Math.round((parts * 10_000) / wholes);
    if (isGiven) note({ table, row, column, reason: 'zero' });
    return null;
  }

  function note(entry: NotAdded): void {
    notAdded.set(placeOf(entry.table.id, entry.row ?? '', entry.column.id), entry);
  }
}

type Read = (cells: CellValues) => number;

const blank: Read = () => NaN;

/** A unit's value in a cell, typed or computed of what it gave. */
function reader(layout: CellLayout, table: TableView, row: string, column: ColumnView): Read {
  const cells = table.rows.find(({ id }) => id === row)?.cells;
  const share = shareOf(table, column);
  if (share && (cells === 'sum' || column.computed)) {
    const [part, whole] = share.map((each) => reader(layout, table, row, each)) as [Read, Read];
    return (given) => percentOfSums([[part(given), whole(given)]]) ?? NaN;
  }
  if (cells === 'sum' && !isMinus(column)) {
    if (!hasTotal(table, column)) return blank;
    return sumOfGiven(addedRows(table, row).map(({ id }) => reader(layout, table, id, column)));
  }
  if (!column.computed) {
    const place = layout.places.get(placeOf(table.id, row, column.id));
    return place === undefined ? blank : (given) => given[place]!;
  }
  const parts = partsOf(column).map((id) => {
    const part = leafOf(table, id);
    return part ? reader(layout, table, row, part) : blank;
  });
  const [first, second] = parts as [Read, Read];
  return isMinus(column) ? (given) => first(given) - second(given) : sumOfGiven(parts);
}

const isMinus = ({ computed }: ColumnView): boolean => computed !== undefined && 'minus' in computed;

const sumOfGiven =
  (parts: readonly Read[]): Read =>
  (cells) => {
    const values = parts.map((part) => part(cells)).filter((value) => !Number.isNaN(value));
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : NaN;
  };

/** Whether values of a number or tick column can be added up over units; if computed, whether all its parts can. */
export const isAddedUp = (table: TableView, column: ColumnView): boolean =>
  column.across !== 'none' &&
  partsOf(column).every((id) => isAddedUp(table, leafOf(table, id) ?? { id, label: id, across: 'none' }));

const leafOf = (table: TableView, id: string): ColumnView | undefined =>
  columnLeaves(table.columns).find((column) => column.id === id);
