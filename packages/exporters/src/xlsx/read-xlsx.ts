import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { UnreadableWorkbook, type ReadSheet, type ReadValue } from './read-sheet.js';

/** Bytes of the file, and of what is packed in it: a form of 1000 nominees takes a tenth. */
const MAX_FILE_BYTES = 20_000_000;
const MAX_UNPACKED_BYTES = 200_000_000;

/**
 * Reads the cells of an xlsx file. Formulas are not computed, nothing in the file is run.
 *
 * @throws UnreadableWorkbook for anything that is no xlsx file, is damaged, or unpacks to more than 200 MB
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new UnreadableWorkbook('too-large');
  refuseBomb(bytes);
  try {
    const copy = bytes.slice().buffer as ArrayBuffer;
    const sheets = await readExcelFile(copy, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as ReadValue[][] }));
  } catch (error) {
    throw new UnreadableWorkbook('damaged', error);
  }
}

/** Asks the archive's own list before anything is unpacked. */
function refuseBomb(bytes: Uint8Array): void {
  let [unpacked, isWorkbook] = [0, false];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        isWorkbook ||= name === 'xl/workbook.xml';
        return false;
      },
    });
  } catch (error) {
    throw new UnreadableWorkbook('no-xlsx', error);
  }
  if (!isWorkbook) throw new UnreadableWorkbook('no-xlsx');
  if (unpacked > MAX_UNPACKED_BYTES) throw new UnreadableWorkbook('too-large');
}
