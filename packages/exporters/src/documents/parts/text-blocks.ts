import type { Block } from '../../model/document.js';

/**
 * A text as an officer types it: a blank line parts paragraphs, so does the end of a line; a line that begins with `-`
 * or `*` is a dash, one with `+` a dash of the second level.
 */
export function textBlocks(text: string): Block[] {
  return text.split(/[\r\n]+/).flatMap((line): Block[] => {
    const words = line.trim();
    if (!words) return [];
    if (!/^[-*\u2013\u2022+]\s/.test(words)) return [{ kind: 'paragraph', inlines: [words] }];
    return [{ kind: 'dash', level: words.startsWith('+') ? 2 : 1, inlines: [words.slice(1).trimStart()] }];
  });
}

/** Room for what is due and missing. */
export const dottedBlock: Block = { kind: 'paragraph', inlines: [{ unknown: 120 }] };
