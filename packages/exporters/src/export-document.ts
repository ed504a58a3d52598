import type { Lang, Rulebook, RulebookForm, Submission } from '@kl01/rules';
import { documentKinds } from './documents/document-kinds.js';
import type { DocumentKind, Format } from './documents/document-kind.js';
import { sourceOf, type Source } from './documents/source.js';
import { membersOf, textOf } from './documents/text.js';
import { ExportError } from './export-error.js';
import { layOut } from './lay-out/lay-out.js';
import type { Layout } from './layouts/layout.js';
import { layouts as ownLayouts } from './layouts/layouts.js';
import { printable } from './printable.js';
import { messagesIn } from './strings/messages-in.js';
import { writers } from './writers.js';

export interface ExportOptions {
  /** id of the document, such as `to-trinh` */
  readonly document: string;
  /** such as `docx` */
  readonly format: string;
  /** language of notices and errors; documents are always Vietnamese */
  readonly lang?: Lang;
  /** style sheets of the host's own, looked up before ours */
  readonly layouts?: readonly Layout[];
}

export interface Exported {
  readonly bytes: Uint8Array;
  /** ASCII only, such as `to-trinh-dang-bo-phuong-a.docx` */
  readonly fileName: string;
  readonly mediaType: string;
  readonly notices: readonly Notice[];
}

/** What whoever prints should know; nothing here keeps a document from being made. */
export interface Notice {
  readonly id: 'unknown' | 'cleaned' | 'no-nominees';
  readonly message: string;
}

export interface AvailableDocument {
  readonly id: string;
  readonly label: string;
  readonly formats: readonly Format[];
}

/**
 * Makes an official document from a submission. Drafts print too: what is missing is a dotted line. Runs the same in
 * Node and in a page, asks for no network, reads no clock: equal input gives equal bytes.
 *
 * @param submission as the form made it; texts may hold anything, they print as text
 * @throws ExportError for an unknown document, format, form or layout, a document that does not fit the form, a
 *   submission of another rulebook
 */
export async function exportDocument(
  rulebook: Rulebook,
  submission: Submission,
  { document: id, format, lang = 'vi', layouts = [] }: ExportOptions,
): Promise<Exported> {
  const source = findSource(rulebook, submission, lang);
  const kind = findKind(id, source.form, lang);
  const writer = findWriter(kind, format, lang);
  const made = kind.make(source);
  const layout = findLayout(source, [...layouts, ...ownLayouts], lang);
  const { value: document, dropped } = printable(made.document);
  return {
    bytes: await writer.write(layOut(document, layout)),
    fileName: `${[kind.id, ...slug(unitName(source))].join('-')}.${format}`,
    mediaType: writer.mediaType,
    notices: noticesOf({ ...made, dropped }, lang),
  };
}

/** The documents that a form of the rulebook can be printed as; none for a form that the rulebook does not have. */
export function documentsFor(
  rulebook: Rulebook,
  formId: string,
  { lang = 'vi' }: { lang?: Lang } = {},
): AvailableDocument[] {
  const form = rulebook.forms.find(({ id }) => id === formId);
  return documentKinds
    .filter(({ formType }) => formType === form?.type)
    .map(({ id, formats }) => ({ id, formats, label: messagesIn(lang).documents[id] }));
}

function findSource(rulebook: Rulebook, submission: unknown, lang: Lang): Source {
  const { errors } = messagesIn(lang);
  const members = membersOf(submission);
  const [named, formId] = [textOf(members['rulebook']), textOf(members['form'])];
  if (!named || !formId) throw new ExportError('submission', errors.submission);
  // Another version of the same rulebook still prints: judging goes on with it too.
  if (named.split('@')[0] !== rulebook.id) throw new ExportError('rulebook', errors.rulebook(named, rulebook.id));
  const form = rulebook.forms.find(({ id }) => id === formId);
  if (!form) throw new ExportError('form', errors.form(formId, ids(rulebook.forms)));
  return sourceOf(rulebook, form, members);
}

function findKind(id: string, form: RulebookForm, lang: Lang): DocumentKind {
  const { errors } = messagesIn(lang);
  const kind = documentKinds.find((known) => known.id === id);
  if (!kind) throw new ExportError('document', errors.document(id, ids(documentKinds)));
  if (kind.formType === form.type) return kind;
  const fitting = documentKinds.filter(({ formType }) => formType === form.type);
  throw new ExportError('form-type', errors.formType(id, form.id, ids(fitting)));
}

function findWriter(kind: DocumentKind, format: string, lang: Lang) {
  const known = kind.formats.find((own) => own === format);
  if (known) return writers[known];
  throw new ExportError('format', messagesIn(lang).errors.format(format, kind.id, kind.formats.join(', ')));
}

/** The layout of the unit's group, else of the rulebook: unions and offices of the State are no Party committees. */
function findLayout({ rulebook, unit }: Source, known: readonly Layout[], lang: Lang): Layout {
  const group = rulebook.unitGroups.find(({ id }) => id === unit['group']);
  const id = group?.layout ?? rulebook.layout;
  const layout = known.find((own) => own.id === id);
  if (!layout) throw new ExportError('layout', messagesIn(lang).errors.layout(id, ids(known)));
  return layout;
}

function noticesOf(found: { unknown: readonly Unknown[]; isEmpty: boolean; dropped: number }, lang: Lang): Notice[] {
  const { notices, unknown } = messagesIn(lang);
  const all: (Notice | false)[] = [
    found.isEmpty && { id: 'no-nominees', message: notices.noNominees },
    found.unknown.length > 0 && {
      id: 'unknown',
      message: notices.unknown(found.unknown.map((part) => unknown[part]).join(', ')),
    },
    found.dropped > 0 && { id: 'cleaned', message: notices.cleaned(found.dropped) },
  ];
  return all.filter((notice) => notice !== false);
}

type Unknown = ReturnType<DocumentKind['make']>['unknown'][number];

const unitName = ({ rulebook, unit }: Source) =>
  textOf(unit['name']) ?? rulebook.units.find(({ id }) => id === unit['id'])?.label ?? '';

/** A name as part of a file's: ASCII letters, digits and hyphens, at most 60; empty when nothing is left. */
function slug(name: string): string[] {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0111/gi, 'd')
    .toLowerCase();
  const text = ascii
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return text ? [text] : [];
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(', ');
