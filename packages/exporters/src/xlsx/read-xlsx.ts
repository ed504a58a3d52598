import readExcelFile from 'read-excel-file/universal';
import { UnreadableWorkbook, type ReadSheet, type ReadValue } from './read-sheet.js';
import { unpackXlsx } from './unpack-xlsx.js';

/** Characters in all cells: one shared text can appear in every cell without adding to the file size. */
const MAX_LETTERS = 50_000_000;

/**
 * Reads the cells of an xlsx file. Formulas are not computed and nothing in the file is executed.
 *
 * @throws UnreadableWorkbook if the file is not an xlsx file, is damaged, or exceeds what fits in memory
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const parts = unpackXlsx(bytes);
  const sheets = await readExcelFile(parts, { trim: false }).catch((error: unknown) => {
    throw new UnreadableWorkbook('damaged', error);
  });
  const read = sheets.map(({ sheet, data }): ReadSheet => {
    // The reader lists all sheets of the workbook, but data only for worksheets (ECMA-376 part 1, 12.3.2 and 12.3.7).
    const rows = data as unknown as ReadValue[][] | undefined;
    return { name: sheet, rows: rows ?? [], hasCells: rows !== undefined };
  });
  let letters = 0;
  for (const { rows } of read)
    for (const row of rows) for (const cell of row) if (typeof cell === 'string') letters += cell.length;
  if (letters > MAX_LETTERS) throw new UnreadableWorkbook('too-large');
  return read;
}
