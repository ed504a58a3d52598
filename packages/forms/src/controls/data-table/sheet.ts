import { readNumber, understood } from '@kl01/rules/reading';
import type { FormContext } from '../../state/form-context.js';
import { History } from '../../state/history.js';
import type { Change, FormStore } from '../../state/store.js';
import { cellCodec, isDoubtful, type CellType } from './cell-type.js';
import type { Block, CopiedCell } from './clipboard-block.js';
import type { DataTable, ValueAt } from './data-table.js';
import { placeBlock, type Place, type Placed, type Range } from './place-block.js';
import type { Leaf, TableShape } from './table-shape.js';
import { cellPath, isTyped, numberIn, TOTAL } from './totals.js';

/** Result of a paste, shown below the table. */
export interface PasteNews extends Omit<Placed, 'values'> {
  readonly pasted: number;
  /** number of cells with a doubtful number */
  readonly doubtful: number;
  readonly cut: boolean;
  /** the paste as a step, which can be undone until another follows */
  readonly step: readonly Change[] | null;
}

/**
 * One table being filled in: its selection and undo history. It knows the form's values, which are replaced, never
 * mutated, but nothing of the page.
 */
export class Sheet {
  form!: FormContext;
  table!: DataTable;
  shape!: TableShape;
  news: PasteNews | null = null;
  /** incremented when displayed state other than values changes */
  version = 0;
  /** a block of more than one cell, from the cell where it began to the one it extends to */
  selection: { readonly anchor: Place; readonly extent: Place } | null = null;
  /** the column where a sequence of Tab presses began */
  tabbedFrom: number | null = null;
  readonly history: History;
  readonly #store: FormStore;
  readonly #valueAt: ValueAt;
  readonly #changed: () => void;
  #page = 0;
  #entered: { readonly path: string; readonly value: unknown } | null = null;

  constructor(store: FormStore, changed: () => void) {
    this.#store = store;
    this.#valueAt = (path) => store.valueAt(path);
    this.history = new History(store);
    this.#changed = changed;
  }

  pathOf({ row, column }: Place): string {
    return cellPath(
      this.table,
      this.table.rows[row]?.id ?? (this.table.atMost === undefined ? '' : String(row)),
      this.leafAt(column)?.column.id ?? '',
    );
  }

  leafAt(column: number): Leaf | undefined {
    return this.shape.leaves[column];
  }

  /** Whether a cell is filled in by the officer, not computed. */
  isAsked({ row, column }: Place): boolean {
    const leaf = this.leafAt(column);
    const own = this.table.rows[row];
    return own !== undefined && leaf !== undefined && isTyped(own, leaf.column);
  }

  valueOf(at: Place): unknown {
    return this.#valueAt(this.pathOf(at)) ?? null;
  }

  /** Stores what is typed into one cell; a row that is not there yet is added. */
  set(at: Place, value: unknown): void {
    const list = this.#list();
    if (!list || at.row < list.length) this.form.set(this.pathOf(at), value);
    else if (value !== null) this.#store.set(this.table.path, this.#withCells(list, [{ at, value }]));
  }

