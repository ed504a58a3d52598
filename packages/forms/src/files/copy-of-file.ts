/** Bytes read at a time: few reads for a large file, and little memory beyond the browser's own copy. */
const PIECE_BYTES = 16 * 1024 * 1024;

/**
 * A separate `File` with a chosen file's current bytes. An input only gives a reference to a file on the disk: if that
 * is saved or renamed before it is sent, Chromium leaves the page for an error page and posts nothing, and Firefox
 * posts other bytes than those that were checked.
 *
 * @throws DOMException if the file cannot be read, for example because it was moved or changed after being chosen
 */
export async function copyOfFile(file: File): Promise<File> {
  const pieces: Blob[] = [];
  let start = 0;
  do {
    // Runs for empty files too: for a folder or a missing file, browsers report 0 bytes until it is read.
    const piece = await file.slice(start, start + PIECE_BYTES).arrayBuffer();
    // Each piece is handed to the browser before the next is read: browsers keep most of it on the disk.
    pieces.push(new Blob([piece]));
    start += PIECE_BYTES;
  } while (start < file.size);
  return new File(pieces, file.name, { type: file.type, lastModified: file.lastModified });
}
