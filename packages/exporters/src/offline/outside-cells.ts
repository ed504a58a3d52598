import type { Messages } from '../strings/messages.js';
import type { ReadValue } from '../xlsx/read-sheet.js';
import { cellRef, isBlank, type FoundColumns } from './find-columns.js';
import type { ImportFinding } from './import-finding.js';
import { asText, shortened } from '../tables/said-in-cell.js';

/** What of a sheet is known; whatever else somebody wrote there is named, since it is not read. */
export interface KnownCells {
  readonly path: string;
  /** whether a row was read, and there these columns */
  readonly isRead: (row: number) => boolean;
  readonly columns: ReadonlySet<number>;
  /** columns of ids, in every row */
  readonly ids: ReadonlySet<number>;
  /** texts of the template itself */
  readonly own: ReadonlySet<ReadValue>;
}

/** More of them say no more: a whole list was pasted beside its columns. */
const MOST_NAMED = 20;

/** One finding for each row in which something stands that is not read: a note beside the list, a row added to a table. */
export function outsideCells(
  { sheet, below }: FoundColumns,
  { path, isRead, columns, ids, own }: KnownCells,
  words: Messages['cells'],
): ImportFinding[] {
  const findings: ImportFinding[] = [];
  for (let row = below; row < sheet.rows.length && findings.length < MOST_NAMED; row++) {
    const known = isRead(row) ? columns : ids;
    const cells = sheet.rows[row]!;
    const unread = [...cells.keys()].filter(
      (column) => !known.has(column) && !ids.has(column) && !isBlank(cells[column]) && !own.has(cells[column]!),
    );
    const [first] = unread;
    if (first === undefined) continue;
    const text = unread.map((column) => asText(cells[column]!)).join('; ');
    const params = { cell: cellRef(sheet, row, first), text: shortened(text) };
    const message = words.outside(params);
    findings.push({ rule: 'cell/outside', severity: 'warning', path, message, params, cell: params.cell });
  }
  return findings;
}