  /** Takes a row out of a table that the officer adds rows to. */
  removeRow(row: number): void {
    const list = this.#list();
    if (!list || this.form.locked || row >= list.length) return;
    this.settle();
    const after = list.filter((_, index) => index !== row);
    this.history.add(this.#store.edit([{ path: this.table.path, after }]));
    this.#reenter();
    this.form.announce(this.form.strings.table.removed(row + 1));
  }

  /** The rows shown at a time; ten thousand at once would not be drawn between two key presses. */
  get shown(): { readonly from: number; readonly to: number } {
    const last = Math.max(0, Math.ceil(this.table.rows.length / PAGE) - 1);
    const from = this.table.atMost === undefined ? 0 : Math.min(this.#page, last) * PAGE;
    const to = this.table.atMost === undefined ? this.table.rows.length : from + PAGE;
    return { from, to: Math.min(to, this.table.rows.length) };
  }

  /** Shows the page of a row. @returns whether it was another */
  turnTo(row: number): boolean {
    const { from, to } = this.shown;
    if (this.table.atMost === undefined || (row >= from && row < to)) return false;
    this.#page = Math.max(0, Math.floor(row / PAGE));
    this.refresh();
    return true;
  }

  /** The rows that the officer added; null for a table of printed rows. */
  #list(): readonly unknown[] | null {
    if (this.table.atMost === undefined) return null;
    const stored = this.#valueAt(this.table.path);
    return Array.isArray(stored) ? stored : [];
  }

  /** The rows with these cells; blank ones at the end are left out. */
  #withCells(list: readonly unknown[], values: readonly { readonly at: Place; readonly value: unknown }[]): unknown[] {
    const rows = list.map((row) => row);
    for (const { at, value } of values) {
      while (rows.length <= at.row) rows.push({});
      rows[at.row] = { ...(rows[at.row] as object), [this.leafAt(at.column)!.column.id]: value };
    }
    while (rows.length > 0 && isBlankRow(rows.at(-1))) rows.pop();
    return rows;
  }

  /** The selected block, or the single cell. */
  rangeAt(at: Place): Range {
    const { anchor, extent } = this.selection ?? { anchor: at, extent: at };
    return {
      from: { row: Math.min(anchor.row, extent.row), column: Math.min(anchor.column, extent.column) },
      to: { row: Math.max(anchor.row, extent.row), column: Math.max(anchor.column, extent.column) },
    };
  }

  /** The officer enters a cell: what is typed from now on is one step. */
  enter(at: Place): void {
    this.#entered = { path: this.pathOf(at), value: this.valueOf(at) };
  }

  /** Whether something was typed into the cell since it was entered. */
  isTyped(at: Place): boolean {
    return this.#entered?.path === this.pathOf(at) && this.#entered.value !== this.valueOf(at);
  }

