import { columnName } from '../columns.js';
import { typedRows } from '../table-numbers.js';
import type { ColumnView, RulebookForm, RulebookReport, SectionView, TableView } from '../rulebook.js';
import { asking } from './strings/asking.js';
import type { Entry, EntryType } from './entry.js';
import { lazily } from './lazily.js';
import type { Part } from './part.js';
import { sectionName, sectionParts } from './section-parts.js';

/** Questions, outline and tables of a report. */
export function reportParts(form: RulebookReport): Part[] {
  const { questions, outline, tables } = form.view.report;
  const asked = questions.map(({ id, label, options, optional, when, cite }): Entry => {
    const path = `/answers/${id}`;
    return {
      key: path,
      path,
      type: 'choice',
      label,
      options,
      optional,
      ...(when !== undefined && { when }),
      ...(cite && { cite }),
    };
  });
  return [
    ...(asked.length > 0
      ? [{ owner: 'questions' as const, path: '/answers', label: asking.questions, entries: asked, parts: [] }]
      : []),
    ...outlinePart(form, outline),
    ...tables.map(tablePart),
  ];
}

/** The outline of a report or plan. */
export function outlinePart({ view }: RulebookForm, outline: readonly SectionView[]): Part[] {
  if (outline.length === 0) return [];
  const label = view.labels['/sections'] ?? '/sections';
  return [{ owner: 'outline', path: '/sections', label, entries: [], parts: sectionParts(outline, '') }];
}

function tablePart(table: TableView): Part {
  const { groups, cite } = table;
  const any = table.open ? { ...table, rows: [{ id: '*', label: '', required: false }] } : table;
  const cells = lazily(() => cellEntries(any, columnTrails(table.columns, columnName)));
  return {
    owner: 'table',
    path: `/tables/${table.id}`,
    label: sectionName(table),
    table,
    // Computed on first access, so that a table of a thousand cells costs nothing until then.
    get entries() {
      return cells();
    },
    parts: [],
    ...(groups && { groups }),
    ...(cite && { cite }),
  };
}

/** A column of input cells, with the labels of its headings. */
interface Trail {
  readonly column: ColumnView;
  readonly words: readonly string[];
  readonly groups?: readonly string[];
}

/** Columns with input cells, and the groups that they and their headings are asked of. */
export function columnTrails(
  columns: readonly ColumnView[],
  wordsOf: (column: ColumnView) => string,
  above: Omit<Trail, 'column'> = { words: [] },
): Trail[] {
  return columns.flatMap((column) => {
    const groups = common(above.groups, column.groups);
    const trail = { words: [...above.words, wordsOf(column)], ...(groups && { groups }) };
    if (column.columns) return columnTrails(column.columns, wordsOf, trail);
    return column.computed ? [] : [{ column, ...trail }];
  });
}

const common = (some: readonly string[] | undefined, others: readonly string[] | undefined) =>
  some && others ? some.filter((group) => others.includes(group)) : (some ?? others);

/** Every input cell, row by row, without totals and computed columns. */
export function cellEntries(table: TableView, trails: readonly Trail[]): Entry[] {
  const { id } = table;
  return typedRows(table).flatMap((row) =>
    trails.map(({ column, words, groups }): Entry => {
      const path = `/tables/${id}/${row.id}/${column.id}`;
      const type = cellTypes[column.type ?? 'count'];
      return {
        key: path,
        path,
        type,
        label: [row.label, words.join(', ')].filter(Boolean).join(': '),
        // A row that has been started must be completed too; see `due` of the asked entry.
        optional: table.open ? type === 'yes-no' || column.optional === true : !row.required || !isCounted(type),
        ...(column.options && { options: column.options }),
        cell: { row: row.id, column: column.id },
        ...(groups && { groups }),
      };
    }),
  );
}

const cellTypes = {
  count: 'count',
  percent: 'percent',
  'yes-no': 'yes-no',
  text: 'text',
  date: 'date',
  choice: 'choice',
} as const satisfies Record<NonNullable<ColumnView['type']>, EntryType>;

/** Numbers are due in a row that must be complete; ticks and remarks never are. */
export const isCounted = (type: EntryType): boolean => type === 'count' || type === 'percent';
