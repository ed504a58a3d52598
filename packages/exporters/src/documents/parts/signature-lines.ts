import { words } from '../../strings/document-words.js';

/** The lines above a signature: the authority, then the signer's post. */
export interface SignatureLines {
  readonly authority: readonly string[];
  readonly title: readonly string[];
}

/**
 * Splits typed text into lines: at line breaks, before each "KT." or similar mark, and before the signer's own post if
 * it follows the represented post, as in "KT. CHỦ TỊCH PHÓ CHỦ TỊCH". Lines with such a mark are authority, whichever
 * field they were typed into.
 */
export function signatureLines(authority?: string, title?: string): SignatureLines {
  const named = linesOf(authority);
  const lines = [...named, ...linesOf(title)];
  const marked = lines.map((line) => MARK.test(line)).lastIndexOf(true);
  // Without any mark, the first line given as authority is used.
  const count = Math.max(marked + 1, Math.min(named.length, 1));
  return { authority: lines.slice(0, count), title: lines.slice(count) };
}

const linesOf = (text = ''): string[] =>
  text
    .split(/[\r\n]+/)
    .flatMap((line) => line.replace(/\s+/g, ' ').split(BEFORE_MARK))
    .flatMap((line) => (MARK.test(line) ? parted(line) : [line]))
    .map((line) => line.trim())
    .filter(Boolean);

/** Breaks the line before the signer's post, unless the post directly follows the mark. */
function parted(line: string): string[] {
  const after = MARK.exec(line)?.[0].length ?? 0;
  const at = [...line.matchAll(POST)].map(({ index }) => index).find((index) => index > after);
  return at === undefined ? [line] : [line.slice(0, at), line.slice(at)];
}

/** On behalf of, in place of, by order of, by delegation of: with a slash, a full stop or neither. */
const MARK = /^\s*(?:K\/?T|T\/?M|T\/?L|T\/?UQ)[./]?\s+/iu;
const BEFORE_MARK = / (?=(?:K\/T|T\/[ML]|T\/UQ|KT\.|TM\.|TL\.|TUQ\.)\s)/iu;
const POST = new RegExp(`(?<=\\s)(?:${words.signsFor.join('|')})(?=\\s|$)`, 'giu');
