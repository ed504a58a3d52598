import type { Align, Cell, Row, Table } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import type { PageCell, PageTable } from '../model/pages.js';
import type { StyleName } from '../model/styles.js';
import { fittedColumns } from './fitted-columns.js';
import { layFoot, type Foot } from './foot.js';
import { paragraphMm } from './height.js';
import { layRows } from './lay-rows.js';
import { paragraph } from './paragraph.js';
import { stylesOf } from './styles-of.js';

/** Rows higher than this may be split across pages; otherwise a page would be left half empty. */
const ROW_KEPT_MM = 50;
/** Rows with fewer characters are never that high. */
const LETTERS_MEASURED = 150;

/** What follows a table. */
export interface BelowTable {
  /** kept with the last row */
  readonly foot?: Foot;
  /** the last row is kept with the next block, as far as programs support it */
  readonly isTied: boolean;
  readonly isSigned: boolean;
}

/** A table with borders, as wide as the text; its header repeats on every page. */
export function layTable(
  table: Table,
  layout: Layout,
  textMm: number,
  { foot, isTied, isSigned }: BelowTable,
): PageTable {
  const { widthsMm, smallerPt } = fittedColumns(table, stylesOf(layout), textMm);
  const aligns = table.columns.map(({ align }) => align);
  const head = layRows(table.head, (cell, place) => {
    const align = cell.align ?? 'center';
    return layCell(cell, place, {
      widthsMm,
      smallerPt,
      align,
      style: 'table-head',
      layout,
      middle: true,
      withNext: true,
    });
  });
  // No page is left half empty for a signature.
  const together = isShort(table) && !isSigned;
  const last = table.rows.length - 1;
  const body = layRows(
    table.rows.map(({ cells }) => cells),
    (cell, place, row) => {
      const { role } = table.rows[row] as Row;
      const align = cell.align ?? aligns[place] ?? 'left';
      return layCell(cell, place, {
        widthsMm,
        smallerPt,
        align,
        style: role === 'plain' ? 'table-cell' : 'table-group',
        layout,
        middle: false,
        withNext: role === 'group' || (row < last ? together : isTied || foot !== undefined),
      });
    },
  );
  return {
    kind: 'table',
    widthsMm,
    bordered: true,
    together,
    ...(isTied && { withNext: true }),
    headRows: head.length,
    rows: [
      ...head.map((cells) => ({ cells, whole: true })),
      ...body.map((cells) => ({ cells, whole: rowMm(cells) <= ROW_KEPT_MM })),
      ...(foot ? [layFoot(foot, layout, { columns: widthsMm.length, textMm })] : []),
    ],
  };
}

/** A table of a few short rows is kept on one page. */
function isShort({ rows }: Table): boolean {
  const texts = rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.flat()));
  const count = texts.reduce((sum, inline) => sum + (typeof inline === 'string' ? inline.length : 0), 0);
  return rows.length <= ROWS_KEPT_TOGETHER && count <= LETTERS_KEPT_TOGETHER;
}

const ROWS_KEPT_TOGETHER = 10;
const LETTERS_KEPT_TOGETHER = 600;

interface CellLook {
  widthsMm: readonly number[];
  /** reduction of the font size */
  smallerPt: number;
  align: Align;
  style: StyleName;
  layout: Layout;
  middle: boolean;
  withNext: boolean;
}

function layCell({ lines, across = 1, down = 1 }: Cell, place: number, look: CellLook): PageCell {
  const { widthsMm, smallerPt, align, style, layout, middle, withNext } = look;
  const widthMm = widthsMm.slice(place, place + across).reduce((sum, width) => sum + width, 0);
  const texts = lines.length > 0 ? lines : [[]];
  const sizePt = stylesOf(layout)[style].look.sizePt - smallerPt;
  return {
    across,
    down,
    widthMm,
    middle,
    paragraphs: texts.map((line) => paragraph(style, line, layout, { align, withNext, sizePt })),
  };
}

function rowMm(cells: readonly PageCell[]): number {
  return Math.max(0, ...cells.map((cell) => (letters(cell) < LETTERS_MEASURED ? 0 : cellMm(cell))));
}

const cellMm = ({ paragraphs, widthMm }: PageCell) =>
  paragraphs.reduce((sum, line) => sum + paragraphMm(line, widthMm - CELL_PADDING_MM), 0);

/** Side padding of a cell. */
const CELL_PADDING_MM = 3.8;

function letters({ paragraphs }: PageCell): number {
  return paragraphs.reduce((sum, { texts }) => texts.reduce((all, { text }) => all + text.length, sum), 0);
}
