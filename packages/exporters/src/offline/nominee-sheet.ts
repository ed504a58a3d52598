import { listOf, membersOf, textOf } from '../documents/parts/text.js';
import type { Members } from '../documents/parts/facts.js';
import { offlineWords as words } from '../strings/offline-words.js';
import type { CellLimit, Sheet, SheetCell, SheetRow } from '../model/workbook.js';
import { headingRows, idCell, openCell, valueAt, type SheetHeading } from '../tables/cells.js';
import { MARK } from '../tables/marks.js';
import type { OfflineList } from './offline-form.js';

/** Empty rows below the filled ones; the rulebook reports nominees beyond the quota. */
const SPARE_ROWS = 20;
/** columns for the nominee's id and position among all kinds */
const HIDDEN = 2;

/** The list of one kind of nominee, one row each. */
export function nomineeSheet(
  { kind, columns }: OfflineList,
  { name, about, submission }: { name: string; about: SheetHeading; submission: Members },
): Sheet {
  const all = listOf(submission['nominees']).map(membersOf);
  const nominees = all.flatMap((nominee, index) => (nominee['kind'] === kind ? [{ nominee, place: index + 1 }] : []));
  const top = headingRows({ ...about, notes: [...about.notes, words.howTo] }, columns.length, HIDDEN);
  const first = top.length + 2;
  const count = nominees.length + SPARE_ROWS;
  const row = (index: number): SheetRow => {
    const { nominee, place } = nominees[index] ?? {};
    return {
      cells: [
        idCell(textOf(nominee?.['id']) ?? null),
        { value: place ?? null, role: 'id', format: 'count' },
        ...columns.map(({ path, codec }) => openCell(codec.toCell(valueAt(nominee, path)), codec.format)),
      ],
    };
  };
  return {
    name,
    landscape: true,
    locked: true,
    columns: [
      { letters: 10, hidden: true },
      { letters: 8, hidden: true },
      ...columns.map(({ codec, label }) => ({ letters: Math.max(codec.letters, Math.min(32, label.length / 5)) })),
    ],
    rows: [
      ...top,
      {
        hidden: true,
        cells: [`${MARK}${kind}`, 'order', ...columns.map(({ path }) => path.join('.'))].map(idCell),
      },
      { cells: [null, null, ...columns.map(({ label }): SheetCell => ({ value: label, role: 'head' }))] },
      ...Array.from({ length: count }, (_, index) => row(index)),
    ],
    fixed: { rows: first, columns: HIDDEN + 1, headRows: [first - 1, first - 1] },
    limits: columns.flatMap(({ codec: { takes } }, index): CellLimit[] =>
      takes ? [{ rows: [first, first + count - 1], column: index + HIDDEN, takes }] : [],
    ),
  };
}
