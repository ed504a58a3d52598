import { columnLeaves, columnName } from '../columns.js';
import type { Report } from './lint-finding.js';
import type { RulebookForm } from '../rulebook.js';

/** Only what was counted adds up; of ticks it is counted how many there are. */
export function lintTables({ view }: RulebookForm, report: Report): void {
  for (const table of view.report?.tables ?? []) {
    for (const column of columnLeaves(table.columns)) {
      const { type, down, across } = column;
      const adds = down === 'sum' || across === 'sum';
      const fits = (!adds || type === 'count') && (across !== 'count' || type === 'tick');
      if (!fits) report('column-total', table.element, columnName(column));
    }
  }
}
