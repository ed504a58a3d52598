import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Above this many bytes a file is read piece by piece, so that it need not fit into memory. */
const WHOLE_BYTES = 64 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/**
 * SHA-256 of a file's bytes, lower-case hexadecimal: how a submission names a file.
 *
 * `crypto.subtle` exists only on https and localhost; portals on plain http inside an office network have none, so
 * there the digest is computed in JavaScript.
 *
 * @throws DOMException when the file cannot be read, for example because it was moved or changed after being chosen
 */
export async function digestFile(file: Blob): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle && file.size <= WHOLE_BYTES) {
    return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer())));
  }
  return digestByPieces(file);
}

/** The same digest without `crypto.subtle`; between pieces the page stays alive. */
export async function digestByPieces(file: Blob): Promise<string> {
  const digest = sha256.create();
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    digest.update(new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer()));
  }
  return bytesToHex(digest.digest());
}
