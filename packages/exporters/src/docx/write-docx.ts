import { aroundSymbols } from '../text/official-symbols.js';
import type { PageCell, PageParagraph, Pages, PagesPart, PageTable, PageText } from '../model/pages.js';
import type * as Docx from './library.js';
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
  const docx = await import('./library.js');
  const usualPt = usualSize(pages);
  const document = new docx.Document({
    compatibility: { version: WORD_2013 },
    styles: {
      default: {
        document: {
          run: { font: pages.font, size: usualPt * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: { after: 0 } },
        },
      },
    },
    sections: pages.parts.map((part) => writePart(docx, part, { ...pages, usualPt })),
  });
  return repeatableZip(new Uint8Array(await docx.Packer.toArrayBuffer(document)), { title: pages.title });
}

/** Newer versions keep this mode; without it Word opens the file as one of 2007, "in compatibility mode". */
const WORD_2013 = 15;

function writePart(
  docx: typeof Docx,
  part: PagesPart,
  { pageNumber, usualPt }: Pages & { usualPt: number },
): Docx.ISectionOptions {
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
      // Without a header of its own the first page has none.
      default: new docx.Header({
        children: [new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: [number] })],
      }),
    },
    children: [
      ...part.blocks.map((block) => {
        const textMm = paperMm.width - marginsMm.left - marginsMm.right;
        return block.kind === 'table'
          ? writeTable(docx, block, usualPt)
          : writeParagraph(docx, block, { availableMm: textMm, usualPt });
      }),
      ...(part.blocks.at(-1)?.kind === 'table' ? [lastParagraph(docx)] : []),
    ],
  };
}

/** A section ends with a paragraph; after a signature at the foot of a page one of full height would begin another page. */
const lastParagraph = (docx: typeof Docx) =>
  new docx.Paragraph({ spacing: { after: 0, line: TWIPS_PER_POINT, lineRule: docx.LineRuleType.EXACT } });

interface Room {
  readonly availableMm: number;
  readonly usualPt: number;
}

function writeParagraph(docx: typeof Docx, block: PageParagraph, { availableMm, usualPt }: Room): Docx.Paragraph {
  if (block.ruleMm !== undefined) return writeRule(docx, block, block.ruleMm, availableMm);
  const { AT_LEAST, EXACT } = docx.LineRuleType;
  return new docx.Paragraph({
    alignment: alignment(docx, block.align),
    ...((block.leftMm > 0 || block.rightMm > 0 || block.firstLineMm > 0) && {
      indent: {
        left: twips(block.leftMm),
        firstLine: twips(block.firstLineMm),
        ...(block.rightMm > 0 && { right: twips(block.rightMm) }),
      },
    }),
    spacing: {
      ...(block.beforePt > 0 && { before: Math.round(block.beforePt * TWIPS_PER_POINT) }),
      after: Math.round(block.afterPt * TWIPS_PER_POINT),
      ...(block.lineAtLeastPt > 0 && {
        line: block.lineAtLeastPt * TWIPS_PER_POINT,
        lineRule: block.lineExactly ? EXACT : AT_LEAST,
      }),
    },
    ...(block.withNext && { keepNext: true }),
    ...(block.breakBefore && { pageBreakBefore: true }),
    ...(block.outlineLevel && { outlineLevel: block.outlineLevel - 1 }),
    children: block.texts.map((text) => writeText(docx, text, usualPt)),
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
    ...(block.withNext && { keepNext: true }),
  });
}

/** Only what differs from the document's own look is said: a run in a long report is most often plain. */
function writeText(
  docx: typeof Docx,
  { text, sizePt, bold, italic, underline }: PageText,
  usualPt: number,
): Docx.TextRun {
  return new docx.TextRun({
    ...wording(docx, text),
    ...(sizePt !== usualPt && { size: sizePt * 2 }),
    ...(bold && { bold }),
    ...(italic && { italics: italic }),
    ...(underline && { underline: {} }),
  });
}

/** Word and LibreOffice break a line after a hyphen, but for this one, which they give back as "-" in a PDF. */
function wording(docx: typeof Docx, text: string): Pick<Docx.IRunOptions, 'text' | 'children'> {
  const pieces = aroundSymbols(text);
  if (pieces.length === 1) return { text };
  const kept = pieces.map((piece, index) => (index % 2 === 0 ? piece : piece.replaceAll('-', NO_BREAK_HYPHEN)));
  // As few elements as can be: each costs the library time.
  const [first = '', ...rest] = kept.join('').split(NO_BREAK_HYPHEN);
  return { children: [first, ...rest.flatMap((part) => [new docx.NoBreakHyphen(), part])] };
}

const NO_BREAK_HYPHEN = '\u2011';

/** The size that most letters have. */
function usualSize({ parts }: Pages): number {
  const letters = new Map<number, number>();
  const count = ({ texts }: PageParagraph) => {
    for (const { text, sizePt } of texts) letters.set(sizePt, (letters.get(sizePt) ?? 0) + text.length);
  };
  for (const block of parts.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'paragraph') count(block);
    else block.rows.forEach(({ cells }) => cells.forEach(({ paragraphs }) => paragraphs.forEach(count)));
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 14;
}

function writeTable(docx: typeof Docx, { widthsMm, bordered, headRows, rows }: PageTable, usualPt: number): Docx.Table {
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
          ...(index < headRows && { tableHeader: true }),
          children: cells.map((cell) => writeCell(docx, cell, { sideMm, usualPt })),
        }),
    ),
  });
}

function writeCell(
  docx: typeof Docx,
  cell: PageCell,
  { sideMm, usualPt }: { sideMm: number; usualPt: number },
): Docx.TableCell {
  const paragraphs = cell.paragraphs.map((block) =>
    writeParagraph(docx, block, { availableMm: cell.widthMm - 2 * sideMm, usualPt }),
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
  const above = { style: BorderStyle.SINGLE, size: HALF_POINT_BORDER, color: '000000' };
  return { top: above, bottom: none, left: none, right: none };
}

function alignment({ AlignmentType }: typeof Docx, align: PageParagraph['align']) {
  const { LEFT, CENTER, RIGHT, BOTH } = AlignmentType;
  return { left: LEFT, center: CENTER, right: RIGHT, justify: BOTH }[align];
}
