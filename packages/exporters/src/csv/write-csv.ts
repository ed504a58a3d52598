import type { Sheet, SheetCell, Workbook } from '../model/workbook.js';

/** UTF-8 byte order mark: without it, Excel uses the system encoding. */
const MARK_OF_UTF8 = '\ufeff';
const END_OF_LINE = '\r\n';

/**
 * Writes the visible sheets of a workbook as comma-separated values (RFC 4180), separated by blank lines. Formulas are
 * written as their current results; a text that a program would take for a formula is prefixed with a quote.
 *
 * @returns `guarded`: the number of texts prefixed with a quote
 */
export function writeCsv({ sheets }: Workbook): { bytes: Uint8Array; guarded: number } {
  let guarded = 0;
  const cell = (given: SheetCell | null): string => {
    const text = given ? textOf(given) : '';
    const risky = typeof given?.value === 'string' && /^[=+\-@\t]/.test(text);
    if (risky) guarded++;
    return quoted(risky ? `'${text}` : text);
  };
  const table = ({ rows, columns }: Sheet) => {
    const shown = [...columns.keys()].filter((column) => !columns[column]?.hidden);
    // The same number of fields in every line (RFC 4180, 2.4), or strict readers reject those below a title; blank
    // lines stay blank.
    const line = (cells: Sheet['rows'][number]['cells']) =>
      cells.length === 0 ? '' : shown.map((column) => cell(cells[column] ?? null)).join(',');
    return rows
      .filter(({ hidden }) => !hidden)
      .map(({ cells }) => line(cells) + END_OF_LINE)
      .join('');
  };
  const text = sheets
    .filter(({ hidden }) => !hidden)
    .map(table)
    .join(END_OF_LINE);
  return { bytes: new TextEncoder().encode(MARK_OF_UTF8 + text), guarded };
}

/**
 * As the cell shows it: `97,5%`, `7,5`. A number with a point would be one of thousands for a spreadsheet with Vietnamese
 * settings, a share as a fraction a hundred times too small for whoever reads it.
 */
function textOf({ value, format }: SheetCell): string {
  if (value === null) return '';
  if (typeof value !== 'number') return value;
  const shown = format === 'percent' ? `${Number((value * 100).toFixed(6))}%` : String(value);
  return shown.replace('.', ',');
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
