import { columnName, sheetName, type Sheet } from '../model/workbook.js';
import { quoted } from './workbook-xml.js';

/**
 * Lists of choices as columns of a hidden sheet: inline, a list is limited to 255 characters and cannot contain commas
 * (ECMA-376 part 1, 18.3.1.32).
 */
export interface ChoiceLists {
  /** empty if there are no choices */
  readonly sheets: readonly Sheet[];
  /** the range of a list, for formulas */
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
