import type { Messages } from '../strings/messages.js';
import { cellAt, cellRef, isBlank, type FoundColumns } from './find-columns.js';
import type { ImportFinding, ReadCell } from './import-finding.js';
import type { OfflineList } from './offline-form.js';
import { outsideCells } from './outside-cells.js';
import { readCell } from './read-cell.js';

/** A nominee as a row said it; paths are within the nominee. */
export interface ReadNominee {
  readonly kind: OfflineList['kind'];
  /** null: a new one */
  readonly id: string | null;
  /** place among nominees of all kinds when the workbook was made */
  readonly order: number | null;
  readonly row: string;
  readonly values: readonly ReadCell[];
  readonly problems: readonly ImportFinding[];
}

/** Every row of a list in which something stands, besides its hidden id; and what stands beside the list. */
export function readNominees(
  found: FoundColumns,
  { kind, columns }: OfflineList,
  words: Messages['cells'],
): { nominees: readonly ReadNominee[]; outside: readonly ImportFinding[] } {
  const { sheet, marked, byId, below } = found;
  const order = byId.get('order');
  const placed = columns.flatMap((column) => {
    const at = byId.get(column.path.join('.'));
    return at === undefined ? [] : [{ ...column, at }];
  });
  const rows = new Set<number>();
  const nominees = sheet.rows.flatMap((cells, row): ReadNominee[] => {
    if (row < below || isHead(cells, placed) || placed.every(({ at }) => isBlank(cells[at]))) return [];
    const read = placed.map(({ path, label, codec, at }) =>
      readCell(codec, { path, label, given: cellAt(sheet, row, at), cell: cellRef(sheet, row, at) }, words),
    );
    rows.add(row);
    const [id, place] = [cells[marked], order === undefined ? null : cells[order]];
    return [
      {
        kind,
        id: typeof id === 'string' && id.trim() !== '' ? id : null,
        order: typeof place === 'number' ? place : null,
        row: cellRef(sheet, row, placed[0]?.at ?? 0),
        values: read.map((each) => each.read),
        problems: read.flatMap((each) => each.problems),
      },
    ];
  });
  const known = {
    path: '/nominees',
    isRead: (row: number) => rows.has(row),
    columns: new Set(placed.map(({ at }) => at)),
    ids: new Set([marked, ...(order === undefined ? [] : [order])]),
    own: new Set(columns.map(({ label }) => label)),
  };
  return { nominees, outside: outsideCells(found, known, words) };
}

/** The line of column names, wherever it has been moved to. */
function isHead(cells: readonly unknown[], placed: readonly { label: string; at: number }[]): boolean {
  return placed.length > 0 && placed.every(({ label, at }) => cells[at] === label);
}

/**
 * The order of the list: as it was among all kinds, as long as nobody has moved rows; else kind by kind, row by row.
 */
export function inOrder(nominees: readonly ReadNominee[]): readonly ReadNominee[] {
  const last = new Map<string, number>();
  for (const { kind, order } of nominees) {
    if (order === null) continue;
    if (order <= (last.get(kind) ?? 0)) return nominees;
    last.set(kind, order);
  }
  const placed = nominees.filter(({ order }) => order !== null).sort((one, other) => one.order! - other.order!);
  return [...placed, ...nominees.filter(({ order }) => order === null)];
}
