import type { ContentName, Contents, Remark } from './documents/document-kind.js';
import { writeDocx } from './docx/write-docx.js';
import { writeHtml } from './html/write-html.js';
import { layOut } from './lay-out/lay-out.js';
import type { Layout } from './layouts/layout.js';
import type { Pages } from './pages.js';

/** One way of writing one kind of content. */
export interface Writer<Name extends ContentName = ContentName> {
  readonly content: Name;
  readonly mediaType: string;
  readonly write: (content: Contents[Name], context: WriteContext) => Promise<Written>;
}

export interface WriteContext {
  readonly layout: Layout;
}

export interface Written {
  readonly bytes: Uint8Array;
  /** what only writing could find */
  readonly remarks?: readonly Remark[];
}

const onPages =
  (write: (pages: Pages) => Promise<Uint8Array>): Writer<'pages'>['write'] =>
  async (document, { layout }) => ({ bytes: await write(layOut(document, layout)) });

/** Every format there is. A new one is a folder beside `docx/` and an entry here. */
export const writers = {
  docx: {
    content: 'pages',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: onPages(writeDocx),
  },
  html: { content: 'pages', mediaType: 'text/html;charset=utf-8', write: onPages(writeHtml) },
  // Their own chunks: a page that prints no sheets does not load them.
  xlsx: {
    content: 'workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (workbook) => ({ bytes: await (await import('./xlsx/write-xlsx.js')).writeXlsx(workbook) }),
  },
  csv: {
    content: 'workbook',
    mediaType: 'text/csv;charset=utf-8;header=absent',
    write: async (workbook) => {
      const { bytes, guarded } = (await import('./csv/write-csv.js')).writeCsv(workbook);
      return { bytes, remarks: guarded > 0 ? [{ id: 'guarded', say: (words) => words.guarded(guarded) }] : [] };
    },
  },
} as const satisfies { readonly [format: string]: AnyWriter };

export type Format = keyof typeof writers;

/** A writer of whatever content; which one its name says. */
export type AnyWriter = { [Name in ContentName]: Writer<Name> }[ContentName];
