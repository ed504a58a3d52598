import { aroundSymbols } from '../text/official-symbols.js';
import type {
  PageCell,
  PageLook,
  PageParagraph,
  Pages,
  PagesPart,
  PageStyles,
  PageTable,
  PageText,
} from '../model/pages.js';
import type * as Docx from './library.js';
import { BORDER, CELL_MM, twips, twipsOfPoints } from './measures.js';
import { repeatableZip } from './repeatable-zip.js';
import { stylesXml } from './styles-xml.js';
import { wordStyles, wordTableStyles, wordTextStyles } from '../strings/word-styles.js';

/**
 * Writes laid-out pages as a Word file. The library is loaded on demand, when a page first prints.
 *
 * @returns the bytes of a .docx; equal pages give equal bytes
 */
export async function writeDocx(pages: Pages): Promise<Uint8Array> {
  const docx = await import('./library.js');
  const document = new docx.Document({
    compatibility: { version: WORD_2013 },
    sections: pages.parts.map((part) => writePart(docx, part, pages)),
  });
  const written = new Uint8Array(await docx.Packer.toArrayBuffer(document));
  return repeatableZip(written, { title: pages.title, parts: { 'word/styles.xml': stylesXml(pages) } });
}

/** Current versions use this mode; without it, Word opens the file in the compatibility mode of 2007. */
const WORD_2013 = 15;

function writePart(docx: typeof Docx, part: PagesPart, { pageNumber, styles }: Pages): Docx.ISectionOptions {
  const { marginsMm, paperMm, landscape } = part;
  const { PORTRAIT, LANDSCAPE } = docx.PageOrientation;
  // The library expects portrait sizes and rotates them itself.
  const upright = landscape ? { width: paperMm.height, height: paperMm.width } : paperMm;
  const number = new docx.TextRun({ children: [docx.PageNumber.CURRENT] });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: twips(upright.width),
          height: twips(upright.height),
          orientation: landscape ? LANDSCAPE : PORTRAIT,
        },
        margin: {
          top: twips(marginsMm.top),
          bottom: twips(marginsMm.bottom),
          left: twips(marginsMm.left),
          right: twips(marginsMm.right),
          header: twips(pageNumber.fromTopMm),
          footer: twips(pageNumber.fromTopMm),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      // The first page has no header of its own, so it prints none.
      default: new docx.Header({
        children: [new docx.Paragraph({ style: wordStyles['page-number'].id, children: [number] })],
      }),
    },
    children: [
      ...part.blocks.map((block) => {
        const textMm = paperMm.width - marginsMm.left - marginsMm.right;
        return block.kind === 'table'
          ? writeTable(docx, block, styles)
          : writeParagraph(docx, block, { availableMm: textMm, styles });
      }),
      ...(part.blocks.at(-1)?.kind === 'table' ? [lastParagraph(docx)] : []),
    ],
  };
}

/**
 * A section ends with a paragraph; at full height, it would start another page after a signature at the bottom of one.
 */
const lastParagraph = (docx: typeof Docx) =>
  new docx.Paragraph({ spacing: { line: twipsOfPoints(1), lineRule: docx.LineRuleType.EXACT } });

interface Room {
  readonly availableMm: number;
  readonly styles: PageStyles;
}

/** References the style by name and writes only what differs from it. */
function writeParagraph(docx: typeof Docx, block: PageParagraph, { availableMm, styles }: Room): Docx.Paragraph {
  const { place, look } = styles[block.style];
  const { id } = wordStyles[block.style];
  const { AT_LEAST, EXACT, AUTO } = docx.LineRuleType;
  const lines = block.lineAtLeastPt !== place.lineAtLeastPt || block.lineExactly !== place.lineExactly;
  const spacing = {
    ...(block.beforePt !== place.beforePt && { before: twipsOfPoints(block.beforePt) }),
    ...(block.afterPt !== place.afterPt && { after: twipsOfPoints(block.afterPt) }),
    ...(lines &&
      (block.lineAtLeastPt > 0
        ? { line: twipsOfPoints(block.lineAtLeastPt), lineRule: block.lineExactly ? EXACT : AT_LEAST }
        : { line: SINGLE_LINE, lineRule: AUTO })),
  };
  const ruleSide = block.ruleMm === undefined ? undefined : twips(Math.max(0, availableMm - block.ruleMm) / 2);
  const indent =
    ruleSide === undefined
      ? {
          ...(block.leftMm !== place.leftMm && { left: twips(block.leftMm) }),
          ...(block.rightMm !== place.rightMm && { right: twips(block.rightMm) }),
          ...(block.firstLineMm !== place.firstLineMm && { firstLine: twips(block.firstLineMm) }),
        }
      : { left: ruleSide, right: ruleSide };
  return new docx.Paragraph({
    ...(block.style !== 'normal' && { style: id }),
    ...(block.align !== place.align && { alignment: alignment(docx, block.align) }),
    ...(Object.keys(indent).length > 0 && { indent }),
    ...(Object.keys(spacing).length > 0 && { spacing }),
    ...(block.withNext !== place.withNext && { keepNext: block.withNext }),
    ...(block.breakBefore && { pageBreakBefore: true }),
    children: block.texts.map((text) => writeText(docx, text, look)),
  });
}

