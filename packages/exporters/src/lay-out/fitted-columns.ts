import type { Cell, Inline, Table } from '../model/document.js';
import type { PageLook, PageStyles } from '../model/pages.js';
import { textMm } from './height.js';
import { layRows } from './lay-rows.js';
import { dottedLine } from './paragraph.js';

/**
 * Widths of a table's columns, by their shares, but wide enough that no number or word is parted in the middle. Where
 * the page is too narrow for that the letters get smaller, to a limit.
 *
 * @returns the widths, and by how much the letters are smaller
 */
export function fittedColumns(
  table: Table,
  styles: PageStyles,
  roomMm: number,
): { readonly widthsMm: readonly number[]; readonly smallerPt: number } {
  const shares = sum(table.columns.map(({ share }) => share));
  const wanted = table.columns.map(({ share }) => (share / shares) * roomMm);
  const words = widestWords(table, styles);
  const neededAt = (scale: number) =>
    wanted.map((mm, index) => Math.max(mm * LEAST_SHARE, (words[index] ?? 0) * SPARE * scale + CELL_PADDING_MM));
  const usualPt = styles['table-cell'].look.sizePt;
  let sizePt = usualPt;
  while (sizePt > SMALLEST_PT && sum(neededAt(sizePt / usualPt)) > roomMm) sizePt -= 0.5;
  const needed = neededAt(sizePt / usualPt);
  const needs = sum(needed);
  const widthsMm = needs > roomMm ? needed.map((mm) => (mm / needs) * roomMm) : widened(wanted, needed);
  return { widthsMm, smallerPt: usualPt - sizePt };
}

/** Programs measure letters a little differently. */
const SPARE = 1.04;
/** What stands free at both sides of a cell, and its lines. */
const CELL_PADDING_MM = 3.4;
/** How much of its own width a column keeps for others' numbers. */
const LEAST_SHARE = 0.6;
const SMALLEST_PT = 8;

/** Columns that are too narrow take from those that have room to spare. */
function widened(wanted: readonly number[], needed: readonly number[]): number[] {
  const lacking = sum(wanted.map((mm, index) => Math.max(0, (needed[index] ?? 0) - mm)));
  if (lacking === 0) return [...wanted];
  const spare = wanted.map((mm, index) => Math.max(0, mm - (needed[index] ?? 0)));
  const taken = lacking / sum(spare);
  return wanted.map((mm, index) => Math.max(mm, needed[index] ?? 0) - (spare[index] ?? 0) * taken);
}

/** Of each column, the widest word that should not be parted. */
function widestWords(table: Table, styles: PageStyles): number[] {
  const widest = table.columns.map(() => 0);
  const measure = (cells: readonly (readonly Cell[])[], lookOf: (row: number) => PageLook) =>
    layRows(cells, ({ lines, across = 1 }, place, row) => {
      if (across > 1) return;
      for (const inline of lines.flat()) {
        widest[place] = Math.max(widest[place] ?? 0, widestWord(inline, lookOf(row)));
      }
    });
  measure(table.head, () => styles['table-head'].look);
  measure(
    table.rows.map(({ cells }) => cells),
    (row) => styles[table.rows[row]?.role === 'plain' ? 'table-cell' : 'table-group'].look,
  );
  return widest;
}

function widestWord(inline: Inline, look: PageLook): number {
  if (typeof inline !== 'string' && ('reference' in inline || 'word' in inline)) return 0;
  if (typeof inline !== 'string' && 'unknown' in inline) return textMm(dottedLine(Math.min(inline.unknown, 8)), look);
  const [text, bold] =
    typeof inline === 'string' ? [inline, look.bold] : [inline.text, look.bold || inline.as === 'strong'];
  // In a long text a word is hardly ever the widest thing; and measuring takes time.
  const shortest = text.length > LONG_TEXT ? 12 : 1;
  const words = text.split(/\s+/).filter(({ length }) => length >= shortest && length <= LONGEST_WORD);
  const widthOf = (word: string) => textMm(word, { sizePt: look.sizePt, bold });
  // One by one: a pasted text may have more words than a call takes arguments.
  return words.reduce((widest, word) => Math.max(widest, widthOf(word)), 0);
}

const LONG_TEXT = 60;
/** What is longer is no word: it is parted wherever the line ends. */
const LONGEST_WORD = 24;

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
