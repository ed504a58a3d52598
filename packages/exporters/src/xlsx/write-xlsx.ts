import writeExcelFile, { type CellObject, type Feature, type Sheet as LibrarySheet } from 'write-excel-file/universal';
import { repeatableZip } from '../docx/repeatable-zip.js';
import type { CellRole, Sheet, SheetCell, SheetRow, Workbook } from '../workbook.js';
import { OPEN_COLOUR, sheetFeature } from './sheet-feature.js';
import { rowHeights } from './row-heights.js';
import { withLists } from './with-lists.js';

/** Excel's own limit: characters in a cell (ECMA-376 part 1, 18.3.1.4 and Microsoft's specifications). */
export const MAX_CELL_LETTERS = 32_767;

/** Turns a workbook into an xlsx file. Equal input gives equal bytes. */
export async function writeXlsx(given: Workbook): Promise<Uint8Array> {
  const workbook = withLists(given);
  const features = [sheetFeature(workbook)] as Feature<Blob>[];
  const file = writeExcelFile(
    workbook.sheets.map(librarySheet) as LibrarySheet<never>[],
    {
      fontFamily: 'Times New Roman',
      fontSize: 12,
      features,
    } as never,
  );
  const bytes = new Uint8Array(await (await file.toBlob()).arrayBuffer());
  // Without this, spaces at the ends of a text are dropped by whoever reads it (XML 1.0, 2.10).
  const keepSpaces = (xml: string) => xml.replaceAll('<t>', '<t xml:space="preserve">');
  return repeatableZip(bytes, { title: workbook.title, edits: { 'xl/sharedStrings.xml': keepSpaces } });
}

function librarySheet(sheet: Sheet) {
  const { name, columns, rows, landscape, fixed } = sheet;
  const heights = rowHeights(sheet);
  return {
    sheet: name,
    columns: columns.map(({ letters }) => ({ width: letters })),
    data: rows.map(({ cells }, row) =>
      cells.map((cell, column) => libraryCell(cell, column === firstOf(cells) ? heights[row] : undefined)),
    ),
    ...(landscape && { orientation: 'landscape' }),
    ...(fixed && { stickyRowsCount: fixed.rows, stickyColumnsCount: fixed.columns }),
  };
}

/** The library takes the height of a row from any of its cells. */
const firstOf = (cells: SheetRow['cells']) => cells.findIndex((cell) => cell !== null);

function libraryCell(cell: SheetCell | null, height: number | undefined): CellObject | null {
  if (!cell) return null;
  const { role, across, down, align } = cell;
  return {
    ...content(cell),
    ...looks[role],
    ...(align && { align }),
    ...(across && across > 1 && { columnSpan: across }),
    ...(down && down > 1 && { rowSpan: down }),
    ...(height && { height }),
  } as CellObject;
}

/** Text is always said to be text: a phone number keeps its zero, and "=1+1" stays what was typed. */
function content({ value, formula, format }: SheetCell): object {
  if (formula !== undefined)
    return { value: formula, type: 'Formula', format: format === 'percent' ? '0.00%' : '#,##0' };
  if (format === 'count') return { value, type: Number, format: '#,##0' };
  if (format === 'tick') return { value, type: Number, format: '"X";;' };
  if (format === 'percent') return { value, type: Number, format: '0.00%' };
  if (format === 'day') {
    const date = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : null;
    return { value: date, type: Date, format: 'dd/mm/yyyy' };
  }
  return { value: value === null ? null : literal(String(value)), type: String, format: '@' };
}

/** `_x0041_` within a text would be read as the letter A (ECMA-376 part 1, 22.9.2.19). */
const literal = (text: string) => text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');

const line = { borderStyle: 'thin', borderColor: '#8a8a8a' } as const;
const looks: Readonly<Record<CellRole, object>> = {
  title: { fontWeight: 'bold', fontSize: 14, wrap: true, alignVertical: 'center' },
  note: { fontStyle: 'italic', wrap: true, alignVertical: 'top' },
  head: {
    ...line,
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#F1F1EE',
  },
  label: { ...line, wrap: true, alignVertical: 'center', backgroundColor: '#F8F8F6' },
  plain: { ...line, wrap: true, alignVertical: 'top' },
  open: { ...line, wrap: true, alignVertical: 'top', backgroundColor: OPEN_COLOUR },
  total: { ...line, fontWeight: 'bold', alignVertical: 'center', backgroundColor: '#F1F1EE' },
  id: { textColor: '#8a8a8a' },
};
