import { unzipSync } from 'fflate';

/** Why a file of an office program cannot be opened. */
export type UnreadableReason = 'no-archive' | 'too-large';

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
  try {
    return unzipSync(bytes, {
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
}
