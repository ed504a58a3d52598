import type { CellLimit, Sheet, Workbook } from '../workbook.js';

/** Name of the hidden sheet whose columns are the lists that cells choose from. */
export const LISTS = 'kl01-lists';

/**
 * Adds the lists of choices as a hidden sheet: written into the limit itself, a list may have 255 characters and no
 * comma (ECMA-376 part 1, 18.3.1.32).
 */
export function withLists(workbook: Workbook): Workbook {
  const lists = listsOf(workbook);
  if (lists.length === 0) return workbook;
  const height = Math.max(...lists.map(({ length }) => length));
  const sheet: Sheet = {
    name: LISTS,
    hidden: true,
    locked: true,
    columns: lists.map(() => ({ letters: 24 })),
    rows: Array.from({ length: height }, (_, row) => ({
      cells: lists.map((list) => (row < list.length ? { value: list[row]!, role: 'id' } : null)),
    })),
  };
  return { ...workbook, sheets: [...workbook.sheets, sheet] };
}

/** Every list once, in the order in which they are first used: the place is the column. */
export function listsOf({ sheets }: Workbook): readonly (readonly string[])[] {
  const byText = new Map<string, readonly string[]>();
  for (const { takes } of sheets.flatMap(({ limits = [] }) => limits)) {
    const list = listOf(takes);
    if (list) byText.set(JSON.stringify(list), list);
  }
  return [...byText.values()];
}

export const listOf = (takes: CellLimit['takes']) => (typeof takes === 'string' ? undefined : takes.list);
