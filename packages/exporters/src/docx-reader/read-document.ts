import type { Lang } from '@kl01/rules';
import { ExportError } from '../export-error.js';
import { messagesIn } from '../strings/messages-in.js';
import type { WrittenDocument } from './read-docx.js';
import { UnreadableDocument } from './unreadable-document.js';

/**
 * Reads a Word file (.docx) as paragraphs and tables: text as seen, with automatic numbers, signs of symbol fonts and
 * results of fields; tracked deletions, hidden text and comments are kept apart. Nothing in it is executed or fetched.
 *
 * @param bytes untrusted
 * @throws ExportError if the file is no .docx, is protected by a password, is damaged, or exceeds what fits in memory
 */
export async function readDocument(
  bytes: Uint8Array,
  { lang = 'vi' }: { readonly lang?: Lang } = {},
): Promise<WrittenDocument> {
  try {
    // Loaded on demand: pages that read no document do not need it.
    return (await import('./read-docx.js')).readDocx(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    throw new ExportError('word-file', messagesIn(lang).errors.wordFile[error.reason]);
  }
}
