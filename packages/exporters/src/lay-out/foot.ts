import type { Block, Closing, Paragraph } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import type { PageParagraph, PageRow } from '../model/pages.js';
import { laySignature } from './closing.js';
import { layParagraph } from './text-blocks.js';

/** Whether a paragraph is a table's note, or its sum in words. */
export const isOfTable = ({ as }: Paragraph): boolean => as === 'table-note' || as === 'table-sum';

/** What is below a table and kept with its last row. */
export interface Foot {
  readonly paragraphs: readonly Paragraph[];
  readonly closing?: Closing;
}

/**
 * The foot of a table: its notes and its sum, and a signature below them on the right. Programs may separate a table
 * from the text after it, whatever the settings, but they do keep rows together.
 *
 * @param following the blocks after the table
 * @returns the foot, and how many blocks it consists of
 */
export function footOf(following: readonly Block[]): { readonly foot?: Foot; readonly count: number } {
  const end = following.findIndex((block) => !(block.kind === 'paragraph' && isOfTable(block)));
  const paragraphs = following.slice(0, end < 0 ? following.length : end) as Paragraph[];
  const next = following[paragraphs.length];
  // Two columns need a separate table, and the text before is kept with it instead.
  if (next?.kind === 'closing' && next.left) return { count: 0 };
  const closing = next?.kind === 'closing' ? next : undefined;
  const count = paragraphs.length + (closing ? 1 : 0);
  return count > 0 ? { foot: { paragraphs, ...(closing && { closing }) }, count } : { count };
}

/** The foot as the last row of the table, spanning all columns. */
export function layFoot(
  { paragraphs, closing }: Foot,
  layout: Layout,
  { columns, textMm }: { columns: number; textMm: number },
): PageRow {
  const lines: PageParagraph[] = [
    ...paragraphs.map((paragraph) => ({ ...layParagraph(paragraph, layout), beforePt: FOOT_APART_PT })),
    ...(closing ? laySignature(closing.right, layout, textMm) : []),
  ];
  const cell = { across: columns, down: 1, widthMm: textMm, middle: false, bare: true, paragraphs: lines };
  return { whole: true, cells: [cell] };
}

const FOOT_APART_PT = 6;
