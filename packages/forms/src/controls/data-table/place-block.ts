import { normalized, readYesNo } from '@kl01/rules/reading';
import type { Block, CopiedCell } from './clipboard-block.js';
import { storedFrom } from '../codec.js';
import { readCopied } from './cell-type.js';
import type { DataTable } from './data-table.js';
import type { TableShape } from './table-shape.js';
import { isTyped } from './totals.js';

/** A cell position, counted from 0. A row may be the total row, which comes after the last. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}

/** A rectangle of cells, both ends included. */
export interface Range {
  readonly from: Place;
  readonly to: Place;
}

export interface Placed {
  readonly values: readonly { readonly at: Place; readonly value: unknown }[];
  /** values beyond the table's edge */
  readonly beyond: readonly string[];
  /** values for tick cells that mean neither yes nor no */
  readonly unclear: readonly { readonly at: Place; readonly text: string }[];
  /** values for computed cells; compared, never stored */
  readonly computed: readonly { readonly at: Place; readonly text: string; readonly exact: string }[];
}

export interface Pasting {
  readonly table: DataTable;
  readonly shape: TableShape;
  /** where the first cell goes; if several cells are selected, a single copied value fills them all */
  readonly range: Range;
}

/**
 * Where each value of a pasted block goes. A block that includes its row headers is matched to the rows of these names;
 * any other starts at the selected cell. Blanks are pasted too: they clear.
 */
export function placeBlock(block: Block, pasting: Pasting): Placed {
  const { table, shape, range } = pasting;
  const values: { at: Place; value: unknown }[] = [];
  const beyond: string[] = [];
  const unclear: { at: Place; text: string }[] = [];
  const computed: { at: Place; text: string; exact: string }[] = [];
  const put = (cell: CopiedCell, at: Place): void => {
    const text = cell.text.trim();
    const column = shape.leaves[at.column]?.column;
    // Where rows are added, those below go before the total.
    const inTotals = at.row === table.rows.length && table.totalRow !== undefined && table.atMost === undefined;
    const mayBeAdded = table.atMost !== undefined && at.row < table.atMost;
    if (column === undefined || (at.row >= table.rows.length && !inTotals && !mayBeAdded)) {
      if (text !== '') beyond.push(text);
    } else if (inTotals || !isTyped(table.rows[at.row] ?? {}, column)) {
      if (text !== '') computed.push({ at, text, exact: cell.exact ?? text });
    } else if (column.type === 'yes-no') {
      const reading = readYesNo(text);
      if ('doubt' in reading) unclear.push({ at, text });
      else values.push({ at, value: reading.value === true ? true : null });
    } else {
      values.push({ at, value: storedFrom(readCopied(column, cell), cell.text) });
    }
  };
  const { from, to } = range;
  const only = block.rows.length === 1 && block.rows[0]?.length === 1 ? block.rows[0][0] : undefined;
  if (only) {
    for (let row = from.row; row <= to.row; row += 1) {
      for (let column = from.column; column <= to.column; column += 1) put(only, { row, column });
    }
    return { values, beyond, unclear, computed };
  }
  const named = table.atMost === undefined ? rowsByName(block, table) : null;
  const counted = table.atMost !== undefined && startsWithNumbers(block, shape.leaves.length - from.column);
  block.rows.forEach((cells, index) => {
    const row = named ? named.rows[index]! : from.row + index;
    if (row === null) return;
    const own = named ? cells.slice(named.before) : counted ? cells.slice(1) : cells;
    own.forEach((cell, across) => put(cell, { row, column: named ? across : from.column + across }));
  });
  return { values, beyond, unclear, computed };
}

/**
 * For each row of a block, the index of the table row whose header it begins with, or null, as for column headings; and
 * how many cells come before the numbers. A printed row number may precede the header, its unit of measure may follow.
 * Null for the whole block if fewer than two rows match (or none, in a table of one row).
 */
function rowsByName(block: Block, table: DataTable): { rows: (number | null)[]; before: number } | null {
  const places = table.numbered === undefined ? [0] : [0, 1];
  const measures = table.rows.some(({ measure }) => measure !== undefined) ? 1 : 0;
  for (const place of places) {
    const rows = rowsNamedAt(block, table, place);
    if (rows) return { rows, before: place + 1 + measures };
  }
  return null;
}

/** Whether a block is of rows that are numbered one after the other, as the printed list is. */
function startsWithNumbers({ rows }: Block, columns: number): boolean {
  const first = Number(rows[0]?.[0]?.text);
  return (
    Number.isInteger(first) &&
    rows.every((cells, index) => cells.length > columns && Number(cells[0]?.text) === first + index)
  );
}

function rowsNamedAt({ rows }: Block, table: DataTable, place: number): (number | null)[] | null {
  const heads = [...table.rows, ...(table.totalRow ? [table.totalRow] : [])].map(({ label }) => plain(label));
  const named = rows.map((cells) => {
    const text = plain(cells[place]?.text ?? '');
    if (text === '') return null;
    const at = heads.findIndex((head) => head === text || head.startsWith(`${text} `));
    return at < 0 ? null : at;
  });
  const found = new Set(named.filter((row) => row !== null && row < table.rows.length));
  return found.size >= Math.min(2, table.rows.length) && rows.every((row) => row.length > place + 1 || row.length === 0)
    ? named
    : null;
}

function plain(text: string): string {
  return normalized(text).toLowerCase().replace(/\s+/g, ' ').trim();
}
