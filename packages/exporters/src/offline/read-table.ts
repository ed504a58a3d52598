import type { Statistics } from '../documents/statistics.js';
import type { Messages } from '../strings/messages.js';
import { columnCodec } from './codec.js';
import { cellAt, cellRef, isBlank, type FoundColumns } from './find-columns.js';
import type { ReadValues } from './import-finding.js';
import type { OfflineValue } from './offline-form.js';
import { readCell } from './read-cell.js';

/** The cells of a table's own rows; totals and computed columns are computed again, never read. */
export function readTable(
  { sheet, marked, byId, below }: FoundColumns,
  { view: table, leaves, label: named }: Statistics,
  words: Messages['cells'],
): ReadValues {
  const columns = leaves.filter(({ sumOf }) => !sumOf);
  const read = table.rows.flatMap(({ id, label }) => {
    const row = sheet.rows.findIndex(
      (cells, index) =>
        index >= below && (cells[marked] === id || (isBlank(cells[marked]) && cells[marked + 1] === label)),
    );
    if (row < 0) return [];
    return columns.flatMap((column) => {
      const at = byId.get(column.id);
      if (at === undefined) return [];
      const path = ['tables', table.id, id, column.id];
      const name = `${label} – ${named(column)}`;
      const given = cellAt(sheet, row, at);
      return [readCell(columnCodec(column), { path, label: name, given, cell: cellRef(sheet, row, at) }, words)];
    });
  });
  return { values: read.map((each) => each.read), problems: read.flatMap((each) => each.problems) };
}

/** The lines of the sheet of single values. */
export function readAnswers(
  { sheet, marked, byId, below }: FoundColumns,
  answers: readonly OfflineValue[],
  words: Messages['cells'],
): ReadValues {
  const at = byId.get('value') ?? marked + 2;
  const read = answers.flatMap(({ path, label, codec }) => {
    const row = sheet.rows.findIndex((cells, index) => index >= below && cells[marked] === path.join('.'));
    if (row < 0) return [];
    return [readCell(codec, { path, label, given: cellAt(sheet, row, at), cell: cellRef(sheet, row, at) }, words)];
  });
  return { values: read.map((each) => each.read), problems: read.flatMap((each) => each.problems) };
}
