import { BeyondLimit, LIMITS } from '../beyond-limit.js';
import { coreProperties } from '../core-properties.js';
import type { Sheet, Workbook } from '../model/workbook.js';
import { Breather } from '../zip/breather.js';
import { ZipFile } from '../zip/zip-file.js';
import { CellStyles } from './cell-styles.js';
import { choiceLists } from './choice-lists.js';
import { contentTypes, packageRelations, sheetPath, workbookRelations } from './package-parts.js';
import { SharedStrings } from './shared-strings.js';
import { sheetXml } from './sheet-xml.js';
import { firstShown, workbookXml } from './workbook-xml.js';

/**
 * Writes a workbook as an xlsx file (ECMA-376, SpreadsheetML). Equal input gives equal bytes. Sheets are compressed
 * while being written, so that only packed bytes are kept in memory; between chunks, the page can paint.
 *
 * @param signal aborts: the promise rejects with its reason
 * @returns `cut`: number of cells whose text was truncated
 * @throws BeyondLimit if a sheet has more rows or columns than programs support
 */
export async function writeXlsx(
  { title, sheets: given }: Workbook,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<{ bytes: Uint8Array; cut: number }> {
  given.forEach(refuseBeyondLimit);
  const lists = choiceLists(given);
  const sheets = [...given, ...lists.sheets];
  const shared = { styles: new CellStyles(), strings: new SharedStrings(), lists };
  const zip = new ZipFile();
  const breather = new Breather(signal);
  const encoder = new TextEncoder();
  const add = async (path: string, xml: Iterable<string>): Promise<void> => {
    const entry = zip.begin(path);
    for (const piece of inPieces(xml)) {
      entry.push(encoder.encode(piece));
      await breather.breathe();
    }
    entry.end();
  };
  await add('[Content_Types].xml', [contentTypes(sheets.length)]);
  await add('_rels/.rels', [packageRelations()]);
  await add('docProps/core.xml', [coreProperties(title)]);
  await add('xl/workbook.xml', [workbookXml(sheets)]);
  await add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)]);
  for (const [index, sheet] of sheets.entries())
    await add(`xl/${sheetPath(index)}`, sheetXml(sheet, shared, { selected: index === firstShown(sheets) }));
  // Written last, when all texts and styles are known.
  await add('xl/sharedStrings.xml', shared.strings.xml());
  await add('xl/styles.xml', [shared.styles.xml()]);
  return { bytes: zip.bytes(), cut: shared.strings.cut };
}

function refuseBeyondLimit({ name, rows, columns }: Sheet): void {
  if (rows.length > LIMITS.rows) throw new BeyondLimit('rows', name);
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), columns.length);
  if (widest > LIMITS.columns) throw new BeyondLimit('columns', name);
}

/** Minimum chunk passed to the compressor, in characters. */
const PIECE_LETTERS = 1 << 15;

function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE_LETTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
