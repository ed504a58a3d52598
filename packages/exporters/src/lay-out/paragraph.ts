import type { Inline } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import type { PageLook, PageParagraph, PagePlace, PageText } from '../model/pages.js';
import type { StyleName } from '../model/styles.js';
import { referenceText } from './reference.js';
import { stylesOf } from './styles-of.js';

/**
 * A paragraph in its style.
 *
 * @param own what differs from the style: formatting, and `sizePt` in a narrow table with smaller text
 */
export function paragraph(
  style: StyleName,
  inlines: readonly Inline[],
  layout: Layout,
  { sizePt, ...place }: Partial<PagePlace> & { readonly sizePt?: number } = {},
): PageParagraph {
  const usual = stylesOf(layout)[style];
  const look = sizePt === undefined ? usual.look : { ...usual.look, sizePt };
  return {
    kind: 'paragraph',
    style,
    ...usual.place,
    texts: pageTexts(inlines, { look, caps: usual.caps }, layout),
    ...place,
  };
}

/** Gap between a long text on the left of a closing and the right column. */
export const COLUMNS_APART_MM = 3;

/** A centred horizontal line. */
export function rule(ruleMm: number, layout: Layout, place: Partial<PagePlace> = {}): PageParagraph {
  return { ...paragraph('rule', [], layout, place), ruleMm };
}

/** Applies the paragraph's look to every inline, plus its own emphasis. */
function pageTexts(
  inlines: readonly Inline[],
  { look, caps }: { readonly look: PageLook; readonly caps: boolean },
  layout: Layout,
): PageText[] {
  const texts = inlines.map((inline): PageText => {
    if (typeof inline === 'string') return { ...look, text: inCase(inline, caps) };
    if ('unknown' in inline) return { ...look, text: dottedLine(inline.unknown) };
    if ('reference' in inline) return { ...look, text: referenceText(inline, layout.number) };
    if ('word' in inline) return { ...look, text: layout.words[inline.word] };
    const emphasis = inline.as === 'strong' ? { bold: true } : { italic: true };
    return { ...look, ...emphasis, text: inCase(inline.text, caps), style: inline.as };
  });
  return joinedAlike(texts);
}

/** Merges adjacent texts with the same look. */
export const joinedAlike = (texts: readonly PageText[]): PageText[] => texts.reduce<PageText[]>(joinAlike, []);

function joinAlike(done: PageText[], next: PageText): PageText[] {
  const last = done.at(-1);
  if (!last || last.sizePt !== next.sizePt || last.bold !== next.bold || last.italic !== next.italic) {
    return [...done, next];
  }
  return [...done.slice(0, -1), { ...last, text: last.text + next.text }];
}

/** An ellipsis is about two characters wide. */
export const dottedLine = (letters: number) => '…'.repeat(Math.max(1, Math.ceil(letters / 2)));

const inCase = (text: string, caps: boolean) => (caps ? text.toLocaleUpperCase('vi') : text);
