import { columnLeaves, columnName } from '../columns.js';
import type { Report } from './lint-finding.js';
import type { ColumnView, RulebookReport } from '../rulebook.js';

/** Only counts can be summed; ticks are counted. A percentage must refer to two counts of its table. */
export function lintTables({ view }: RulebookReport, report: Report): void {
  for (const table of view.report.tables) {
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

/** Whether `of` is meaningful: for an input percentage, two different input columns of counts. */
function isShare({ type, computed, of = ['', ''] }: ColumnView, leaves: readonly ColumnView[]): boolean {
  const counts = leaves.filter((leaf) => leaf.type === 'count' && !leaf.computed);
  const known = of.every((id) => counts.some((leaf) => leaf.id === id));
  return type === 'percent' && !computed && known && of[0] !== of[1];
}
