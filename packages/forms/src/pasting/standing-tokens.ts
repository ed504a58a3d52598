import { attributeOf, htmlTokens, type HtmlToken } from './html-tokens.js';

/**
 * Pasted HTML without what is not part of the original document's text: margin comments and their marks, tracked
 * deletions, hidden text. Tracked insertions are kept. Footnote marks are put in brackets, as Word writes them:
 * LibreOffice gives `95%1` for 95% with note 1.
 */
export function* standingTokens(html: string): Generator<HtmlToken> {
  /** the element being left out, and how many elements of its name and how many blocks are open in it */
  let out: { readonly name: string; same: number; blocks: number } | null = null;
  let cells = 0;
  let note = '';
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      if (!out) yield token;
      continue;
    }
    const { kind, name, attributes } = token;
    const step = kind === 'open' ? 1 : -1;
    if (out) {
      if (name === out.name) out.same += step;
      else if (BLOCKS.test(name)) out.blocks += step;
      if (out.same > 0 && out.blocks >= 0) continue;
      // An element that is never closed ends with the enclosing block, so that the rest of the text is not lost.
      const closed: boolean = out.same <= 0;
      out = null;
      if (closed) continue;
    }
    if (kind === 'open' && isLeftOut(name, attributes, cells > 0)) {
      out = { name, same: 1, blocks: 0 };
      continue;
    }
    if (name === 'td' || name === 'th') cells = Math.max(0, cells + step);
    if (name === 'a' && kind === 'open') note = NOTE.exec(attributes)?.[1]?.toLowerCase() ?? '';
    if (name === 'a' && note !== '') {
      yield { kind: 'text', text: kind === 'open' ? '[' : note === 'sym' ? '] ' : ']' };
      if (kind === 'close') note = '';
    }
    yield token;
  }
}

/** Elements whose end also ends a line of text. */
export const BLOCKS = /^(?:p|div|h[1-6]|li|tr|table|ul|ol|blockquote|section|article|pre|dt|dd)$/;
const CELLS = /^(?:td|th)$/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|wbr)$/;
/** A LibreOffice footnote mark, in the text or before the note. */
export const NOTE = /\bsd(?:foot|end)note(anc|sym)\b/i;
const COMMENT = /\b(?:MsoCommentReference|msocom\w*|msoDel)\b/i;

function isLeftOut(name: string, attributes: string, inCell: boolean): boolean {
  if (name === 'del') return true;
  if (VOID.test(name) || CELLS.test(name) || !/mso|display/i.test(attributes)) return false;
  if (COMMENT.test(attributeOf(attributes, 'class') ?? '')) return true;
  const style = attributeOf(attributes, 'style') ?? '';
  if (/mso-element\s*:\s*comment|mso-hide\s*:\s*all/i.test(style)) return true;
  // In cells, Excel hides text this way if it is too long for its column.
  return !inCell && /(?:^|[;\s])display\s*:\s*none/i.test(style);
}
