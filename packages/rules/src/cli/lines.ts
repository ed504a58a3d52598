import type { Readable } from 'node:stream';

/** A line of a stream without its line feed; the content of a line that is too long is discarded. */
export interface Line {
  /** from 1 */
  readonly number: number;
  readonly bytes: Buffer | 'too-long';
}

const LINE_FEED = 0x0a;
/** space, tab, carriage return */
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d]);

/**
 * The lines of a stream, those of one chunk at a time. At most `most` bytes of a line are buffered; the rest is skipped
 * up to its line feed. Lines that contain only spaces, tabs and carriage returns are skipped; the last line needs no
 * line feed.
 *
 * @param input a stream of bytes
 * @param most  maximum length of a line in bytes
 */
export async function* linesOf(input: Readable, most: number): AsyncGenerator<Line[]> {
  let begun: Buffer[] = [];
  let length = 0;
  let number = 0;

  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= most) begun.push(part);
    else begun = [];
  };
  const end = (): Line[] => {
    const bytes = length > most ? 'too-long' : begun.length === 1 ? begun[0]! : Buffer.concat(begun);
    begun = [];
    length = 0;
    number += 1;
    return bytes !== 'too-long' && bytes.every((byte) => BLANK.has(byte)) ? [] : [{ number, bytes }];
  };

  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    const lines: Line[] = [];
    let from = 0;
    for (let to = bytes.indexOf(LINE_FEED); to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
      add(bytes.subarray(from, to));
      lines.push(...end());
      from = to + 1;
    }
    add(bytes.subarray(from));
    if (lines.length > 0) yield lines;
  }
  const last = end();
  if (last.length > 0) yield last;
}
