import { strFromU8, strToU8, zipSync } from 'fflate';
import { unpack, UnreadableArchive } from '../zip/unpack.js';
import { cellLooks } from './cell-looks.js';
import { cellsAsShown } from './cells-as-shown.js';
import { UnreadableWorkbook } from './read-sheet.js';
import { runsAsShown } from './runs-as-shown.js';
import { saidInText } from './said-in-text.js';

/** Cells of all sheets, including empty ones: the reader fills every row up to the last cell of the sheet. */
const MAX_CELLS = 4_000_000;
/** The cost of a sheet without cells: the reader looks up each one in the list of all. */
const CELLS_PER_SHEET = 1000;
/** Attributes of one tag: the reader compares each with all before it. Parts that are read have fewer than thirty. */
const MAX_ATTRIBUTES = 500;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const SHEETS = /^xl\/worksheets\/.*\.xml$/;
/** Parts needed by the reader: neither pictures nor macros. */
const READ = /\.xml(\.rels)?$/;

/**
 * The required parts of an xlsx file as an uncompressed archive: a strict content security policy forbids the workers
 * that the reader would start for unpacking. Bounded, since a file of a few kilobytes can refer to the last of a
 * sheet's 17 thousand million cells.
 *
 * @throws UnreadableWorkbook if the file is not an xlsx file or exceeds the limits
 */
export function unpackXlsx(bytes: Uint8Array): ArrayBuffer {
  const parts = unzipped(bytes);
  if (!parts[WORKBOOK]) throw new UnreadableWorkbook('no-xlsx');
  const looks = cellLooks(strFromU8(partOf(parts, 'styleSheet') ?? new Uint8Array()));
  let mostCells = 0;
  for (const [name, part] of Object.entries(parts)) {
    const given = strFromU8(part);
    if (hasCrowdedTag(given)) throw new UnreadableWorkbook('damaged');
    const runs = runsAsShown(given);
    const text = SHEETS.test(name) ? saidInText(cellsAsShown(runs, looks)) : runs;
    // For every part, since the workbook itself defines which parts are sheets.
    mostCells = Math.max(mostCells, cellsOf(text));
    if (text !== given) parts[name] = strToU8(text);
  }
  const sheets = parts[RELATIONS] ? (strFromU8(parts[RELATIONS]).match(/Relationship\s/g)?.length ?? 0) : 0;
  if ((mostCells + CELLS_PER_SHEET) * sheets > MAX_CELLS) throw new UnreadableWorkbook('too-large');
  return zipSync(parts, { level: 0 }).buffer as ArrayBuffer;
}

/** The part with this root element: part names are up to the program. */
function partOf(parts: Readonly<Record<string, Uint8Array>>, element: string): Uint8Array | undefined {
  const begins = new RegExp(`^[^<]*(?:<[?!][^>]*>[^<]*)*<(?:\\w+:)?${element}[\\s>]`);
  return Object.values(parts).find((part) => begins.test(strFromU8(part.subarray(0, 2000))));
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unpack(bytes, READ);
  } catch (error) {
    const isLarge = error instanceof UnreadableArchive && error.reason === 'too-large';
    throw new UnreadableWorkbook(isLarge ? 'too-large' : 'no-xlsx', error);
  }
}

function hasCrowdedTag(xml: string): boolean {
  for (const [tag] of xml.matchAll(LONG_TAG)) if (tag.split('=').length > MAX_ATTRIBUTES) return true;
  return false;
}

/** Assumes the shortest attributes, such as ` a=""`. */
const LONG_TAG = /<[^<>]{2500,}/g;

/** Rows times columns up to the last referenced cell, in any notation. */
function cellsOf(xml: string): number {
  let [rows, columns] = [0, 1];
  for (const [, , name = ''] of xml.matchAll(/\sr\s*=\s*(["'])((?:(?!\1)[^<])*)\1/g)) {
    if (name.includes('&')) return Infinity;
    // Parsed as leniently as the reader does: any character as a letter, 1e9 as a number.
    const digits = name.search(/\d/);
    if (digits < 0) continue;
    rows = Math.max(rows, Number(name.slice(digits)) || 0);
    columns = Math.max(columns, columnOf(name.slice(0, digits)));
  }
  return rows * columns;
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length && column < MAX_CELLS; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
}
