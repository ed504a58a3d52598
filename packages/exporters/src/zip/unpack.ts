import { unzipSync } from 'fflate';
import { crc32, readEntries } from './zip-file.js';

/** Why a file of an office program cannot be opened. */
export type UnreadableReason = 'no-archive' | 'too-large' | 'damaged';

/** Thrown if a file is not an archive, or unpacks to more than memory should hold. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive';
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason, cause?: unknown) {
    super(`The file cannot be unpacked: ${reason}.`, { cause });
    this.reason = reason;
  }
}

/** Size limits of the file and its unpacked content: a form of 10,000 nominees takes a tenth. */
const MAX_FILE_BYTES = 20_000_000;
const MAX_UNPACKED_BYTES = 50_000_000;

/**
 * The wanted entries of an untrusted archive. The size that an entry states is also the size of its buffer, so that the
 * limit holds before anything is unpacked.
 *
 * @param mostBytes of the file itself; pictures may be large, and are not unpacked
 * @throws UnreadableArchive
 */
export function unpack(bytes: Uint8Array, wanted: RegExp, mostBytes = MAX_FILE_BYTES): Record<string, Uint8Array> {
  if (bytes.byteLength > mostBytes) throw new UnreadableArchive('too-large');
  let unpacked = 0;
  let files: Record<string, Uint8Array>;
  try {
    // Only the synchronous functions: the others start workers, which a strict content security policy forbids.
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MAX_UNPACKED_BYTES) throw new UnreadableArchive('too-large');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof UnreadableArchive ? error : new UnreadableArchive('no-archive', error);
  }
  for (const { name, crc } of entriesOf(bytes)) {
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    // A bit that changed on the way must not become another number.
    if (file && crc32(file) !== crc) throw new UnreadableArchive('damaged');
  }
  return files;
}

function entriesOf(bytes: Uint8Array) {
  try {
    return readEntries(bytes);
  } catch {
    // Archives of the 64-bit kind.
    return [];
  }
}
