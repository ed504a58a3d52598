import { normalized } from '@kl01/rules/reading';
import { withoutEnding } from '../text/without-ending.js';

/**
 * A workbook as plain data: cell values and which cells can be edited. It is independent of formats and directives;
 * writers (`xlsx/`, `csv/`) turn it into bytes. Rows and columns count from 0.
 */
export interface Workbook {
  /** title in the file's properties */
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** at most 31 characters, none of `[ ] : * ? / \`, unique (`sheetName`) */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly landscape?: boolean;
  /** hidden but present in the file */
  readonly hidden?: boolean;
  /** only cells with the role `open` can be edited */
  readonly locked?: boolean;
  /** frozen rows and columns; `headRows` repeat on every printed page */
  readonly fixed?: { readonly rows: number; readonly columns: number; readonly headRows: RowRange };
  /** row ranges to keep on one printed page if they fit, from top to bottom */
  readonly blocks?: readonly RowRange[];
  readonly limits?: readonly CellLimit[];
}

export type RowRange = readonly [first: number, last: number];

export interface SheetColumn {
  /** width in characters */
  readonly letters: number;
  readonly hidden?: boolean;
}

export interface SheetRow {
  readonly cells: readonly (SheetCell | null)[];
  readonly hidden?: boolean;
}

export interface SheetCell {
  /** a date is `YYYY-MM-DD` with the format `day`; null: empty so far */
  readonly value: CellValue;
  /** formula without `=`, such as `SUM(C6:C8)`; `value` is its current result */
  readonly formula?: string;
  readonly role: CellRole;
  /** default: text */
  readonly format?: CellFormat;
  /** column and row spans; default: 1 */
  readonly across?: number;
  readonly down?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type CellValue = string | number | null;
export type CellRole = 'title' | 'note' | 'head' | 'label' | 'plain' | 'open' | 'total' | 'id';
/**
 * `number`: as it is, without a separator of thousands; `percent`: a fraction, 0.975 is shown as 97,50 %; `tick`: 1 is shown as X and 0 as empty, so that ticks can be summed
 */
export type CellFormat = 'text' | 'count' | 'number' | 'percent' | 'day' | 'tick';

/** Accepted values of a cell range: an item of a list, or a number that is not negative. */
export interface CellLimit {
  readonly rows: RowRange;
  readonly column: number;
  readonly takes: { readonly list: readonly string[] } | 'count' | 'decimal' | 'percent';
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
 * A sheet name that spreadsheet programs accept, not in `taken`, to which it is added. Names that differ only in case,
 * spaces or Unicode normalization count as equal.
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

/**
 * Excel reserves this name for the change history of shared workbooks and reports a file with such a sheet as damaged.
 */
const RESERVED = 'history';
/** Invalid at the end of a shortened name: half of a surrogate pair, a quote, a space. */
const HALF_OR_QUOTE = /[\ud800-\udbff'\s]/;
