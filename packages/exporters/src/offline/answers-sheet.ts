import type { Members } from '../documents/parts/facts.js';
import { offlineWords as words } from '../strings/offline-words.js';
import type { CellLimit, Sheet } from '../model/workbook.js';
import { headingRows, idCell, openCell, valueAt, type SheetHeading } from '../tables/cells.js';
import { ANSWERS, MARK } from '../tables/marks.js';
import type { OfflineValue } from './offline-form.js';

/** The sheet of single values: one per row, with label and answer. */
export function answersSheet(
  values: readonly OfflineValue[],
  { name, about, submission }: { name: string; about: SheetHeading; submission: Members },
): Sheet {
  const top = headingRows({ ...about, notes: [...about.notes, words.howTo] }, 2, 1);
  const first = top.length + 2;
  return {
    name,
    locked: true,
    columns: [{ letters: 10, hidden: true }, { letters: 60 }, { letters: 40 }],
    rows: [
      ...top,
      { hidden: true, cells: [MARK + ANSWERS, 'label', 'value'].map(idCell) },
      {
        cells: [null, { value: words.question, role: 'head' }, { value: words.answer, role: 'head' }],
      },
      ...values.map(({ path, label, codec }) => ({
        cells: [
          idCell(path.join('.')),
          { value: label, role: 'label' as const },
          openCell(codec.toCell(valueAt(submission, path)), codec.format),
        ],
      })),
    ],
    fixed: { rows: first, columns: 2, headRows: [first - 1, first - 1] },
    limits: values.flatMap(({ codec: { takes } }, index): CellLimit[] =>
      takes ? [{ rows: [first + index, first + index], column: 2, takes }] : [],
    ),
  };
}
