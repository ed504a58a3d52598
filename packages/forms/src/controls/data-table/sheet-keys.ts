import { storedFrom } from '../codec.js';
import { cellCodec } from './cell-type.js';
import type { Place } from './place-block.js';
import type { Sheet } from './sheet.js';

/** The page side of a sheet: finds the control of a cell and moves there. */
export interface SheetPage {
  go(sheet: Sheet, to: Place): void;
  /** stores what was typed, without moving */
  stay(sheet: Sheet, at: Place): void;
  select(sheet: Sheet, extent: Place, anchor: Place): void;
  deselect(sheet: Sheet): void;
}

/**
 * Keys as in a spreadsheet. In a text box, arrows, Home and End stay inside until the caret is at its edge or
 * everything is selected, as it is on arrival; Ctrl+Z first undoes typing in the box, as the browser does.
 */
export function onKey(event: KeyboardEvent, sheet: Sheet, at: Place, page: SheetPage): void {
  const box = event.target as HTMLInputElement;
  if (event.isComposing || event.altKey) return;
  const handled =
    event.ctrlKey || event.metaKey
      ? onControlKey(event, box, sheet, at, page)
      : onPlainKey(event, box, sheet, at, page);
  if (!handled) return;
  event.preventDefault();
  event.stopPropagation();
}

function onControlKey(event: KeyboardEvent, box: HTMLInputElement, sheet: Sheet, at: Place, page: SheetPage): boolean {
  const last = { row: sheet.table.rows.length - 1, column: sheet.shape.leaves.length - 1 };
  switch (event.key.toLowerCase()) {
    case 'home':
      return move(sheet, page, nearestAsked(sheet, { row: 0, column: 0 }, 0, 1));
    case 'end':
      return move(sheet, page, nearestAsked(sheet, last, 0, -1));
    case 'a':
      if (box.type === 'text' && !isAllSelected(box)) return false;
      page.select(sheet, last, { row: 0, column: 0 });
      return true;
    case 'z':
      if (!event.shiftKey && box.type === 'text' && sheet.isTyped(at)) return false;
      return move(sheet, page, event.shiftKey ? sheet.redo() : sheet.undo());
    case 'y':
      return move(sheet, page, sheet.redo());
    default:
      return false;
  }
}

function onPlainKey(event: KeyboardEvent, box: HTMLInputElement, sheet: Sheet, at: Place, page: SheetPage): boolean {
  const { key, shiftKey } = event;
  const [down, across] = ARROWS[key] ?? [0, 0];
  if (down !== 0 || across !== 0) {
    if (across !== 0 && !sheet.selection && !isAtEdge(box, across)) return false;
    if (!shiftKey)
      return move(sheet, page, nearestAsked(sheet, { row: at.row + down, column: at.column + across }, down, across));
    const extent = sheet.selection?.extent ?? at;
    const to = { row: extent.row + down, column: extent.column + across };
    if (isInside(sheet, to)) page.select(sheet, to, sheet.selection?.anchor ?? at);
    return true;
  }
  switch (key) {
    case 'Enter':
      return enter(sheet, page, at, shiftKey ? -1 : 1);
    case 'Tab':
      // The browser moves to the next cell; Enter returns to the column where Tab was first pressed.
      sheet.tabbedFrom ??= at.column;
      page.deselect(sheet);
      return false;
    case 'Home':
    case 'End': {
      const across = key === 'Home' ? 1 : -1;
      if (shiftKey || !isAtEdge(box, -across)) return false;
      const column = key === 'Home' ? 0 : sheet.shape.leaves.length - 1;
      return move(sheet, page, nearestAsked(sheet, { row: at.row, column }, 0, across));
    }
    case 'Escape':
      if (!sheet.selection) return false;
      page.deselect(sheet);
      return true;
    case 'F2':
      box.setSelectionRange?.(box.value.length, box.value.length);
      return true;
    case 'Delete':
    case 'Backspace':
      if (sheet.selection) sheet.clear(sheet.rangeAt(at));
      else if (box.type === 'checkbox') sheet.write([{ at, value: null }]);
      else return false;
      return true;
    case 'x':
    case 'X':
      if (box.type !== 'checkbox') return false;
      sheet.write([{ at, value: true }]);
      return true;
    default:
      return false;
  }
}

const ARROWS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function enter(sheet: Sheet, page: SheetPage, at: Place, down: number): boolean {
  const column = sheet.tabbedFrom ?? at.column;
  const to = { row: at.row + down, column };
  if (isInside(sheet, to)) return move(sheet, page, to);
  page.stay(sheet, at);
  return true;
}

function move(sheet: Sheet, page: SheetPage, to: Place | null): boolean {
  sheet.tabbedFrom = null;
  if (to) page.go(sheet, to);
  return true;
}

/** The cell to fill in at a place, or the next one from there in a direction; computed cells are skipped. */
function nearestAsked(sheet: Sheet, from: Place, down: number, across: number): Place | null {
  let at = from;
  while (isInside(sheet, at) && !sheet.isAsked(at)) at = { row: at.row + down, column: at.column + across };
  return isInside(sheet, at) ? at : null;
}

function isInside({ table, shape }: Sheet, { row, column }: Place): boolean {
  return row >= 0 && row < table.rows.length && column >= 0 && column < shape.leaves.length;
}

function isAllSelected({ value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
  return value === '' || (selectionStart === 0 && selectionEnd === value.length);
}

/** Whether an arrow key would not move the caret within the box. */
function isAtEdge(box: HTMLInputElement, across: number): boolean {
  if (box.type !== 'text' || isAllSelected(box)) return true;
  if (box.selectionStart !== box.selectionEnd) return false;
  return across < 0 ? box.selectionStart === 0 : box.selectionEnd === box.value.length;
}

/** Stores what was typed into a box, and shows it as understood. */
export function leaveBox(box: HTMLInputElement, sheet: Sheet, at: Place): void {
  const column = sheet.leafAt(at.column)?.column;
  if (column === undefined || column.type === 'yes-no') return;
  // Passing through a cell does not settle a doubtful pasted value.
  if (box.value === sheet.valueOf(at)) return;
  const { read, show } = cellCodec(column);
  const stored = storedFrom(read(box.value), box.value);
  if (box.value !== '') box.value = show(stored);
  sheet.set(at, stored);
}
