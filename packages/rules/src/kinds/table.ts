import { z } from 'zod';
import { columnInTable, columnLeaves } from '../columns.js';
import { distinct, countWhere, either, equals, every, given, not, oneOf, variable, whenever } from '../logic.js';
import type { ColumnView, ComputedView, Logic, Rule, RowView, TableView } from '../rulebook.js';
import { compiling } from '../strings/compiling.js';
import { hasTotal, typedColumns, typedRows } from '../table-numbers.js';
import { element, id, ids, label, severity } from './common.js';
import { makeRule, severityOf, type FormContext } from './context.js';
import {
  asked,
  cellPath,
  check,
  checkRules,
  checksOf,
  countsOf,
  judgedRows,
  keysOf,
  listPath,
  placeOf,
  rowNumber,
  rowsSum,
  type CheckNames,
  type JudgedRows,
} from './table-check.js';

type ColumnLabel = string | Record<string, string>;

export interface PackColumn {
  id: string;
  label: ColumnLabel;
  cite?: string | undefined;
  description?: string | undefined;
  groups?: string[] | undefined;
  columns?: PackColumn[] | undefined;
  use?: string | undefined;
  type?: NonNullable<ColumnView['type']> | undefined;
  optional?: boolean | undefined;
  options?: { id: string; label: string }[] | undefined;
  down?: 'sum' | 'none' | undefined;
  across?: 'sum' | 'none' | 'count' | undefined;
  of?: string[] | undefined;
  computed?: PackComputed | undefined;
  measure?: string | undefined;
  number?: string | undefined;
}

/** A column worked out of others: their sum, the first less the second, or the first as a percentage of the second. */
export type PackComputed = { sum: string[] } | { minus: string[] } | { percent: string[] };

/** How the rows of a group relate to the group's own numbers. */
const PARTS = ['heading', 'sum', 'all', 'some', 'each'] as const;

export interface PackRow {
  id: string;
  label: string;
  cite?: string | undefined;
  description?: string | undefined;
  required?: boolean | undefined;
  number?: string | undefined;
  measure?: string | undefined;
  parts?: (typeof PARTS)[number] | undefined;
  severity?: 'error' | 'warning' | 'advice' | undefined;
  rows?: PackRow[] | undefined;
}

const printed = z.string().min(1).max(40);

const columnLabel = z
  .union([label, z.record(z.string(), label)])
  .describe('Words, or words that follow an answer: { "by": question, "<answer>": …, "else": … }');

const column: z.ZodType<PackColumn> = z.lazy(() =>
  z.strictObject({
    ...element,
    label: columnLabel,
    groups: ids.optional().describe('Asked of these groups only'),
    columns: z.array(column).min(1).optional(),
    use: id.optional().describe('A set of columns of this form'),
    type: z.enum(['count', 'yes-no', 'percent', 'text', 'date', 'choice']).optional(),
    optional: z.boolean().optional().describe('Of open rows: may be left blank'),
    options: z.array(z.strictObject({ id, label })).min(1).optional().describe('For a choice'),
    down: z.enum(['sum', 'none']).optional(),
    across: z.enum(['sum', 'none', 'count']).optional(),
    of: z.array(id).length(2).optional(),
    computed: z
      .union([
        z.strictObject({ sum: z.array(id).min(1) }),
        z.strictObject({ minus: z.array(id).length(2) }),
        z.strictObject({ percent: z.array(id).length(2) }),
      ])
      .optional()
      .describe(
        'Worked out of other columns, never typed: their sum, a difference, or the first in percent of the second',
      ),
    measure: printed.optional().describe('Unit of measure, printed after the label'),
    number: printed.optional().describe('As printed in the row of column numbers; 1, 2, 3 unless said'),
  }),
);
export const columnSets = z.record(id, z.array(column).min(1));

/** Of open rows. */
const MAX_ROWS = 10_000;

const row: z.ZodType<PackRow> = z.lazy(() =>
  z.strictObject({
    ...element,
    label,
    required: z.boolean().optional(),
    number: printed.optional().describe('As printed: "I", "1", "a"'),
    measure: printed.optional().describe('Unit of measure of the row'),
    rows: z.array(row).min(1).optional().describe('The rows of a group'),
    parts: z
      .enum(PARTS)
      .optional()
      .describe(
        'What its rows are to the numbers of a group: "sum" (unless said): computed from them; "all": typed, they add up to it; "some": typed, they add up to it at most; "each": typed, each is at most it; "heading": it has no numbers',
      ),
    severity: severity.optional().describe('Of a group whose numbers do not fit those of its rows'),
  }),
);

