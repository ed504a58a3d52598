import { parseDay } from '@kl01/rules';
import { membersOf } from '../documents/parts/text.js';
import type { CellFormat, CellValue, SheetCell, SheetRow } from '../model/workbook.js';

export const idCell = (value: string | null): SheetCell => ({ value, role: 'id' });

/** Columns that the lines above a sheet cover at most, so that they stay in sight. */
const HEADING_COLUMNS = 8;

/** What stands above a sheet: what it is, then what to know of it. */
export interface SheetHeading {
  readonly titles: readonly string[];
  readonly notes: readonly string[];
}

/** Lines above a sheet, from the first column that is not hidden. */
export function headingRows({ titles, notes }: SheetHeading, columns: number, hidden: number): SheetRow[] {
  const across = Math.max(1, Math.min(columns, HEADING_COLUMNS));
  const line = (role: 'title' | 'note') => (value: string) => ({
    cells: [...Array.from({ length: hidden }, () => null), { value, role, across }],
  });
  return [...titles.map(line('title')), ...notes.map(line('note'))];
}

/** A cell to be filled in. A value that does not fit its format stands there as text, to be seen and mended. */
export function openCell(value: CellValue, format: CellFormat): SheetCell {
  return { value, role: 'open', format: fits(value, format) ? format : 'text' };
}

function fits(value: CellValue, format: CellFormat): boolean {
  if (value === null || format === 'text') return true;
  return format === 'day' ? parseDay(String(value)) !== null : typeof value === 'number';
}

/** Value at a path, own properties only. */
export function valueAt(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    const members = membersOf(value);
    return Object.hasOwn(members, name) ? members[name] : undefined;
  }, from);
}
