import type * as Docx from 'docx';
import type { PageCell, PageParagraph, Pages, PagesPart, PageTable, PageText } from '../pages.js';
import { repeatableZip } from './repeatable-zip.js';

const TWIPS_PER_MM = 1440 / 25.4;
const TWIPS_PER_POINT = 20;
/** Widths of borders are given in eighths of a point. */
const HALF_POINT_BORDER = 4;

const twips = (mm: number) => Math.round(mm * TWIPS_PER_MM);

/**
 * Writes laid-out pages as a Word file. The library is loaded when first needed, so a page pays for it only when printing.
 *
 * @returns the bytes of a .docx; equal pages give equal bytes
 */
export async function writeDocx(pages: Pages): Promise<Uint8Array> {
  const docx = await import('docx');
  const document = new docx.Document({
    compatibility: { version: WORD_2013 },
    styles: {
      default: {
        document: { run: { font: pages.font, language: { value: 'vi-VN' } }, paragraph: { spacing: { after: 0 } } },
      },
    },
    sections: pages.parts.map((part) => writePart(docx, part, pages)),
  });
  return repeatableZip(new Uint8Array(await docx.Packer.toArrayBuffer(document)), { title: pages.title });
}

/** Newer versions keep this mode; without it Word opens the file as one of 2007, "in compatibility mode". */
const WORD_2013 = 15;

function writePart(docx: typeof Docx, part: PagesPart, { pageNumber }: Pages): Docx.ISectionOptions {
  const { marginsMm, paperMm, landscape } = part;
  const { PORTRAIT, LANDSCAPE } = docx.PageOrientation;
  // The library wants the sizes of the page held upright and turns them itself.
  const upright = landscape ? { width: paperMm.height, height: paperMm.width } : paperMm;
  const number = new docx.TextRun({ children: [docx.PageNumber.CURRENT], size: pageNumber.sizePt * 2 });
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
      first: new docx.Header({ children: [new docx.Paragraph({})] }),
      default: new docx.Header({
        children: [new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: [number] })],
      }),
    },
    children: part.blocks.map((block) => {
      const textMm = paperMm.width - marginsMm.left - marginsMm.right;
      return block.kind === 'table' ? writeTable(docx, block) : writeParagraph(docx, block, textMm);
    }),
  };
}

function writeParagraph(docx: typeof Docx, block: PageParagraph, availableMm: number): Docx.Paragraph {
  if (block.ruleMm !== undefined) return writeRule(docx, block, block.ruleMm, availableMm);
  const { AT_LEAST } = docx.LineRuleType;
  return new docx.Paragraph({
    alignment: alignment(docx, block.align),
    indent: { left: twips(block.leftMm), firstLine: twips(block.firstLineMm) },
    spacing: {
      before: Math.round(block.beforePt * TWIPS_PER_POINT),
      after: Math.round(block.afterPt * TWIPS_PER_POINT),
      ...(block.lineAtLeastPt > 0 && { line: block.lineAtLeastPt * TWIPS_PER_POINT, lineRule: AT_LEAST }),
    },
    keepNext: block.withNext,
    pageBreakBefore: block.breakBefore ?? false,
    ...(block.outlineLevel && { outlineLevel: block.outlineLevel - 1 }),
    children: block.texts.map((text) => writeText(docx, text)),
  });
}

/** A very low paragraph, narrowed from both sides, whose upper border is the line. */
function writeRule(docx: typeof Docx, block: PageParagraph, ruleMm: number, availableMm: number): Docx.Paragraph {
  const side = twips(Math.max(0, availableMm - ruleMm) / 2);
  return new docx.Paragraph({
    indent: { left: side, right: side },
    spacing: {
      before: 3 * TWIPS_PER_POINT,
      after: Math.round(block.afterPt * TWIPS_PER_POINT),
      line: 2 * TWIPS_PER_POINT,
      lineRule: docx.LineRuleType.EXACT,
    },
    border: { top: { style: docx.BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    keepNext: block.withNext,
  });
}

function writeText(docx: typeof Docx, { text, sizePt, bold, italic, underline }: PageText): Docx.TextRun {
  const size = sizePt * 2;
  return new docx.TextRun({
    text,
    size,
    sizeComplexScript: size,
    bold,
    italics: italic,
    ...(underline && { underline: {} }),
  });
}

function writeTable(docx: typeof Docx, { widthsMm, bordered, headRows, rows }: PageTable): Docx.Table {
  const { DXA } = docx.WidthType;
  const line = bordered
    ? { style: docx.BorderStyle.SINGLE, size: HALF_POINT_BORDER, color: '000000' }
    : { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const sideMm = bordered ? 1.5 : 0;
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: widthsMm.reduce((sum, width) => sum + twips(width), 0), type: DXA },
    columnWidths: widthsMm.map(twips),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: {
      marginUnitType: DXA,
      top: twips(bordered ? 0.7 : 0),
      bottom: twips(bordered ? 0.7 : 0),
      left: twips(sideMm),
      right: twips(sideMm),
    },
    rows: rows.map(
      ({ whole, cells }, index) =>
        new docx.TableRow({
          cantSplit: whole,
          tableHeader: index < headRows,
          children: cells.map((cell) => writeCell(docx, cell, sideMm)),
        }),
    ),
  });
}

function writeCell(docx: typeof Docx, cell: PageCell, sideMm: number): Docx.TableCell {
  const paragraphs = cell.paragraphs.map((block) => writeParagraph(docx, block, cell.widthMm - 2 * sideMm));
  return new docx.TableCell({
    width: { size: twips(cell.widthMm), type: docx.WidthType.DXA },
    columnSpan: cell.across,
    rowSpan: cell.down,
    verticalAlign: cell.middle ? docx.VerticalAlignTable.CENTER : docx.VerticalAlignTable.TOP,
    children: paragraphs.length > 0 ? paragraphs : [new docx.Paragraph({})],
  });
}

function alignment({ AlignmentType }: typeof Docx, align: PageParagraph['align']) {
  const { LEFT, CENTER, RIGHT, BOTH } = AlignmentType;
  return { left: LEFT, center: CENTER, right: RIGHT, justify: BOTH }[align];
}