/** Line heights are in 240ths of a line. */
const SINGLE_LINE = 240;

/** Writes the text style by name and what else differs from the paragraph; usually nothing. */
function writeText(docx: typeof Docx, { text, style, ...own }: PageText, paragraph: PageLook): Docx.TextRun {
  const differs = (name: keyof PageLook) => own[name] !== paragraph[name];
  // A character style that sets bold would toggle it off in a bold paragraph (ECMA-376, part 1, 17.7.3).
  const named = style && (differs('bold') || differs('italic'));
  return new docx.TextRun({
    ...wording(docx, text),
    ...(named && { style: wordTextStyles[style].id }),
    ...(differs('sizePt') && { size: own.sizePt * 2 }),
    ...(!named && differs('bold') && { bold: own.bold }),
    ...(!named && differs('italic') && { italics: own.italic }),
    ...(differs('underline') && { underline: own.underline ? {} : { type: docx.UnderlineType.NONE } }),
  });
}

/** Word and LibreOffice break lines after a hyphen except after this one, which becomes "-" again in a PDF. */
function wording(docx: typeof Docx, text: string): Pick<Docx.IRunOptions, 'text' | 'children'> {
  const pieces = aroundSymbols(text);
  if (pieces.length === 1) return { text };
  const kept = pieces.map((piece, index) => (index % 2 === 0 ? piece : piece.replaceAll('-', NO_BREAK_HYPHEN)));
  // As few elements as possible: each takes the library time.
  const [first = '', ...rest] = kept.join('').split(NO_BREAK_HYPHEN);
  return { children: [first, ...rest.flatMap((part) => [new docx.NoBreakHyphen(), part])] };
}

const NO_BREAK_HYPHEN = '\u2011';

function writeTable(
  docx: typeof Docx,
  { widthsMm, bordered, headRows, rows }: PageTable,
  styles: PageStyles,
): Docx.Table {
  const sideMm = bordered ? CELL_MM.side : 0;
  return new docx.Table({
    style: wordTableStyles[bordered ? 'ruled' : 'columns'].id,
    layout: docx.TableLayoutType.FIXED,
    width: { size: widthsMm.reduce((sum, width) => sum + twips(width), 0), type: docx.WidthType.DXA },
    columnWidths: widthsMm.map(twips),
    rows: rows.map(
      ({ whole, cells }, index) =>
        new docx.TableRow({
          cantSplit: whole,
          ...(index < headRows && { tableHeader: true }),
          children: cells.map((cell) => writeCell(docx, cell, { sideMm, styles })),
        }),
    ),
  });
}

function writeCell(
  docx: typeof Docx,
  cell: PageCell,
  { sideMm, styles }: { sideMm: number; styles: PageStyles },
): Docx.TableCell {
  const paragraphs = cell.paragraphs.map((block) =>
    writeParagraph(docx, block, { availableMm: cell.widthMm - 2 * sideMm, styles }),
  );
  return new docx.TableCell({
    width: { size: twips(cell.widthMm), type: docx.WidthType.DXA },
    ...(cell.across > 1 && { columnSpan: cell.across }),
    ...(cell.down > 1 && { rowSpan: cell.down }),
    ...(cell.middle && { verticalAlign: docx.VerticalAlignTable.CENTER }),
    ...(cell.bare && { borders: bareBorders(docx) }),
    children: paragraphs.length > 0 ? paragraphs : [new docx.Paragraph({})],
  });
}

function bareBorders({ BorderStyle }: typeof Docx): Docx.ITableCellBorders {
  const none = { style: BorderStyle.NIL, size: 0, color: 'auto' };
  const above = { style: BorderStyle.SINGLE, size: BORDER.table, color: '000000' };
  return { top: above, bottom: none, left: none, right: none };
}

function alignment({ AlignmentType }: typeof Docx, align: PageParagraph['align']) {
  const { LEFT, CENTER, RIGHT, BOTH } = AlignmentType;
  return { left: LEFT, center: CENTER, right: RIGHT, justify: BOTH }[align];
}
