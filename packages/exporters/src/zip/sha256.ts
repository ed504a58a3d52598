import { sha256 as digester } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Breather } from './breather.js';

const PIECE_BYTES = 1 << 20;

/**
 * SHA-256 in lower-case hexadecimal. In JavaScript, in chunks: `crypto.subtle` is not available over plain http, which
 * office networks often use.
 */
export async function sha256(bytes: Uint8Array, breather: Breather): Promise<string> {
  const digest = digester.create();
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    digest.update(bytes.subarray(at, at + PIECE_BYTES));
    await breather.breathe();
  }
  return bytesToHex(digest.digest());
}
