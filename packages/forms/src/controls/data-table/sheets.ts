import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { stepsOf } from '@kl01/rules';
import type { FormContext } from '../../state/form-context.js';
import type { FormStore } from '../../state/store.js';
import { cleanPasted } from '../clean-pasted.js';
import { storedFrom } from '../codec.js';
import { cellCodec, type CellKind } from './cell-type.js';
import type { DataTable } from './data-table.js';
import { isSamePlace, type Place } from './place-block.js';
import { Sheet } from './sheet.js';
import { SheetClipboard } from './sheet-clipboard.js';
import { leaveBox, onKey, type SheetPage } from './sheet-keys.js';
import { SheetPlaces } from './sheet-places.js';
import { SheetPointer } from './sheet-pointer.js';
import { tableShape } from './table-shape.js';

type Host = ReactiveControllerHost & HTMLElement;

/** The tables of a page as spreadsheets: navigation, typing, keys, pointer and clipboard for all of them. */
export class Sheets implements ReactiveController, SheetPage {
  readonly #host: Host;
  readonly #store: FormStore;
  #sheets = new Map<string, Sheet>();
  readonly #places: SheetPlaces;
  readonly #clipboard: SheetClipboard;
  readonly pointer: SheetPointer;

  constructor(host: Host, store: FormStore) {
    this.#host = host;
    this.#store = store;
    // Another submission is shown: changes to the previous one cannot be undone here.
    store.subscribe((news) => {
      if (news === 'shown') this.#sheets = new Map();
    });
    this.#places = new SheetPlaces(host, () => this.#sheets);
    this.#clipboard = new SheetClipboard(this.#places);
    this.pointer = new SheetPointer(this.#places, this);
    host.addController(this);
  }

  /** The sheet of a table, updated. */
  of(form: FormContext, table: DataTable): Sheet {
    let sheet = this.#sheets.get(table.path);
    if (!sheet) {
      sheet = new Sheet(this.#store, () => this.#host.requestUpdate());
      this.#sheets.set(table.path, sheet);
    }
    return Object.assign(sheet, { form, table, shape: tableShape(table) });
  }

  hostConnected(): void {
    this.#clipboard.connect();
    this.pointer.connect();
  }

  hostDisconnected(): void {
    this.#clipboard.disconnect();
    this.pointer.disconnect();
  }

  go(sheet: Sheet, to: Place): void {
    this.deselect(sheet);
    if (sheet.turnTo(to.row)) {
      void this.#host.updateComplete.then(() => this.go(sheet, to));
      return;
    }
    const control = this.#places.controlAt(sheet, to);
    control?.focus({ preventScroll: true });
    this.#places.scrollTo(sheet, to);
    if (control && control === this.#places.active) this.#arrive(sheet, to, control);
  }

  stay(sheet: Sheet, at: Place): void {
    const control = this.#places.controlAt(sheet, at);
    if (!control) return;
    this.#leave(sheet, at, control);
    this.#arrive(sheet, at, control);
  }

  /** Shows the page that holds the cell of a path. */
  turnTo(path: string): void {
    for (const sheet of this.#sheets.values()) {
      const [table, row] = [sheet.table.path, stepsOf(path)[2]];
      if (row !== undefined && path.startsWith(`${table}/`)) sheet.turnTo(Number(row));
    }
  }

  undo(sheet: Sheet): void {
    this.#goBack(sheet, sheet.undo());
  }

  redo(sheet: Sheet): void {
    this.#goBack(sheet, sheet.redo());
  }

  /** An undo button may become disabled when pressed, so the focus moves to what has changed. */
  #goBack(sheet: Sheet, to: Place | null): void {
    if (to) void this.#host.updateComplete.then(() => this.go(sheet, to));
  }

  select(sheet: Sheet, extent: Place, anchor: Place): void {
    sheet.selection = isSamePlace(extent, anchor) ? null : { anchor, extent };
    this.#places.mark(sheet);
    this.#places.scrollTo(sheet, extent);
    const { from, to } = sheet.rangeAt(anchor);
    sheet.form.announce(sheet.form.strings.table.selected(to.row - from.row + 1, to.column - from.column + 1));
  }

  deselect(sheet: Sheet): void {
    if (!sheet.selection) return;
    sheet.selection = null;
    this.#places.mark(sheet);
  }

  // --- events, as forwarded by the table -----------------------------------------------------------------------------

  readonly onKeydown = (event: KeyboardEvent): void => {
    const found = this.#places.find(event.target);
    if (found) onKey(event, found.sheet, found.at, this);
  };

  readonly onInput = (event: InputEvent): void => {
    const found = this.#places.find(event.target);
    const box = event.target as HTMLInputElement;
    if (!found || box.type !== 'text') return;
    this.deselect(found.sheet);
    cleanPasted(event, box);
    const reading = cellCodec(kindAt(found)).read(box.value);
    found.sheet.set(found.at, storedFrom(reading, box.value));
  };

  readonly onChange = (event: Event): void => {
    const found = this.#places.find(event.target);
    const box = event.target as HTMLInputElement;
    if (found && box.type === 'checkbox') found.sheet.write([{ at: found.at, value: box.checked ? true : null }]);
  };

  readonly onFocusin = (event: FocusEvent): void => {
    const found = this.#places.find(event.target);
    if (!found) return;
    this.deselect(found.sheet);
    this.#arrive(found.sheet, found.at, event.target as HTMLInputElement);
  };

  readonly onFocusout = (event: FocusEvent): void => {
    const found = this.#places.find(event.target);
    if (!found) return;
    const { sheet, at } = found;
    this.#leave(sheet, at, event.target as HTMLInputElement);
    const next = this.#places.find(event.relatedTarget);
    if (next?.sheet === sheet && next.at.row === at.row) return;
    // Keeps the selection while the officer switches to another window, for example to copy something.
    if (next?.sheet !== sheet && document.hasFocus()) this.deselect(sheet);
    // Findings of a row are shown as soon as it is left, unless it is blank.
    if (sheet.shape.leaves.some((_, column) => sheet.valueOf({ row: at.row, column }) !== null)) {
      sheet.shape.leaves.forEach((_, column) => sheet.form.touch(sheet.pathOf({ row: at.row, column })));
    }
  };

  /** Records what was typed as a step; its findings may now be shown. */
  #leave(sheet: Sheet, at: Place, control: HTMLInputElement): void {
    leaveBox(control, sheet, at);
    const written = sheet.isTyped(at) || sheet.valueOf(at) !== null;
    sheet.settle();
    if (written) sheet.form.touch(sheet.pathOf(at));
  }

  #arrive(sheet: Sheet, at: Place, control: HTMLInputElement): void {
    if (control.type === 'text') {
      const stored = sheet.valueOf(at);
      if (typeof stored === 'number' && !sheet.form.locked)
        control.value = cellCodec(kindAt({ sheet, at })).edit(stored);
      // Not `select()`: Firefox then scrolls to the caret a moment later, leaving half the cell under the row header.
      control.setSelectionRange(0, control.value.length);
    }
    sheet.enter(at);
    this.#places.sayWhere(sheet, at);
  }
}

function kindAt({ sheet, at }: { sheet: Sheet; at: Place }): CellKind {
  return sheet.leafAt(at.column)?.column ?? { type: 'text' };
}
