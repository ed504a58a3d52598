import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormContext } from '../../base/form-context.js';
import { cleanText } from '../../base/plain-text.js';
import { editCell, readCell } from './cell-type.js';
import { readBlock, writeBlock } from './clipboard-block.js';
import type { DataTable, ValueAt } from './data-table.js';
import type { Place } from './place-block.js';
import { Sheet } from './sheet.js';
import { leaveBox, onKey, type SheetPage } from './sheet-keys.js';
import { tableShape } from './table-shape.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * The tables of a page as spreadsheets: keys, pointer and clipboard of all their cells, caught where they pass. A cell
 * is the `td` with `data-at="<row>:<column>"` around a control.
 */
export class Sheets implements ReactiveController, SheetPage {
  readonly #host: Host;
  readonly #valueAt: ValueAt;
  #sheets = new Map<string, Sheet>();
  #dragging: { sheet: Sheet; anchor: Place } | null = null;

  constructor(host: Host, valueAt: ValueAt) {
    this.#host = host;
    this.#valueAt = valueAt;
    host.addController(this);
  }

  /** The sheet of a table, brought up to date. */
  of(form: FormContext, table: DataTable): Sheet {
    let sheet = this.#sheets.get(table.path);
    if (!sheet) {
      sheet = new Sheet(this.#valueAt, () => this.#host.requestUpdate());
      this.#sheets.set(table.path, sheet);
    }
    return Object.assign(sheet, { form, table, shape: tableShape(table) });
  }

  /** Another submission is shown: what was done to the one before cannot be undone here. */
  forget(): void {
    this.#sheets = new Map();
  }

  hostConnected(): void {
    // With the focus on a check box the browser tells the page of a copy or paste, not the box.
    for (const name of CLIPBOARD) document.addEventListener(name, this.#onClipboard);
    window.addEventListener('pointerup', this.#released);
  }

  hostDisconnected(): void {
    for (const name of CLIPBOARD) document.removeEventListener(name, this.#onClipboard);
    window.removeEventListener('pointerup', this.#released);
  }

  go(sheet: Sheet, to: Place): void {
    this.deselect(sheet);
    const control = this.#controlAt(sheet, to);
    control?.focus();
    if (control?.type === 'text') control.select();
    if (control && control === this.#active) this.#arrive(sheet, to, control);
  }

  stay(sheet: Sheet, at: Place): void {
    const control = this.#controlAt(sheet, at);
    if (!control) return;
    this.#leave(sheet, at, control);
    this.#arrive(sheet, at, control);
  }

  undo(sheet: Sheet): void {
    this.#goBack(sheet, sheet.undo());
  }

  redo(sheet: Sheet): void {
    this.#goBack(sheet, sheet.redo());
  }

  /** A button of undoing may be spent once it was pressed: the focus goes to what has changed. */
  #goBack(sheet: Sheet, to: Place | null): void {
    if (to) void this.#host.updateComplete.then(() => this.go(sheet, to));
  }

  select(sheet: Sheet, extent: Place, anchor: Place): void {
    const one = extent.row === anchor.row && extent.column === anchor.column;
    sheet.selection = one ? null : { anchor, extent };
    this.#mark(sheet);
    this.#cellAt(sheet, extent)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { from, to } = sheet.rangeAt(anchor);
    sheet.form.announce(sheet.form.strings.table.selected(to.row - from.row + 1, to.column - from.column + 1));
  }

  deselect(sheet: Sheet): void {
    if (!sheet.selection) return;
    sheet.selection = null;
    this.#mark(sheet);
  }

  /** Shows which cells are selected; the template leaves this attribute alone. */
  #mark(sheet: Sheet): void {
    const range = sheet.selection && sheet.rangeAt(sheet.selection.anchor);
    for (const cell of this.#tableOf(sheet)?.querySelectorAll<HTMLElement>('td[data-at]') ?? []) {
      const { row, column } = placeOf(cell);
      const inside =
        range !== null &&
        row >= range.from.row &&
        row <= range.to.row &&
        column >= range.from.column &&
        column <= range.to.column;
      cell.toggleAttribute('data-selected', inside);
    }
  }

  // --- events, as the table hands them over --------------------------------------------------------------------------

  readonly onKeydown = (event: KeyboardEvent): void => {
    const found = this.#find(event.target);
    if (found) onKey(event, found.sheet, found.at, this);
  };

  readonly onInput = (event: InputEvent): void => {
    const found = this.#find(event.target);
    const box = event.target as HTMLInputElement;
    if (!found || box.type !== 'text') return;
    this.deselect(found.sheet);
    // While a keyboard still composes a letter, writing into the box would break it.
    const clean = cleanText(box.value);
    if (!event.isComposing && clean !== box.value) box.value = clean;
    found.sheet.form.set(found.sheet.pathOf(found.at), readCell(typeAt(found), box.value));
  };

  readonly onChange = (event: Event): void => {
    const found = this.#find(event.target);
    const box = event.target as HTMLInputElement;
    if (found && box.type === 'checkbox') found.sheet.write([{ at: found.at, value: box.checked ? true : null }]);
  };

  readonly onFocusin = (event: FocusEvent): void => {
    const found = this.#find(event.target);
    if (!found) return;
    this.deselect(found.sheet);
    this.#arrive(found.sheet, found.at, event.target as HTMLInputElement);
  };

  readonly onFocusout = (event: FocusEvent): void => {
    const found = this.#find(event.target);
    if (!found) return;
    const { sheet, at } = found;
    this.#leave(sheet, at, event.target as HTMLInputElement);
    const next = this.#find(event.relatedTarget);
    if (next?.sheet === sheet && next.at.row === at.row) return;
    // Whoever goes to another window to copy something comes back to the same cells.
    if (next?.sheet !== sheet && document.hasFocus()) this.deselect(sheet);
    // A row begun and left is spoken of at once; a blank one never.
    if (sheet.shape.leaves.some((_, column) => sheet.valueOf({ row: at.row, column }) !== null)) {
      sheet.shape.leaves.forEach((_, column) => sheet.form.touch(sheet.pathOf({ row: at.row, column })));
    }
  };

  readonly onPointerdown = (event: PointerEvent): void => {
    const found = this.#find(event.target);
    if (!found || event.button !== 0) return;
    const { sheet, at } = found;
    const active = this.#find(this.#active);
    sheet.tabbedFrom = null;
    if (event.shiftKey && active?.sheet === sheet) {
      event.preventDefault();
      this.select(sheet, at, active.at);
      return;
    }
    this.deselect(sheet);
    if (event.pointerType === 'mouse') this.#dragging = { sheet, anchor: at };
  };

  readonly onPointerover = (event: PointerEvent): void => {
    const found = this.#find(event.target);
    if (!this.#dragging || !found || found.sheet !== this.#dragging.sheet) return;
    const { anchor } = this.#dragging;
    const moved = found.at.row !== anchor.row || found.at.column !== anchor.column;
    if (moved || found.sheet.selection) this.select(found.sheet, found.at, anchor);
  };

  /** All of a cell is selected on arrival: dragging it would carry its text away instead of selecting cells. */
  readonly onDragstart = (event: DragEvent): void => {
    event.preventDefault();
  };

  readonly #released = (): void => {
    this.#dragging = null;
  };

  readonly #onClipboard = (event: ClipboardEvent): void => {
    const found = this.#find(this.#active);
    const clipboard = event.clipboardData;
    if (!found || !clipboard || event.defaultPrevented) return;
    const { sheet, at } = found;
    const box = this.#active as HTMLInputElement;
    // Inside one box, part of its text is copied and pasted as everywhere.
    const insideText = sheet.selection === null && box.type === 'text' && !isWhole(box);
    if (event.type === 'paste') {
      const block = readBlock(clipboard.getData('text/plain'), clipboard.getData('text/html'));
      const single = block.rows.length === 1 && block.rows[0]?.length === 1;
      if (sheet.form.locked || block.rows.length === 0 || (single && insideText)) return;
      sheet.paste(block, at);
      this.#mark(sheet);
    } else {
      if (insideText) return;
      const { text, html } = writeBlock(sheet.copy(sheet.rangeAt(at)));
      clipboard.setData('text/plain', text);
      clipboard.setData('text/html', html);
      if (event.type === 'cut') sheet.clear(sheet.rangeAt(at));
    }
    event.preventDefault();
  };

  // --- where things are ----------------------------------------------------------------------------------------------

  /** What was typed becomes a step, and its findings may be shown. */
  #leave(sheet: Sheet, at: Place, control: HTMLInputElement): void {
    leaveBox(control, sheet, at);
    const written = sheet.isTyped(at) || sheet.valueOf(at) !== null;
    sheet.settle();
    if (written) sheet.form.touch(sheet.pathOf(at));
  }

  #arrive(sheet: Sheet, at: Place, control: HTMLInputElement): void {
    if (control.type === 'text' && !sheet.form.locked) {
      const type = typeAt({ sheet, at });
      const stored = readCell(type, control.value);
      if (typeof stored === 'number') control.value = editCell(type, stored);
      control.select();
    }
    sheet.enter(at);
    const where = this.#tableOf(sheet)?.closest('.named')?.querySelector('.where');
    if (where)
      where.textContent = [sheet.table.rows[at.row]?.label, ...(sheet.leafAt(at.column)?.words ?? [])].join(' · ');
  }

  #find(target: EventTarget | null): { sheet: Sheet; at: Place } | null {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-at]') : null;
    const sheet = this.#sheets.get(cell?.closest<HTMLElement>('[data-sheet]')?.dataset['sheet'] ?? '');
    if (!cell || !sheet) return null;
    const at = placeOf(cell);
    return { sheet, at };
  }

  get #active(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }

  #tableOf({ table }: Sheet): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector(`[data-sheet="${CSS.escape(table.path)}"]`) ?? null;
  }

  #cellAt(sheet: Sheet, { row, column }: Place): HTMLElement | null {
    return this.#tableOf(sheet)?.querySelector(`td[data-at="${row}:${column}"]`) ?? null;
  }

  #controlAt(sheet: Sheet, at: Place): HTMLInputElement | null {
    return this.#cellAt(sheet, at)?.querySelector('input') ?? null;
  }
}

const CLIPBOARD = ['copy', 'cut', 'paste'] as const;

function placeOf(cell: HTMLElement): Place {
  const [row = 0, column = 0] = cell.dataset['at']?.split(':').map(Number) ?? [];
  return { row, column };
}

function typeAt({ sheet, at }: { sheet: Sheet; at: Place }): 'count' | 'percent' | 'text' | 'tick' {
  return sheet.leafAt(at.column)?.column.type ?? 'text';
}

function isWhole(box: HTMLInputElement): boolean {
  return box.selectionStart === 0 && box.selectionEnd === box.value.length;
}
