import type { Lang, Rulebook } from '@kl01/rules';
import { BeyondLimit } from './beyond-limit.js';
import type { ModelName, Models, DocumentId, DocumentKind } from './documents/parts/document-kind.js';
import type { Content, NoticeId, Remark } from './documents/parts/content.js';
import { documentKinds } from './documents/document-kinds.js';
import type { Facts, Origin, RulebookFacts } from './documents/parts/facts.js';
import { textOf } from './documents/parts/text.js';
import { ExportError } from './export-error.js';
import { fileStem } from './text/file-stem.js';
import type { Layout } from './layouts/layout.js';
import { layouts as ownLayouts } from './layouts/layouts.js';
import { readFacts, type ExportInput } from './read-facts.js';
import { remarksOf } from './remarks-of.js';
import { messagesIn } from './strings/messages-in.js';
import type { Progress, ReadFile } from './archive/write-bundle.js';
import { writers, type AnyWriter, type Format, type Program, type Written, type WriteContext } from './writers.js';

/** Which document to make, in which format, and optional context. */
export interface ExportOptions {
  /** document id, such as `to-trinh` */
  readonly document: string;
  /** file format, such as `docx` */
  readonly format: string;
  /** the program that will open a Word file: `libreoffice` if it is passed to `toPdf`; default: Word */
  readonly program?: Program;
  /** nominee id: limits documents about each nominee to this one */
  readonly nominee?: string;
  /** ISO 8601 instant from which documents count days */
  readonly now?: string;
  /** unit group id: limits a calendar to the dates of this group */
  readonly group?: string;
  /** letterhead and signature of the committee's own documents; a unit's come with its submission */
  readonly issuer?: unknown;
  /** language of notices and errors; documents are always Vietnamese */
  readonly lang?: Lang;
  /** reads the files of a dossier; if omitted, the dossier lists them as missing */
  readonly readFile?: ReadFile;
  /** receives the progress of a dossier */
  readonly onProgress?: (progress: Progress) => void;
  /** aborts the export: the promise rejects with the signal's reason */
  readonly signal?: AbortSignal;
  /** layout id, if the unit uses neither its group's layout nor the rulebook's: Đoàn among other unions */
  readonly layout?: string;
  /** additional layouts of the host, looked up before the built-in ones */
  readonly layouts?: readonly Layout[];
}

/** A document as a file. */
export interface Exported {
  readonly bytes: Uint8Array;
  /** ASCII only, such as `to-trinh-dang-bo-phuong-a.docx` */
  readonly fileName: string;
  readonly mediaType: string;
  readonly notices: readonly Notice[];
}

/** A warning for the person who prints; never an error. */
export interface Notice {
  readonly id: NoticeId;
  readonly message: string;
}

/** A document that can be made, and the formats it can be written in. */
export interface AvailableDocument {
  readonly id: DocumentId;
  readonly label: string;
  readonly formats: readonly Format[];
}

/**
 * Makes an official document. Drafts can be printed too: missing values become dotted lines. Runs the same in Node and
 * in browsers, without network or clock: equal input gives equal bytes.
 *
 * @param input what the document is made from: a submission, bare or with its time of arrival; several submissions of
 *   one form; a review or consolidation; the result of `explain`; or null for the rulebook alone. Any text is safe: it
 *   prints as text
 * @throws ExportError if the document, format, form or layout is unknown, the document cannot be made from this input,
 *   the submission belongs to another rulebook, or the content exceeds the limits of the format
 */
export async function exportDocument(
  rulebook: Rulebook,
  input: ExportInput,
  {
    document: id,
    format,
    program = 'word',
    lang = 'vi',
    layout: chosen,
    layouts = [],
    readFile,
    onProgress,
    signal,
    ...options
  }: ExportOptions,
): Promise<Exported> {
  const given = readFacts(rulebook, input, { ...options, lang });
  const { kind, from } = findKind(id, given, lang);
  const writer = findWriter({ kind, from }, format, lang);
  const facts = given[from] as RulebookFacts;
  const content = (await makerOf({ kind, from }, writer.model)?.(facts)) as Content<Models[ModelName]>;
  const unit = kind.issuedBy === 'committee' ? {} : facts.unit;
  const layout = findLayout({ ...facts, unit }, [...layouts, ...ownLayouts], { lang, chosen });
  signal?.throwIfAborted();
  const context = { layout, program, stamp: lastChange(rulebook), readFile, onProgress, signal };
  const written = await writeWith(writer, content.model, context).catch((error: unknown) => {
    throw error instanceof BeyondLimit
      ? new ExportError('too-large', messagesIn(lang).errors.tooLarge(error.limit, error.of))
      : error;
  });
  return {
    bytes: written.bytes,
    fileName: `${fileStem(kind.id, unitName(facts))}.${format}`,
    mediaType: writer.mediaType,
    notices: noticesOf([...remarksOf(content, layout), ...(written.remarks ?? [])], lang),
  };
}

