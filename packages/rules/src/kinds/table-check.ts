import { z } from 'zod';
import { columnInTable, columnLeaves } from '../columns.js';
import { distinct, either, equals, every, given, oneOf, variable, whenever } from '../logic.js';
import type { ColumnView, Logic, NeededType, Rule, RowView, TableView } from '../rulebook.js';
import { compiling } from '../strings/compiling.js';
import { operandInWords, rowName, type Operand, type OperandNames } from '../strings/operands.js';
import { addedRows, hasTotal, shareOf } from '../table-numbers.js';
import type { Lang } from '../text.js';
import { element, id, ids, label, severity } from './common.js';
import { compileCondition, factPath, type Naming } from './condition.js';
import { condition, type Condition } from './condition-shape.js';
import { makeRule, severityOf, type FormContext } from './context.js';

const operand: z.ZodType<Operand> = z.lazy(() =>
  z.union([
    z.number(),
    id,
    z.strictObject({ column: id, row: id.optional(), table: id.optional() }),
    z.strictObject({ row: id.describe('Of the column judged'), table: id.optional() }),
    z.strictObject({ total: id.describe('A column, added up over the rows'), table: id.optional() }),
    z.strictObject({ fact: id.describe('A count among the facts of the form, or "members"') }),
    z.strictObject({ sum: z.array(operand).min(1) }),
    z.strictObject({ minus: z.array(operand).length(2) }),
    z.strictObject({ ticks: z.array(id).min(1) }),
    z.strictObject({
      share: z.array(z.int().min(1).max(1000)).length(2).describe('[2, 3] is two thirds'),
      of: operand,
    }),
    z.strictObject({ percent: z.int().min(1).max(1000), of: operand }),
  ]),
);

/** Every column of numbers that units fill in. */
export const EVERY_COUNT = '*';

const number = z.number().optional();
const cellTest = z.strictObject({ at: id, is: number, atLeast: number, atMost: number, above: number, below: number });

export const check = z.strictObject({
  ...element,
  label: label.optional(),
  at: z
    .union([id, z.literal(EVERY_COUNT), ids])
    .describe('The column whose cell is judged, row by row; several columns, each by itself; "*": all that count'),
  rows: z
    .union([ids, z.literal('total')])
    .optional()
    .describe('These rows only, or the total row'),
  is: operand.optional(),
  atLeast: operand.optional(),
  atMost: operand.optional(),
  above: operand.optional(),
  below: operand.optional(),
  positiveNeeds: id.optional(),
  when: z
    .union([cellTest, condition])
    .optional()
    .describe('Judged only where another cell of the row is so, or while a condition of the form holds'),
  severity: severity.optional(),
});
export type PackCheck = z.infer<typeof check>;

/** A check of one column. */
export type ColumnCheck = PackCheck & { at: string };
export type CellTest = z.infer<typeof cellTest>;

export const BOUNDS = ['is', 'atLeast', 'atMost', 'above', 'below'] as const;

export const isCellTest = (when: CellTest | Condition): when is CellTest => 'at' in when;

/** What checks read of the form around their table. */
export interface CheckNames extends OperandNames {
  readonly naming: Naming;
}

interface Around extends CheckNames {
  readonly ofTable: Logic;
  /** the table's clause */
  readonly cite: string | undefined;
}

export const asked = ({ groups }: ColumnView): Logic => (groups ? oneOf('submission.unit.group', groups) : true);

/** Of a cell as rules read it; of rows that are judged one by one, in the item. */
export const cellPath = ({ id: table }: TableView, row: string, column: string) =>
  row === '' ? `item.${column}` : `submission.tables.${table}.${row}.${column}`;

/** Of the list of open rows. */
export const listPath = ({ id: table }: TableView) => `submission.tables.${table}`;

/** Rows that one rule judges: a row of its own, or each of several, whose cells it reads in the item. */
export interface JudgedRows {
  readonly row: RowView;
  /** absent for open rows */
  readonly keys?: readonly string[];
}

/** Where a rule about a cell is judged. */
export function placeOf(
  { id: table }: TableView,
  { row, keys }: JudgedRows,
  column: string,
): Pick<Rule, 'each' | 'keys' | 'path'> {
  if (row.id !== '') return { path: `/tables/${table}/${row.id}/${column}` };
  return { each: `/tables/${table}`, ...(keys && { keys }), path: `/${column}` };
}

