import type { Block } from '../../model/document.js';

/**
 * Parses plain text: line ends and blank lines separate paragraphs; a line that starts with `-` or `*` is a dash, one
 * with `+` a second-level dash.
 */
export function textBlocks(text: string): Block[] {
  return text.split(/[\r\n]+/).flatMap((line): Block[] => {
    const words = line.trim();
    if (!words) return [];
    if (!/^[-*\u2013\u2022+]\s/.test(words)) return [{ kind: 'paragraph', inlines: [words] }];
    return [{ kind: 'dash', level: words.startsWith('+') ? 2 : 1, inlines: [words.slice(1).trimStart()] }];
  });
}

/** A dotted line for a missing required text. */
export const dottedBlock: Block = { kind: 'paragraph', inlines: [{ unknown: 120 }] };
