import { parseDay } from '@kl01/rules';
import { symbolText } from '@kl01/rules/reading';
import { attributesOf, xmlTokens, type XmlToken } from '../xml/xml-tokens.js';
import { cellName } from '../model/workbook.js';
import type { CellLook } from './cell-looks.js';
import { UnreadableWorkbook, type CellMarks, type ReadValue } from './read-sheet.js';
import { readText, skip, unescapedText, type CellText } from './read-texts.js';
import { shownNumber, type DaySystem } from './shown-number.js';

/** What cells of a workbook refer to. */
export interface CellContext {
  readonly texts: readonly CellText[];
  readonly looks: readonly CellLook[];
  readonly days: DaySystem;
  /** called for every row and cell; throws if the workbook has too many */
  readonly count: (cells: number, letters: number) => void;
}

export interface ReadRows {
  readonly rows: readonly (readonly ReadValue[])[];
  readonly marks: Map<string, CellMarks>;
  readonly hiddenRows: ReadonlySet<number>;
}

/**
 * Reads the cells of a worksheet (ECMA-376 part 1, 18.3.1). Formulas are not computed: a cell has its last result or,
 * without one, the formula. Cells with only formatting take no room; programs write up to a million of them.
 *
 * @throws UnreadableWorkbook for cells that no sheet has
 */
export function readRows(xml: string, context: CellContext): ReadRows {
  const rows: ReadValue[][] = [];
  const marks = new Map<string, CellMarks>();
  const hiddenRows = new Set<number>();
  const tokens = xmlTokens(xml);
  let [row, column] = [-1, -1];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind !== 'open') continue;
    if (token.name === 'extLst') skip(tokens, 'extLst');
    else if (token.name === 'row') {
      const attributes = attributesOf(token.attributes);
      const given = attributes.get('r');
      [row, column] = [given === undefined ? row + 1 : rowAt(given), -1];
      if (isTrue(attributes.get('hidden'))) hiddenRows.add(row);
    } else if (token.name === 'c') {
      const attributes = attributesOf(token.attributes);
      const place = placeOf(attributes.get('r'));
      [row, column] = place ?? [Math.max(row, 0), column + 1];
      const { value, mark } = cellOf(readParts(tokens), attributes, context);
      if (mark) marks.set(cellName(row, column), mark);
      if (value === null) continue;
      while (rows.length <= row) rows.push(NONE);
      if (rows[row] === NONE) rows[row] = [];
      const cells = rows[row]!;
      context.count(Math.max(0, column + 1 - cells.length), typeof value === 'string' ? value.length : 0);
      while (cells.length < column) cells.push(null);
      cells[column] = value;
    }
  }
  context.count(rows.length, 0);
  return { rows, marks, hiddenRows };
}

/** The one list for all rows without cells. */
const NONE: ReadValue[] = [];

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

function rowAt(name: string): number {
  const row = /^\d{1,7}$/.test(name) ? Number(name) : 0;
  if (row < 1 || row > MOST_ROWS) throw new UnreadableWorkbook('damaged');
  return row - 1;
}

/** The place of `C7`; null for names that are none, which some programs write: such cells stand behind one another. */
function placeOf(name = ''): [row: number, column: number] | null {
  const [, letters = '', digits = ''] = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  if (digits === '') return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column > MOST_COLUMNS) throw new UnreadableWorkbook('damaged');
  return [rowAt(digits), column - 1];
}

interface CellParts {
  readonly formula: string | null;
  readonly result: string | null;
  readonly inline: CellText | null;
}

/** Reads a cell that has just been opened. */
function readParts(tokens: Iterator<XmlToken>): CellParts {
  let [formula, result, inline]: [string | null, string | null, CellText | null] = [null, null, null];
  let within: 'f' | 'v' | null = null;
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind === 'text') {
      if (within === 'f') formula += token.text;
      if (within === 'v') result += token.text;
    } else if (token.kind === 'close') {
      if (token.name === 'c') break;
      within = null;
    } else if (token.name === 'f') [within, formula] = ['f', ''];
    else if (token.name === 'v') [within, result] = ['v', ''];
    else if (token.name === 'is') inline = readText(tokens, 'is');
    else skip(tokens, token.name);
  }
  return { formula, result, inline };
}

interface Cell {
  readonly value: ReadValue;
  readonly mark: CellMarks | null;
}

function cellOf(parts: CellParts, attributes: ReadonlyMap<string, string>, context: CellContext): Cell {
  const type = attributes.get('t') ?? 'n';
  const look = context.looks[Number(attributes.get('s') ?? 0)];
  const isComputed = parts.formula !== null;
  // A formula whose result is an empty text has a type and an empty result.
  const isEmptyText = type === 'str' && parts.result !== null;
  const uncomputed = isComputed && (parts.result ?? '').trim() === '' && !parts.inline && !isEmptyText;
  const value = uncomputed ? `=${parts.formula ?? ''}` : valueOf(type, parts, look, context);
  const unknown = uncomputed ? 'uncomputed' : type === 'e' && value !== null ? 'error' : null;
  const isStruck = look?.isStruck === true && value !== null;
  const mark = isComputed || unknown !== null || isStruck;
  return {
    value,
    mark: mark
      ? {
          ...(isComputed && { formula: parts.formula ?? '' }),
          ...(unknown !== null && { unknown }),
          ...(isStruck && { isStruck }),
        }
      : null,
  };
}

function valueOf(
  type: string,
  { result, inline }: CellParts,
  look: CellLook | undefined,
  { texts, days }: CellContext,
): ReadValue {
  if (inline) return inFont(inline, look);
  if (result === null) return null;
  const said = result.trim();
  switch (type) {
    case 's': {
      const text = /^\d+$/.test(said) ? texts[Number(said)] : undefined;
      if (!text) throw new UnreadableWorkbook('damaged');
      return inFont(text, look);
    }
    case 'str':
    case 'inlineStr':
      return inFont({ text: unescapedText(result), isRich: false }, look);
    case 'b':
      return /^(?:1|true)$/i.test(said) ? true : /^(?:0|false)$/i.test(said) ? false : said;
    case 'd':
      return dayOf(said);
    case 'e':
      return said;
    default:
      if (said === '') return null;
      return NUMBER.test(said) ? shownNumber(Number(said), look, days) : result;
  }
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** A text in the font of its cell: `ü` of Wingdings is a tick. */
const inFont = ({ text, isRich }: CellText, look: CellLook | undefined): string =>
  look?.font && !isRich ? symbolText(text, look.font) : text;

/** A date, with or without a time, ignoring the time zone: the date as written. Anything else is text. */
function dayOf(said: string): Date | string {
  const [, day = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d*)?(?:Z|[+-][\d:]+)?)?$/.exec(said) ?? [];
  return parseDay(day) === null ? said : new Date(`${day}T00:00:00Z`);
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
