import { isSamePlace, type Place } from './place-block.js';
import type { Sheet } from './sheet.js';
import type { SheetPage } from './sheet-keys.js';
import type { SheetPlaces } from './sheet-places.js';

/** Pointer input in a sheet: dragging over cells selects them, and so does Shift + press. */
export class SheetPointer {
  readonly #places: SheetPlaces;
  readonly #page: SheetPage;
  #dragging: { sheet: Sheet; anchor: Place } | null = null;

  constructor(places: SheetPlaces, page: SheetPage) {
    this.#places = places;
    this.#page = page;
  }

  /** The pointer may be released anywhere. */
  connect(): void {
    window.addEventListener('pointerup', this.#released);
  }

  disconnect(): void {
    window.removeEventListener('pointerup', this.#released);
  }

  readonly onDown = (event: PointerEvent): void => {
    const found = this.#places.find(event.target);
    if (!found || event.button !== 0) return;
    const { sheet, at } = found;
    const active = this.#places.find(this.#places.active);
    sheet.tabbedFrom = null;
    if (event.shiftKey && active?.sheet === sheet) {
      event.preventDefault();
      this.#page.select(sheet, at, active.at);
      return;
    }
    this.#page.deselect(sheet);
    if (event.pointerType === 'mouse') this.#dragging = { sheet, anchor: at };
  };

  /** Firefox targets every move of a drag at the box where it began, so the cell is found by the pointer's position. */
  readonly onMove = ({ clientX, clientY }: PointerEvent): void => {
    if (!this.#dragging) return;
    const { sheet, anchor } = this.#dragging;
    const found = this.#places.findAt(clientX, clientY);
    if (found?.sheet !== sheet || isSamePlace(found.at, sheet.selection?.extent ?? anchor)) return;
    this.#page.select(sheet, found.at, anchor);
  };

  /** A cell's text is selected on arrival, so dragging would move the text instead of selecting cells. */
  readonly onDragstart = (event: DragEvent): void => {
    event.preventDefault();
  };

  readonly #released = (): void => {
    this.#dragging = null;
  };
}
