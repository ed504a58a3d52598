import type { Inline } from '../model/document.js';
import type { Layout, TextStyle } from '../layouts/layout.js';
import type { PageParagraph, PageText } from '../model/pages.js';
import { referenceText } from './reference.js';

/** A paragraph of the page with what is usual left out. */
export function paragraph(texts: readonly PageText[], given: Partial<PageParagraph> = {}): PageParagraph {
  return {
    kind: 'paragraph',
    texts,
    align: 'left',
    leftMm: 0,
    rightMm: 0,
    firstLineMm: 0,
    beforePt: 0,
    afterPt: 0,
    lineAtLeastPt: 0,
    withNext: false,
    ...given,
  };
}

/** Between a long text on the left of a letterhead or a closing and what stands on the right. */
export const COLUMNS_APART_MM = 3;

/** A line of its own, centred. */
export function rule(ruleMm: number, given: Partial<PageParagraph> = {}): PageParagraph {
  return paragraph([], { align: 'center', ruleMm, ...given });
}

/** Gives every inline the style of its place; emphasis adds to it. */
export function pageTexts(inlines: readonly Inline[], style: TextStyle, layout: Layout): PageText[] {
  const texts = inlines.map((inline) => {
    const plain = {
      sizePt: style.sizePt,
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      ...(style.underline && { underline: true }),
    };
    if (typeof inline === 'string') return { ...plain, text: inCase(inline, style.caps) };
    if ('unknown' in inline) return { ...plain, text: dottedLine(inline.unknown) };
    if ('reference' in inline) return { ...plain, text: referenceText(inline, layout.number) };
    if ('word' in inline) return { ...plain, text: layout.words[inline.word] };
    return {
      ...plain,
      text: inCase(inline.text, style.caps ?? inline.caps),
      bold: plain.bold || (inline.bold ?? false),
      italic: plain.italic || (inline.italic ?? false),
    };
  });
  return joinedAlike(texts);
}

/** Neighbours of one look are one text. */
export const joinedAlike = (texts: readonly PageText[]): PageText[] => texts.reduce<PageText[]>(joinAlike, []);

function joinAlike(done: PageText[], next: PageText): PageText[] {
  const last = done.at(-1);
  if (!last || last.sizePt !== next.sizePt || last.bold !== next.bold || last.italic !== next.italic) {
    return [...done, next];
  }
  return [...done.slice(0, -1), { ...last, text: last.text + next.text }];
}

/** An ellipsis is about as wide as two letters. */
export const dottedLine = (letters: number) => '…'.repeat(Math.max(1, Math.ceil(letters / 2)));

const inCase = (text: string, caps = false) => (caps ? text.toLocaleUpperCase('vi') : text);
