import type { ColumnView, RowView } from '@kl01/rules';
import type { Statistics } from '../tables/statistics.js';
import type { Messages } from '../strings/messages.js';
import { offlineWords } from '../strings/offline-words.js';
import { columnCodec } from '../tables/codec.js';
import { cellAt, isBlank, placedAt, type FoundColumns } from './find-columns.js';
import type { ImportFinding, ReadValues } from './import-finding.js';
import type { OfflineValue } from './offline-form.js';
import { outsideCells } from './outside-cells.js';
import { pointer, readCell } from './read-cell.js';
import { typedTotals } from './typed-totals.js';
import { LEADING_IDS, shownTableCell, tableRows } from '../tables/table-rows.js';

/** Reads the data cells of a table; totals and computed columns are recomputed, never read. */
export function readTable(found: FoundColumns, statistics: Statistics, words: Messages['cells']): ReadValues {
  const { view: table, leaves, label: named } = statistics;
  const { sheet, byId, marked } = found;
  const columns = leaves.filter(({ computed }) => !computed);
  const template = tableRows(statistics, 0, shownTableCell);
  const headEnd = found.below + template.head[1] - template.head[0] + 1;
  const totals = table.totalRow ? rowOf(found, null, table.totalRow.label) : undefined;
  const rows: RowFound[] = table.open
    ? openRows(found, columns, headEnd, totals)
    : table.rows.map(({ id, label, cells }) => ({ id, label, cells, row: rowOf(found, id, label) }));
  const read = rows.flatMap(({ id, label, cells, row }) => {
    if (row === undefined || cells) return [];
    return columns.flatMap((column) => {
      const at = byId.get(column.id);
      if (at === undefined) return [];
      const path = ['tables', table.id, id, column.id];
      const name = `${label} – ${named(column)}`;
      return [readCell(columnCodec(column), { path, label: name, ...placedAt(sheet, row, at) }, words)];
    });
  });
  const path = pointer(['tables', table.id]);
  const leading = Object.values(LEADING_IDS).flatMap((id) => byId.get(id) ?? []);
  // Header texts may depend on answers that are not available here; the number of header rows does not.
  const isHead = (row: number) => row >= found.below && row < headEnd;
  const outside = outsideCells(
    found,
    {
      path,
      isRead: (row) =>
        isHead(row) ||
        row === totals ||
        (table.open && row >= headEnd && isBlankRow(found, columns, row)) ||
        rows.some((each) => each.row === row),
      columns: new Set([labelColumn(found), ...leading, ...leaves.flatMap(({ id }) => byId.get(id) ?? [])]),
      ids: new Set([marked]),
      own: new Set(template.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? null))),
    },
    words,
  );
  const typed = new Map(read.map(({ read: { path: own, value } }) => [own.slice(2).join('/'), value]));
  const overwritten = typedTotals(
    {
      found,
      statistics,
      rows: table.open && rows.length > table.rows.length ? [] : rows,
      totals,
      typed: (row, column) => typed.get(`${row}/${column}`),
    },
    words,
  );
  const label = table.number || table.title;
  const lost = rows.flatMap((each) => (each.row === undefined && !each.cells ? [each.label] : [])).join(', ');
  const missing: ImportFinding = {
    rule: 'cell/rows',
    severity: 'error',
    path,
    message: words.rows({ label, rows: lost }),
    params: { label, rows: lost },
  };
  return {
    // Whatever rows the submission had are replaced by those of the sheet.
    values: [
      ...(table.open ? [{ path: ['tables', table.id], value: rows.map(() => ({})), cell: '', unread: false }] : []),
      ...read.map((each) => each.read),
    ],
    problems: [...(lost ? [missing] : []), ...read.flatMap((each) => each.problems), ...overwritten, ...outside],
  };
}

interface RowFound {
  readonly id: string;
  readonly label: string;
  readonly cells?: RowView['cells'];
  readonly row: number | undefined;
}

/** Rows in which something is filled in, in the order of the sheet, above the totals. */
function openRows(
  found: FoundColumns,
  columns: readonly ColumnView[],
  from: number,
  totals: number | undefined,
): RowFound[] {
  const to = totals ?? found.sheet.rows.length;
  const rows: RowFound[] = [];
  for (let row = from; row < to; row++) {
    if (isBlankRow(found, columns, row)) continue;
    rows.push({ id: String(rows.length), label: String(rows.length + 1), row });
  }
  return rows;
}

const isBlankRow = ({ sheet, byId }: FoundColumns, columns: readonly ColumnView[], row: number): boolean =>
  columns.every(({ id }) => {
    const at = byId.get(id);
    return at === undefined || isBlank(cellAt(sheet, row, at));
  });

/** Reads the rows of the answers sheet. */
export function readAnswers(
  found: FoundColumns,
  answers: readonly OfflineValue[],
  words: Messages['cells'],
): ReadValues {
  const { sheet, marked, byId } = found;
  const at = byId.get('value') ?? marked + 2;
  const rows = new Set<number>();
  const read = answers.flatMap(({ path, label, codec }) => {
    const row = rowOf(found, path.join('.'), label);
    if (row === undefined) return [];
    rows.add(row);
    return [readCell(codec, { path, label, ...placedAt(sheet, row, at) }, words)];
  });
  const outside = outsideCells(
    found,
    {
      path: '',
      isRead: (row) => rows.has(row),
      columns: new Set([byId.get('label') ?? marked + 1, at]),
      ids: new Set([marked]),
      own: new Set([offlineWords.question, offlineWords.answer]),
    },
    words,
  );
  return { values: read.map((each) => each.read), problems: [...read.flatMap((each) => each.problems), ...outside] };
}

/** Finds a row by id or, if its id was deleted, by label. */
function rowOf(found: FoundColumns, id: string | null, label: string): number | undefined {
  const { sheet, marked, below } = found;
  const at = labelColumn(found);
  const row = sheet.rows.findIndex(
    (cells, index) =>
      index >= below && ((id !== null && cells[marked] === id) || (isBlank(cells[marked]) && cells[at] === label)),
  );
  return row < 0 ? undefined : row;
}

/** The column of row labels, or of questions. */
const labelColumn = ({ byId, marked }: FoundColumns): number => byId.get(LEADING_IDS.label) ?? marked + 1;
