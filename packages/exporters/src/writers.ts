import type { Format } from './documents/document-kind.js';
import { writeDocx } from './docx/write-docx.js';
import { writeHtml } from './html/write-html.js';
import type { Pages } from './pages.js';

export interface Writer {
  readonly mediaType: string;
  readonly write: (pages: Pages) => Promise<Uint8Array>;
}

/** Every format there is. */
export const writers: Readonly<Record<Format, Writer>> = {
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  html: { mediaType: 'text/html;charset=utf-8', write: writeHtml },
};
