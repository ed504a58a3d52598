import { z } from 'zod';
import { columnInTable, columnLeaves } from '../columns.js';
import { either, equals, every, given, oneOf, variable, whenever } from '../logic.js';
import type { ColumnView, Logic, Rule, Severity, TableView } from '../rulebook.js';
import { compiling } from '../strings/compiling.js';
import { element, id, ids, label, severity } from './common.js';
import { makeRule, severityOf, type FormContext } from './context.js';

type ColumnLabel = string | Record<string, string>;

export interface PackColumn {
  id: string;
  label: ColumnLabel;
  cite?: string | undefined;
  description?: string | undefined;
  groups?: string[] | undefined;
  columns?: PackColumn[] | undefined;
  use?: string | undefined;
  type?: 'count' | 'tick' | 'percent' | 'text' | undefined;
  down?: 'sum' | 'none' | undefined;
  across?: 'sum' | 'none' | 'count' | undefined;
  of?: string[] | undefined;
  sumOf?: string[] | undefined;
}

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
    type: z.enum(['count', 'tick', 'percent', 'text']).optional(),
    down: z.enum(['sum', 'none']).optional(),
    across: z.enum(['sum', 'none', 'count']).optional(),
    of: z.array(id).length(2).optional(),
    sumOf: z.array(id).min(1).optional(),
  }),
);
export const columnSets = z.record(id, z.array(column).min(1));

const operand = z.union([
  z.int(),
  id,
  z.strictObject({ sum: z.array(id).min(1) }),
  z.strictObject({ ticks: z.array(id).min(1) }),
]);

const check = z.strictObject({
  ...element,
  label: label.optional(),
  at: id.describe('The column whose cell is judged, row by row'),
  rows: ids.optional(),
  atMost: operand.optional(),
  atLeast: operand.optional(),
  is: operand.optional(),
  positiveNeeds: id.optional(),
  when: z
    .strictObject({ at: id, is: z.int().optional(), atLeast: z.int().optional() })
    .optional()
    .describe('Judged only where another cell of the row has this value'),
  severity: severity.optional(),
});
type Operand = z.infer<typeof operand>;
type PackCheck = z.infer<typeof check>;

