import { parseDay } from '@kl01/rules';
import { membersOf } from '../documents/parts/text.js';
import type { CellFormat, CellValue, SheetCell, SheetRow } from '../model/workbook.js';

export const idCell = (value: string | null): SheetCell => ({ value, role: 'id' });

/** Maximum number of columns that heading lines span, so that they stay visible. */
const HEADING_COLUMNS = 8;

/** The heading of a sheet: titles, then notes. */
export interface SheetHeading {
  readonly titles: readonly string[];
  readonly notes: readonly string[];
}

/** Heading rows, from the first visible column. */
export function headingRows({ titles, notes }: SheetHeading, columns: number, hidden: number): SheetRow[] {
  const across = Math.max(1, Math.min(columns, HEADING_COLUMNS));
  const line = (role: 'title' | 'note') => (value: string) => ({
    cells: [...Array.from({ length: hidden }, () => null), { value, role, across }],
  });
  return [...titles.map(line('title')), ...notes.map(line('note'))];
}

/**
 * An editable cell. Values that do not match the format are written as text, so that they can be seen and corrected.
 */
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
