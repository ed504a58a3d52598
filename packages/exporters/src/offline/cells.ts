import { parseDay } from '@kl01/rules';
import { membersOf } from '../documents/text.js';
import type { CellFormat, CellValue, SheetCell, SheetRow } from '../workbook.js';

export const idCell = (value: string | null): SheetCell => ({ value, role: 'id' });

/** Columns that the lines above a sheet cover at most, so that they stay in sight. */
const HEADING_COLUMNS = 8;

/** Lines above a sheet, the first its title, from the first column that is not hidden. */
export function headingRows(lines: readonly string[], columns: number, hidden: number): SheetRow[] {
  return lines.map((value, index) => ({
    cells: [
      ...Array.from({ length: hidden }, () => null),
      { value, role: index === 0 ? 'title' : 'note', across: Math.max(1, Math.min(columns, HEADING_COLUMNS)) },
    ],
  }));
}

/** A cell to be filled in. A value that does not fit its format stands there as text, to be seen and mended. */
export function openCell(value: CellValue, format: CellFormat): SheetCell {
  return { value, role: 'open', format: fits(value, format) ? format : 'text' };
}

function fits(value: CellValue, format: CellFormat): boolean {
  if (value === null || format === 'text') return true;
  return format === 'day' ? parseDay(String(value)) !== null : typeof value === 'number';
}

/** What stands at the end of a way of members, own ones only. */
export function valueAt(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    const members = membersOf(value);
    return Object.hasOwn(members, name) ? members[name] : undefined;
  }, from);
}
