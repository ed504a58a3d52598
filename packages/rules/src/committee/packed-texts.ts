/** Texts of one report, stored as bytes: takes a third less memory, and spares the garbage collector. */
export interface PackedTexts {
  /** UTF-8, concatenated */
  readonly bytes: Uint8Array;
  /** where each text begins, followed by the end of the last; an empty text means none, as valid texts are not empty */
  readonly starts: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function packTexts(texts: readonly (string | null)[]): PackedTexts {
  const parts = texts.map((text) => (text === null ? null : encoder.encode(text)));
  const starts = new Uint32Array(texts.length + 1);
  parts.forEach((part, index) => (starts[index + 1] = starts[index]! + (part?.length ?? 0)));
  const bytes = new Uint8Array(starts[texts.length]!);
  parts.forEach((part, index) => part && bytes.set(part, starts[index]));
  return { bytes, starts };
}

export function textOf({ bytes, starts }: PackedTexts, index: number): string | null {
  const [start, end] = [starts[index]!, starts[index + 1]!];
  return start === end ? null : decoder.decode(bytes.subarray(start, end));
}
