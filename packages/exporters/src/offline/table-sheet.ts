import type { Members } from '../documents/sources.js';
import { membersOf } from '../documents/text.js';
import { offlineWords as words } from '../strings/offline-words.js';
import type { Sheet } from '../workbook.js';
import { headingRows, valueAt } from './cells.js';
import type { OfflineTable } from './offline-form.js';
import { FIRST_LEAF, filledCell, tableColumns, tableRows } from './table-rows.js';

/** A statistical table to be filled in, on a sheet of its own. */
export function tableSheet(
  offline: OfflineTable,
  { name, heading, submission }: { name: string; heading: readonly string[]; submission: Members },
): Sheet {
  const { table, leaves } = offline;
  const title = table.number ? `${table.number}. ${table.title}` : table.title;
  const top = headingRows([title, ...heading, words.howToTable], leaves.length + 1, 1);
  const { rows, head, limits } = tableRows(offline, {
    at: top.length,
    answers: membersOf(submission['answers']),
    cell: (row, column) => filledCell(column, valueAt(submission, ['tables', table.id, row, column.id])),
  });
  return {
    name,
    landscape: leaves.length > 4,
    locked: true,
    columns: tableColumns(leaves),
    rows: [...top, ...rows],
    fixed: { rows: head[1] + 1, columns: FIRST_LEAF, headRows: head },
    limits,
  };
}
