import type { ColumnView, RowView, TableView } from '../rulebook.js';
import type { WrittenTable } from './block.js';
import { writtenWords } from './strings/written-words.js';
import { gridOf, headDepth, MAX_HEAD, type Grid } from './table-grid.js';
import { alike, wordsOf } from './words-of.js';

/** A table of a paper, and the table of the form that it probably is. */
export interface ReadTable {
  /** id of the form's table */
  readonly table: string;
  /** false: rows or columns were matched by their position or by likeness, to be checked */
  readonly sure: boolean;
  /** what stands in cells that the form asks, as written; of open rows, `row` is their position from 0 */
  readonly cells: readonly { readonly row: string; readonly column: string; readonly text: string }[];
  /** rows, and cells of columns, that the form's table does not have */
  readonly left: readonly string[];
}

interface Match {
  readonly score: number;
  readonly read: ReadTable;
}

/**
 * Finds the form's tables among those of a paper by their heads and the names of their rows. Each table of the form is
 * found once, and each table of the paper is one.
 *
 * @param written each with the lines above it
 * @returns by the position of the paper's table
 */
export function readStatistics(
  written: readonly { readonly table: WrittenTable; readonly above: readonly string[] }[],
  views: readonly TableView[],
): ReadonlyMap<number, ReadTable> {
  const papers = written.map(({ table, above }) => ({ grid: gridOf(table), above: above.map(wordsOf) }));
  const matches = views.flatMap((view) => {
    const names = [`${view.number} ${view.title}`, view.title].map(wordsOf);
    return papers.flatMap(({ grid, above }, at) => {
      const match = grid && matched(grid, view);
      // Tables of the same rows and columns are told apart by what stands above them.
      const named = Math.max(0, ...above.flatMap((line) => names.map((name) => alike(name, line))));
      return match ? [{ read: match.read, score: match.score + named, at }] : [];
    });
  });
  const found = new Map<number, ReadTable>();
  const taken = new Set<string>();
  for (const { at, read } of matches.sort((one, other) => other.score - one.score)) {
    if (found.has(at) || taken.has(read.table)) continue;
    found.set(at, read);
    taken.add(read.table);
  }
  return found;
}

interface Leaf {
  readonly column: ColumnView;
  /** the words of its heads, in each way that they may be worded */
  readonly ways: readonly (readonly string[])[];
}

function leavesOf(columns: readonly ColumnView[], above: readonly string[] = []): Leaf[] {
  return columns.flatMap((column) => {
    const { label } = column;
    const labels =
      typeof label === 'string'
        ? [label]
        : Object.entries(label).flatMap(([name, text]) => (name === 'by' ? [] : [text]));
    if (column.columns) return leavesOf(column.columns, [...above, labels[0] ?? '']);
    return [{ column, ways: labels.flatMap((own) => [wordsOf([...above, own].join(' ')), wordsOf(own)]) }];
  });
}

function matched(grid: Grid, view: TableView): Match | null {
  return view.open ? openTable(grid, view) : tableOfRows(grid, view);
}

function tableOfRows(grid: Grid, view: TableView): Match | null {
  const rows = rowsOf(grid, view.rows);
  const asked = view.rows.filter(({ cells }) => cells !== 'heading');
  const found = new Set([...rows.values()].map(({ row }) => row.id));
  const share = asked.filter(({ id }) => found.has(id)).length / Math.max(1, asked.length);
  const first = Math.min(...rows.keys());
  if (share < 0.5 || first > MAX_HEAD) return null;
  const labelAt = Math.max(...[...rows.values()].map(({ place }) => place));
  const columns = columnsOf(grid, first, view, labelAt + 1);
  if (columns.share < 0.5) return null;
  const cells: ReadTable['cells'][number][] = [];
  const left: string[] = [];
  grid.forEach((texts, at) => {
    if (at < first) return;
    const row = rows.get(at)?.row;
    const isTotal = row === undefined && isTotalRow(texts, view);
    if (row === undefined && !isTotal) left.push(...lineOf(texts, view));
    texts.forEach((text, place) => {
      if (place <= labelAt || text === '' || row === undefined) return;
      const column = columns.at.get(place);
      if (column === undefined) left.push(text);
      else if (row.cells === undefined && !column.computed) cells.push({ row: row.id, column: column.id, text });
    });
  });
  const sure = share >= 0.9 && columns.sure && left.length === 0;
  return { score: share + columns.likeness, read: { table: view.id, sure, cells, left } };
}

function openTable(grid: Grid, view: TableView): Match | null {
  const first = headDepth(grid);
  const columns = columnsOf(grid, first, view, 0);
  if (columns.share < 0.6 || (columns.at.size < 2 && columns.share < 1)) return null;
  const cells: ReadTable['cells'][number][] = [];
  const left: string[] = [];
  let count = 0;
  for (const texts of grid.slice(first)) {
    const own = [...columns.at].flatMap(([place, column]) => {
      const text = texts[place] ?? '';
      return text === '' || column.computed ? [] : [{ row: String(count), column: column.id, text }];
    });
    if (own.length === 0 || isTotalRow(texts, view)) {
      if (!isTotalRow(texts, view))
        left.push(
          ...lineOf(
            texts.filter((text) => !/^\d*\.?$/.test(text)),
            view,
          ),
        );
      continue;
    }
    // What stands in columns that the form does not have, but for the number of the row.
    texts.forEach((text, place) => {
      if (!columns.at.has(place) && text !== '' && !/^\d{1,4}\.?$/.test(text)) left.push(text);
    });
    cells.push(...own);
    count += 1;
  }
  return {
    score: columns.likeness * 2,
    read: { table: view.id, sure: columns.sure && left.length === 0, cells, left },
  };
}