/** Open rows are named by their number; they count from 1. */
export const rowNumber = ({ row }: JudgedRows): Pick<Rule, 'params'> =>
  row === OPEN ? { params: { row: { '+': [variable('index'), 1] } } } : {};

/** Any of the open rows. */
const OPEN: RowView = { id: '', label: '{row}', required: false };

/** Any of the rows that the pack names, said by its label. */
const NAMED: RowView = { id: '', label: '{item}', required: false };

/** Typed rows are judged by one rule; computed ones, made of the cells of others, each by its own. */
export function judgedRows(view: TableView, rows: readonly RowView[], context: FormContext): JudgedRows[] {
  if (view.open) return [{ row: OPEN }];
  const typed = rows.filter(({ cells }) => cells === undefined);
  return [
    ...keysOf(view, typed, context).map((keys) => ({ row: NAMED, keys })),
    ...rows.filter(({ cells }) => cells === 'sum').map((row) => ({ row })),
  ];
}

/** The ids of rows that may be judged by one rule: those changed by a later document cite that one. */
export function keysOf({ element: table }: TableView, rows: readonly RowView[], { later }: FormContext): string[][] {
  const groups = new Map<string, string[]>();
  for (const { id: row } of rows) {
    const cite = JSON.stringify(later(`${table}/rows/${row}`) ?? null);
    groups.set(cite, [...(groups.get(cite) ?? []), row]);
  }
  return [...groups.values()];
}

/**
 * A number as a fraction, since the profile has no division: `top / bottom`, where the bottom is above 0 while the
 * guards hold. Percentages are in hundredths.
 */
interface Value {
  readonly top: Logic;
  readonly bottom: Logic;
  readonly guards: readonly Logic[];
  readonly needs: Readonly<Record<string, NeededType>>;
  /** asked of some groups only */
  readonly asked: readonly Logic[];
}

const whole = (top: Logic, parts: Partial<Value> = {}): Value => ({
  top,
  bottom: 1,
  guards: [],
  needs: {},
  asked: [],
  ...parts,
});

/**
 * A check of several columns as one for each of them.
 *
 * @param counts the columns of numbers that units fill in
 */
export function checksOf(shape: PackCheck, counts: readonly string[]): ColumnCheck[] {
  const columns = shape.at === EVERY_COUNT ? counts : typeof shape.at === 'string' ? [shape.at] : shape.at;
  return columns.map((at) => ({ ...shape, at }));
}

/** The rules of a check for each row it judges, or for the total row; one for each bound, so that a finding names its own. */
export function checkRules(view: TableView, check: PackCheck, context: FormContext, around: Around): Rule[] {
  return checksOf(check, countsOf(view)).flatMap((shape) => columnRules(view, shape, context, around));
}

/** The columns that `"*"` stands for. */
export const countsOf = (view: Pick<TableView, 'columns'>): string[] =>
  columnLeaves(view.columns).flatMap(({ id, type, computed }) => (type === 'count' && !computed ? [id] : []));

function columnRules(view: TableView, shape: ColumnCheck, context: FormContext, around: Around): Rule[] {
  const { rows: only } = shape;
  const tests = [...BOUNDS, 'positiveNeeds' as const].filter((name) => shape[name] !== undefined);
  const rows = view.rows.filter(({ id: row, cells }) => cells !== 'heading' && (only?.includes(row) ?? true));
  const judged =
    only === 'total'
      ? [null]
      : tests.some((name) => readsSameRow(shape[name]))
        ? rows.map((row) => ({ row }))
        : judgedRows(view, rows, context);
  return judged.flatMap((each) => tests.map((name) => checkRule(view, each, shape, name, context, around)));
}

/** Whether an operand is the cell of the same row in another table, which is outside the item. */
function readsSameRow(shape: Operand | undefined): boolean {
  if (typeof shape !== 'object') return false;
  if ('column' in shape) return shape.table !== undefined && shape.row === undefined;
  if ('sum' in shape) return shape.sum.some(readsSameRow);
  if ('minus' in shape) return shape.minus.some(readsSameRow);
  return 'of' in shape && readsSameRow(shape.of);
}

