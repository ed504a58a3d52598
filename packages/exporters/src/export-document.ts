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

/** Which document to make, in which format, and what is known besides the input. */
export interface ExportOptions {
  /** id of the document, such as `to-trinh` */
  readonly document: string;
  /** such as `docx` */
  readonly format: string;
  /** which program lays a Word file out: `libreoffice` where it goes to `toPdf`; left out: Word */
  readonly program?: Program;
  /** id of a nominee: of documents about each of them, this one's only */
  readonly nominee?: string;
  /** ISO 8601 instant; documents that count days count from it */
  readonly now?: string;
  /** id of a unit group: of a calendar, its dates only */
  readonly group?: string;
  /** letterhead and signature of a document that is the committee's own; a unit's come with its submission */
  readonly issuer?: unknown;
  /** language of notices and errors; documents are always Vietnamese */
  readonly lang?: Lang;
  /** gives the files that go into a dossier; left out: the dossier says that they are missing */
  readonly readFile?: ReadFile;
  /** told after each document of a dossier */
  readonly onProgress?: (progress: Progress) => void;
  /** cancels: the promise is rejected with the signal's reason */
  readonly signal?: AbortSignal;
  /** id of the layout, where the unit's own is neither its group's nor the rulebook's: Đoàn among other unions */
  readonly layout?: string;
  /** style sheets of the host's own, looked up before ours */
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

/** What whoever prints should know; nothing here keeps a document from being made. */
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
 * Makes an official document. Drafts print too: what is missing is a dotted line. Runs the same in Node and in a page,
 * asks for no network, reads no clock: equal input gives equal bytes.
 *
 * @param input what the document is made from: a submission as the form made it, bare or as received, several of one
 *   form, what `explain` tells of a pack, or null for the rulebook alone; texts may hold anything, they print as text
 * @throws ExportError for an unknown document, format, form or layout, a document that is not made from such input, a
 *   submission of another rulebook, and for more than the format can hold
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
 * The documents that a form of the rulebook can be printed as; none for a form that the rulebook does not have.
 *
 * @param from what they are to be made from; left out: one submission of the form
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

/** A document and which of its origins it is made from. */
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

/** The maker fits the facts by the type of `DocumentKind.from`, which TypeScript cannot follow through a name. */
const makerOf = ({ kind, from }: Chosen, content: ModelName) =>
  kind.from[from]?.[content] as
    ((facts: RulebookFacts) => Content<Models[ModelName]> | Promise<Content<Models[ModelName]>>) | undefined;

/** Likewise: the maker was asked for what this writer writes. */
const writeWith = (writer: AnyWriter, content: Models[ModelName], context: WriteContext) =>
  (writer.write as (content: Models[ModelName], context: WriteContext) => Promise<Written>)(content, context);

/** The layout of the unit, its group, else of the rulebook: unions and offices of the State are no Party committees. */
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

/** The day of the directive, or of the latest document that amends it. */
function lastChange({ directive, amendments, utcOffset }: Rulebook): string {
  const day = [directive.date, ...amendments.map(({ date }) => date)].sort().at(-1);
  return `${day}T00:00:00${utcOffset}`;
}

function noticesOf(remarks: readonly Remark[], lang: Lang): Notice[] {
  const notices = remarks.map(({ id, say }) => ({ id, message: say(messagesIn(lang).notices) }));
  return [...new Map(notices.map((notice) => [notice.message, notice])).values()];
}

const unitName = ({ rulebook, unit }: RulebookFacts) =>
  textOf(unit['name']) ?? rulebook.units.find(({ id }) => id === unit['id'])?.label ?? '';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(', ');
