import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';

/** A line of a stream, without its line feed, or why it could not be read as text. */
export type Line = { readonly text: string } | { readonly refused: 'too-long' | 'not-utf-8' };

const LINE_FEED = 0x0a;

/**
 * The lines of a stream of UTF-8, those of one chunk at a time. However long a line is, no more than `most` bytes of it
 * are kept: the rest is passed over until its line feed. Lines of nothing but spaces, tabs and carriage returns are left
 * out; the last line needs no line feed.
 *
 * @param input a stream of bytes
 * @param most  bytes that a line may have
 */
export async function* linesOf(input: Readable, most: number): AsyncGenerator<Line[]> {
  let begun: Buffer[] = [];
  let length = 0;

  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= most) begun.push(part);
    else begun = [];
  };
  const end = (): Line | null => {
    const line = length > most ? ({ refused: 'too-long' } as const) : lineOf(begun);
    begun = [];
    length = 0;
    return line;
  };

  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    const lines: Line[] = [];
    let from = 0;
    for (let to = bytes.indexOf(LINE_FEED); to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
      add(bytes.subarray(from, to));
      const line = end();
      if (line) lines.push(line);
      from = to + 1;
    }
    add(bytes.subarray(from));
    if (lines.length > 0) yield lines;
  }
  const last = end();
  if (last) yield [last];
}

function lineOf(parts: Buffer[]): Line | null {
  const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  if (!isUtf8(bytes)) return { refused: 'not-utf-8' };
  const text = bytes.toString('utf8');
  return /^[ \t\r]*$/.test(text) ? null : { text };
}
