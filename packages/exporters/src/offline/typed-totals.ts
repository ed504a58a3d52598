import { cellNumber, type ColumnView, type RowView } from '@kl01/rules';
import type { Messages } from '../strings/messages.js';
import { count, percent } from '../tables/codec.js';
import { asText } from '../tables/said-in-cell.js';
import type { Statistics } from '../tables/statistics.js';
import { isBlank, placedAt, type FoundColumns } from './find-columns.js';
import type { ImportFinding } from './import-finding.js';
import { pointer } from './read-cell.js';

interface TableRead {
  readonly found: FoundColumns;
  readonly statistics: Statistics;
  readonly rows: readonly { id: string; label: string; cells?: RowView['cells']; row: number | undefined }[];
  /** sheet row of the totals */
  readonly totals: number | undefined;
  readonly typed: (row: string, column: string) => unknown;
}

/** Reports totals that were typed over their formula and are not what the cells read give; they are computed anew. */
export function typedTotals(
  { found, statistics, rows, totals, typed }: TableRead,
  words: Messages['cells'],
): ImportFinding[] {
  const { view: table, leaves, label: named } = statistics;
  const { sheet, byId } = found;
  const total = table.totalRow ? [{ id: null, label: table.totalRow.label, cells: 'sum', row: totals }] : [];
  return [...rows, ...total].flatMap(({ id, label, cells, row }) => {
    if (row === undefined) return [];
    return leaves.flatMap((column): ImportFinding[] => {
      const at = byId.get(column.id);
      if (at === undefined || (cells === undefined && !column.computed)) return [];
      const { given, cell, marks } = placedAt(sheet, row, at);
      if (isBlank(given) || marks.formula !== undefined) return [];
      const read = totalCodec(column).fromCell(given);
      const expected = cellNumber(table, typed, id, column);
      if (!('value' in read) || read.value === expected) return [];
      const params = {
        cell,
        label: `${label} – ${named(column)}`,
        text: asText(given),
        expected: expected === null ? '' : asText(totalCodec(column).toCell(expected)),
      };
      const path = pointer(['tables', table.id, ...(id === null ? [] : [id])]);
      return [{ rule: 'cell/total', severity: 'warning', path, message: words.total(params), params, cell }];
    });
  });
}

const totalCodec = ({ type }: ColumnView) => (type === 'percent' ? percent : count);