export const table = z.strictObject({
  ...element,
  heading: label.optional().describe('Printed above this table: the part of the annex that begins with it'),
  number: z.string().max(20).optional(),
  title: label,
  note: label.optional(),
  groups: ids.optional().describe('Asked of these groups only'),
  rowHeader: label,
  rows: z.array(z.strictObject({ ...element, label, required: z.boolean().optional() })).min(1),
  totalRow: z.strictObject({ label }).optional(),
  columns: z.array(column).min(1),
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
  return tables.map((shape) => ({
    element: `${context.form.id}/tables/${shape.id}`,
    id: shape.id,
    ...(shape.heading && { heading: shape.heading }),
    number: shape.number ?? '',
    title: shape.title,
    ...(shape.note && { note: shape.note }),
    ...(shape.groups && { groups: shape.groups }),
    rowHeader: shape.rowHeader,
    rows: shape.rows.map((row) => ({ id: row.id, label: row.label, required: row.required ?? false })),
    ...(shape.totalRow && { totalRow: { label: shape.totalRow.label } }),
    columns: expand(shape.columns, sets).map(columnView),
    checks: (shape.checks ?? []).map((entry) => ({
      id: entry.id,
      at: entry.at,
      severity: severityOf(entry),
      label: entry.label ?? entry.id,
    })),
    ...context.cite(shape.cite),
  }));
}

function columnView(shape: PackColumn): ColumnView {
  const groups = shape.groups && { groups: shape.groups };
  const name = shape.label as ColumnView['label'];
  if (shape.columns) return { id: shape.id, label: name, columns: shape.columns.map(columnView), ...groups };
  const type = shape.type ?? 'count';
  return {
    id: shape.id,
    label: name,
    type,
    down: shape.down ?? (type === 'count' ? 'sum' : 'none'),
    across: shape.across ?? ({ count: 'sum', tick: 'count' } as const)[type as string] ?? 'none',
    ...(shape.of && { of: shape.of as [string, string] }),
    ...(shape.sumOf && { sumOf: shape.sumOf }),
    ...groups,
  };
}

const asked = ({ groups }: ColumnView): Logic => (groups ? oneOf('submission.unit.group', groups) : true);

/** Cells that a unit fills in; computed columns are never input. */
const typed = (view: TableView): ColumnView[] => columnLeaves(view.columns).filter(({ sumOf }) => !sumOf);

const cellPath = (table: string, row: string, column: string) => `submission.tables.${table}.${row}.${column}`;

export function tableRules(view: TableView, shape: PackTable, context: FormContext): Rule[] {
  const cells = typed(view);
  const counted = cells.filter(({ type }) => type === 'count' || type === 'percent');
  const ofTable = view.groups ? oneOf('submission.unit.group', view.groups) : (true as Logic);
  const name = [view.number, view.title].filter(Boolean).join('. ');

  const complete = view.rows.flatMap((row) => {
    const path = (column: ColumnView) => cellPath(view.id, row.id, column.id);
    const filled = cells.map((column) => (column.type === 'tick' ? equals(path(column), true) : given(path(column))));
    return counted.map((column, index) => {
      // Passes if an earlier cell of the row is blank: the finding is about that one.
      const earlierBlank = counted
        .slice(0, index)
        .map((earlier) => every([asked(earlier), { '===': [variable(path(earlier)), null] }]));
      const blankRow: Logic = row.required ? false : { '!': [either(filled)] };
      return makeRule({
        id: `table/${view.id}/complete`,
        element: view.element,
        assert: whenever(every([ofTable, asked(column)]), either([given(path(column)), ...earlierBlank, blankRow])),
        path: `/tables/${view.id}/${row.id}/${column.id}`,
        message: context.message((lang) => compiling[lang].tableComplete(name, row.label, nameOf(view, column.id))),
        ...context.cite(shape.cite),
      });
    });
  });

  const checks = (shape.checks ?? []).flatMap((entry) =>
    view.rows
      .filter((row) => !entry.rows || entry.rows.includes(row.id))
      .map((row) => checkRule(view, row, entry, ofTable, context, shape.cite)),
  );
  const shares = cells.flatMap((column) => {
    const parts = (column.of ?? []).map((id) => cells.find((entry) => entry.id === id));
    const [part, whole] = parts;
    if (column.type !== 'percent' || !part || !whole) return [];
    return view.rows.map((row) => shareRule(view, row, [column, part, whole], context, shape.cite));
  });
  return [...complete, ...shares, ...checks];
}

/** Allowed difference of a percentage from its counts, in hundredths: half a percent, so that it may be rounded. */
const ROUNDING = 50;

/**
 * A percentage must equal its part over its whole, rounded to a whole percent at most. The profile has no division: for
 * `p` hundredths of a percent, `p * whole` is compared with `10000 * part`, and may differ by `50 * whole`.
 */
function shareRule(
  view: TableView,
  row: TableView['rows'][number],
  columns: readonly [percent: ColumnView, part: ColumnView, whole: ColumnView],
  context: FormContext,
  tableCite: string | undefined,
): Rule {
  const paths = columns.map(({ id }) => cellPath(view.id, row.id, id)) as [string, string, string];
  const [percent, part, whole] = paths.map(variable) as [Logic, Logic, Logic];
  const [typed, counted]: [Logic, Logic] = [{ '*': [percent, whole] }, { '*': [part, 10_000] }];
  const within = (one: Logic, other: Logic): Logic => ({ '<=': [{ '-': [one, other] }, { '*': [whole, ROUNDING] }] });
  const ofTable = view.groups ? oneOf('submission.unit.group', view.groups) : (true as Logic);
  const names = columns.map(({ id }) => nameOf(view, id)) as [string, string, string];
  return makeRule({
    id: `table/${view.id}/percent`,
    element: view.element,
    needs: Object.fromEntries(paths.map((path) => [path, 'integer' as const])),
    assert: whenever(
      every([ofTable, ...distinct(columns.map(asked))]),
      every([within(typed, counted), within(counted, typed)]),
    ),
    path: `/tables/${view.id}/${row.id}/${columns[0].id}`,
    params: { part, whole },
    message: context.message((lang) =>
      compiling[lang].tableShare(compiling[lang].tableRow(view.number, row.label), ...names),
    ),
    ...context.cite(tableCite),
  });
}

function checkRule(
  view: TableView,
  row: TableView['rows'][number],
  shape: PackCheck,
  ofTable: Logic,
  context: FormContext,
  tableCite: string | undefined,
): Rule {
  const at = cellPath(view.id, row.id, shape.at);
  const cell = variable(at);
  const value = (operandShape: Operand): OperandLogic => operandLogic(view, row.id, operandShape, judged);
  const parts: Logic[] = [];
  const needs: Record<string, 'integer'> = { [at]: 'integer' };
  let sentence: (lang: 'vi' | 'en') => string = () => shape.label ?? shape.id;
  const judged = columnLeaves(view.columns).find(({ id }) => id === shape.at)!;
  const column = nameOf(view, shape.at);
  // A check that does not block sending is not worded as a demand.
  const wordsOf = (lang: 'vi' | 'en') =>
    severityOf(shape) === 'error' ? compiling[lang].tableCheck : compiling[lang].tableDoubt;
  const rowName = (lang: 'vi' | 'en'): string => compiling[lang].tableRow(view.number, row.label);
  for (const [operator, symbol] of [
    ['atMost', '<='],
    ['atLeast', '>='],
    ['is', '==='],
  ] as const) {
    const other = shape[operator];
    if (other === undefined) continue;
    const { logic, read, label: otherName } = value(other);
    for (const path of read) needs[path] = 'integer';
    parts.push(
      symbol === '===' ? every([{ '<=': [cell, logic] }, { '>=': [cell, logic] }]) : { [symbol]: [cell, logic] },
    );
    sentence = (lang) => wordsOf(lang)[operator](rowName(lang), column, otherName);
  }
  if (shape.positiveNeeds !== undefined) {
    const other = cellPath(view.id, row.id, shape.positiveNeeds);
    needs[other] = 'integer';
    parts.push(either([{ '<=': [cell, 0] }, { '>': [variable(other), 0] }]));
    const otherName = nameOf(view, shape.positiveNeeds);
    sentence = (lang) => wordsOf(lang).positiveNeeds(rowName(lang), column, otherName);
  }
  const only: Logic = shape.when ? whenLogic(view, row.id, shape.when) : true;
  const asks = columnsOfCheck(view, shape).map(asked);
  return makeRule({
    id: `table/${view.id}/${shape.id}`,
    element: `${view.element}/checks/${shape.id}`,
    severity: severityOf(shape) as Severity,
    needs,
    assert: whenever(every([ofTable, ...distinct(asks), only]), every(parts)),
    path: `/tables/${view.id}/${row.id}/${shape.at}`,
    message: context.message((lang) => shape.label ?? sentence(lang)),
    ...context.cite(shape.cite, tableCite),
  });
}

/** The judged column and those it is compared with; if one of them is not asked, there is nothing to compare. */
function columnsOfCheck(view: TableView, shape: PackCheck): ColumnView[] {
  const operands = [shape.atMost, shape.atLeast, shape.is, shape.positiveNeeds, shape.when?.at];
  const read = operands.flatMap((operand) => {
    if (operand === undefined || typeof operand === 'number') return [];
    if (typeof operand === 'string') return [operand];
    return 'sum' in operand ? operand.sum : operand.ticks;
  });
  return columnLeaves(view.columns).filter(({ id }) => id === shape.at || read.includes(id));
}

const distinct = (list: readonly Logic[]): Logic[] =>
  list.filter((entry, index) => list.findIndex((other) => JSON.stringify(other) === JSON.stringify(entry)) === index);

interface OperandLogic {
  logic: Logic;
  /** numbers that must be given for the check to be judged */
  read: string[];
  label: string;
}

function operandLogic(view: TableView, row: string, shape: Operand, judged: ColumnView): OperandLogic {
  if (typeof shape === 'number') {
    // Percentages are stored in hundredths.
    return { logic: shape, read: [], label: judged.type === 'percent' ? `${shape / 100}%` : String(shape) };
  }
  if (typeof shape === 'string') {
    const { sumOf } = columnLeaves(view.columns).find(({ id }) => id === shape)!;
    if (sumOf) return { ...operandLogic(view, row, { sum: [...sumOf] }, judged), label: `“${nameOf(view, shape)}”` };
    const path = cellPath(view.id, row, shape);
    return { logic: variable(path), read: [path], label: `“${nameOf(view, shape)}”` };
  }
  const columns = 'sum' in shape ? shape.sum : shape.ticks;
  const paths = columns.map((entry) => cellPath(view.id, row, entry));
  const label = columns.map((entry) => `“${nameOf(view, entry)}”`).join(' + ');
  if ('sum' in shape) return { logic: { '+': paths.map(variable) }, read: paths, label };
  return { logic: { '+': paths.map((path) => ({ if: [equals(path, true), 1, 0] })) }, read: [], label };
}

function whenLogic(view: TableView, row: string, when: NonNullable<PackCheck['when']>): Logic {
  const path = cellPath(view.id, row, when.at);
  const cell = variable(path);
  return every([
    given(path),
    ...(when.is === undefined ? [] : [{ '<=': [cell, when.is] }, { '>=': [cell, when.is] }]),
    ...(when.atLeast === undefined ? [] : [{ '>=': [cell, when.atLeast] }]),
  ]);
}

const nameOf = (view: TableView, id: string): string => columnInTable(view.columns, id);
