import type { Statistics } from '../documents/statistics.js';
import { offlineWords as words } from '../strings/offline-words.js';
import type { Sheet } from '../workbook.js';
import { headingRows } from './cells.js';
import { FIRST_LEAF, openTableCell, shownTableCell, tableColumns, tableRows } from './table-rows.js';

/** Columns beyond this number need the width of a page turned on its side. */
const PORTRAIT_LEAVES = 4;

/** A statistical table on a sheet of its own: to be filled in, or only to be read. */
export function tableSheet(
  statistics: Statistics,
  { name, heading, open }: { name: string; heading: readonly string[]; open: boolean },
): Sheet {
  const { view, leaves } = statistics;
  const title = view.number ? `${view.number}. ${view.title}` : view.title;
  const lines = [title, ...heading, ...(open ? [words.howToTable] : [])];
  const top = headingRows(lines, leaves.length + 1, 1);
  const { rows, head, limits } = tableRows(statistics, top.length, open ? openTableCell : shownTableCell);
  return {
    name,
    landscape: leaves.length > PORTRAIT_LEAVES,
    columns: tableColumns(leaves),
    rows: [...top, ...rows],
    fixed: { rows: head[1] + 1, columns: FIRST_LEAF, headRows: head },
    ...(open && { locked: true, limits }),
  };
}
