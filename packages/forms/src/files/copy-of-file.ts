/** Read at once: few pieces of a large file, and no more than that beside the browser's own copy. */
const PIECE_BYTES = 16 * 1024 * 1024;

/**
 * The bytes of a chosen file as they are now, in a `File` of their own. What an input gives is only a reference to a file on
 * the disk: saved again or renamed before it is sent, Chromium leaves the page for its own error and posts nothing, and
 * Firefox posts other bytes than those that were looked at.
 *
 * @throws DOMException when the file cannot be read, for example because it was moved or changed after being chosen
 */
export async function copyOfFile(file: File): Promise<File> {
  const pieces: Blob[] = [];
  let start = 0;
  do {
    // Asked for an empty file too: of a folder, and of a file that is gone, browsers say 0 bytes until they are read.
    const piece = await file.slice(start, start + PIECE_BYTES).arrayBuffer();
    // A piece becomes the browser's before the next is read: browsers keep much of it on the disk.
    pieces.push(new Blob([piece]));
    start += PIECE_BYTES;
  } while (start < file.size);
  return new File(pieces, file.name, { type: file.type, lastModified: file.lastModified });
}
