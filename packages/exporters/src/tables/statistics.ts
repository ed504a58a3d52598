import {
  answerInWords,
  askedColumns,
  cellNumber,
  columnLeaves,
  columnName,
  columnNumbers,
  columnWords,
  grouped,
  hasMeasures,
  hasTotal,
  isGroupAt,
  headLevels,
  isAskedOf,
  ownMember,
  typedRows,
  withRows,
  type ColumnView,
  type RowView,
  type TableView,
} from '@kl01/rules';
import { isAddedUp, sumGiven, type Consolidation } from '@kl01/rules/committee';
import type { Align, Block, Cell, Row, Table } from '../model/document.js';
import { words } from '../strings/document-words.js';
import type { Members } from '../documents/parts/facts.js';
import { listOf, membersOf } from '../documents/parts/text.js';

/** A statistical table with the columns that apply, and access to its cells. */
export interface Statistics {
  readonly view: TableView;
  readonly columns: readonly ColumnView[];
  readonly leaves: readonly ColumnView[];
  /** the typed value, or the computed one of a computed column or row; of the total row if `row` is null */
  readonly cell: (row: string | null, column: ColumnView) => unknown;
  readonly label: (column: ColumnView) => string;
}

/** The tables of a report that a unit of this group must fill in. */
export function statisticsOf(
  views: readonly TableView[],
  group: unknown,
  submission: Members,
  spare = 0,
): Statistics[] {
  const tables = membersOf(submission['tables']);
  const answers = membersOf(submission['answers']);
  const label = (column: ColumnView) => columnWords(column, answers);
  return views.flatMap((each) => {
    const columns = isAskedOf(each.groups, group) ? askedColumns(each.columns, group) : [];
    if (columns.length === 0) return [];
    const stored = tables[each.id];
    const view = withRows(each, stored, spare);
    const rows = membersOf(stored);
    const rowAt = (row: string) => membersOf(view.open ? listOf(stored)[Number(row)] : rows[row]);
    const typed = (row: string, column: string) => rowAt(row)[column];
    const isTyped = new Set(typedRows(view).map(({ id }) => id));
    const cell = (row: string | null, column: ColumnView) =>
      row !== null && isTyped.has(row) && !column.computed
        ? typed(row, column.id)
        : cellNumber(view, typed, row, column);
    return [{ view, columns, leaves: columnLeaves(columns), cell, label }];
  });
}

/**
 * The tables of a form summed over many units: all columns; for ticks, the number of units that set them. Cells that no
 * unit filled stay blank.
 */
export function sumsOf(views: readonly TableView[], consolidation: Sums): Statistics[] {
  const sums = consolidation.tables;
  return views.map((view) => {
    if (view.open) return gathered(view, consolidation);
    const columns = view.columns.map((column) => summed(column, view));
    const sum = (row: string, column: string) => sumGiven(sums[view.id]?.[row]?.[column]);
    const own = { ...view, columns };
    const cell = (row: string | null, column: ColumnView) =>
      row === null ? cellNumber(own, sum, null, column) : sum(row, column.id);
    return { view: own, columns, leaves: columnLeaves(columns), cell, label: columnName };
  });
}

type Sums = Pick<Consolidation, 'tables'> & Partial<Pick<Consolidation, 'rows' | 'names'>>;

/** The column of units in a list of all units' rows; ids of columns cannot contain `~`. */
const UNIT = '~unit';

/** The rows of all units, one below the other, with the unit that added each. */
function gathered(table: TableView, { rows = {}, names = {} }: Sums): Statistics {
  const all = ownMember(rows, table.id) ?? [];
  const columns: readonly ColumnView[] = [{ id: UNIT, label: words.unitOfRow, type: 'text' }, ...table.columns];
  const view = withRows({ ...table, columns, open: { atMost: all.length } }, all);
  const typed = (row: string, column: string) => {
    const { unit, row: cells } = all[Number(row)] ?? {};
    return column === UNIT ? unit && (ownMember(names, unit) ?? unit) : cells?.[column];
  };
  const cell = (row: string | null, column: ColumnView) =>
    row === null || column.computed ? cellNumber(view, typed, row, column) : typed(row, column.id);
  return { view, columns, leaves: columnLeaves(columns), cell, label: columnName };
}

