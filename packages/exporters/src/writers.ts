import type { ModelName, Models } from './documents/parts/document-kind.js';
import type { Remark } from './documents/parts/content.js';
import { lastLinesKept } from './docx/last-lines-kept.js';
import { writeDocx } from './docx/write-docx.js';
import { writeHtml } from './html/write-html.js';
import { layOut } from './lay-out/lay-out.js';
import type { Layout } from './layouts/layout.js';
import { cleaned } from './documents/parts/cleaned.js';
import { writeIcs } from './ics/write-ics.js';
import type { Pages } from './model/pages.js';
import type { BundleContext } from './archive/write-bundle.js';

/** Writes one content model in one format. */
export interface Writer<Name extends ModelName = ModelName> {
  readonly model: Name;
  readonly mediaType: string;
  readonly write: (content: Models[Name], context: WriteContext) => Promise<Written>;
}

export interface WriteContext extends BundleContext {
  readonly layout: Layout;
  /** the program that will open a Word file */
  readonly program: Program;
  /** ISO 8601 instant of the directive or its latest amendment */
  readonly stamp: string;
}

/** `libreoffice`: as a step towards PDF. A Word file to be edited targets Word; other programs open it too. */
export type Program = 'word' | 'libreoffice';

export interface Written {
  readonly bytes: Uint8Array;
  /** remarks that only writing can produce */
  readonly remarks?: readonly Remark[];
}

const onPages =
  (write: (pages: Pages, program: Program) => Promise<Uint8Array>): Writer<'pages'>['write'] =>
  async (document, { layout, program }) => {
    const { value, remarks } = cleaned(document);
    return { bytes: await write(layOut(value, layout), program), remarks };
  };

const writeCalendar: Writer<'calendar'>['write'] = (calendar, { stamp }) => {
  const { value, remarks } = cleaned(calendar);
  return Promise.resolve({ bytes: writeIcs(value, stamp), remarks });
};

/** Loaded on demand, like sheets. */
const writeArchive: Writer<'bundle'>['write'] = async (bundle, context) =>
  (await import('./archive/write-bundle.js')).writeBundle(bundle, context);

/** All formats. To add one, create a folder beside `docx/` and an entry here. */
export const writers = {
  docx: {
    model: 'pages',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: onPages((pages, program) => writeDocx(program === 'libreoffice' ? lastLinesKept(pages) : pages)),
  },
  ics: {
    model: 'calendar',
    mediaType: 'text/calendar;charset=utf-8',
    write: writeCalendar,
  },
  zip: { model: 'bundle', mediaType: 'application/zip', write: writeArchive },
  html: { model: 'pages', mediaType: 'text/html;charset=utf-8', write: onPages(writeHtml) },
  // Loaded on demand: pages that print no sheets do not need them.
  xlsx: {
    model: 'workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (workbook, { signal }) => {
      const { value, remarks } = cleaned(workbook, { lines: true });
      const { bytes, cut } = await (await import('./xlsx/write-xlsx.js')).writeXlsx(value, { signal });
      const cutCells = { id: 'cut', say: (words) => words.cut(cut) } as const satisfies Remark;
      return { bytes, remarks: cut > 0 ? [...remarks, cutCells] : remarks };
    },
  },
  csv: {
    model: 'workbook',
    mediaType: 'text/csv;charset=utf-8;header=absent',
    write: async (workbook) => {
      const { value, remarks } = cleaned(workbook, { lines: true });
      const { bytes, guarded } = (await import('./csv/write-csv.js')).writeCsv(value);
      const guard = { id: 'guarded', say: (words) => words.guarded(guarded) } as const satisfies Remark;
      return { bytes, remarks: guarded > 0 ? [...remarks, guard] : remarks };
    },
  },
} as const satisfies { readonly [format: string]: AnyWriter };

/** Output formats, by file extension. */
export type Format = keyof typeof writers;

/** A writer of any content model, discriminated by `model`. */
export type AnyWriter = { [Name in ModelName]: Writer<Name> }[ModelName];