function checkRule(
  view: TableView,
  rows: JudgedRows | null,
  shape: ColumnCheck,
  name: (typeof BOUNDS)[number] | 'positiveNeeds',
  context: FormContext,
  around: Around,
): Rule {
  const row = rows && rows.row;
  const judged = leafOf(view, shape.at)!;
  const cell = cellValue(view, row, judged);
  const other = new Values(view, row, judged, around).of(shape[name]!);
  const test: Logic =
    name === 'positiveNeeds' ? either([{ '<=': [cell.top, 0] }, { '>': [other.top, 0] }]) : compared(name, cell, other);
  const read = [cell, other];
  const column = columnInTable(view.columns, shape.at);
  const sentence = (lang: Lang): string => {
    // A check that does not block sending is not worded as a demand.
    const words = severityOf(shape) === 'error' ? compiling[lang].tableCheck : compiling[lang].tableDoubt;
    const { label: total = compiling[lang].total } = view.totalRow ?? {};
    const rowWords = compiling[lang].tableRow(view.number, rowName(row?.label ?? total));
    const named =
      name === 'positiveNeeds'
        ? columnInTable(view.columns, shape.positiveNeeds!)
        : operandInWords(shape[name]!, { view, columns: [judged] }, around, lang);
    const said = words[name](rowWords, column, named);
    // The author's words alone would leave two columns, or rows, with one sentence.
    return shape.label === undefined ? said : `${compiling[lang].sentence(shape.label)} ${said}`;
  };
  const { when } = shape;
  const only = when !== undefined && isCellTest(when) ? cellTestValue(view, row, when) : null;
  const condition: Logic =
    when === undefined || isCellTest(when) ? (only?.holds ?? true) : compileCondition(when, around.naming);
  return makeRule({
    id: `table/${view.id}/${shape.id}`,
    element: `${view.element}/checks/${shape.id}`,
    severity: severityOf(shape),
    needs: { ...cell.needs, ...other.needs },
    assert: whenever(
      every([
        around.ofTable,
        ...distinct([...read, ...(only ? [only.value] : [])].flatMap((each) => each.asked)),
        ...distinct(read.flatMap(({ guards }) => guards)),
        condition,
      ]),
      test,
    ),
    ...(rows ? { ...placeOf(view, rows, shape.at), ...rowNumber(rows) } : { path: `/tables/${view.id}` }),
    message: context.message(sentence),
    ...context.cite(shape.cite, around.cite),
  });
}

/** Cross-multiplied; factors of 1 are left out. */
function compared(name: (typeof BOUNDS)[number], one: Value, other: Value): Logic {
  const left = times(one.top, other.bottom);
  const right = times(other.top, one.bottom);
  switch (name) {
    case 'is':
      return every([{ '<=': [left, right] }, { '>=': [left, right] }]);
    case 'atMost':
      return { '<=': [left, right] };
    case 'atLeast':
      return { '>=': [left, right] };
    case 'above':
      return { '>': [left, right] };
    case 'below':
      return { '<': [left, right] };
  }
}

function times(one: Logic, other: Logic): Logic {
  if (other === 1) return one;
  if (one === 1) return other;
  return typeof one === 'number' && typeof other === 'number' ? one * other : { '*': [one, other] };
}

/** The number of a cell, typed or computed; of the total row if `row` is null. */
function cellValue(view: TableView, row: RowView | null, column: ColumnView): Value {
  const share = shareOf(view, column);
  const { computed } = column;
  const added = row === null ? addedRows(view) : row.cells === 'sum' ? addedRows(view, row.id) : null;
  if (share && (computed || added)) {
    const [part, base] = share.map((each) => cellValue(view, row, each)) as [Value, Value];
    return {
      top: times(part.top, 10_000),
      bottom: base.top,
      guards: [...part.guards, ...base.guards, { '>': [base.top, 0] }],
      needs: { ...part.needs, ...base.needs },
      asked: [...asks(column), ...part.asked, ...base.asked],
    };
  }
  if (computed && !share) {
    const operator = 'sum' in computed ? '+' : '-';
    const ids = 'sum' in computed ? computed.sum : 'minus' in computed ? computed.minus : [];
    const parts = ids.map((id) => cellValue(view, row, leafOf(view, id)!));
    return joined(operator, parts, asks(column));
  }
  if (added) {
    const sum = hasTotal(view, column) ? rowsSum(view, added, column, true) : 0;
    return whole(sum, { needs: view.open ? { [listPath(view)]: 'list' } : {}, asked: asks(column) });
  }
  const path = cellPath(view, row!.id, column.id);
  return whole(variable(path), { needs: { [path]: 'integer' }, asked: asks(column) });
}

const asks = (column: ColumnView): Logic[] => (column.groups ? [asked(column)] : []);