/**
 * A column summed over units: ticks are counted; a computed column is not recomputed if one of its parts is not summed.
 */
function summed({ computed, ...column }: ColumnView, view: TableView): ColumnView {
  if (column.columns) return { ...column, columns: column.columns.map((each) => summed(each, view)) };
  const isComputed = computed && ('percent' in computed || isAddedUp(view, { ...column, computed }));
  return {
    ...column,
    ...(column.type === 'yes-no' && { type: 'count' }),
    ...(isComputed ? { computed } : computed && { across: 'none' }),
  };
}

/** Tables with more columns than this need landscape pages. */
export const isWideTable = ({ view, leaves }: Statistics) => leaves.length + (hasMeasures(view) ? 1 : 0) > 5;

/** The table with its number and title above and its note below. */
export function statisticsBlocks(statistics: Statistics): Block[] {
  const { heading, number, title, measure, note } = statistics.view;
  const name = number ? `${number}. ${title}` : title;
  return [
    ...(heading && !isAppendixTitle(heading) ? [caption(heading)] : []),
    caption(name),
    ...(measure
      ? [{ kind: 'paragraph', as: 'table-measure', inlines: [`${words.measure}: ${measure}`] } as const]
      : []),
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
  const numbered = view.numbered !== undefined;
  const measured = hasMeasures(view);
  const row = (own: Partial<RowView>, value: (column: ColumnView) => string): Cell[] => [
    ...(numbered ? [plain(own.number ?? '')] : []),
    plain(own.label ?? ''),
    ...(measured ? [plain(own.measure ?? '')] : []),
    ...leaves.map((column) => plain(own.cells === 'heading' ? '' : value(column))),
  ];
  const rows = view.rows.map((each, index): Row => ({
    role: each.cells === 'heading' ? 'group' : isGroupAt(view, index) ? 'total' : 'plain',
    cells: row(each, (column) => inWords(column, cell(each.id, column))),
  }));
  const total = view.totalRow;
  return {
    kind: 'table',
    columns: [
      ...(numbered ? [{ share: 1, align: 'center' as const }] : []),
      view.open ? { share: 1, align: 'center' } : { share: 4, align: 'left' },
      ...(measured ? [{ share: 2, align: 'center' as const }] : []),
      ...leaves.map(({ type }) => ({
        share: isWords(type) ? 4 : 2,
        align: (isWords(type) ? 'left' : 'center') as Align,
      })),
    ],
    head: headOf(statistics),
    rows: total
      ? [
          ...rows,
          {
            role: 'total',
            cells: row(total, (column) => totalInWords(statistics, column)),
          },
        ]
      : rows,
  };
}

/** A cell of the last row; a dash in a column that is not added up. */
export const totalInWords = ({ view, cell }: Statistics, column: ColumnView): string =>
  hasTotal(view, column)
    ? inWords({ type: column.type === 'percent' ? 'percent' : 'count' }, cell(null, column))
    : words.noTotal;

const isWords = (type: ColumnView['type']): boolean => type === 'text' || type === 'choice';

const plain = (text: string): Cell => ({ lines: text ? [[text]] : [] });

function headOf({ view, columns, leaves, label }: Statistics): Cell[][] {
  const head = headLevels(columns);
  const before = [
    ...(view.numbered === undefined ? [] : [view.numbered]),
    view.rowHeader,
    ...(hasMeasures(view) ? [words.measure] : []),
  ].map((text): Cell => ({ lines: [[text]], down: head.length }));
  return [
    ...head.map((cells, level) => [
      ...(level === 0 ? before : []),
      ...cells.map(({ column, across, down }): Cell => ({ lines: [[label(column)]], across, down })),
    ]),
    ...(view.columnNumbers ? [columnNumbers(view, leaves).map(plain)] : []),
  ];
}

/** "X", "1.234", "98,5%": percentages are stored in hundredths. */
export function inWords({ type, options }: Pick<ColumnView, 'type' | 'options'>, value: unknown): string {
  if (type === 'date' || type === 'choice') return answerInWords({ type, ...(options && { options }) }, value);
  if (type === 'yes-no') return value === true ? words.ticked : '';
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'number') return '';
  return type === 'percent' ? `${grouped(value / 100)}%` : grouped(value);
}
