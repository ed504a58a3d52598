import type { Block, OfficialDocument, Part } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import type { PageParagraph, Pages, PagesPart, PageTable } from '../model/pages.js';
import { balanced } from './balanced.js';
import { layClosing } from './closing.js';
import { footOf, isOfTable } from './foot.js';
import { layoutOfPart } from './layout-of-part.js';
import { layLetterhead } from './letterhead.js';
import { paragraph } from './paragraph.js';
import { stylesOf } from './styles-of.js';
import { layTable, type BelowTable } from './table.js';
import { layAddressees, layDash, layHeading, layParagraph, layTitle } from './text-blocks.js';

type PageBlock = PageParagraph | PageTable;

const A4_MM = { short: 210, long: 297 };

/**
 * Applies a layout to a document.
 *
 * @returns pages ready for a writer; equal input gives equal pages
 */
export function layOut(document: OfficialDocument, layout: Layout): Pages {
  const parts = document.parts.map((part) => ({ ...part, ...layoutOfPart(part, layout) }));
  return {
    title: document.title,
    font: layout.font,
    styles: stylesOf(parts[0]?.layout ?? layout),
    pageNumber: layout.page.number,
    parts: parts.map((part) => layPart(part, part.layout)),
  };
}

function layPart(part: Part, layout: Layout): PagesPart {
  const landscape = part.orientation === 'landscape';
  const [width, height] = landscape ? [A4_MM.long, A4_MM.short] : [A4_MM.short, A4_MM.long];
  const { marginsMm } = layout.page;
  const textMm = width - marginsMm.left - marginsMm.right;

  const blocks: PageBlock[] = [];
  let breakBefore = false;
  for (let index = 0; index < part.blocks.length; index++) {
    const block = part.blocks[index] as Block;
    if (block.kind === 'page-break') {
      breakBefore = true;
      continue;
    }
    const next = part.blocks[index + 1];
    let laid: PageBlock[];
    if (block.kind === 'table') {
      const below = belowTable(part.blocks, index + 1);
      laid = [layTable(block, layout, textMm, below)];
      index += below.footBlocks;
    } else {
      laid = layBlock(block, layout, textMm);
      if (next?.kind === 'closing') laid = withNext(laid);
    }
    blocks.push(...(breakBefore ? afterBreak(laid, layout) : laid));
    breakBefore = false;
  }
  return { landscape, paperMm: { width, height }, marginsMm, blocks: blocks.flatMap(parted(layout)) };
}

/** Adjacent tables would merge; text after a table needs space. */
const parted =
  (layout: Layout) =>
  (block: PageBlock, index: number, all: readonly PageBlock[]): PageBlock[] => {
    if (all[index - 1]?.kind !== 'table') return [block];
    if (block.kind === 'table') return [{ ...emptyParagraph(layout), lineAtLeastPt: 6 }, block];
    const isLetterhead = index === 1 && !(all[0] as PageTable).bordered;
    return [{ ...block, beforePt: Math.max(block.beforePt, isLetterhead ? 12 : 6) }];
  };

function layBlock(
  block: Exclude<Block, { kind: 'page-break' | 'table' }>,
  layout: Layout,
  textMm: number,
): PageBlock[] {
  switch (block.kind) {
    case 'letterhead':
      return [layLetterhead(block, layout, textMm)];
    case 'title':
      return layTitle(block, layout, textMm);
    case 'addressees':
      return layAddressees(block, layout);
    case 'heading':
      return [layHeading(block, layout)];
    case 'paragraph':
      return [balancedTitle(layParagraph(block, layout), textMm)];
    case 'dash':
      return [layDash(block, layout)];
    case 'closing':
      return [layClosing(block, layout, textMm)];
  }
}

const balancedTitle = (laid: PageParagraph, textMm: number) =>
  laid.align === 'center' ? balanced(laid, textMm) : laid;

/** What follows a table that ends before the block at this index. */
function belowTable(blocks: readonly Block[], at: number): BelowTable & { readonly footBlocks: number } {
  const { foot, count } = footOf(blocks.slice(at));
  const [next, after] = blocks.slice(at, at + 2);
  const isSpokenOf = next?.kind === 'paragraph' && (next.as === 'after-table' || isOfTable(next));
  const isSigned = (isSpokenOf ? after : next)?.kind === 'closing' || foot?.closing !== undefined;
  return { ...(foot && { foot }), isTied: !foot && (isSpokenOf || isSigned), isSigned, footBlocks: count };
}

/**
 * A signature should not be alone on a page: the block before it is kept with it, of a text only the last lines.
 * (LibreOffice keeps all of it: `docx/last-lines-kept.ts`.)
 */
const withNext = (blocks: PageBlock[]): PageBlock[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? { ...block, withNext: true } : block));

function afterBreak([first, ...rest]: PageBlock[], layout: Layout): PageBlock[] {
  if (!first) return [];
  if (first.kind === 'paragraph') return [{ ...first, breakBefore: true }, ...rest];
  return [{ ...emptyParagraph(layout), breakBefore: true }, first, ...rest];
}

const emptyParagraph = (layout: Layout) => paragraph('normal', [], layout, { withNext: true });
