import { pasteIntoText } from '../paste-into-text.js';
import { readBlock, writeBlock } from './clipboard-block.js';
import type { SheetPlaces } from './sheet-places.js';

/** Copy, cut and paste of blocks of cells, rather than of one box's text, while a cell of a sheet has the focus. */
export class SheetClipboard {
  readonly #places: SheetPlaces;

  constructor(places: SheetPlaces) {
    this.#places = places;
  }

  /** If a checkbox has the focus, browsers fire copy and paste on the page, not on the checkbox. */
  connect(): void {
    for (const name of EVENTS) document.addEventListener(name, this.#handle);
  }

  disconnect(): void {
    for (const name of EVENTS) document.removeEventListener(name, this.#handle);
  }

  readonly #handle = (event: ClipboardEvent): void => {
    const found = this.#places.find(this.#places.active);
    const clipboard = event.clipboardData;
    if (!found || !clipboard || event.defaultPrevented) return;
    const { sheet, at } = found;
    const box = this.#places.active as HTMLInputElement;
    // Within one box, partial text is copied and pasted as usual.
    const insideText = sheet.selection === null && box.type === 'text' && !isWhole(box);
    if (event.type === 'paste') {
      const block = readBlock(clipboard.getData('text/plain'), clipboard.getData('text/html'));
      const single = block.rows.length === 1 && block.rows[0]?.length === 1;
      if (sheet.form.locked || block.rows.length === 0) return;
      if (single && insideText) return pasteIntoText(event, box);
      sheet.paste(block, at);
      this.#places.mark(sheet);
    } else {
      if (insideText) return;
      const { text, html } = writeBlock(sheet.copy(sheet.rangeAt(at)));
      clipboard.setData('text/plain', text);
      clipboard.setData('text/html', html);
      if (event.type === 'cut') sheet.clear(sheet.rangeAt(at));
    }
    event.preventDefault();
  };
}

const EVENTS = ['copy', 'cut', 'paste'] as const;

function isWhole(box: HTMLInputElement): boolean {
  return box.selectionStart === 0 && box.selectionEnd === box.value.length;
}
