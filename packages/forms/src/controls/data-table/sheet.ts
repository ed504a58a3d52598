import { readNumber, understood } from '@kl01/rules/reading';
import type { FormContext } from '../../state/form-context.js';
import { History } from '../../state/history.js';
import type { Change, FormStore } from '../../state/store.js';
import { cellCodecs, doubtOf, type CellType } from './cell-type.js';
import type { Block, CopiedCell } from './clipboard-block.js';
import type { DataTable, ValueAt } from './data-table.js';
import { placeBlock, type Place, type Placed, type Range } from './place-block.js';
import type { Leaf, TableShape } from './table-shape.js';
import { cellPath, numberIn, totalDown } from './totals.js';

/** What came of a paste, to be told below the table. */
export interface PasteNews extends Omit<Placed, 'values'> {
  readonly pasted: number;
  /** cells whose number has to be settled */
  readonly doubtful: number;
  readonly cut: boolean;
  /** the step it was, to be undone while nothing came after it */
  readonly step: readonly Change[] | null;
}

/**
 * One table while it is being filled in: which cells are selected, what was done and can be undone. It knows the
 * values of the form, which are replaced, never edited, and nothing of the page.
 */
export class Sheet {
  form!: FormContext;
  table!: DataTable;
  shape!: TableShape;
  news: PasteNews | null = null;
  /** grows with everything that is shown and is not a value */
  version = 0;
  /** a block of more than one cell, by the cell it began at and the one it reaches to */
  selection: { readonly anchor: Place; readonly extent: Place } | null = null;
  /** the column in which a run of Tab began */
  tabbedFrom: number | null = null;
  readonly history: History;
  readonly #store: FormStore;
  readonly #valueAt: ValueAt;
  readonly #changed: () => void;
  #entered: { readonly path: string; readonly value: unknown } | null = null;

  constructor(store: FormStore, changed: () => void) {
    this.#store = store;
    this.#valueAt = (path) => store.valueAt(path);
    this.history = new History(store);
    this.#changed = changed;
  }

  pathOf({ row, column }: Place): string {
    return cellPath(this.table, this.table.rows[row]?.id ?? '', this.leafAt(column)?.column.id ?? '');
  }

  leafAt(column: number): Leaf | undefined {
    return this.shape.leaves[column];
  }

  /** A cell that somebody fills in, as against a computed one. */
  isAsked({ row, column }: Place): boolean {
    const leaf = this.leafAt(column);
    return row >= 0 && row < this.table.rows.length && leaf !== undefined && !leaf.column.sumOf;
  }

  valueOf(at: Place): unknown {
    return this.#valueAt(this.pathOf(at)) ?? null;
  }

  /** The selected block, or the one cell. */
  rangeAt(at: Place): Range {
    const { anchor, extent } = this.selection ?? { anchor: at, extent: at };
    return {
      from: { row: Math.min(anchor.row, extent.row), column: Math.min(anchor.column, extent.column) },
      to: { row: Math.max(anchor.row, extent.row), column: Math.max(anchor.column, extent.column) },
    };
  }

  /** The officer has come to a cell: what is typed from now on is one step. */
  enter(at: Place): void {
    this.#entered = { path: this.pathOf(at), value: this.valueOf(at) };
  }

  /** True while something was typed into the cell since it was entered. */
  isTyped(at: Place): boolean {
    return this.#entered?.path === this.pathOf(at) && this.#entered.value !== this.valueOf(at);
  }

  /** What was typed into the cell that was entered becomes a step. */
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
    const placed = values.map(({ at, value }) => ({ path: this.pathOf(at), after: value }));
    this.history.add(this.#store.edit(placed));
    for (const { path, after } of placed) if (after !== null) this.#store.touch(path);
    this.#reenter();
  }

  /** @returns the first cell that changed back */
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

  /** Writes 0 into what is blank in a row; ticks and texts may stay blank. */
  fillZeros(row: number): void {
    const blanks = this.shape.leaves
      .map((leaf, column) => ({ leaf, at: { row, column } }))
      .filter(
        ({ leaf, at }) => /^(count|percent)$/.test(leaf.column.type) && this.isAsked(at) && this.valueOf(at) === null,
      );
    this.write(blanks.map(({ at }) => ({ at, value: 0 })));
    this.form.announce(this.form.strings.table.filled(blanks.length, this.table.rows[row]?.label ?? ''));
    // The button goes with what it was about.
    const [first] = blanks;
    if (first) this.form.reveal(this.pathOf(first.at));
  }

  paste(block: Block, at: Place): void {
    const { ticks } = this.form.strings.table;
    const placed = placeBlock(block, { table: this.table, shape: this.shape, range: this.rangeAt(at), ticks });
    this.write(placed.values);
    const doubtful = placed.values.filter(
      (each) => doubtOf(this.leafAt(each.at.column)?.column.type ?? 'text', each.value) !== null,
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

  /** A block as other programs take it, computed cells too. */
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
    const stored = column.sumOf
      ? numberIn(this.table, this.table.rows[at.row]!.id, column, this.#valueAt)
      : this.valueOf(at);
    const text = cellCodecs[column.type].edit(stored);
    return typeof stored === 'number' ? { text, exact: text } : { text };
  }

  /** True where what was pasted over a computed cell is what it shows. A blank one may be 0 elsewhere. */
  #isComputed({ row, column }: Place, text: string): boolean {
    const leaf = this.leafAt(column);
    if (!leaf) return false;
    const { rows } = this.table;
    const value =
      row === rows.length
        ? totalDown(this.table, leaf.column, this.#valueAt)
        : numberIn(this.table, rows[row]?.id ?? '', leaf.column, this.#valueAt);
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
    return this.#allCells().find((at) => this.pathOf(at) === first.path) ?? null;
  }

  #allCells(): Place[] {
    const to = { row: this.table.rows.length - 1, column: this.shape.leaves.length - 1 };
    return this.#cells({ from: { row: 0, column: 0 }, to });
  }

  /** The cell with the focus was written from elsewhere: what is typed next begins there. */
  #reenter(): void {
    if (this.#entered) this.#entered = { path: this.#entered.path, value: this.#valueAt(this.#entered.path) ?? null };
    this.refresh();
  }
}

/** The block around all these cells; one cell is no block. */
function boundsOf(places: readonly Place[]): Sheet['selection'] {
  if (places.length < 2) return null;
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  return {
    anchor: { row: Math.min(...rows), column: Math.min(...columns) },
    extent: { row: Math.max(...rows), column: Math.max(...columns) },
  };
}

/** How a total is written: of ticks there is a number of. */
export function numberType(type: CellType): 'count' | 'percent' {
  return type === 'percent' ? 'percent' : 'count';
}
