import { normalized } from '@kl01/rules/reading';
import { withoutEnding } from '../text/without-ending.js';

/**
 * A workbook as plain data: what stands in which cell and what may be changed. It names neither a format nor a
 * directive; a writer (`xlsx/`, `csv/`) turns it into bytes. Rows and columns count from 0.
 */
export interface Workbook {
  /** name in the file's properties */
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** at most 31 letters, none of `[ ] : * ? / \`, no two alike (`sheetName`) */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly landscape?: boolean;
  /** not shown, though still there */
  readonly hidden?: boolean;
  /** only cells of the role `open` can be changed */
  readonly locked?: boolean;
  /** rows and columns that stay in sight; `headRows` are repeated on every printed page */
  readonly fixed?: { readonly rows: number; readonly columns: number; readonly headRows: RowRange };
  /** runs of rows that stand on one printed page where they fit on one, from top to bottom */
  readonly blocks?: readonly RowRange[];
  readonly limits?: readonly CellLimit[];
}

export type RowRange = readonly [first: number, last: number];

export interface SheetColumn {
  /** width in letters */
  readonly letters: number;
  readonly hidden?: boolean;
}

export interface SheetRow {
  readonly cells: readonly (SheetCell | null)[];
  readonly hidden?: boolean;
}

export interface SheetCell {
  /** a day is `YYYY-MM-DD` together with the format `day`; null: nothing stands there yet */
  readonly value: CellValue;
  /** computed by the program that opens the file, without `=`, such as `SUM(C6:C8)`; `value` is what it gives now */
  readonly formula?: string;
  readonly role: CellRole;
  /** how it is shown; text where left out */
  readonly format?: CellFormat;
  /** columns and rows covered, 1 when left out */
  readonly across?: number;
  readonly down?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type CellValue = string | number | null;
export type CellRole = 'title' | 'note' | 'head' | 'label' | 'plain' | 'open' | 'total' | 'id';
/** `percent`: a fraction, 0.975 is shown as 97,50 %; `tick`: 1 is shown as X and 0 as nothing, so that they can be added up */
export type CellFormat = 'text' | 'count' | 'percent' | 'day' | 'tick';

/** What a range of cells takes: one of a list, or a number that is not negative. */
export interface CellLimit {
  readonly rows: RowRange;
  readonly column: number;
  readonly takes: { readonly list: readonly string[] } | 'count' | 'percent';
}

/** `0, 0` → `A1` */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `0` → `A`, `26` → `AA` */
export function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return `${before >= 0 ? columnName(before) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/**
 * A name that spreadsheet programs accept, unlike any in `taken`, to which it is added. Two names are alike where only case,
 * spaces, or the way in which letters with marks are stored differ.
 */
export function sheetName(wanted: string, taken: Set<string>): string {
  const allowed = normalized(wanted)
    .replace(/[[\]:*?/\\\s\p{C}]+/gu, ' ')
    .replace(/^['\s]+/, '');
  for (let copy = 1; ; copy++) {
    const end = copy === 1 ? '' : ` (${copy})`;
    const begin = withoutEnding(allowed.slice(0, 31 - end.length), HALF_OR_QUOTE);
    const name = `${begin || '–'}${end}`;
    const told = name.toLocaleLowerCase('vi');
    if (told === RESERVED || taken.has(told)) continue;
    taken.add(told);
    return name;
  }
}

/** Excel keeps this name for the changes of shared workbooks, and calls a file damaged that has such a sheet. */
const RESERVED = 'history';
/** What a name cut short may not end with: half of a letter of two parts, a quote, a space. */
const HALF_OR_QUOTE = /[\ud800-\udbff'\s]/;
