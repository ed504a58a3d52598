import { lineStarts } from '../lay-out/height.js';
import type { PageParagraph, Pages, PagesPart, PageTable } from '../model/pages.js';

/**
 * For LibreOffice, which moves a paragraph kept with a signature as a whole and leaves the page before it empty,
 * whereas Word moves only its last lines: splits such a paragraph at the start of one of its last lines. Only for files
 * that are not edited any more, such as PDF.
 */
export const lastLinesKept = (pages: Pages): Pages => ({ ...pages, parts: pages.parts.map(cutInPart) });

function cutInPart(part: PagesPart): PagesPart {
  const textMm = part.paperMm.width - part.marginsMm.left - part.marginsMm.right;
  const blocks = part.blocks.flatMap((block, index) => {
    const next = part.blocks[index + 1];
    return block.kind === 'paragraph' && block.withNext && isSignature(next) ? cut(block, textMm) : [block];
  });
  return { ...part, blocks };
}

const isSignature = (block?: PageParagraph | PageTable) => block?.kind === 'table' && !block.bordered;

/** Number of last lines that may move with the signature; at least as many stay. */
const LAST_LINES = { least: 3, most: 6 };

/** Splits after the line with the least space at its end, so that it looks like any other line. */
function cut(paragraph: PageParagraph, textMm: number): PageParagraph[] {
  const starts = lineStarts(paragraph, textMm);
  const [fullest] = starts
    .slice(-LAST_LINES.most + 1, -LAST_LINES.least + 1)
    .sort((one, other) => one.freeMm - other.freeMm);
  if (!fullest || starts.length < LAST_LINES.most + LAST_LINES.least) return [paragraph];
  const { texts } = paragraph;
  const parted = texts[fullest.text];
  if (!parted) return [paragraph];
  const before = { ...parted, text: parted.text.slice(0, fullest.letter).trimEnd() };
  const after = { ...parted, text: parted.text.slice(fullest.letter) };
  return [
    { ...paragraph, texts: [...texts.slice(0, fullest.text), before], afterPt: 0, withNext: false },
    { ...paragraph, texts: [after, ...texts.slice(fullest.text + 1)], firstLineMm: 0, beforePt: 0 },
  ];
}
