import { columnLeaves, columnName } from '../columns.js';
import { hasMeasures } from '../table-numbers.js';
import type { Report } from './lint-finding.js';
import type { ColumnView, RulebookReport, TableView } from '../rulebook.js';

/** Only counts can be summed; ticks are counted. A percentage must refer to two counts of its table. */
export function lintTables({ view }: RulebookReport, report: Report): void {
  for (const table of view.report.tables) {
    lintWidth(table, report);
    for (const column of columnLeaves(table.columns)) {
      const { type, down, across } = column;
      const adds = down === 'sum' || across === 'sum';
      const fits = (!adds || type === 'count') && (across !== 'count' || type === 'yes-no');
      if (!fits) report('column-total', table.element, columnName(column));
      if (column.of && !isShare(column, columnLeaves(table.columns))) {
        report('column-share', table.element, columnName(column));
      }
    }
  }
}

/** More make Word refuse the document (its specifications and limits). */
const MOST_COLUMNS = 63;
/** Between the margins of an A4 page on its side. */
const PAGE_MM = 250;
/** Of a letter in the smallest print that can be read, and of the blanks beside a word. */
const [LETTER_MM, BESIDE_MM] = [1.4, 3];

/** A table that no page holds, or only with the words of its heads broken. */
function lintWidth(table: TableView, report: Report): void {
  const leaves = columnLeaves(table.columns);
  const before = [table.rowHeader, table.numbered, hasMeasures(table) ? '' : undefined].filter(
    (head) => head !== undefined,
  );
  const columns = before.length + leaves.length;
  if (columns > MOST_COLUMNS) return report('table-columns', table.element, String(columns));
  const heads = [...before, ...leaves.map(columnName)];
  const width = heads.reduce((sum, head) => sum + BESIDE_MM + LETTER_MM * longestWord(head), 0);
  if (width > PAGE_MM) report('table-narrow', table.element, String(columns), 'warning');
}

const longestWord = (head: string): number => Math.max(...head.split(/[\s/-]/).map((word) => word.length));

/** Whether `of` is meaningful: for an input percentage, two different input columns of counts. */
function isShare({ type, computed, of = ['', ''] }: ColumnView, leaves: readonly ColumnView[]): boolean {
  const counts = leaves.filter((leaf) => leaf.type === 'count' && !leaf.computed);
  const known = of.every((id) => counts.some((leaf) => leaf.id === id));
  return type === 'percent' && !computed && known && of[0] !== of[1];
}
