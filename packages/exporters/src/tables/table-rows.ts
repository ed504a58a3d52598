import {
  addedRows,
  columnNumbers,
  hasMeasures,
  hasTotal,
  isGroupAt,
  headLevels,
  partsOf,
  shareOf,
  typedRows,
  type ColumnView,
  type RowView,
  type TableView,
} from '@kl01/rules';
import type { Statistics } from './statistics.js';
import { words } from '../strings/document-words.js';
import { cellName, type CellLimit, type SheetCell, type SheetColumn, type SheetRow } from '../model/workbook.js';
import { columnCodec } from './codec.js';
import { idCell, openCell } from './cells.js';
import { MARK } from './marks.js';

/** The sheet rows of a table. */
export interface TableRows {
  readonly rows: readonly SheetRow[];
  readonly limits: readonly CellLimit[];
  /** its header rows, for printing */
  readonly head: readonly [first: number, last: number];
}

/** Makes a data cell of the table; `place` is its row and column in the sheet. */
export type CellMaker = (column: ColumnView, value: unknown, place: { row: number; column: number }) => SheetCell;

/** The columns of a sheet before the cells: the hidden row ids, then what is printed. */
const leading = (view: TableView): ('id' | 'number' | 'label' | 'measure')[] => [
  'id',
  ...(view.numbered === undefined ? [] : ['number' as const]),
  'label',
  ...(hasMeasures(view) ? ['measure' as const] : []),
];

/** The first column of cells. */
export const firstLeaf = (view: TableView): number => leading(view).length;

/** In the hidden row, names of the columns before the cells; ids of columns cannot contain `~`. */
export const LEADING_IDS = { number: '~number', label: 'row', measure: '~measure' } as const;

/**
 * A statistical table: a hidden row of ids, its header with all levels of the directive, its rows, totals and computed
 * cells as formulas, its note.
 *
 * @param at first sheet row of the table
 */
export function tableRows(statistics: Statistics, at: number, make: CellMaker): TableRows {
  const { view: table, leaves, cell } = statistics;
  const head = headRows(statistics);
  const first = at + 1 + head.length;
  const before = leading(table);
  const places = new Map(leaves.map(({ id }, index) => [id, before.length + index]));
  const sheetRows = new Map(table.rows.map(({ id }, index) => [id, first + index]));
  const shown = (own: Partial<RowView>, role: 'label' | 'total'): (SheetCell | null)[] =>
    before.map((name): SheetCell | null => {
      // Open rows have no names of their own.
      if (name === 'id') return own.id === undefined || table.open ? null : idCell(own.id);
      if (name === 'label') return { value: own.label ?? null, role };
      return { value: own[name] ?? null, role, align: 'center' };
    });
  const computed = (row: string | null, column: ColumnView, line: number): SheetCell => {
    const formula = formulaOf({ table, row, column, line, places, sheetRows });
    if (formula === null) {
      return row === null ? { value: words.noTotal, role: 'total', align: 'center' } : { value: null, role: 'plain' };
    }
    return total(formula, column.type, cell(row, column));
  };
  const rows = table.rows.map((row, index): SheetRow => {
    const line = first + index;
    return {
      cells: [
        ...shown(row, row.cells || isGroupAt(table, index) ? 'total' : 'label'),
        ...leaves.map((column, place) =>
          row.cells || column.computed
            ? computed(row.id, column, line)
            : make(column, cell(row.id, column), { row: line, column: before.length + place }),
        ),
      ],
    };
  });
  const totals: SheetRow[] = table.totalRow
    ? [
        {
          cells: [
            ...shown(table.totalRow, 'total'),
            ...leaves.map((column) => computed(null, column, first + rows.length)),
          ],
        },
      ]
    : [];
  const note: SheetRow[] = table.note
    ? [
        {
          cells: [
            null,
            { value: `${words.note} ${table.note}`, role: 'note', across: before.length - 1 + leaves.length },
          ],
        },
      ]
    : [];
  const ids = before.map((name) => (name === 'id' ? `${MARK}${table.id}` : LEADING_IDS[name]));
  return {
    rows: [
      { hidden: true, cells: [...ids, ...leaves.map(({ id }) => id)].map(idCell) },
      ...head,
      ...rows,
      ...totals,
      ...note,
    ],
    head: [at + 1, first - 1],
    limits: leaves.flatMap((column, place): CellLimit[] => {
      const { takes } = columnCodec(column);
      if (!takes || column.computed) return [];
      return runsOf(typedRows(table).map(({ id }) => sheetRows.get(id)!)).map((lines) => ({
        rows: lines,
        column: before.length + place,
        takes,
      }));
    }),
  };
}

