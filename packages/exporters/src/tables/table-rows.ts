import { headLevels, totalledShare, type ColumnView, type TableView } from '@kl01/rules';
import { totalOf, type Statistics } from './statistics.js';
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

/** Column 0 contains the row ids, column 1 the row labels. */
export const FIRST_LEAF = 2;

/**
 * A statistical table: a hidden row of ids, its header with all levels of the directive, its rows, totals and computed
 * columns as formulas, its note.
 *
 * @param at first sheet row of the table
 */
export function tableRows(statistics: Statistics, at: number, make: CellMaker): TableRows {
  const { view: table, leaves, cell } = statistics;
  const head = headRows(statistics);
  const first = at + 1 + head.length;
  const places = new Map(leaves.map(({ id }, index) => [id, FIRST_LEAF + index]));
  const rows = table.rows.map(({ id, label }, index): SheetRow => {
    const row = first + index;
    return {
      cells: [
        idCell(id),
        { value: label, role: 'label' },
        ...leaves.map((column, place) =>
          column.sumOf
            ? total(sumOf(column.sumOf.map((part) => cellName(row, places.get(part) ?? 0))), cell(id, column))
            : make(column, cell(id, column), { row, column: FIRST_LEAF + place }),
        ),
      ],
    };
  });
  const last = first + rows.length - 1;
  const totals: SheetRow[] = table.totalRow
    ? [
        {
          cells: [
            null,
            { value: table.totalRow.label, role: 'total' },
            ...leaves.map((column, place) =>
              totalDown(column, FIRST_LEAF + place, {
                first,
                last,
                value: totalOf(statistics, column),
                share: totalledShare(table, column)?.map(({ id }) => places.get(id) ?? 0) ?? null,
              }),
            ),
          ],
        },
      ]
    : [];
  const note: SheetRow[] = table.note
    ? [{ cells: [null, { value: `${words.note} ${table.note}`, role: 'note', across: leaves.length + 1 }] }]
    : [];
  return {
    rows: [
      { hidden: true, cells: [`${MARK}${table.id}`, 'row', ...leaves.map(({ id }) => id)].map(idCell) },
      ...head,
      ...rows,
      ...totals,
      ...note,
    ],
    head: [at + 1, first - 1],
    limits: leaves.flatMap((column, place): CellLimit[] => {
      const { takes } = columnCodec(column);
      return takes && !column.sumOf && rows.length > 0
        ? [{ rows: [first, last], column: FIRST_LEAF + place, takes }]
        : [];
    }),
  };
}

/** An editable cell with the value of the submission. */
export const openTableCell: CellMaker = (column, value) => {
  const codec = columnCodec(column);
  return { ...openCell(codec.toCell(value), codec.format), align: column.type === 'text' ? 'left' : 'center' };
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

/** Column widths of a table. */
export const tableColumns = (leaves: readonly ColumnView[]): SheetColumn[] => [
  { letters: 10, hidden: true },
  { letters: 26 },
  ...leaves.map((column) => ({ letters: columnCodec(column).letters + 2 })),
];

function headRows({ view, columns, label }: Statistics): SheetRow[] {
  const head = headLevels(columns);
  return head.map((level, row) => {
    const cells: (SheetCell | null)[] = [null, null];
    if (row === 0) cells[1] = { value: view.rowHeader, role: 'head', down: head.length };
    for (const { column, at, across, down } of level)
      cells[FIRST_LEAF + at] = { value: label(column), role: 'head', across, down };
    return { cells: Array.from(cells, (cell) => cell ?? null) };
  });
}

interface Range {
  readonly first: number;
  readonly last: number;
  /** current result of the formula */
  readonly value: number | null;
  /** for a percentage with counts: the columns of part and whole */
  readonly share: readonly number[] | null;
}

/**
 * A total: the sum of the filled cells, blank if there are none; the count for ticks; for percentages, that of the
 * totals of their counts.
 */
function totalDown(column: ColumnView, at: number, { first, last, value, share }: Range): SheetCell {
  if (share) {
    const [part, whole] = share.map((place) => `SUM(${cellName(first, place)}:${cellName(last, place)})`);
    const formula = `IF(${whole}=0,"",ROUND(${part}/${whole},4))`;
    return { ...total(formula, value === null ? null : value / 10_000), format: 'percent' };
  }
  if (!column.down || column.down === 'none') return { value: words.noTotal, role: 'total', align: 'center' };
  const range = `${cellName(first, at)}:${cellName(last, at)}`;
  return total(column.type === 'tick' ? `IF(COUNTA(${range})=0,"",COUNTA(${range}))` : sumOf([range]), value);
}

/** Blank if no cell is filled: 0 would be a statement. */
export const sumOf = (cells: readonly string[]) => `IF(COUNT(${cells.join(',')})=0,"",SUM(${cells.join(',')}))`;

const total = (formula: string, value: unknown): SheetCell => ({
  value: typeof value === 'number' ? value : null,
  formula,
  role: 'total',
  format: 'count',
  align: 'center',
});
