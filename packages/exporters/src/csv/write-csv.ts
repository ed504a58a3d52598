import type { CellValue, Sheet, SheetCell, Workbook } from '../model/workbook.js';

/** UTF-8 by its mark: without it Excel reads the bytes in the machine's own encoding. */
const MARK_OF_UTF8 = '\ufeff';
const END_OF_LINE = '\r\n';

/**
 * Turns the shown sheets of a workbook into comma-separated values (RFC 4180), one below the other with a blank line
 * between. Of a formula what it gives now; a text that a program would take for one gets a quote before it.
 *
 * @returns `guarded`: how many texts got a quote
 */
export function writeCsv({ sheets }: Workbook): { bytes: Uint8Array; guarded: number } {
  let guarded = 0;
  const cell = (given: SheetCell | null): string => {
    const text = textOf(given?.value ?? null);
    const risky = typeof given?.value === 'string' && /^[=+\-@\t]/.test(text);
    if (risky) guarded++;
    return quoted(risky ? `'${text}` : text);
  };
  const table = ({ rows, columns }: Sheet) => {
    const shown = [...columns.keys()].filter((column) => !columns[column]?.hidden);
    // As many fields in every line (RFC 4180, 2.4), or strict readers refuse those below a title; blank lines stay blank.
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

const textOf = (value: CellValue) => (value === null ? '' : String(value));

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
