import readExcelFile from 'read-excel-file/universal';
import { UnreadableWorkbook, type ReadSheet, type ReadValue } from './read-sheet.js';
import { unpackXlsx } from './unpack-xlsx.js';

/** Letters of all cells: one text may stand in each of them without taking room in the file. */
const MAX_LETTERS = 50_000_000;

/**
 * Reads the cells of an xlsx file. Formulas are not computed, nothing in the file is run.
 *
 * @throws UnreadableWorkbook for anything that is no xlsx file, is damaged, or holds more than fits in a page
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const parts = unpackXlsx(bytes);
  const sheets = await readExcelFile(parts, { trim: false }).catch((error: unknown) => {
    throw new UnreadableWorkbook('damaged', error);
  });
  let letters = 0;
  for (const { data } of sheets)
    for (const row of data) for (const cell of row) if (typeof cell === 'string') letters += cell.length;
  if (letters > MAX_LETTERS) throw new UnreadableWorkbook('too-large');
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as ReadValue[][] }));
}
