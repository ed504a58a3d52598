import { columnName, sheetName, type Sheet } from '../model/workbook.js';
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

export function choiceLists(sheets: readonly Sheet[]): ChoiceLists {
  const lists = new Map<string, readonly string[]>();
  for (const { takes } of sheets.flatMap(({ limits = [] }) => limits)) {
    if (typeof takes !== 'string') lists.set(JSON.stringify(takes.list), takes.list);
  }
  const keys = [...lists.keys()];
  const name = sheetName('kl01-lists', new Set(sheets.map(({ name }) => name.toLocaleLowerCase('vi'))));
  return {
    sheets: lists.size > 0 ? [listSheet(name, [...lists.values()])] : [],
    rangeOf(list) {
      const column = columnName(keys.indexOf(JSON.stringify(list)));
      return `${quoted(name)}!$${column}$1:$${column}$${list.length}`;
    },
  };
}

function listSheet(name: string, lists: readonly (readonly string[])[]): Sheet {
  const height = Math.max(...lists.map(({ length }) => length));
  return {
    name,
    hidden: true,
    locked: true,
    columns: lists.map(() => ({ letters: 24 })),
    rows: Array.from({ length: height }, (_, row) => ({
      cells: lists.map((list) => (row < list.length ? { value: list[row]!, role: 'id' } : null)),
    })),
  };
}