export const table = z.strictObject({
  ...element,
  heading: label.optional().describe('Printed above this table: the part of the annex that begins with it'),
  number: z.string().max(20).optional(),
  title: label,
  note: label.optional(),
  groups: ids.optional().describe('Asked of these groups only'),
  measure: printed.optional().describe('Unit of measure of the whole table, printed above it'),
  numbered: printed
    .optional()
    .describe('Heading of the column of row numbers, such as "TT"; they count from 1 if no row says its own'),
  rowHeader: label,
  rows: z
    .union([
      z.array(row).min(1),
      z.strictObject({ atLeast: z.int().min(0).max(MAX_ROWS).optional(), atMost: z.int().min(1).max(MAX_ROWS) }),
    ])
    .describe('The rows as printed; or { "atMost": n }: open rows, which units add themselves'),
  totalRow: z.strictObject({ label }).optional(),
  columns: z.array(column).min(1),
  columnNumbers: z.literal(true).optional().describe('A row of column numbers below the head: A, B, 1, 2 …'),
  checks: z.array(check).optional(),
});
export type PackTable = z.infer<typeof table>;

/** Columns as printed, with each `use` replaced by its set; the using column's prefix keeps ids unique in the table. */
function expand(
  columns: readonly PackColumn[],
  sets: Record<string, PackColumn[]>,
  above?: readonly string[],
): PackColumn[] {
  return columns.map((entry) => {
    // A column is asked only of groups that its headings are asked of.
    const groups =
      entry.groups && above ? entry.groups.filter((group) => above.includes(group)) : (entry.groups ?? above);
    const below = entry.use ? (sets[entry.use] ?? []) : entry.columns;
    return {
      ...entry,
      ...(groups && { groups: [...groups] }),
      ...(below && { columns: expand(below, sets, groups) }),
    };
  });
}

export function tableViews(
  tables: readonly PackTable[],
  sets: Record<string, PackColumn[]>,
  context: FormContext,
): TableView[] {
  return tables.map((shape) => {
    const columns = columnViews(expand(shape.columns, sets), shape.columnNumbers);
    return {
      element: `${context.form.id}/tables/${shape.id}`,
      id: shape.id,
      ...(shape.heading && { heading: shape.heading }),
      number: shape.number ?? '',
      title: shape.title,
      ...(shape.note && { note: shape.note }),
      ...(shape.groups && { groups: shape.groups }),
      ...(shape.measure && { measure: shape.measure }),
      ...(shape.numbered && { numbered: shape.numbered }),
      rowHeader: shape.rowHeader,
      rows: rowViews(shape),
      ...(!Array.isArray(shape.rows) && {
        open: { ...(shape.rows.atLeast && { atLeast: shape.rows.atLeast }), atMost: shape.rows.atMost },
      }),
      ...(shape.totalRow && { totalRow: { label: shape.totalRow.label } }),
      columns,
      ...(shape.columnNumbers && { columnNumbers: true as const }),
      checks: (shape.checks ?? [])
        .flatMap((entry) => checksOf(entry, countsOf({ columns })))
        .map((entry) => ({
          id: entry.id,
          at: entry.at,
          severity: severityOf(entry),
          label: entry.label ?? entry.id,
        })),
      ...context.cite(shape.cite),
    };
  });
}

/** Groups above their rows, as printed. */
function rowViews(shape: PackTable): RowView[] {
  const { numbered } = shape;
  const rows = fixedRows(shape);
  const counts = numbered !== undefined && packRows(rows).every(({ number }) => number === undefined);
  const views = (list: readonly PackRow[], level: number, within: string | undefined): RowView[] =>
    list.flatMap((each, index): RowView[] => {
      const parts = each.rows && (each.parts ?? 'sum');
      const number = each.number ?? (counts && level === 0 ? String(index + 1) : undefined);
      const own: RowView = {
        id: each.id,
        label: each.label,
        required: each.required ?? false,
        ...(number !== undefined && { number }),
        ...(each.measure && { measure: each.measure }),
        ...(level > 0 && { level }),
        ...(within !== undefined && { within }),
        ...((parts === 'sum' || parts === 'heading') && { cells: parts }),
      };
      return [own, ...views(each.rows ?? [], level + 1, parts === 'heading' ? within : each.id)];
    });
  return views(rows, 0, undefined);
}

/** The rows that the pack names; none if they are open. */
export const fixedRows = ({ rows }: PackTable): PackRow[] => (Array.isArray(rows) ? rows : []);

/** Every row, groups above theirs. */
export const packRows = (rows: readonly PackRow[]): PackRow[] =>
  rows.flatMap((each) => [each, ...packRows(each.rows ?? [])]);