  /** Records what was typed into the entered cell as a step. */
  settle(): void {
    if (this.#entered === null) return;
    const { path, value: before } = this.#entered;
    const after = this.#valueAt(path) ?? null;
    this.#entered = { path, value: after };
    if (before === after) return;
    this.history.add([{ path, before, after }]);
    this.refresh();
  }

  /** Writes several cells as one step. */
  write(values: readonly { readonly at: Place; readonly value: unknown }[]): void {
    if (this.form.locked) return;
    this.settle();
    const list = this.#list();
    const placed = values.map(({ at, value }) => ({ path: this.pathOf(at), after: value }));
    const edits = list ? [{ path: this.table.path, after: this.#withCells(list, values) }] : placed;
    if (values.length > 0) this.history.add(this.#store.edit(edits));
    for (const { path, after } of placed) if (after !== null) this.#store.touch(path);
    this.#reenter();
  }

  /** @returns the first cell that was reverted */
  undo(): Place | null {
    if (this.form.locked) return null;
    this.settle();
    return this.#told(this.history.undo(), this.form.strings.table.undone);
  }

  redo(): Place | null {
    if (this.form.locked) return null;
    return this.#told(this.history.redo(), this.form.strings.table.redone);
  }

  clear({ from, to }: Range): void {
    this.write(this.#cells({ from, to }).map((at) => ({ at, value: null })));
  }

  /** Writes 0 into the blank number cells of a row; ticks and texts may stay blank. */
  fillZeros(row: number): void {
    const blanks = this.shape.leaves
      .map((leaf, column) => ({ leaf, at: { row, column } }))
      .filter(
        ({ leaf, at }) => /^(count|percent)$/.test(leaf.column.type) && this.isAsked(at) && this.valueOf(at) === null,
      );
    this.write(blanks.map(({ at }) => ({ at, value: 0 })));
    this.form.announce(this.form.strings.table.filled(blanks.length, this.table.rows[row]?.label ?? ''));
    // The button disappears with the blank cells.
    const [first] = blanks;
    if (first) this.form.reveal(this.pathOf(first.at));
  }

  paste(block: Block, at: Place): void {
    const placed = placeBlock(block, { table: this.table, shape: this.shape, range: this.rangeAt(at) });
    this.write(placed.values);
    const doubtful = placed.values.filter(({ at: { column }, value }) =>
      isDoubtful(this.leafAt(column)?.column ?? { type: 'text' }, value),
    );
    const computed = placed.computed.filter(({ at: place, exact }) => !this.#isComputed(place, exact));
    const { beyond, unclear } = placed;
    this.news = {
      beyond,
      unclear,
      computed,
      pasted: placed.values.length,
      doubtful: doubtful.length,
      cut: block.cut,
      step: this.history.last,
    };
    this.selection = boundsOf(placed.values.map(({ at: place }) => place));
    this.refresh();
    this.form.announce(this.form.strings.table.pasted(this.news));
  }

  /** A block in the form that other programs accept, including computed cells. */
  copy({ from, to }: Range): CopiedCell[][] {
    const rows: CopiedCell[][] = [];
    for (let row = from.row; row <= to.row; row += 1) {
      const cells: CopiedCell[] = [];
      for (let column = from.column; column <= to.column; column += 1) cells.push(this.#copied({ row, column }));
      rows.push(cells);
    }
    return rows;
  }

  closeNews(): void {
    this.news = null;
    this.refresh();
  }

  refresh(): void {
    this.version += 1;
    this.#changed();
  }

  #copied(at: Place): CopiedCell {
    const { column } = this.leafAt(at.column)!;
    const stored = this.isAsked(at)
      ? this.valueOf(at)
      : numberIn(this.table, this.table.rows[at.row]!.id, column, this.#valueAt);
    const text = cellCodec(column).edit(stored);
    return typeof stored === 'number' ? { text, exact: text } : { text };
  }

  /** Whether a value pasted onto a computed cell equals what it shows. A blank may be 0 elsewhere. */
  #isComputed({ row, column }: Place, text: string): boolean {
    const leaf = this.leafAt(column);
    if (!leaf) return false;
    const { rows } = this.table;
    const value = numberIn(this.table, rows[row]?.id ?? TOTAL, leaf.column, this.#valueAt);
    return (understood(readNumber(numberType(leaf.column.type), text)) || null) === (value || null);
  }

  #cells({ from, to }: Range): Place[] {
    const places: Place[] = [];
    for (let row = from.row; row <= to.row; row += 1) {
      for (let column = from.column; column <= to.column; column += 1) {
        if (this.isAsked({ row, column })) places.push({ row, column });
      }
    }
    return places;
  }

  #told(step: readonly Change[] | null, sentence: string): Place | null {
    const [first] = step ?? [];
    if (!first) return null;
    this.news = null;
    this.#reenter();
    this.form.announce(sentence);
    if (first.path === this.table.path) return { row: this.shown.from, column: 0 };
    return this.#allCells().find((at) => this.pathOf(at) === first.path) ?? null;
  }

  #allCells(): Place[] {
    const to = { row: this.table.rows.length - 1, column: this.shape.leaves.length - 1 };
    return this.#cells({ from: { row: 0, column: 0 }, to });
  }

  /** The focused cell was written from elsewhere: further typing starts from that value. */
  #reenter(): void {
    if (this.#entered) this.#entered = { path: this.#entered.path, value: this.#valueAt(this.#entered.path) ?? null };
    this.refresh();
  }
}

/** Rows shown at a time. */
const PAGE = 100;

const isBlankRow = (row: unknown): boolean =>
  typeof row !== 'object' || row === null || Object.values(row).every((value) => value === null);

/** The block enclosing all these cells; null for a single cell. */
function boundsOf(places: readonly Place[]): Sheet['selection'] {
  if (places.length < 2) return null;
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  return {
    anchor: { row: Math.min(...rows), column: Math.min(...columns) },
    extent: { row: Math.max(...rows), column: Math.max(...columns) },
  };
}

/** Type in which a total is shown: the total of ticks is a count. */
export function numberType(type: CellType): 'count' | 'percent' {
  return type === 'percent' ? 'percent' : 'count';
}
