import type { Cell, Inline, Table } from '../model/document.js';
import type { PageLook, PageStyles } from '../model/pages.js';
import { textMm } from './height.js';
import { layRows } from './lay-rows.js';
import { dottedLine } from './paragraph.js';

/**
 * Column widths by share, but wide enough that no number or word is split. If the page is too narrow, the font size is
 * reduced, down to a limit.
 *
 * @returns the widths, and the reduction of the font size
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

/** Programs measure text slightly differently. */
const SPARE = 1.04;
/** Side padding and borders of a cell. */
const CELL_PADDING_MM = 3.4;
/** Minimum fraction of its own width that a column keeps. */
const LEAST_SHARE = 0.6;
const SMALLEST_PT = 8;

/** Widens columns that are too narrow at the expense of those with spare width. */
function widened(wanted: readonly number[], needed: readonly number[]): number[] {
  const lacking = sum(wanted.map((mm, index) => Math.max(0, (needed[index] ?? 0) - mm)));
  if (lacking === 0) return [...wanted];
  const spare = wanted.map((mm, index) => Math.max(0, mm - (needed[index] ?? 0)));
  const taken = lacking / sum(spare);
  return wanted.map((mm, index) => Math.max(mm, needed[index] ?? 0) - (spare[index] ?? 0) * taken);
}

/** The widest unsplittable word of each column. */
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
  // Short words are hardly ever the widest in a long text, and measuring is slow.
  const shortest = text.length > LONG_TEXT ? 12 : 1;
  const words = text.split(/\s+/).filter(({ length }) => length >= shortest && length <= LONGEST_WORD);
  const widthOf = (word: string) => textMm(word, { sizePt: look.sizePt, bold });
  // Not spread into one call: a pasted text may have more words than the argument limit.
  return words.reduce((widest, word) => Math.max(widest, widthOf(word)), 0);
}

const LONG_TEXT = 60;
/** Anything longer is not a word and may be split anywhere. */
const LONGEST_WORD = 24;

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
