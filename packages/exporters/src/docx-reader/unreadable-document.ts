/** Why a file cannot be read as a Word document. */
export type UnreadableDocumentReason =
  | 'no-docx'
  /** of Word 97 to 2003 */
  | 'old-word'
  | 'encrypted'
  | 'damaged'
  | 'too-large';

/** Thrown if a file cannot be read as a Word document. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  readonly reason: UnreadableDocumentReason;
  constructor(reason: UnreadableDocumentReason, cause?: unknown) {
    super(`The file is no document that can be read: ${reason}.`, { cause });
    this.reason = reason;
  }
}

/** What a file is that is no archive, by its first bytes and, in the container of old Office files, by its streams. */
export function reasonOf(bytes: Uint8Array): UnreadableDocumentReason {
  if (begins(bytes, [0x50, 0x4b])) return 'damaged';
  if (!begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'no-docx';
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text.includes('EncryptedPackage')) return 'encrypted';
  return text.includes('WordDocument') ? 'old-word' : 'no-docx';
}

const begins = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);