/** The sum of a typed column over rows; blanks count as 0. */
export function rowsSum(view: TableView, rows: readonly RowView[], column: ColumnView, all = false): Logic {
  if (view.open && all) {
    const cell = `current.${column.id}`;
    const number: Logic = { if: [given(cell), variable(cell), 0] };
    return { reduce: [variable(listPath(view)), { '+': [variable('accumulator'), number] }, 0] };
  }
  return {
    '+': rows.map((row): Logic => {
      if (row.cells === 'sum') return rowsSum(view, addedRows(view, row.id), column);
      const path = cellPath(view, row.id, column.id);
      return { if: [given(path), variable(path), 0] };
    }),
  };
}

/** A sum or difference of whole values or, with percentages of the same form, of fractions over different bottoms. */
function joined(operator: '+' | '-', parts: readonly Value[], own: readonly Logic[] = []): Value {
  const bottom = parts.reduce<Logic>((product, part) => times(product, part.bottom), 1);
  const tops = parts.map((part, index) =>
    parts.reduce<Logic>((top, other, at) => (at === index ? top : times(top, other.bottom)), part.top),
  );
  return {
    top: { [operator]: tops },
    bottom,
    guards: parts.flatMap(({ guards }) => guards),
    needs: Object.assign({}, ...parts.map(({ needs }) => needs)) as Value['needs'],
    asked: [...own, ...parts.flatMap((part) => part.asked)],
  };
}

const leafOf = (view: TableView, id: string): ColumnView | undefined =>
  columnLeaves(view.columns).find((column) => column.id === id);

/** Hundredths where the judged cell is a percentage; packs write 97.5. */
const scaled = (value: number, { type }: ColumnView): number => Math.round(type === 'percent' ? value * 100 : value);

/** Reads operands for one cell. */
class Values {
  readonly #view: TableView;
  readonly #row: RowView | null;
  readonly #judged: ColumnView;
  readonly #around: CheckNames;

  constructor(view: TableView, row: RowView | null, judged: ColumnView, around: CheckNames) {
    this.#view = view;
    this.#row = row;
    this.#judged = judged;
    this.#around = around;
  }

  of(shape: Operand): Value {
    if (typeof shape === 'number') return whole(scaled(shape, this.#judged));
    if (typeof shape === 'string') return this.of({ column: shape });
    if ('column' in shape) return this.#cell(shape);
    if ('row' in shape) return this.#cell({ ...shape, column: this.#judged.id });
    if ('total' in shape) {
      const table = this.#table(shape.table);
      return cellValue(table, null, leafOf(table, shape.total)!);
    }
    if ('fact' in shape) {
      const path = factPath(shape.fact);
      return whole(variable(path), { needs: { [path]: 'integer' } });
    }
    if ('sum' in shape || 'minus' in shape) {
      const [operator, list] = 'sum' in shape ? (['+', shape.sum] as const) : (['-', shape.minus] as const);
      return joined(
        operator,
        list.map((part) => this.of(part)),
      );
    }
    if ('ticks' in shape) {
      const columns = shape.ticks.map((each) => leafOf(this.#view, each)!);
      const paths = columns.map(({ id: column }) => cellPath(this.#view, this.#row?.id ?? '', column));
      return whole(
        { '+': paths.map((path): Logic => ({ if: [equals(path, true), 1, 0] })) },
        { asked: columns.flatMap(asks) },
      );
    }
    const of = this.of(shape.of);
    const [part, base] = 'share' in shape ? (shape.share as [number, number]) : [shape.percent, 100];
    return { ...of, top: times(of.top, part), bottom: times(of.bottom, base) };
  }

  #cell({ column, row, table }: { column: string; row?: string | undefined; table?: string | undefined }): Value {
    const view = this.#table(table);
    const named = row ?? this.#row?.id;
    const own =
      named === undefined
        ? null
        : named === ''
          ? this.#row
          : (view.rows.find(({ id: each }) => each === named) ?? null);
    return cellValue(view, own, leafOf(view, column)!);
  }

  #table(id: string | undefined): TableView {
    return id === undefined ? this.#view : this.#around.tables.find((each) => each.id === id)!;
  }
}

function cellTestValue(view: TableView, row: RowView | null, test: CellTest): { holds: Logic; value: Value } {
  const column = leafOf(view, test.at)!;
  const value = cellValue(view, row, column);
  const bounds = BOUNDS.flatMap((name) => {
    const bound = test[name];
    if (bound === undefined) return [];
    return [compared(name, value, whole(scaled(bound, column)))];
  });
  return { holds: every([...Object.keys(value.needs).map(given), ...value.guards, ...bounds]), value };
}
