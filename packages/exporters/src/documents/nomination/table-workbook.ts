import type { Inline, Table } from '../../model/document.js';
import type { Sheet, SheetCell, SheetRow } from '../../model/workbook.js';

/** Sheet width in characters, distributed by the column shares of the printed table. */
const SHEET_LETTERS = 160;

/** A printed table as a sheet: same header and cells, blanks instead of dots. */
export function tableAsSheet(table: Table, { name, title }: { name: string; title: readonly string[] }): Sheet {
  const all = table.columns.reduce((sum, { share }) => sum + share, 0);
  const head = table.head.map((cells) => sheetRow(cells, table, 'head'));
  const above = title.map((value, index): SheetRow => ({
    cells: [{ value, role: index === 0 ? 'title' : 'note', across: table.columns.length }],
  }));
  return {
    name,
    landscape: true,
    columns: table.columns.map(({ share }) => ({ letters: Math.max(6, Math.round((share / all) * SHEET_LETTERS)) })),
    rows: [
      ...above,
      ...head,
      ...table.rows.map(({ role, cells }) => sheetRow(cells, table, role === 'plain' ? 'plain' : 'total')),
    ],
    fixed: {
      rows: above.length + head.length,
      columns: 0,
      headRows: [above.length, above.length + head.length - 1],
    },
  };
}

function sheetRow(cells: Table['head'][number], { columns }: Table, role: 'head' | 'plain' | 'total'): SheetRow {
  const row: (SheetCell | null)[] = [];
  for (const { lines, across = 1, down = 1, align } of cells) {
    const value = textOfLines(lines) || null;
    const own = align ?? (role === 'head' ? 'center' : (columns[row.length]?.align ?? 'left'));
    row.push({ value, role, across, down, align: own === 'justify' ? 'left' : own });
    for (let covered = 1; covered < across; covered++) row.push(null);
  }
  return { cells: row };
}

function textOfLines(lines: readonly (readonly Inline[])[]): string {
  const [first = []] = lines;
  if (lines.length === 1 && first.length === 1) return textInCell(first[0]!);
  return lines.map((line) => line.map(textInCell).join('')).join('\n');
}

/** Unknown values are dotted on paper but blank in a cell. */
export const textInCell = (inline: Inline): string =>
  typeof inline === 'string' ? inline : 'text' in inline ? inline.text : '';
