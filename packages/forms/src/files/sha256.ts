/** Above this many bytes a file is read in pieces, so that it need not fit into memory. */
const WHOLE_BYTES = 64 * 1024 * 1024;
/** a multiple of the block size, small enough to keep the page responsive between pieces */
const PIECE_BYTES = 1024 * 1024;
const BLOCK_BYTES = 64;

/**
 * SHA-256 of a file's bytes, lower-case hexadecimal; identifies a file in a submission.
 *
 * `crypto.subtle` exists only on https and localhost; portals on plain http inside an office network lack it, so there
 * the digest is computed in JavaScript.
 *
 * @throws DOMException if the file cannot be read, for example because it was moved or changed after being chosen
 */
export async function digestFile(file: Blob): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle && file.size <= WHOLE_BYTES) {
    return hex(new DataView(await subtle.digest('SHA-256', await file.arrayBuffer())));
  }
  return digestByPieces(file);
}

/**
 * The same digest without `crypto.subtle`; the page stays responsive between pieces. Implemented here because a library
 * for it would take 6 % of the one-file script; the names are those of FIPS 180-4, section 6.2.
 */
export async function digestByPieces(file: Blob): Promise<string> {
  const state = INITIAL.slice();
  for (let start = 0; start + BLOCK_BYTES <= file.size; start += PIECE_BYTES) {
    const bytes = new DataView(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
    for (let at = 0; at + BLOCK_BYTES <= bytes.byteLength; at += BLOCK_BYTES) digestBlock(state, bytes, at);
  }
  const end = await lastBlocks(file);
  for (let at = 0; at < end.byteLength; at += BLOCK_BYTES) digestBlock(state, end, at);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(4 * index, word));
  return hex(digest);
}

/** Padding: the rest of the last block, a one bit, zeros, and the length of the file in bits. */
async function lastBlocks(file: Blob): Promise<DataView> {
  const rest = new Uint8Array(await file.slice(file.size - (file.size % BLOCK_BYTES)).arrayBuffer());
  const bytes = new Uint8Array(rest.length + 9 > BLOCK_BYTES ? 2 * BLOCK_BYTES : BLOCK_BYTES);
  bytes.set(rest);
  bytes[rest.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(file.size / 2 ** 29));
  view.setUint32(bytes.length - 4, file.size << 3);
  return view;
}

/** Signed, like all sums here: engines compute these fastest. */
const schedule = new Int32Array(64);

function digestBlock(state: Int32Array, bytes: DataView, at: number): void {
  for (let t = 0; t < 64; t++) {
    if (t < 16) schedule[t] = bytes.getInt32(at + 4 * t);
    else {
      const w15 = schedule[t - 15]!;
      const w2 = schedule[t - 2]!;
      const sigma0 = turned(w15, 7) ^ turned(w15, 18) ^ (w15 >>> 3);
      const sigma1 = turned(w2, 17) ^ turned(w2, 19) ^ (w2 >>> 10);
      schedule[t] = sigma1 + schedule[t - 7]! + sigma0 + schedule[t - 16]!;
    }
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const t1 = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + ROUND[t]! + schedule[t]!) | 0;
    const t2 = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const primes = Array.from({ length: 310 }, (_, index) => index + 2).filter((number, _, all) =>
  all.every((other) => other >= number || number % other !== 0),
);

/**
 * The first 32 fractional bits of the roots of the first primes, as the standard defines its constants. A double has 15
 * bits more than are used, so rounding differences between engines do not matter.
 */
const fraction = (root: number): number => (root % 1) * 2 ** 32;
const INITIAL = new Int32Array(Uint32Array.from(primes.slice(0, 8), (prime) => fraction(prime ** (1 / 2))));
const ROUND = new Int32Array(Uint32Array.from(primes, (prime) => fraction(prime ** (1 / 3))));

function hex(bytes: DataView): string {
  let text = '';
  for (let at = 0; at < bytes.byteLength; at++) text += bytes.getUint8(at).toString(16).padStart(2, '0');
  return text;
}
