import { lineStarts } from '../lay-out/height.js';
import type { PageParagraph, Pages, PagesPart, PageTable } from '../model/pages.js';

/**
 * For LibreOffice, which moves a paragraph kept with a signature as a whole and leaves the page before it empty, where
 * Word moves its last lines alone: such a paragraph is cut in two where one of its last lines begins. For what nobody
 * edits any more, a PDF.
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

/** So many of the last lines may go with the signature; as many at least stay. */
const LAST_LINES = { least: 3, most: 6 };

/** The line before the cut is one that leaves little room at its end: cut there, it ends like one that is not. */
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
