import type { Place } from './place-block.js';
import type { Sheet } from './sheet.js';

/** Locates the cells of sheets in the page: a cell is the `td` with `data-at="<row>:<column>"` around a control. */
export class SheetPlaces {
  readonly #host: HTMLElement;
  readonly #sheets: () => ReadonlyMap<string, Sheet>;

  constructor(host: HTMLElement, sheets: () => ReadonlyMap<string, Sheet>) {
    this.#host = host;
    this.#sheets = sheets;
  }

  /** The cell around an event's target. */
  find(target: EventTarget | null): { sheet: Sheet; at: Place } | null {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-at]') : null;
    const sheet = this.#sheets().get(cell?.closest<HTMLElement>('[data-sheet]')?.dataset['sheet'] ?? '');
    return cell && sheet ? { sheet, at: placeOf(cell) } : null;
  }

  /** The cell at a point of the viewport. */
  findAt(x: number, y: number): { sheet: Sheet; at: Place } | null {
    return this.find(this.#host.shadowRoot?.elementFromPoint(x, y) ?? null);
  }

  get active(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }

  controlAt(sheet: Sheet, at: Place): HTMLInputElement | null {
    return this.#cellAt(sheet, at)?.querySelector('input') ?? null;
  }

  scrollTo(sheet: Sheet, at: Place): void {
    this.#cellAt(sheet, at)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Marks the selected cells; the template does not set this attribute. */
  mark(sheet: Sheet): void {
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

  /** Shows the current position above the table, whose headers may be scrolled out of view. */
  sayWhere(sheet: Sheet, at: Place): void {
    const where = this.#tableOf(sheet)?.closest('.named')?.querySelector('.where');
    if (!where) return;
    where.textContent = [sheet.table.rows[at.row]?.label, ...(sheet.leafAt(at.column)?.words ?? [])].join(' · ');
  }

  #tableOf({ table }: Sheet): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector(`[data-sheet="${CSS.escape(table.path)}"]`) ?? null;
  }

  #cellAt(sheet: Sheet, { row, column }: Place): HTMLElement | null {
    return this.#tableOf(sheet)?.querySelector(`td[data-at="${row}:${column}"]`) ?? null;
  }
}

function placeOf(cell: HTMLElement): Place {
  const [row = 0, column = 0] = cell.dataset['at']?.split(':').map(Number) ?? [];
  return { row, column };
}
