import { columnName, type Sheet } from '../workbook.js';
import { quoted } from './workbook-xml.js';

/**
 * The lists that cells choose from, as the columns of a hidden sheet: written into the limit itself, a list may have 255
 * characters and no comma (ECMA-376 part 1, 18.3.1.32).
 */
export interface ChoiceLists {
  /** none where nothing is chosen */
  readonly sheets: readonly Sheet[];
  /** where a list stands, as formulas name it */
  readonly rangeOf: (list: readonly string[]) => string;
}

const NAME = 'kl01-lists';

export function choiceLists(sheets: readonly Sheet[]): ChoiceLists {
  const lists = new Map<string, readonly string[]>();
  for (const { takes } of sheets.flatMap(({ limits = [] }) => limits)) {
    if (typeof takes !== 'string') lists.set(JSON.stringify(takes.list), takes.list);
  }
  const keys = [...lists.keys()];
  return {
    sheets: lists.size > 0 ? [listSheet([...lists.values()])] : [],
    rangeOf(list) {
      const column = columnName(keys.indexOf(JSON.stringify(list)));
      return `${quoted(NAME)}!$${column}$1:$${column}$${list.length}`;
    },
  };
}

function listSheet(lists: readonly (readonly string[])[]): Sheet {
  const height = Math.max(...lists.map(({ length }) => length));
  return {
    name: NAME,
    hidden: true,
    locked: true,
    columns: lists.map(() => ({ letters: 24 })),
    rows: Array.from({ length: height }, (_, row) => ({
      cells: lists.map((list) => (row < list.length ? { value: list[row]!, role: 'id' } : null)),
    })),
  };
}
