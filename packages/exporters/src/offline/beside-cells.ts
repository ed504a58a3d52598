import type { Messages } from '../strings/messages.js';
import { shortened } from '../tables/said-in-cell.js';
import { isBlank, type FoundColumns } from './find-columns.js';
import type { ImportFinding } from './import-finding.js';

/** Naming more would not help. */
const MOST_NAMED = 20;

/** Reports what a sheet says beside its cells: comments, which are not read, and hidden rows, which are. */
export function besideCells({ sheet, below }: FoundColumns, words: Messages['cells']): ImportFinding[] {
  const comments = [...sheet.marks]
    .flatMap(([place, { comment }]) => (comment === undefined ? [] : [{ cell: `${sheet.name}!${place}`, comment }]))
    .slice(0, MOST_NAMED)
    .map(({ cell, comment }): ImportFinding => {
      const params = { cell, text: shortened(comment.trim()) };
      return { rule: 'cell/comment', severity: 'warning', path: '', message: words.comment(params), params, cell };
    });
  const hidden = [...sheet.hiddenRows].filter(
    (row) => row >= below && sheet.rows[row]?.some((cell) => !isBlank(cell)) === true,
  );
  if (hidden.length === 0) return comments;
  const params = {
    sheet: sheet.name,
    rows: [...hidden.slice(0, MOST_NAMED).map((row) => row + 1), ...(hidden.length > MOST_NAMED ? ['…'] : [])].join(
      ', ',
    ),
  };
  return [...comments, { rule: 'cell/hidden', severity: 'warning', path: '', message: words.hidden(params), params }];
}