function columnViews(shapes: readonly PackColumn[], numbered: boolean | undefined): ColumnView[] {
  let number = 0;
  const view = (shape: PackColumn): ColumnView => {
    const groups = shape.groups && { groups: shape.groups };
    const name = measured(shape);
    if (shape.columns) return { id: shape.id, label: name, columns: shape.columns.map(view), ...groups };
    number += 1;
    const { computed } = shape;
    const type = computed && 'percent' in computed ? 'percent' : (shape.type ?? 'count');
    return {
      id: shape.id,
      label: name,
      type,
      down: shape.down ?? (type === 'count' ? 'sum' : 'none'),
      across: shape.across ?? ({ count: 'sum', 'yes-no': 'count' } as const)[type as string] ?? 'none',
      ...(shape.optional && { optional: true as const }),
      ...(shape.options && { options: shape.options.map((option) => ({ value: option.id, label: option.label })) }),
      ...(shape.of && { of: shape.of as [string, string] }),
      ...(computed && { computed: computed as ComputedView }),
      ...(numbered && { number: shape.number ?? String(number) }),
      ...groups,
    };
  };
  return shapes.map(view);
}

/** A column's label with its unit of measure, as it is printed and named everywhere. */
function measured({ label: name, measure }: PackColumn): ColumnView['label'] {
  const own = (text: string): string => (measure === undefined ? text : `${text} (${measure})`);
  if (typeof name === 'string') return own(name);
  return Object.fromEntries(
    Object.entries(name).map(([answer, text]) => [answer, answer === 'by' ? text : own(text)]),
  ) as ColumnView['label'];
}

export function tableRules(view: TableView, shape: PackTable, context: FormContext, names: CheckNames): Rule[] {
  const cells = typedColumns(view.columns);
  const rows = typedRows(view);
  const complete = view.open
    ? openRules(view, shape, context)
    : [true, false].flatMap((required) => {
        const alike = rows.filter((row) => row.required === required);
        return keysOf(view, alike, context).flatMap((keys) => completeRules(view, { keys, required }, shape, context));
      });

  const shares = cells.flatMap((column) => {
    const parts = (column.of ?? []).map((id) => columnLeaves(view.columns).find((entry) => entry.id === id));
    const [part, whole] = parts;
    if (column.type !== 'percent' || !part || !whole || part.computed || whole.computed) return [];
    return judgedRows(view, rows, context).map((each) =>
      shareRule(view, each, [column, part, whole], context, shape.cite),
    );
  });
  return [
    ...complete,
    ...shares,
    ...packRows(fixedRows(shape)).flatMap((group) => groupRules(view, group, shape, context)),
    ...(shape.checks ?? []).flatMap((entry) =>
      checkRules(view, entry, context, { ...names, ofTable: ofTable(view), cite: shape.cite }),
    ),
  ];
}

/** Rows are blank or complete, required ones complete; a row has one finding, at its first blank cell. */
function completeRules(
  view: TableView,
  { keys, required }: { keys: readonly string[]; required: boolean },
  shape: PackTable,
  context: FormContext,
): Rule[] {
  const cells = typedColumns(view.columns);
  const counted = cells.filter(({ type }) => type === 'count' || type === 'percent');
  if (counted.length === 0) return [];
  const rows = { each: `/tables/${view.id}`, keys };
  const isDue = every([ofTable(view), required || either(cells.map(filledCell))]);
  const blanks = counted.flatMap((column): Logic[] => [every([asked(column), not(filledCell(column))]), column.id]);
  const first: Logic = { if: [...blanks, ''] };
  const blank = context.derivations.path({ ...rows, logic: isDue === true ? first : { if: [isDue, first, ''] } });
  const name = [view.number, view.title].filter(Boolean).join('. ');
  return counted.map((column) =>
    makeRule({
      id: `table/${view.id}/complete`,
      element: view.element,
      ...rows,
      assert: { '!==': [variable(blank), column.id] },
      path: `/${column.id}`,
      message: context.message((lang) => compiling[lang].tableComplete(name, '{item}', nameOf(view, column.id))),
      ...context.cite(shape.cite),
    }),
  );
}

const ofTable = ({ groups }: TableView): Logic => (groups ? oneOf('submission.unit.group', groups) : true);

const filledCell = ({ id: column, type }: ColumnView): Logic =>
  type === 'yes-no' ? equals(`item.${column}`, true) : given(`item.${column}`);

