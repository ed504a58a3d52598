import type { Statistics } from './statistics.js';
import { words as printed } from '../strings/document-words.js';
import { offlineWords as words } from '../strings/offline-words.js';
import type { Sheet } from '../model/workbook.js';
import { headingRows, type SheetHeading } from './cells.js';
import { firstLeaf, openTableCell, shownTableCell, tableColumns, tableRows, tableTitles } from './table-rows.js';

/** Tables with more columns than this need landscape pages. */
const PORTRAIT_LEAVES = 4;

/**
 * A statistical table on a separate sheet.
 *
 * @param about notes for filling in; if omitted, the sheet is read-only
 */
export function tableSheet(statistics: Statistics, { name, about }: { name: string; about?: SheetHeading }): Sheet {
  const { view, leaves } = statistics;
  const measure = view.measure ? [`${printed.measure}: ${view.measure}`] : [];
  const notes = [...measure, ...(about ? [...about.titles, ...about.notes, words.howToTable] : [])];
  const top = headingRows({ titles: tableTitles(view), notes }, leaves.length + firstLeaf(view) - 1, 1);
  const { rows, head, limits } = tableRows(statistics, top.length, about ? openTableCell : shownTableCell);
  return {
    name,
    landscape: leaves.length > PORTRAIT_LEAVES,
    columns: tableColumns(view, leaves),
    rows: [...top, ...rows],
    fixed: { rows: head[1] + 1, columns: firstLeaf(view), headRows: head },
    ...(about && { locked: true, limits }),
  };
}