/** An editable cell with the value of the submission. */
export const openTableCell: CellMaker = (column, value) => {
  const codec = columnCodec(column);
  return {
    ...openCell(codec.toCell(value), codec.format),
    align: column.type === 'text' || column.type === 'choice' ? 'left' : 'center',
  };
};

/** A read-only cell. */
export const shownTableCell: CellMaker = (column, value, place) => ({
  ...openTableCell(column, value, place),
  role: 'plain',
});

/** The titles above a table as in the directive: the heading of its part of the appendix, then its number and title. */
export const tableTitles = ({ heading, number, title }: TableView): readonly string[] => [
  ...(heading ? [heading] : []),
  number ? `${number}. ${title}` : title,
];

const LETTERS = { id: 10, number: 6, label: 26, measure: 12 } as const;

/** Column widths of a table. */
export const tableColumns = (view: TableView, leaves: readonly ColumnView[]): SheetColumn[] => [
  ...leading(view).map((name) => ({
    letters: view.open && name === 'label' ? LETTERS.number : LETTERS[name],
    hidden: name === 'id',
  })),
  ...leaves.map((column) => ({ letters: columnCodec(column).letters + 2 })),
];

function headRows({ view, columns, leaves, label }: Statistics): SheetRow[] {
  const head = headLevels(columns);
  const before = leading(view);
  const titles = { id: null, number: view.numbered ?? '', label: view.rowHeader, measure: words.measure };
  const rows = head.map((level, row) => {
    const cells: (SheetCell | null)[] = before.map((name) => {
      const value = titles[name];
      return row === 0 && value !== null ? { value, role: 'head', down: head.length } : null;
    });
    for (const { column, at, across, down } of level)
      cells[before.length + at] = { value: label(column), role: 'head', across, down };
    return { cells: Array.from(cells, (cell) => cell ?? null) };
  });
  if (!view.columnNumbers) return rows;
  const numbers = columnNumbers(view, leaves).map((value): SheetCell => ({ value, role: 'head' }));
  return [...rows, { cells: [null, ...numbers] }];
}

interface Computing {
  readonly table: TableView;
  /** null for the total row */
  readonly row: string | null;
  readonly column: ColumnView;
  /** its sheet row */
  readonly line: number;
  readonly places: ReadonlyMap<string, number>;
  readonly sheetRows: ReadonlyMap<string, number>;
}

/**
 * The formula of a computed cell: over rows the sum of the filled ones (for ticks their number, for percentages that of
 * the sums of their counts), in a row that of its column. Blank if nothing is filled; null if it has no number.
 */
function formulaOf({ table, row, column, line, places, sheetRows }: Computing): string | null {
  const cells = table.rows.find(({ id }) => id === row)?.cells;
  if (cells === 'heading') return null;
  const down = row === null || cells === 'sum';
  if (down && !hasTotal(table, column)) return null;
  const place = ({ id }: { readonly id: string }) => places.get(id) ?? 0;
  const ranges = (of: number) =>
    runsOf(addedRows(table, row ?? undefined).map(({ id }) => sheetRows.get(id)!)).map(([from, to]) =>
      from === to ? cellName(from, of) : `${cellName(from, of)}:${cellName(to, of)}`,
    );
  const share = shareOf(table, column);
  if (share && down) {
    const [part, whole] = share.map((each) => `SUM(${ranges(place(each)).join(',')})`);
    return `IF(${whole}=0,"",ROUND(${part}/${whole},4))`;
  }
  const { computed } = column;
  if (down && !(computed && 'minus' in computed)) {
    const list = ranges(place(column));
    if (column.type !== 'yes-no') return sumOf(list);
    return `IF(COUNTA(${list.join(',')})=0,"",COUNTA(${list.join(',')}))`;
  }
  const parts = partsOf(column).map((id) => cellName(line, places.get(id) ?? 0));
  if (!computed || 'sum' in computed) return sumOf(parts);
  const [one, other] = parts;
  const result = 'minus' in computed ? `${one}-${other}` : `IF(${other}=0,"",ROUND(${one}/${other},4))`;
  return `IF(COUNT(${parts.join(',')})<2,"",${result})`;
}

/** Consecutive numbers as ranges, both ends included. */
function runsOf(lines: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}

/** Blank if no cell is filled: 0 would be a statement. */
export const sumOf = (cells: readonly string[]) => `IF(COUNT(${cells.join(',')})=0,"",SUM(${cells.join(',')}))`;

function total(formula: string, type: ColumnView['type'], value: unknown): SheetCell {
  const isPercent = type === 'percent';
  return {
    value: typeof value === 'number' ? (isPercent ? value / 10_000 : value) : null,
    formula,
    role: 'total',
    format: isPercent ? 'percent' : 'count',
    align: 'center',
  };
}
