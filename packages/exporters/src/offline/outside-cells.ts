import type { Messages } from '../strings/messages.js';
import type { ReadValue } from '../xlsx/read-sheet.js';
import { cellRef, isBlank, type FoundColumns } from './find-columns.js';
import type { ImportFinding } from './import-finding.js';
import { asText, shortened } from '../tables/said-in-cell.js';

/** The known cells of a sheet; any others are reported, since they are not read. */
export interface KnownCells {
  readonly path: string;
  /** whether the known columns of this row were read */
  readonly isRead: (row: number) => boolean;
  readonly columns: ReadonlySet<number>;
  /** id columns, known in every row */
  readonly ids: ReadonlySet<number>;
  /** texts of the template */
  readonly own: ReadonlySet<ReadValue>;
}

/** Reporting more would not help: a whole list was pasted beside the columns. */
const MOST_NAMED = 20;

/** One finding per row with content that is not read: a note beside the list, a row added to a table. */
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