/**
 * The documents that can be made for a form of the rulebook; empty if the form does not exist.
 *
 * @param from the kind of input; default: one submission of the form
 */
export function documentsFor(
  rulebook: Rulebook,
  formId: string,
  { lang = 'vi', from }: { lang?: Lang; from?: Origin } = {},
): AvailableDocument[] {
  const form = rulebook.forms.find(({ id }) => id === formId);
  if (!form) return [];
  return documentKinds
    .filter((kind) => kind.from[from ?? form.type] && (kind.fits?.(form) ?? true))
    .map((kind) => ({
      id: kind.id,
      formats: formatsOf({ kind, from: from ?? form.type }),
      label: messagesIn(lang).documents[kind.id],
    }));
}

/** A document kind and the origin it is made from. */
interface Chosen {
  readonly kind: DocumentKind;
  readonly from: Origin;
}

function findKind(id: string, given: Facts, lang: Lang): Chosen {
  const { errors } = messagesIn(lang);
  const kind = documentKinds.find((known) => known.id === id);
  if (!kind) throw new ExportError('document', errors.document(id, ids(documentKinds)));
  const origins = Object.keys(given) as Origin[];
  const from = origins.find((origin) => kind.from[origin]);
  if (from) return { kind, from };
  const fitting = documentKinds.filter((known) => origins.some((origin) => known.from[origin]));
  const wanted = (Object.keys(kind.from) as Origin[]).map((origin) => messagesIn(lang).origins[origin]);
  throw new ExportError('form-type', errors.formType(id, wanted.join(', '), ids(fitting)));
}

function findWriter(chosen: Chosen, format: string, lang: Lang): AnyWriter {
  const known = formatsOf(chosen).find((own) => own === format);
  if (known) return writers[known];
  const { errors } = messagesIn(lang);
  throw new ExportError('format', errors.format(format, chosen.kind.id, formatsOf(chosen).join(', ')));
}

const formatsOf = (chosen: Chosen): Format[] =>
  (Object.keys(writers) as Format[]).filter(
    (format) => makerOf(chosen, writers[format].model) && (chosen.kind.formats?.includes(format) ?? true),
  );

/**
 * `DocumentKind.from` guarantees that the maker accepts these facts; TypeScript cannot infer it from a computed key.
 */
const makerOf = ({ kind, from }: Chosen, content: ModelName) =>
  kind.from[from]?.[content] as
    ((facts: RulebookFacts) => Content<Models[ModelName]> | Promise<Content<Models[ModelName]>>) | undefined;

/** Likewise: the maker was looked up by this writer's model. */
const writeWith = (writer: AnyWriter, content: Models[ModelName], context: WriteContext) =>
  (writer.write as (content: Models[ModelName], context: WriteContext) => Promise<Written>)(content, context);

/**
 * The layout of the unit, its group or the rulebook, in this order: unions and State offices are not Party committees.
 */
function findLayout(
  { rulebook, unit }: RulebookFacts,
  known: readonly Layout[],
  { lang, chosen }: { lang: Lang; chosen: string | undefined },
): Layout {
  const { units, unitGroups } = rulebook;
  const named = units.findIndex(({ id, layout }) => id === unit['id'] && layout !== undefined);
  const group = unitGroups.findIndex(({ id, layout }) => id === unit['group'] && layout !== undefined);
  const [id, where] = (
    [
      [chosen, 'options.layout'],
      [units[named]?.layout, `rulebook.units[${named}].layout`],
      [unitGroups[group]?.layout, `rulebook.unitGroups[${group}].layout`],
    ] as const
  ).find(([given]) => given !== undefined) ?? [rulebook.layout, 'rulebook.layout'];
  const layout = known.find((own) => own.id === id);
  if (layout) return layout;
  throw new ExportError('layout', messagesIn(lang).errors.layout(id ?? '', ids(known), where));
}

/** The date of the directive or its latest amendment. */
function lastChange({ directive, amendments, utcOffset }: Rulebook): string {
  const day = [directive.date, ...amendments.map(({ date }) => date)].sort().at(-1);
  return `${day}T00:00:00${utcOffset}`;
}

/** Remarks as sentences, each once. */
export function noticesOf(remarks: readonly Remark[], lang: Lang): Notice[] {
  const notices = remarks.map(({ id, say }) => ({ id, message: say(messagesIn(lang).notices) }));
  return [...new Map(notices.map((notice) => [notice.message, notice])).values()];
}

/** The name of the unit that a document is about; `''` if it is not known. */
export const unitName = ({ rulebook, unit }: Pick<RulebookFacts, 'rulebook' | 'unit'>): string =>
  textOf(unit['name']) ?? rulebook.units.find(({ id }) => id === unit['id'])?.label ?? '';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(', ');
