import type { Messages } from '../strings/messages.js';
import { cellRef, isBlank, placedAt, type FoundColumns } from './find-columns.js';
import type { ImportFinding, ReadCell } from './import-finding.js';
import type { OfflineList } from './offline-form.js';
import { outsideCells } from './outside-cells.js';
import { readCell } from './read-cell.js';

/** A nominee read from a row; paths are relative to the nominee. */
export interface ReadNominee {
  readonly kind: OfflineList['kind'];
  /** null: new */
  readonly id: string | null;
  /** position among the nominees of all kinds when the workbook was made */
  readonly order: number | null;
  readonly row: string;
  readonly values: readonly ReadCell[];
  readonly problems: readonly ImportFinding[];
}

/** Reads every row of a list that has content beyond its hidden ids, and reports content outside the list. */
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
      readCell(codec, { path, label, ...placedAt(sheet, row, at) }, words),
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

/** Whether this is the header row, which may have been moved. */
function isHead(cells: readonly unknown[], placed: readonly { label: string; at: number }[]): boolean {
  return placed.length > 0 && placed.every(({ label, at }) => cells[at] === label);
}

/** Restores the order across all kinds unless rows have been moved; otherwise kind by kind, row by row. */
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