/** The texts of a row; none of one in which the note of the form's table stands. */
const lineOf = (texts: readonly string[], { note }: TableView): string[] => {
  const line = texts.filter((text, at) => text !== '' && text !== texts[at - 1]).join('\t');
  const isNote = note !== undefined && alike(wordsOf(note), wordsOf(line.slice(0, 2 * note.length + 100))) >= 0.85;
  return line === '' || isNote ? [] : [line];
};

/** The rows of the form by the rows of the paper. Of rows of the same name, each is found in its turn. */
function rowsOf(grid: Grid, rows: readonly RowView[]): Map<number, { row: RowView; place: number }> {
  const named = new Map<string, RowView[]>();
  for (const row of rows)
    for (const name of new Set([row.label, `${row.number ?? ''} ${row.label}`].map((text) => wordsOf(text).join(' '))))
      named.set(name, [...(named.get(name) ?? []), row]);
  const found = new Map<number, { row: RowView; place: number }>();
  const taken = new Set<string>();
  const unfound: number[] = [];
  grid.forEach((texts, at) => {
    for (const place of [0, 1, 2]) {
      const name = wordsOf(texts[place] ?? '').join(' ');
      const row = name === '' ? undefined : named.get(name)?.find(({ id }) => !taken.has(id));
      if (!row) continue;
      found.set(at, { row, place });
      taken.add(row.id);
      return;
    }
    unfound.push(at);
  });
  // What is left may be worded a little otherwise.
  const open = rows.filter(({ id }) => !taken.has(id)).map((row) => ({ row, words: wordsOf(row.label) }));
  for (const at of open.length === 0 ? [] : unfound.slice(0, 500)) {
    for (const place of [0, 1, 2]) {
      const words = wordsOf((grid[at]![place] ?? '').slice(0, 500));
      const like = open.find(({ row, words: own }) => !taken.has(row.id) && alike(own, words) >= 0.8);
      if (!like) continue;
      found.set(at, { row: like.row, place });
      taken.add(like.row.id);
      break;
    }
  }
  return found;
}

function isTotalRow(texts: readonly string[], { totalRow }: TableView): boolean {
  return texts.slice(0, 3).some((text) => {
    const name = wordsOf(text).join(' ');
    return name !== '' && (writtenWords.total.test(name) || name === wordsOf(totalRow?.label ?? '').join(' '));
  });
}

interface Columns {
  /** by their place in the paper's table */
  readonly at: ReadonlyMap<number, ColumnView>;
  /** how many of the form's columns were found */
  readonly share: number;
  /** how much their heads are alike, over all of the form's columns; none is known of those found by their position */
  readonly likeness: number;
  readonly sure: boolean;
}

function columnsOf(grid: Grid, depth: number, view: TableView, from: number): Columns {
  const leaves = leavesOf(view.columns);
  const width = Math.max(...grid.map(({ length }) => length));
  const heads = Array.from({ length: width }, (_, place) => {
    const texts = grid.slice(0, depth).map((row) => row[place] ?? '');
    const own = texts.filter((text, row) => text !== '' && text !== texts[row - 1] && /\p{L}{2}/u.test(text));
    return [wordsOf(own.join(' ')), wordsOf(own.at(-1) ?? '')] as const;
  });
  const pairs = leaves.flatMap(({ ways }, leaf) =>
    heads.flatMap(([whole, last], place) => {
      if (place < from) return [];
      const score = Math.max(
        ...ways.map((words, way) => (way % 2 === 0 ? alike(words, whole) : alike(words, last) * 0.9)),
      );
      return score >= 0.6 ? [{ leaf, place, score }] : [];
    }),
  );
  const placeOf = new Map<number, number>();
  const at = new Map<number, ColumnView>();
  const put = (leaf: number, place: number): void => {
    placeOf.set(leaf, place);
    at.set(place, leaves[leaf]!.column);
  };
  pairs.sort((one, other) => other.score - one.score || one.leaf - other.leaf || one.place - other.place);
  let [sure, likeness] = [true, 0];
  for (const { leaf, place, score } of pairs) {
    if (placeOf.has(leaf) || at.has(place)) continue;
    put(leaf, place);
    likeness += score;
    if (score < 0.75) sure = false;
  }
  // Columns left over on both sides, as many of each, are the same ones in their order.
  const open = leaves.map((_, leaf) => leaf).filter((leaf) => !placeOf.has(leaf));
  const free = heads.map((_, place) => place).filter((place) => place >= from && !at.has(place));
  if (open.length > 0 && from > 0 && open.length === free.length) {
    open.forEach((leaf, index) => put(leaf, free[index]!));
    sure = false;
  }
  const all = Math.max(1, leaves.length);
  return { at, share: placeOf.size / all, likeness: likeness / all, sure: sure && placeOf.size === leaves.length };
}
