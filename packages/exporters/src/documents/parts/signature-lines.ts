import { words } from '../../strings/document-words.js';

/** What stands above a signature, a line each: in whose name, then as what. */
export interface SignatureLines {
  readonly authority: readonly string[];
  readonly title: readonly string[];
}

/**
 * Parts what was typed into lines: at the ends of lines, before each "KT." and its like, and where the post of who signs
 * follows that of whom he signs for, "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in one field. Lines that say in whose name are authority,
 * whichever field they were typed into.
 */
export function signatureLines(authority?: string, title?: string): SignatureLines {
  const named = linesOf(authority);
  const lines = [...named, ...linesOf(title)];
  const marked = lines.map((line) => MARK.test(line)).lastIndexOf(true);
  // What has no mark is authority as it was given: its first line.
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

/** The post of who signs begins a line, but not where it stands right after the mark. */
function parted(line: string): string[] {
  const after = MARK.exec(line)?.[0].length ?? 0;
  const at = [...line.matchAll(POST)].map(({ index }) => index).find((index) => index > after);
  return at === undefined ? [line] : [line.slice(0, at), line.slice(at)];
}

/** On behalf of, in place of, by order of, by warrant of: with a slash or a full stop, or the letters alone. */
const MARK = /^\s*(?:K\/?T|T\/?M|T\/?L|T\/?UQ)[./]?\s+/iu;
const BEFORE_MARK = / (?=(?:K\/T|T\/[ML]|T\/UQ|KT\.|TM\.|TL\.|TUQ\.)\s)/iu;
const POST = new RegExp(`(?<=\\s)(?:${words.signsFor.join('|')})(?=\\s|$)`, 'giu');
