import { cellNumber, columnLeaves, columnName, ownMember } from '@kl01/rules';
import { headingRows } from '../../tables/cells.js';
import {
  firstLeaf,
  shownTableCell,
  sumOf,
  tableColumns,
  tableRows,
  tableTitles,
  type CellMaker,
} from '../../tables/table-rows.js';
import { words } from '../../strings/document-words.js';
import { cellName, sheetName, type RowRange, type Sheet, type SheetRow } from '../../model/workbook.js';
import type { ConsolidationFacts } from '../parts/facts.js';
import { tableSheet } from '../../tables/table-sheet.js';
import { sumsOf, type Statistics } from '../../tables/statistics.js';

/**
 * The tables of many units: first a sheet of sums, with formulas over the same cell of all units, then one sheet per
 * unit with its tables one below the other. Values that cannot be added up (such as shares) are written as computed.
 */
export function consolidatedSheets({ form, consolidation }: ConsolidationFacts): Sheet[] {
  const all = form.view.report.tables;
  const views = all.filter(({ open }) => !open);
  const { tables, units, names } = consolidation;
  const taken = new Set(BOOKENDS.map((name) => name.toLowerCase()));
  const sum = sheetName(words.summing.sheet, taken);
  const ofUnits = units.counted.map((unit) => {
    const label = ownMember(names, unit) ?? unit;
    return { unit, label, name: sheetName(label, taken) };
  });
  const formula: CellMaker = (column, value, place) => {
    const shown = shownTableCell(column, value, place);
    if (column.across === undefined || column.across === 'none') return shown;
    return { ...shown, formula: sumOf([`${BOOKENDS.join(':')}!${cellName(place.row, place.column)}`]) };
  };
  const ofUnit: CellMaker = (column, value, place) =>
    column.type === 'yes-no'
      ? { value: typeof value === 'number' ? value : null, role: 'plain', format: 'tick', align: 'center' }
      : shownTableCell(column, value, place);
  const typed = (unit: string) =>
    views.map((view): Statistics => ({
      view,
      columns: view.columns,
      leaves: columnLeaves(view.columns),
      label: columnName,
      cell: (row, column) => {
        const of = (at: string, id: string) => tables[view.id]?.[at]?.[id]?.by[unit];
        return row === null ? cellNumber(view, of, null, column) : of(row, column.id);
      },
    }));
  // Tables of open rows have no cells in common: all rows stand in one sheet.
  const lists = sumsOf(
    all.filter(({ open }) => open),
    consolidation,
  ).map((list) => tableSheet(list, { name: sheetName(list.view.number || words.table, taken) }));
  if (views.length === 0) return lists;
  return [
    stacked(sumsOf(views, consolidation), { name: sum, title: words.summing.sheet, make: formula }),
    bookend(BOOKENDS[0]),
    ...ofUnits.map(({ unit, label, name }) => stacked(typed(unit), { name, title: label, make: ofUnit })),
    bookend(BOOKENDS[1]),
    ...lists,
  ];
}

/** Stacks the tables at the same rows in every sheet; a table that fits on one page is not split. */
function stacked(
  tables: readonly Statistics[],
  { name, title, make }: { name: string; title: string; make: CellMaker },
): Sheet {
  // Below one another, the tables share the columns of the widest.
  const widest = tables.reduce((all, each) => (widthOf(each) > widthOf(all) ? each : all), tables[0]!);
  const width = widthOf(widest) - 1;
  const rows: SheetRow[] = headingRows({ titles: [title], notes: [] }, width, 1);
  const blocks: RowRange[] = [];
  let repeated = 0;
  for (const table of tables) {
    const first = rows.length;
    rows.push(...headingRows({ titles: tableTitles(table.view), notes: [] }, width, 1));
    const { rows: own, head } = tableRows(table, rows.length, make);
    rows.push(...own);
    blocks.push([first, rows.length - 1]);
    // A single table may continue over pages with its header repeated; the headers of several tables cannot all be.
    if (tables.length === 1) repeated = head[1];
    rows.push({ cells: [] });
  }
  return {
    name,
    landscape: true,
    columns: tableColumns(widest.view, widest.leaves),
    rows,
    blocks,
    fixed: { rows: repeated + 1, columns: firstLeaf(widest.view), headRows: [0, repeated] },
  };
}

const widthOf = ({ view, leaves }: Statistics): number => firstLeaf(view) + leaves.length;

/**
 * Names of two hidden, empty sheets around those of the units: formulas sum everything between them, so sheets inserted
 * there by hand are included. Names without spaces, since LibreOffice does not read quoted names in such a range.
 */
const BOOKENDS = ['Dau', 'Cuoi'] as const;

const bookend = (name: string): Sheet => ({ name, hidden: true, columns: [], rows: [] });