/** Each row that is there is complete, and there are as many as must be. */
function openRules(view: TableView, shape: PackTable, context: FormContext): Rule[] {
  const name = [view.number, view.title].filter(Boolean).join('. ');
  const due = typedColumns(view.columns).filter(({ type, optional }) => type !== 'yes-no' && !optional);
  const { atLeast } = view.open!;
  const [open] = judgedRows(view, [], context) as [JudgedRows];
  return [
    ...(atLeast === undefined
      ? []
      : [
          makeRule({
            id: `table/${view.id}/rows`,
            element: view.element,
            assert: whenever(
              ofTable(view),
              every([given(listPath(view)), { '>=': [countWhere(listPath(view), true), atLeast] }]),
            ),
            path: `/tables/${view.id}`,
            message: context.message((lang) => compiling[lang].tableRows(name, atLeast)),
            ...context.cite(shape.cite),
          }),
        ]),
    ...due.map((column) =>
      makeRule({
        id: `table/${view.id}/complete`,
        element: view.element,
        each: `/tables/${view.id}`,
        assert: whenever(every([ofTable(view), asked(column)]), given(`item.${column.id}`)),
        path: `/${column.id}`,
        ...rowNumber(open),
        message: context.message((lang) => compiling[lang].tableBlank(name, columnInTable(view.columns, column.id))),
        ...context.cite(shape.cite),
      }),
    ),
  ];
}

/** The typed numbers of a group must fit those of its rows: a total of all of them, of some, or of none on its own. */
function groupRules(view: TableView, group: PackRow, shape: PackTable, context: FormContext): Rule[] {
  const { parts = 'sum' } = group;
  if (!group.rows || parts === 'sum' || parts === 'heading') return [];
  const added = view.rows.filter(({ within, cells }) => within === group.id && cells !== 'heading');
  const columns = typedColumns(view.columns).filter((column) => column.type === 'count' && hasTotal(view, column));
  return columns.flatMap((column) => {
    const own = cellPath(view, group.id, column.id);
    const sums = parts === 'each' ? added.map((row) => ({ of: [row], to: row })) : [{ of: added, to: undefined }];
    return sums.map(({ of, to }) => {
      const sum = rowsSum(view, of, column);
      const least: Logic = { '>=': [variable(own), sum] };
      return makeRule({
        id: `table/${view.id}/${group.id}`,
        element: `${view.element}/rows/${group.id}`,
        severity: severityOf(group),
        needs: { [own]: 'integer' },
        assert: whenever(
          every([ofTable(view), asked(column)]),
          parts === 'all' ? every([least, { '<=': [variable(own), sum] }]) : least,
        ),
        path: `/tables/${view.id}/${group.id}/${column.id}`,
        params: { sum },
        message: context.message((lang) => {
          const { tableRow, tableGroup } = compiling[lang];
          return tableGroup[parts](tableRow(view.number, group.label), nameOf(view, column.id), to?.label ?? '');
        }),
        ...context.cite(group.cite, shape.cite),
      });
    });
  });
}

/** Allowed difference of a percentage from its counts, in hundredths: half a percent, so that it may be rounded. */
const ROUNDING = 50;

/**
 * A percentage must equal its part over its whole, rounded to a whole percent at most. The profile has no division: for
 * `p` hundredths of a percent, `p * whole` is compared with `10000 * part`, and may differ by `50 * whole`.
 */
function shareRule(
  view: TableView,
  rows: JudgedRows,
  columns: readonly [percent: ColumnView, part: ColumnView, whole: ColumnView],
  context: FormContext,
  tableCite: string | undefined,
): Rule {
  const paths = columns.map(({ id }) => cellPath(view, rows.row.id, id)) as [string, string, string];
  const [percent, part, whole] = paths.map(variable) as [Logic, Logic, Logic];
  const [typed, counted]: [Logic, Logic] = [{ '*': [percent, whole] }, { '*': [part, 10_000] }];
  const within = (one: Logic, other: Logic): Logic => ({ '<=': [{ '-': [one, other] }, { '*': [whole, ROUNDING] }] });
  const names = columns.map(({ id }) => nameOf(view, id)) as [string, string, string];
  return makeRule({
    id: `table/${view.id}/percent`,
    element: view.element,
    needs: Object.fromEntries(paths.map((path) => [path, 'integer' as const])),
    assert: whenever(
      every([ofTable(view), ...distinct(columns.map(asked))]),
      every([within(typed, counted), within(counted, typed)]),
    ),
    ...placeOf(view, rows, columns[0].id),
    params: { part, whole, ...rowNumber(rows).params },
    message: context.message((lang) =>
      compiling[lang].tableShare(compiling[lang].tableRow(view.number, rows.row.label), ...names),
    ),
    ...context.cite(tableCite),
  });
}

const nameOf = (view: TableView, id: string): string => columnInTable(view.columns, id);
