import { openPackage, type OfficePackage } from '../xml/open-package.js';
import { decodeXml, UnreadableXml } from '../xml/xml-text.js';
import { attributesOf, xmlTokens } from '../xml/xml-tokens.js';
import { Breather } from '../zip/breather.js';
import { UnreadableArchive } from '../zip/unpack.js';
import { cellLooks } from './cell-looks.js';
import { readComments } from './read-comments.js';
import { readRows, type CellContext, type ReadRows } from './read-rows.js';
import { UnreadableWorkbook, type ReadSheet } from './read-sheet.js';
import { sharedTexts } from './read-texts.js';
import { dayOfSerial, type DaySystem } from './shown-number.js';

/** Neither pictures nor macros; parts of XML may have any ending. */
const READ = /\.(?!(?:bin|bmp|emf|gif|jpe?g|png|svg|tiff?|vml|wmf)$)\w+$/i;
/** Rows and cells of all sheets, including blank ones before the last of a row. */
const MAX_CELLS = 4_000_000;
/** Characters in all cells: one shared text can appear in every cell without adding to the file size. */
const MAX_LETTERS = 50_000_000;
const MAX_SHEETS = 2_000;

/**
 * Reads the cells of an xlsx file. Formulas are not computed and nothing in the file is executed.
 *
 * @throws UnreadableWorkbook if the file is not an xlsx file, is damaged, or exceeds what fits in memory
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  try {
    return await readSheets(openPackage(bytes, READ));
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    if (error instanceof UnreadableXml) throw new UnreadableWorkbook(error.reason, error);
    if (!(error instanceof UnreadableArchive)) throw error;
    throw new UnreadableWorkbook(error.reason === 'no-archive' ? 'no-xlsx' : error.reason, error);
  }
}

async function readSheets(file: OfficePackage): Promise<ReadSheet[]> {
  const main = file.main();
  const workbook = main === null ? null : xmlOf(file, main);
  if (main === null || workbook === null) throw new UnreadableWorkbook('no-xlsx');
  const { days, sheets } = readWorkbook(workbook);
  const relations = file.relationsOf(main);
  const partOf = (type: string): string | null => xmlOf(file, relations.find((each) => each.type === type)?.target);
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')];
  const context: CellContext = {
    texts: texts === null ? [] : sharedTexts(texts),
    looks: styles === null ? [] : cellLooks(styles),
    days,
    count: counter(),
  };
  const breather = new Breather();
  // A workbook may name one part many times.
  const readBefore = new Map<string, ReadRows | null>();
  const read: ReadSheet[] = [];
  for (const { name, id } of sheets) {
    await breather.breathe();
    const part = relations.find((each) => each.id === id && each.type === 'worksheet')?.target ?? '';
    const rows = readBefore.has(part) ? (readBefore.get(part) ?? null) : readPart(file, part, context);
    readBefore.set(part, rows);
    read.push({ name, ...(rows ?? BLANK), dayOf: (serial) => dayOfSerial(serial, days), hasCells: rows !== null });
  }
  return read;
}

function xmlOf(file: OfficePackage, part: string | null | undefined): string | null {
  const bytes = part ? file.part(part) : undefined;
  return bytes ? decodeXml(bytes) : null;
}

const BLANK: ReadRows = { rows: [], marks: new Map(), hiddenRows: new Set() };

/** The sheets of a workbook in their order, and how it counts days (ECMA-376 part 1, 18.2). */
function readWorkbook(xml: string): { days: DaySystem; sheets: { name: string; id: string }[] } {
  const sheets: { name: string; id: string }[] = [];
  let days: DaySystem = 1900;
  let root: string | null = null;
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open') continue;
    root ??= token.name;
    if (token.name === 'workbookPr') {
      if (/^(?:1|true)$/.test(attributesOf(token.attributes).get('date1904') ?? '')) days = 1904;
    } else if (token.name === 'sheet') {
      const attributes = attributesOf(token.attributes);
      if (sheets.length === MAX_SHEETS) throw new UnreadableWorkbook('too-large');
      sheets.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '' });
    }
  }
  if (root !== 'workbook') throw new UnreadableWorkbook('no-xlsx');
  return { days, sheets };
}

function readPart(file: OfficePackage, part: string, context: CellContext): ReadRows | null {
  const xml = xmlOf(file, part);
  if (xml === null) return null;
  const rows = readRows(xml, context);
  addComments(rows.marks, file, part);
  return rows;
}

function addComments(marks: ReadRows['marks'], file: OfficePackage, part: string): void {
  const relations = file.relationsOf(part);
  // Conversations last: their text replaces the note that stands for them.
  for (const type of ['comments', 'threadedComment']) {
    for (const relation of relations.filter((each) => each.type === type)) {
      const xml = xmlOf(file, relation.target);
      if (xml === null) continue;
      for (const [cell, comment] of readComments(xml)) marks.set(cell, { ...marks.get(cell), comment });
    }
  }
}

function counter(): CellContext['count'] {
  let [allCells, allLetters] = [0, 0];
  return (cells, letters) => {
    allCells += cells;
    allLetters += letters;
    if (allCells > MAX_CELLS || allLetters > MAX_LETTERS) throw new UnreadableWorkbook('too-large');
  };
}
