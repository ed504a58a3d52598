import {
  askedColumns,
  columnLeaves,
  columnName,
  columnWords,
  grouped,
  headLevels,
  isAskedOf,
  percentOfSums,
  sumOfFilled,
  totalledShare,
  type ColumnView,
  type TableView,
} from '@kl01/rules';
import { isAddedUp, sumGiven, type SummedTables } from '@kl01/rules/committee';
import type { Align, Block, Cell, Row, Table } from '../model/document.js';
import { words } from '../strings/document-words.js';
import type { Members } from '../documents/parts/facts.js';
import { membersOf } from '../documents/parts/text.js';

/** A statistical table with the columns that apply, and access to its cells. */
export interface Statistics {
  readonly view: TableView;
  readonly columns: readonly ColumnView[];
  readonly leaves: readonly ColumnView[];
  /** the typed value, or the computed one for computed columns */
  readonly cell: (row: string, column: ColumnView) => unknown;
  readonly label: (column: ColumnView) => string;
}

/** The tables of a report that a unit of this group must fill in. */
export function statisticsOf(views: readonly TableView[], group: unknown, submission: Members): Statistics[] {
  const tables = membersOf(submission['tables']);
  const answers = membersOf(submission['answers']);
  const label = (column: ColumnView) => columnWords(column, answers);
  return views.flatMap((view) => {
    const columns = isAskedOf(view.groups, group) ? askedColumns(view.columns, group) : [];
    if (columns.length === 0) return [];
    const rows = membersOf(tables[view.id]);
    const typed = (row: string, column: string) => membersOf(rows[row])[column];
    const cell = (row: string, { id, sumOf }: ColumnView) =>
      sumOf ? sumOfFilled(sumOf.map((other) => typed(row, other))) : typed(row, id);
    return [{ view, columns, leaves: columnLeaves(columns), cell, label }];
  });
}

/**
 * The tables of a form summed over many units: all columns; for ticks, the number of units that set them. Cells that no
 * unit filled stay blank.
 */
export function sumsOf(views: readonly TableView[], sums: SummedTables): Statistics[] {
  return views.map((view) => {
    const columns = view.columns.map((column) => summed(column, view));
    const cell = (row: string, { id }: ColumnView) => sumGiven(sums[view.id]?.[row]?.[id]);
    return { view, columns, leaves: columnLeaves(columns), cell, label: columnName };
  });
}

/**
 * A column summed over units: ticks are counted; a computed column is not recomputed if one of its parts is not summed.
 */
function summed({ sumOf, ...column }: ColumnView, view: TableView): ColumnView {
  if (column.columns) return { ...column, columns: column.columns.map((each) => summed(each, view)) };
  const isComputed = sumOf && isAddedUp(view, { ...column, sumOf });
  return {
    ...column,
    ...(column.type === 'tick' && { type: 'count' }),
    ...(isComputed ? { sumOf } : sumOf && { across: 'none' }),
  };
}

/**
 * The total of a column: the count for ticks; for percentages with counts, the percentage of the totals of these
 * counts, in hundredths; null if nothing is filled in or the column has no total.
 */
export function totalOf({ view, cell }: Statistics, column: ColumnView): number | null {
  const share = totalledShare(view, column);
  if (share) return percentOfSums(view.rows.map(({ id }) => [cell(id, share[0]), cell(id, share[1])] as const));
  if (!column.down || column.down === 'none') return null;
  return sumOfFilled(view.rows.map(({ id }) => cell(id, column)));
}

export const hasTotal = ({ view }: Statistics, column: ColumnView): boolean =>
  totalledShare(view, column) !== null || (column.down !== undefined && column.down !== 'none');

/** Tables with more columns than this need landscape pages. */
export const isWideTable = ({ leaves }: Statistics) => leaves.length > 5;

/** The table with its number and title above and its note below. */
export function statisticsBlocks(statistics: Statistics): Block[] {
  const { heading, number, title, note } = statistics.view;
  const name = number ? `${number}. ${title}` : title;
  return [
    ...(heading && !isAppendixTitle(heading) ? [caption(heading)] : []),
    caption(name),
    statisticsTable(statistics),
    ...(note ? [{ kind: 'paragraph', as: 'table-note', inlines: [`${words.note} ${note}`] } as const] : []),
  ];
}

const caption = (text: string): Block => ({ kind: 'paragraph', as: 'table-title', inlines: [text] });

/** Whether the heading is the title of the whole appendix, which a directive may print above its first table. */
export const isAppendixTitle = (heading: string) =>
  heading.toLocaleUpperCase('vi').startsWith(words.phuLuc.toLocaleUpperCase('vi'));

function statisticsTable(statistics: Statistics): Table {
  const { view, leaves, cell } = statistics;
  const plain = (text: string): Cell => ({ lines: text ? [[text]] : [] });
  const rows = view.rows.map(({ id, label }): Row => ({
    role: 'plain',
    cells: [plain(label), ...leaves.map((column) => plain(inWords(column, cell(id, column))))],
  }));
  const total = view.totalRow;
  return {
    kind: 'table',
    columns: [
      { share: 4, align: 'left' },
      ...leaves.map(({ type }) => ({
        share: type === 'text' ? 4 : 2,
        align: (type === 'text' ? 'left' : 'center') as Align,
      })),
    ],
    head: headOf(statistics),
    rows: total
      ? [
          ...rows,
          {
            role: 'total',
            cells: [
              plain(total.label),
              ...leaves.map((column) =>
                plain(
                  hasTotal(statistics, column)
                    ? inWords({ type: column.type === 'percent' ? 'percent' : 'count' }, totalOf(statistics, column))
                    : words.noTotal,
                ),
              ),
            ],
          },
        ]
      : rows,
  };
}

function headOf({ view, columns, label }: Statistics): Cell[][] {
  const head = headLevels(columns);
  const corner: Cell = { lines: [[view.rowHeader]], down: head.length };
  return head.map((cells, level) => [
    ...(level === 0 ? [corner] : []),
    ...cells.map(({ column, across, down }): Cell => ({ lines: [[label(column)]], across, down })),
  ]);
}

/** "X", "1.234", "98,5%": percentages are stored in hundredths. */
export function inWords({ type }: Pick<ColumnView, 'type'>, value: unknown): string {
  if (type === 'tick') return value === true ? words.ticked : '';
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'number') return '';
  return type === 'percent' ? `${grouped(value / 100)}%` : grouped(value);
}
