import { Deflate, deflateSync } from 'fflate';
import { BeyondLimit, LIMITS } from '../beyond-limit.js';

/**
 * A ZIP archive (PKWARE APPNOTE 6.3) with its entries in insertion order and one fixed timestamp: equal entries give
 * equal bytes. Sizes precede each entry, so that it can be read as a stream.
 *
 * Only uses the synchronous functions of fflate: the others start workers, which a strict content security policy
 * forbids.
 *
 * Methods that add entries throw `BeyondLimit` if there are more entries or bytes than the format supports.
 */
export class ZipFile {
  readonly #parts: Uint8Array[] = [];
  readonly #directory: Uint8Array[] = [];
  #directoryBytes = 0;
  #offset = 0;

  /** @param packed already compressed, like Word files: stored without compression */
  add(name: string, bytes: Uint8Array, { packed = false }: { packed?: boolean } = {}): void {
    const data = packed ? bytes : deflateSync(bytes, { level: 6 });
    this.addCompressed({ name, data, crc: crc32(bytes), size: bytes.length, method: packed ? STORED : DEFLATED });
  }

  /** Begins an entry that is written in chunks; call `end` before adding anything else. */
  begin(name: string): GrowingEntry {
    const packed: Uint8Array[] = [];
    // Chunked entries are long and repetitive: the next level takes two thirds longer and saves a sixtieth.
    const deflate = new Deflate({ level: 5 }, (piece) => void packed.push(piece));
    let [crc, size] = [0, 0];
    return {
      push(bytes) {
        crc = crc32(bytes, crc);
        size += bytes.length;
        deflate.push(bytes);
      },
      end: () => {
        deflate.push(new Uint8Array(), true);
        this.addCompressed({ name, data: joined(packed), crc, size, method: DEFLATED });
      },
    };
  }

  /** Copies an entry of another archive unchanged. */
  addCompressed({ name, data, crc, size, method }: CompressedEntry): void {
    const encoded = new TextEncoder().encode(name);
    if (this.#directory.length === LIMITS.files) throw new BeyondLimit('files', name);
    if (
      this.#offset + data.length + this.#directoryBytes + ENTRY_BYTES + 2 * encoded.length > LIMITS.bytes ||
      size > LIMITS.bytes
    )
      throw new BeyondLimit('bytes', name);
    const common = [...u16(20), ...u16(UTF8_NAMES), ...u16(method), ...u16(0), ...u16(FIRST_DAY)];
    const sizes = [...u32(crc), ...u32(data.length), ...u32(size), ...u16(encoded.length), ...u16(0)];
    const local = joined([Uint8Array.from([...u32(LOCAL), ...common, ...sizes]), encoded]);
    const central = [...u32(CENTRAL), ...u16(20), ...common, ...sizes, ...u16(0), ...u16(0), ...u16(0), ...u32(0)];
    this.#directory.push(joined([Uint8Array.from([...central, ...u32(this.#offset)]), encoded]));
    this.#directoryBytes += central.length + encoded.length;
    this.#parts.push(local, data);
    this.#offset += local.length + data.length;
  }

  bytes(): Uint8Array {
    const directory = joined(this.#directory);
    const count = this.#directory.length;
    const end = [...u32(END), ...u32(0), ...u16(count), ...u16(count), ...u32(directory.length), ...u32(this.#offset)];
    return joined([...this.#parts, directory, Uint8Array.from([...end, ...u16(0)])]);
  }
}

export interface GrowingEntry {
  readonly push: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

export interface CompressedEntry {
  readonly name: string;
  readonly data: Uint8Array;
  /** of the uncompressed bytes, like `size` */
  readonly crc: number;
  readonly size: number;
  readonly method: number;
}

/**
 * Reads the entries of an archive without unpacking them; sizes come from the central directory at its end.
 *
 * @throws RangeError if the bytes are not an archive
 */
export function readEntries(archive: Uint8Array): CompressedEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new RangeError('not a ZIP archive');
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const [crc, packed, size, local] = [16, 20, 24, 42].map((place) => view.getUint32(at + place, true)) as [
      number,
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const method = view.getUint16(at + 10, true);
    at += 46 + nameLength + extra + comment;
    return { name, data: archive.subarray(start, start + packed), crc, size, method };
  });
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [STORED, DEFLATED] = [0, 8];
/** Size of an entry's two headers and the end of the archive, without names. */
const ENTRY_BYTES = 30 + 46 + 22;
const UTF8_NAMES = 1 << 11;
/** 1 January 1980, the earliest date in a ZIP archive. */
const FIRST_DAY = (1 << 5) | 1;

const u16 = (value: number) => [value & 0xff, (value >>> 8) & 0xff];
const u32 = (value: number) => [...u16(value), ...u16(value >>> 16)];

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of an archive entry; `before`: that of the preceding bytes. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
