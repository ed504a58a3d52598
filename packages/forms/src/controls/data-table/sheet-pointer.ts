import { isSamePlace, type Place } from './place-block.js';
import type { Sheet } from './sheet.js';
import type { SheetPage } from './sheet-keys.js';
import type { SheetPlaces } from './sheet-places.js';

/** The pointer in a sheet: dragging over cells selects them, and so does a press with Shift. */
export class SheetPointer {
  readonly #places: SheetPlaces;
  readonly #page: SheetPage;
  #dragging: { sheet: Sheet; anchor: Place } | null = null;

  constructor(places: SheetPlaces, page: SheetPage) {
    this.#places = places;
    this.#page = page;
  }

  /** The button may be let go anywhere. */
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

  /** Firefox sends every move of a drag that began in a box to that box: where the pointer is says the cell alone. */
  readonly onMove = ({ clientX, clientY }: PointerEvent): void => {
    if (!this.#dragging) return;
    const { sheet, anchor } = this.#dragging;
    const found = this.#places.findAt(clientX, clientY);
    if (found?.sheet !== sheet || isSamePlace(found.at, sheet.selection?.extent ?? anchor)) return;
    this.#page.select(sheet, found.at, anchor);
  };

  /** All of a cell is selected on arrival: dragging it would carry its text away instead of selecting cells. */
  readonly onDragstart = (event: DragEvent): void => {
    event.preventDefault();
  };

  readonly #released = (): void => {
    this.#dragging = null;
  };
}
