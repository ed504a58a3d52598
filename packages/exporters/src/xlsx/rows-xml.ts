import { escapeMarkup } from '../text/escape-markup.js';
import { columnName, type SheetCell, type SheetRow } from '../model/workbook.js';
import type { CellStyles } from './cell-styles.js';
import type { SharedStrings } from './shared-strings.js';

interface RowsContext {
  readonly styles: CellStyles;
  readonly strings: SharedStrings;
  /** in points */
  readonly heights: readonly number[];
  /** receives the ranges of merged cells */
  readonly merged: string[];
}

/** A column covered by a merged cell: its style, and the number of rows left. */
interface Covered {
  readonly style: number;
  rows: number;
}

/** The rows of a sheet, one at a time (ECMA-376 part 1, 18.3.1.73). */
export function* rowsXml(
  rows: readonly SheetRow[],
  { styles, strings, heights, merged }: RowsContext,
): Generator<string> {
  const covered: (Covered | undefined)[] = [];
  const names: string[] = [];
  for (const [row, { cells, hidden }] of rows.entries()) {
    const number = row + 1;
    let xml = `<row r="${number}" ht="${heights[row]}" customHeight="1"${hidden ? ' hidden="1"' : ''}>`;
    for (let column = 0; column < cells.length || column < covered.length; column++) {
      const cell = cells[column];
      const above = covered[column];
      if (!cell && !above) continue;
      const reference = `${(names[column] ??= columnName(column))}${number}`;
      if (!cell) {
        // Programs draw the border of a merged cell from the styles of all cells under it.
        xml += `<c r="${reference}" s="${above!.style}"/>`;
      } else {
        const style = styles.numberOf(cell);
        xml += `<c r="${reference}" s="${style}"${contentOf(cell, strings)}`;
        const { across = 1, down = 1 } = cell;
        if (across > 1 || down > 1) {
          merged.push(`<mergeCell ref="${reference}:${columnName(column + across - 1)}${row + down}"/>`);
          for (let under = column; under < column + across; under++) covered[under] = { style, rows: down };
        }
      }
      const cover = covered[column];
      if (cover && --cover.rows === 0) covered[column] = undefined;
    }
    yield `${xml}</row>`;
  }
}

/**
 * The rest of a cell's element. Text is always typed as text: phone numbers keep their zero, and "=1+1" stays as typed.
 */
function contentOf({ value, formula, format = 'text' }: SheetCell, strings: SharedStrings): string {
  if (formula !== undefined) return formulaXml(formula, value);
  if (value === null || value === '') return '/>';
  if (typeof value === 'number' && format !== 'text') return `><v>${value}</v></c>`;
  const serial = format === 'day' ? serialOf(String(value)) : null;
  if (serial !== null) return `><v>${serial}</v></c>`;
  return ` t="s"><v>${strings.placeOf(String(value))}</v></c>`;
}

/** Includes the known result, even if blank, for programs that show a file without computing. */
function formulaXml(formula: string, value: SheetCell['value']): string {
  const text = `<f>${escapeMarkup(formula)}</f>`;
  return typeof value === 'number'
    ? `>${text}<v>${value}</v></c>`
    : ` t="str">${text}<v>${escapeMarkup(value ?? '')}</v></c>`;
}

/**
 * Serial dates of spreadsheets, with 1 January 1900 as 1 (18.17.4.1). Null before March of that year: programs treat
 * 1900 as a leap year and have no earlier dates.
 */
function serialOf(day: string): number | null {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  return serial >= 61 ? serial : null;
}
